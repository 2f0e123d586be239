"""Event frames on the real window, from the keyboard only: built by role hints, exported, brought back, found equal."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

import drive
from annotator import paths
from annotator.core.layer import Event
from annotator.ui.app import Session
from annotator.ui.article.view import ArticleView
from annotator.ui.hint import ARABIC
from annotator.ui.key import PHYSICAL, X11_OFFSET
from tests.journeys.conftest import Start
from tests.journeys.program import close, hashiya, records

FIVE_ROLES, WITH_A_CLAIM = 11, 13
"""Keys that a frame may cost at most."""

ROLE_KEYS = {"attacker": "1", "target": "2", "weapon": "3", "place": "6", "time": "7"}
CLAIM_KEY, TRIGGER_KEY = "4", "5"
SILENT = ("no_actor", "no_claim")

Frame = Mapping[str, Any]
"""An event as the file says it."""


def sample_record(article: str = "seed-01") -> dict[str, Any]:
    """What ليلى made of one of the sample's articles."""
    rows = records(paths.seed("sample.jsonl"))
    found = (row for row in rows if row["article_id"] == article and row["layer"])
    return next(row for row in found if row["layer"]["annotator_name"] == "ليلى")


def without_frames(record: dict[str, Any], *more: tuple[str, str]) -> dict[str, Any]:
    """The record with its spans only, and one more span for each label and quote; their ids are n1, n2, ..."""
    spans = list(record["spans"])
    for number, (label, words) in enumerate(more, 1):
        start = record["text"].index(words)
        end = start + len(words)
        place = {"start": start, "end": end, "fragments": [[start, end]], "quote": words}
        around = {"prefix": record["text"][max(0, start - 8) : start], "suffix": record["text"][end : end + 8]}
        spans.append({**spans[0], **place, **around, "id": f"n{number}", "label": label, "attributes": []})
    layer = {**record["layer"], "status": "started"}
    return {**record, "layer": layer, "spans": spans, "events": [], "relations": []}


@dataclass
class Hands:
    """Presses keys, counts them, and reads the letters off the caps as eyes do."""

    session: Session
    pressed: list[str] = field(default_factory=list)
    press_one: Callable[[ArticleView, str], None] = drive.press

    @property
    def view(self) -> ArticleView:
        assert self.session.window is not None
        return self.session.window.reading.view

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed.append(key)
            self.press_one(self.view, key)

    def letter(self, span_id: str) -> str:
        """The letter over a span."""
        span = self.session.desk.span(span_id)
        assert span is not None
        assert self.view.hinted is not None
        return next(cap.letter for cap in self.view.hinted.caps if (cap.start, cap.end) == (span.start, span.end))

    def fill(self, key: str, span_id: str) -> None:
        """A part's key, and the letter where more than one span fits."""
        self.press(key)
        if self.view.hinted is not None:
            self.press(self.letter(span_id))

    def frame(self, wanted: Frame) -> int:
        """Build a frame; how many keys that took."""
        before = len(self.pressed)
        self.press("E")
        if wanted["trigger"]:
            self.fill(TRIGGER_KEY, wanted["trigger"])
        for argument in wanted["arguments"]:
            self.fill(ROLE_KEYS[argument["role"]], argument["span"])
        silent = [pair["name"] for pair in wanted["attributes"]]
        if "no_actor" in silent:
            self.press("0")
        for claim in wanted["claims"]:
            self.fill(CLAIM_KEY, claim)
        if "no_claim" in silent:
            self.press("0")
        return len(self.pressed) - before


def in_roles(session: Session, event: int = 0) -> list[tuple[str, str]]:
    """What stands in the roles of one of the events."""
    return list(session.desk.events[event].arguments)


def made(event: Event) -> object:
    """What an event says that role hints can say."""
    silent = sorted(name for name, _ in event.attributes if name in SILENT)
    return event.type, event.trigger, list(event.arguments), list(event.claims), silent


def told(frame: Frame) -> object:
    """The same of an event in a file."""
    arguments = [(argument["role"], argument["span"]) for argument in frame["arguments"]]
    silent = sorted(pair["name"] for pair in frame["attributes"] if pair["name"] in SILENT)
    return frame["type"], frame["trigger"], arguments, list(frame["claims"]), silent


