"""The keys in force: chosen ones over those of the table, each key to one command in one place, kept as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import paths
from annotator.core.scheme_file import read_scheme
from annotator.ui.commands import ANYWHERE, COMMANDS, READING, Command, command_named
from annotator.ui.keymap import PLACES, Keymap, caps, fault, read_keymap

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))
LABEL_KEYS = [label.key for label in SCHEME.labels]
UNDO, REDO, COPY, NEXT = map(command_named, ("edit.undo", "edit.redo", "edit.copy", "span.next"))
KEYS = sorted({key for command in COMMANDS for key in command.keys} | {"Ctrl+U", "Alt+K", "F8", "J", ";", "\\", "'"})

changes = st.lists(
    st.tuples(st.sampled_from(COMMANDS), st.lists(st.sampled_from(KEYS), max_size=3).map(tuple)), max_size=6
)


def changed(steps: list[tuple[Command, tuple[str, ...]]]) -> Keymap:
    keymap = Keymap()
    for command, keys in steps:
        keymap = keymap.with_keys(command, keys)
    return keymap


def test_without_changes_the_keys_are_those_of_the_table() -> None:
    keymap = Keymap()
    assert all(keymap.keys(command) == command.keys for command in COMMANDS)
    assert keymap.text() == ""


def test_every_place_where_commands_count_is_known() -> None:
    assert {command.where for command in COMMANDS} <= set(PLACES)


def test_every_key_of_the_table_is_one_that_its_command_may_have() -> None:
    assert [(c.name, key) for c in COMMANDS for key in c.keys if fault(c, key, LABEL_KEYS)] == []


@given(changes)
def test_however_keys_are_changed_none_belongs_to_two_commands_in_one_place(
    steps: list[tuple[Command, tuple[str, ...]]],
) -> None:
    keymap = changed(steps)
    for command in COMMANDS:
        assert keymap.clash(command, keymap.keys(command)) == ()
        for key in keymap.keys(command):
            assert command in keymap.commands_for(key)


@given(changes)
def test_the_command_changed_last_has_exactly_the_keys_it_was_given(
    steps: list[tuple[Command, tuple[str, ...]]],
) -> None:
    if steps:
        command, keys = steps[-1]
        assert changed(steps).keys(command) == tuple(dict.fromkeys(keys))


@given(changes)
def test_what_is_kept_as_text_is_read_back(steps: list[tuple[Command, tuple[str, ...]]]) -> None:
    allowed = [(command, tuple(key for key in keys if not fault(command, key, ()))) for command, keys in steps]
    keymap = changed(allowed)
    back = read_keymap(keymap.text())
    assert all(back.keys(command) == keymap.keys(command) for command in COMMANDS)


def test_a_key_that_is_taken_over_comes_back_when_the_taker_is_reset() -> None:
    taken = Keymap().with_keys(COPY, ("N",))
    assert taken.keys(NEXT) == ()
    assert taken.commands_for("N") == (COPY,)
    assert taken.without_change(COPY).keys(NEXT) == ("N",)


def test_a_key_given_back_by_hand_leaves_the_other_without() -> None:
    keymap = Keymap().with_keys(COPY, ("N",)).with_keys(NEXT, ("N",))
    assert keymap.keys(NEXT) == ("N",)
    assert keymap.keys(COPY) == ()


def test_the_same_keys_as_in_the_table_are_no_change() -> None:
    assert Keymap().with_keys(UNDO, ("Ctrl+U",)).with_keys(UNDO, UNDO.keys) == Keymap()


def test_a_clash_names_the_command_that_has_the_key() -> None:
    assert Keymap().clash(UNDO, ("Ctrl+Y",)) == (REDO,)
    assert Keymap().clash(REDO, ("Ctrl+Y", "Ctrl+Shift+Z")) == ()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"edit.undo": "Ctrl+U"}', '{"edit.undo": [1, null, ""]}', '{"no.such": ["Q"]}']
)
def test_settings_of_another_form_leave_every_other_command_alone(text: str) -> None:
    keymap = read_keymap(text)
    assert [command for command in COMMANDS if keymap.keys(command) != command.keys and command != UNDO] == []


def test_a_key_written_into_the_settings_by_hand_cannot_take_typing_away() -> None:
    assert read_keymap('{"view.theme": ["N", "Ctrl+C", "Ctrl+U"]}').keys(command_named("view.theme")) == ("Ctrl+U",)


@pytest.mark.parametrize(
    ("name", "key", "free"),
    [
        ("span.next", LABEL_KEYS[0], False),
        ("span.next", "Tab", False),
        ("span.next", "J", True),
        ("span.next", "Ctrl+C", True),
        *(("span.next", key, True) for key in (";", "'", ".", "/", "\\", "-", "=", "`", "Shift+;")),
        ("view.theme", "J", False),
        ("view.theme", "Shift+J", False),
        ("view.theme", "Ctrl+V", False),
        ("view.theme", "Ctrl+J", True),
        ("view.theme", "Alt+Shift+J", True),
        ("view.theme", "F8", True),
        ("view.theme", "F", False),
    ],
)
def test_which_keys_a_command_may_have(name: str, key: str, free: bool) -> None:
    command = command_named(name)
    assert command.where == (ANYWHERE if name.startswith("view") else READING)
    assert (fault(command, key, LABEL_KEYS) is None) == free


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("Ctrl++", ("Ctrl", "+")),
        ("+", ("+",)),
        ("Ctrl+Shift++", ("Ctrl", "Shift", "+")),
        ("Shift+[", ("Shift", "[")),
        ("Ctrl+\\", ("Ctrl", "\\")),
        ("Ctrl+Left", ("Ctrl", "←")),
        ("N", ("N",)),
        ("", ()),
    ],
)
def test_a_combination_is_taken_apart_into_its_caps(key: str, parts: tuple[str, ...]) -> None:
    assert caps(key) == parts
