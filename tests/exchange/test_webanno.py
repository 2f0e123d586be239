"""WebAnno TSV: layers, slots and relations are found where they stand, and every fault is told with its line."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.core.record import Notice, Record, Refusal
from annotator.core.span import quote
from annotator.exchange.webanno import read, recognises
from annotator.exchange.webanno_row import plain, split, to_item
from tests.exchange.sample import LABELS

HEAD = """#FORMAT=WebAnno TSV 3.3
#T_SP=custom.Party|label|kind
#T_SP=custom.Deed|label|ROLE_custom.Deed:roles_custom.DeedRolesLink|custom.Party
#T_RL=custom.By|how|BT_custom.Party
"""
BODY = """

#Text=🔥 قصف الجيش، مدينة الصفا
#Sentence.id=s1
1-1\t0-2\t🔥\t_\t_\t_\t_\t_\t_\t_\t
1-2\t3-6\tقصف\t_\t_\tCLAIM\tby;*\t1-3;1-5[7]\t_\t_\t
1-3\t7-12\tالجيش\tACTOR\tstate\\|army\t_\t_\t_\t_\t_\t
1-4\t12-13\t،\t_\t_\t_\t_\t_\t_\t_\t
1-5\t14-19\tمدينة\tTARGET[7]|ACTOR[8]\t*[7]|*[8]\t_\t_\t_\tby|by\t1-3[0_7]|1-3[0_8]\t
1-6\t20-25\tالصفا\tTARGET[7]\t*[7]\t_\t_\t_\t_\t_\t