SCHEME = paths.resource("scheme.toml").read_text(encoding="utf-8").replace("core = false", "core = true")
"""The default scheme with the helper labels switched on."""


def project_with(folder: Path, record: dict[str, Any]) -> Path:
    """A project of this record."""
    project = folder / "work.hashiya"
    project.write_bytes(project_of(json.dumps(record, ensure_ascii=False)))
    return project


@cache
def project_of(line: str) -> bytes:
    """A project of the record in this line, made once."""
    with TemporaryDirectory() as folder:
        project, source = Path(folder) / "work.hashiya", Path(folder) / "work.jsonl"
        source.write_text(line + "\n", encoding="utf-8")
        new_project(project)
        hashiya("import", project, source)
        return project.read_bytes()


def new_project(project: Path) -> None:
    scheme = project.with_suffix(".toml")
    scheme.write_text(SCHEME, encoding="utf-8")
    hashiya("new", project, "--scheme", scheme)


@pytest.fixture
def hands(start: Start, tmp_path: Path) -> Hands:
    """At the first of the sample's articles, where ليلى has marked spans but no events."""
    return begin(start, project_with(tmp_path, without_frames(sample_record())))


def begin(start: Start, project: Path) -> Hands:
    session = start(project)
    assert session.window is not None
    drive.settle_scroll(session.window.reading.view)
    return Hands(session)


def test_all_frames_of_an_article_are_built_by_keys_exported_brought_back_and_equal(
    start: Start, tmp_path: Path
) -> None:
    wanted = sample_record()["events"]
    project = project_with(tmp_path, without_frames(sample_record()))
    hands = begin(start, project)
    costs = [hands.frame(frame) for frame in wanted]
    hands.press("Esc")
    desk = hands.session.desk
    assert [made(event) for event in desk.events] == [told(frame) for frame in wanted]
    parts = [1 + 2 * (len(frame["arguments"]) + len(frame["claims"])) + 2 for frame in wanted]
    assert all(cost <= most for cost, most in zip(costs, parts, strict=True)), (costs, parts)
    events, shown = desk.events, len(desk.spans)
    close(hands.session)

    out, back, again = tmp_path / "out.jsonl", tmp_path / "back.hashiya", tmp_path / "again.jsonl"
    hashiya("export", project, out)
    new_project(back)
    hashiya("import", back, out)
    hashiya("export", back, again)
    assert again.read_bytes() == out.read_bytes()
    hashiya("check", back)
    returned = begin(start, back).session.desk
    assert {event.id: event for event in returned.events} == {event.id: event for event in events}
    assert len(returned.spans) == shown


MORE = (
    ("PLACE", "وادي النعيم"), ("PLACE", "رصيف مجاور"), ("TIME", "فجر الثلاثاء"), ("TIME", "لاحقًا"), ("EVENT", "هجوم"),
)  # fmt: skip


@pytest.mark.parametrize(("claims", "most"), [((), FIVE_ROLES), (("s4",), WITH_A_CLAIM)])
def test_a_frame_with_five_roles_costs_eleven_keys_and_with_a_claim_thirteen(
    start: Start, tmp_path: Path, claims: tuple[str, ...], most: int
) -> None:
    hands = begin(start, project_with(tmp_path, without_frames(sample_record(), *MORE)))
    arguments = [("attacker", "s5"), ("target", "s7"), ("weapon", "s6"), ("place", "n2"), ("time", "n3")]
    wanted = {
        "type": "ATTACK", "trigger": None, "attributes": [], "claims": claims,
        "arguments": [{"role": role, "span": span} for role, span in arguments],
    }  # fmt: skip
    cost = hands.frame(wanted)
    (event,) = hands.session.desk.events
    assert made(event) == told(wanted)
    assert cost == most
    labels = [span.label for span in hands.session.desk.spans]
    assert all(labels.count(label) > 1 for label in ("ACTOR", "TARGET", "WEAPON", "PLACE", "TIME", "CLAIM"))


