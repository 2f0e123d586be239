"""The command table: one row per command, no key twice, every menu entry worded."""

from collections import Counter

from annotator import paths
from annotator.core.scheme_file import read_scheme
from annotator.ui.commands import COMMANDS, MENUS, label_commands

SCHEME = read_scheme(paths.resource("scheme.toml").read_text(encoding="utf-8"))


def test_no_key_belongs_to_two_commands() -> None:
    rows = (*COMMANDS, *label_commands(SCHEME))
    keys = Counter(key for command in rows for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_names_are_unique_and_of_the_form_area_verb() -> None:
    names = Counter(command.name for command in COMMANDS)
    assert [name for name, count in names.items() if count > 1] == []
    assert all(name.count(".") == 1 for name in names)


def test_every_row_has_a_title_for_the_lists_of_keys() -> None:
    assert [command.name for command in COMMANDS if not command.title] == []


def test_every_menu_entry_has_words_and_every_menu_has_entries() -> None:
    menus = {name for name, _ in MENUS}
    assert {command.menu for command in COMMANDS if command.menu} == menus