#Text=وتوقف
2-1\t27-32\tوتوقف\t_\t_\t_\t_\t_\t_\t_\t
2-1.1\t28-32\tتوقف\tWEAPON\t*\t_\t_\t_\t_\t_\t
"""


def make(folder: Path, content: str | bytes) -> Path:
    raw = content if isinstance(content, bytes) else content.encode("utf-8")
    (folder / "a.tsv").write_bytes(raw)
    return folder / "a.tsv"


def record_of(path: Path) -> Record:
    (record,) = (found for found in read(path, LABELS) if isinstance(found, Record))
    return record


def test_spans_over_parts_of_tokens_one_token_or_several_are_read_behind_an_emoji(tmp_path: Path) -> None:
    record = record_of(make(tmp_path, HEAD + BODY))
    text = record.article.text
    assert text == "🔥 قصف الجيش، مدينة الصفا\n\nوتوقف"
    assert [(span.label, quote(span, text), span.attributes) for span in record.spans] == [
        ("CLAIM", "قصف", ()),
        ("ACTOR", "الجيش", (("kind", "state|army"),)),
        ("ACTOR", "مدينة", ()),
        ("TARGET", "مدينة الصفا", ()),
        ("WEAPON", "توقف", ()),
    ]
    assert record.spans[1].fragments == ((6, 11),)


def test_slots_are_events_and_arrows_are_relations(tmp_path: Path) -> None:
    record = record_of(make(tmp_path, HEAD + BODY))
    names = {span.id: (span.label, quote(span, record.article.text)) for span in record.spans}
    (event,) = record.events
    assert (event.type, names[event.trigger or ""]) == ("CLAIM", ("CLAIM", "قصف"))
    assert [(role, names[span]) for role, span in event.arguments] == [
        ("by", ("ACTOR", "الجيش")),
        ("roles", ("TARGET", "مدينة الصفا")),
    ]
    assert sorted((r.type, names[r.source][1], names[r.target]) for r in record.relations) == [
        ("by", "الجيش", ("ACTOR", "مدينة")),
        ("by", "الجيش", ("TARGET", "مدينة الصفا")),
    ]


def test_the_same_file_gives_the_same_ids(tmp_path: Path) -> None:
    path = make(tmp_path, HEAD + BODY)
    assert list(read(path, LABELS)) == list(read(path, LABELS))
    record = record_of(path)
    assert record.layer
    assert (record.layer.id[:8], record.scheme) == ("webanno.", "")


def test_a_byte_order_mark_and_carriage_returns_do_no_harm(tmp_path: Path) -> None:
    plainly = record_of(make(tmp_path, HEAD + BODY))
    marked = make(tmp_path, b"\xef\xbb\xbf" + (HEAD + BODY).replace("\n", "\r\n").encode())
    assert record_of(marked) == plainly
    notices = [str(found.reason) for found in read(marked, LABELS) if isinstance(found, Notice)]
    assert any("byte order mark" in said for said in notices)
    assert any("between its sentences" in said for said in notices)


def test_a_layer_with_one_feature_has_its_label_there(tmp_path: Path) -> None:
    head = "#FORMAT=WebAnno TSV 3.2\n#T_SP=custom.Supercon|tag\n\n\n#Text=a b\n"
    record = record_of(make(tmp_path, head + "1-1\t0-1\ta\tACTOR[1]\n1-2\t2-3\tb\tACTOR[1]\n"))
    assert [(span.label, span.fragments) for span in record.spans] == [("ACTOR", ((0, 3),))]


def test_a_layer_without_features_is_a_label(tmp_path: Path) -> None:
    head = "#FORMAT=WebAnno TSV 3.2\n#T_SP=custom.ACTOR|\n\n\n#Text=a b\n"
    record = record_of(make(tmp_path, head + "1-1\t0-1\ta\t*\t\n1-2\t2-3\tb\t_\t\n"))
    assert [(span.label, span.fragments) for span in record.spans] == [("ACTOR", ((0, 1),))]


def test_one_number_in_two_places_is_two_spans(tmp_path: Path) -> None:
    head = "#FORMAT=WebAnno TSV 3.2\n#T_SP=custom.P|x\n\n#Text=a b c\n"
    rows = "1-1\t0-1\ta\tACTOR[1]\n1-2\t2-3\tb\t_\n1-3\t4-5\tc\tACTOR[1]\n"
    assert len(record_of(make(tmp_path, head + rows)).spans) == 2


def test_grammar_and_chains_are_passed_over_and_counted(tmp_path: Path) -> None:
    pos = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
    link = "de.tudarmstadt.ukp.dkpro.core.api.syntax.type.dependency.Dependency"
    head = f"#FORMAT=WebAnno TSV 3.3\n#T_SP={pos}|PosValue\n#T_CH=x.Coref|type|relation\n#T_RL={link}|kind|BT_x.Token\n"
    rows = "\n#Text=a b\n1-1\t0-1\ta\tN\t*->1-1\t*->1-1\tsubj\t1-2\n1-2\t2-3\tb\tV\t_\t_\t_\t_\n"
    head = head.replace("x.Token", "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    *notices, record = read(make(tmp_path, head + rows), LABELS)
    assert isinstance(record, Record)
    assert (record.spans, record.layer) == ((), None)
    said = " ".join(str(found.reason) for found in notices if isinstance(found, Notice))
    assert "“chain”, these were passed over: 1" in said
    assert "POS”, these were passed over: 2" in said


def test_sentences_of_several_lines_and_escaped_signs(tmp_path: Path) -> None:
    head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=c.P|x|label\n\n#Text=a \\\\ b\n#Text=\\_ c\n"
    rows = "1-1\t0-1\ta\t_\t_\n1-2\t2-3\t\\\\\tu\\[1\\]\\;\\->\\*\tACTOR\n1-3\t4-5\tb\t_\t_\n"
    rows += "1-4\t6-7\t\\_\t_\t_\n1-5\t8-9\tc\t_\t_\n"
    record = record_of(make(tmp_path, head + rows))
    assert record.article.text == "a \\ b\n_ c"
    assert record.spans[0].attributes == (("x", "u[1];->*"),)


def test_slots_reach_into_other_sentences_and_annotations_on_nothing_are_counted(tmp_path: Path) -> None:
    head = "#FORMAT=WebAnno TSV 3.3\n#T_SP=c.ACTOR|\n#T_SP=c.CLAIM|ROLE_c.CLAIM:links_c.Link|uima.tcas.Annotation\n"
    first = "\n\n#Text=a b\n1-1\t0-1\ta\t_\tr;*\t1-2;2-1\t\n1-1.1\t0-0\t\t*\t_\t_\t\n1-2\t2-3\tb\t*\t_\t*\t\n"
    *notices, record = read(make(tmp_path, head + first + "\n#Text=c\n2-1\t4-5\tc\t*\t_\t_\t\n"), LABELS)
    assert isinstance(record, Record)
    words = {span.id: quote(span, record.article.text) for span in record.spans}
    assert [[(role, words[span]) for role, span in event.arguments] for event in record.events] == [
        [("r", "b"), ("links", "c")]
    ]
    assert sorted((span.label, words[span.id]) for span in record.spans) == [
        ("ACTOR", "b"), ("ACTOR", "c"), ("CLAIM", "a"), ("CLAIM", "b"),
    ]  # fmt: skip
    assert "annotations on no text at all were passed over: 1." in [
        str(found.reason) for found in notices if isinstance(found, Notice)
    ]


def test_a_file_is_told_by_its_beginning() -> None:
    assert recognises(Path("a.tsv"), HEAD.encode())
    assert not recognises(Path("a.tsv"), b"title\ttext\n")


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("TSV 3.3", "TSV 2", 1, "does not begin"),
        ("7-12\tالجيش", "7-11\tالجيش", 11, "does not stand"),
        ("7-12\tالجيش", "1-12\tالجيش", 11, "does not stand"),
        ("7-12\tالجيش", "12-7\tالجيش", 11, "cannot stand"),
        ("7-12\tالجيش", "7-999999999\tالجيش", 11, "cannot stand"),
        ("7-12\tالجيش", "7-99999999999999999999\tالجيش", 11, "no row"),
        ("7-12\tالجيش", "٧-12\tالجيش", 11, "no row"),
        ("1-3\t7-12", "1\t7-12", 11, "no row"),
        ("\tstate\\|army\t_", "\tstate\\|army", 11, "has 6 columns of layers; 7"),
        ("\tstate\\|army\t", "\tstate|army\t", 11, "different numbers"),
        ("\tstate\\|army\t", "\tstate\\\t", 11, "cannot be read"),
        ("1-3;1-5[7]", "1-3;1-5[9]", 10, "not there"),
        ("1-3;1-5[7]", "1-3;9-9", 10, "not there"),
        ("1-3[0_7]|1-3[0_8]", "1-3[0_7]|1-4[0_8]", 13, "not there"),
        ("1-3[0_7]|1-3[0_8]", "1-3[0_7]|x", 13, "no token"),
        ("27-32", "20-25", 17, "inside the one before"),
        ("27-32", "9999999-9999999", 17, "5000000"),
        ("#Text=وتوقف", "# nothing", 16, "no row"),
        ("#T_SP=custom.Party|label|kind", "#T_SP=", 2, "without a name"),
        ("\tACTOR\t", "\tPerson\t", None, "not in the scheme"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int | None, reason: str) -> None:
    assert old in HEAD + BODY
    (found,) = read(make(tmp_path, (HEAD + BODY).replace(old, new, 1)), LABELS)
    assert isinstance(found, Refusal)
    assert (found.line, reason in str(found.reason)) == (line, True), found


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"\xff\xfe#\0", "UTF-16"),
        (b"#FORMAT=WebAnno TSV 3.3\n\n#Text=\xff\n", "UTF-8"),
        (b"#FORMAT=WebAnno TSV 3.3\n", "empty"),
        (b"#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n", "without tokens"),
        (b"#FORMAT=WebAnno TSV 3.3\n\n1-1\t0-1\ta\n", "no row"),
        (b"#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n1-1\t9000000-9000001\ta\n", "5000000"),
        ("#FORMAT=WebAnno TSV 3.3\n#T_SP=c.ACTOR|\n#Text=🔥\n1-1\t0-1\t\t*\n".encode(), "character"),
    ],
)
def test_bytes_that_are_no_such_file_are_refused(tmp_path: Path, raw: bytes, reason: str) -> None:
    (found,) = read(make(tmp_path, raw), LABELS)
    assert isinstance(found, Refusal)
    assert reason in str(found.reason), found


@given(st.lists(st.text(alphabet="ab|;[]_*->\\ \t\n1", max_size=8), min_size=1, max_size=4), st.sampled_from("|;"))
def test_what_is_escaped_is_one_value(values: list[str], sign: str) -> None:
    signs = {"\t": "\\t", "\n": "\\n", "->": "\\->"}

    def escaped(value: str) -> str:
        out = "".join(f"\\{c}" if c in "\\[]|_;*" else signs.get(c, c) for c in value)
        return out.replace("->", "\\->")

    found = split(sign.join(escaped(value) for value in values), sign)
    assert [plain(to_item(part)[0]) for part in found] == values


pieces = st.sampled_from(
    ["\t", "\n", "|", ";", "_", "*", "[", "]", "\\", "1-1", "0-1", "#Text=", "#T_SP=", "#T_RL=", "ROLE_", "BT_", "🔥"]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.integers(24, len(HEAD + BODY)), pieces, st.integers(0, 9)), min_size=1, max_size=4))
def test_a_damaged_file_never_raises(tmp_path: Path, damage: list[tuple[int, str, int]]) -> None:
    whole = HEAD + BODY
    for at, piece, length in damage:
        whole = whole[:at] + piece + whole[at + length :]
    assert all(isinstance(r, Record | Refusal | Notice) for r in read(make(tmp_path, whole), LABELS))