def test_a_single_fitting_span_goes_in_with_one_key_and_a_picked_one_too(start: Start, tmp_path: Path) -> None:
    hands = begin(start, project_with(tmp_path, without_frames(sample_record(), ("EVENT", "هجوم"))))
    hands.press("E", TRIGGER_KEY)
    assert hands.view.hinted is None
    desk = hands.session.desk
    assert desk.events[0].trigger == "n1"
    drive.click(hands.view, next(span.start for span in desk.spans if span.id == "s12"))
    hands.press("1")
    assert in_roles(hands.session) == [("attacker", "s12")]


def test_an_event_left_empty_is_taken_back_and_a_filled_one_stays(hands: Hands) -> None:
    desk = hands.session.desk
    hands.press("E", "Esc")
    assert desk.events == ()
    hands.press("E")
    hands.fill("1", "s5")
    hands.press("Esc")
    assert len(desk.events) == 1
    before = desk.events
    hands.press("E")
    hands.fill("2", "s7")
    drive.drag_words(hands.view, "عامل على الرصيف")
    hands.press("2", "Shift+2", "Esc")
    assert desk.events == before
    assert "عامل على الرصيف" in [hands.view.text[span.start : span.end] for span in desk.spans]


def test_shift_e_goes_on_with_the_picked_event_or_the_nearest(hands: Hands) -> None:
    desk = hands.session.desk
    for span, key in (("s5", "1"), ("s18", "2")):
        hands.press("E")
        hands.fill(key, span)
        hands.press("Enter")
    first, second = desk.events
    hands.press("Esc", "Ctrl+Home", "Shift+E")
    assert desk.picked_event == first
    hands.press("Enter", "Esc", "Ctrl+End", "Shift+E")
    assert desk.picked_event == second
    hands.press("Enter", "Shift+N")
    assert desk.picked_event == first
    hands.press("Shift+E")
    hands.fill("3", "s6")
    assert in_roles(hands.session) == [("attacker", "s5"), ("weapon", "s6")]


def test_words_are_labelled_and_put_in_without_leaving_event_mode(hands: Hands) -> None:
    desk = hands.session.desk
    hands.press("E")
    drive.drag_words(hands.view, "عامل على الرصيف")
    hands.press("2", "2")
    assert desk.picked is not None
    assert in_roles(hands.session) == [("target", desk.picked.id)]
    assert len(desk.events) == 1


def test_the_mode_is_told_in_words_and_the_dock_shows_the_parts_with_their_keys(hands: Hands) -> None:
    window = hands.session.window
    assert window is not None
    strip = window.dock.strip
    assert strip is not None
    assert not strip.isVisible()
    hands.press("E")
    assert strip.isVisible()
    assert list(strip.parts) == ["attacker", "target", "weapon", "claims", "trigger", "place", "time"]
    assert not window.dock.label_button("ACTOR").isVisible()  # type: ignore[union-attr]
    assert "Attack" in window.status.place_words
    assert "Enter" in window.status.place_words
    hands.press("1")
    assert "Attacker" in window.status.place_words
    hands.press(hands.letter("s5"))
    assert "1" in strip.parts["attacker"].accessibleName()
    hands.press("Enter")
    assert not strip.isVisible()
    assert window.status.place_words == ""


def press_arabic(view: ArticleView, key: str) -> None:
    """A key as a keyboard sends it that has the Arabic layout and no other."""
    latin = next((known for known, letter in ARABIC.items() if letter == key), key)
    code = next((code for code, name in PHYSICAL.items() if name == latin), None)
    if code is None:
        drive.press(view, key)
        return
    digits = dict(zip("1234567890", "١٢٣٤٥٦٧٨٩٠", strict=True))
    text = {**ARABIC, **digits}[latin]
    event = QKeyEvent(
        QEvent.Type.KeyPress, ord(text[0]), Qt.KeyboardModifier.NoModifier, code + X11_OFFSET, 0, 0, text
    )
    QApplication.sendEvent(view, event)


def test_frames_are_built_with_an_arabic_layout_and_its_letters(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.ui.span_letters.current", lambda: "ar")
    hands.press_one = press_arabic
    wanted = sample_record()["events"]
    for frame in wanted:
        hands.frame(frame)
    assert [made(event) for event in hands.session.desk.events] == [told(frame) for frame in wanted]
