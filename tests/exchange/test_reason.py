"""Reasons are sentences that can be translated, and foreign text in them is harmless."""

import ast
import string
from pathlib import Path

import pytest

from annotator import exchange
from annotator.exchange.reason import shown, shown_path, why_misshapen, why_unreadable, why_unwritten

FILES = sorted(Path(exchange.__file__).parent.glob("*.py"))


def sentences() -> list[tuple[str, ast.Call, str | None]]:
    """Each call of say with its template, which stands there or in the last assignment before, or else None."""
    found = []
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        written = {
            (target.id, node.lineno): node.value.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name) and isinstance(node.value.value, str)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                found.append((path.name, node, _template(node, written)))
    return found


def _template(call: ast.Call, written: dict[tuple[str, int], str]) -> str | None:
    (argument,) = call.args
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    before = [line for name, line in written if isinstance(argument, ast.Name) and name == argument.id]
    near = [line for line in before if line < call.lineno]
    return written[argument.id, max(near)] if isinstance(argument, ast.Name) and near else None


def test_every_sentence_is_written_out_where_it_is_said() -> None:
    assert len(sentences()) > 60
    for name, call, template in sentences():
        assert template is not None, (name, call.lineno)


def test_every_sentence_is_given_the_values_it_names() -> None:
    for name, call, template in sentences():
        named = {field for _, field, _, _ in string.Formatter().parse(template or "") if field}
        given = {keyword.arg for keyword in call.keywords}
        assert given in (named, set()), (name, call.lineno)


def test_foreign_text_is_cut_and_cannot_hide_or_reorder() -> None:
    assert shown("a" * 100) == "a" * 59 + "…"
    assert shown("<b>عاجل</b>") == "<b>عاجل</b>"
    assert shown("A\u202e\n\0\ud800B") == "A<U+202E><U+000A><U+0000><U+D800>B"


def test_a_path_of_any_bytes_is_text() -> None:
    assert shown_path(Path("خبر.txt")) == "خبر.txt"
    assert shown_path(Path("a\udcff.txt")) == "a\\xff.txt"


def test_a_system_error_nobody_foresaw_is_passed_on() -> None:
    error = OSError(95, "Operation not supported")
    assert str(why_unreadable(error)) == "the system says: Operation not supported."
    assert str(why_unwritten(error)).endswith("The system says: Operation not supported.")


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("Object contains unknown field `a` b`", "the key “a` b” is not known."),
        ("Expected `bool`, got `int` - at `$.a`", "“a” must be true or false."),
        ("Something new - at `$.a[0]`", "“a[0]” cannot be read: Something new."),
        ("Expected `int` - at `key in $.meta.free[...]`", "“meta.free[...]” must be a whole number."),
    ],
)
def test_a_complaint_of_the_parser_becomes_a_sentence(complaint: str, sentence: str) -> None:
    assert str(why_misshapen(complaint)) == sentence
