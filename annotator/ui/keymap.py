"""The keys in force: those of the command table, except where the person at this machine has chosen others."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from annotator.core.sentence import Sentence, say
from annotator.ui.commands import ANYWHERE, COMMANDS, READING, TEXT, Command, command_named

Keys = tuple[str, ...]

FIELD = "field"
PLACES = {
    ANYWHERE: frozenset((FIELD, "pane", "text")),
    READING: frozenset(("pane", "text")),
    TEXT: frozenset(("text",)),
}
"""Where the focus can be when a command counts: two commands that share a place cannot share a key."""

MOVES_FOCUS = frozenset(("Tab", "Shift+Tab"))
HOLDS_TYPING_OFF = re.compile(r"(Shift\+)?F\d+|(Ctrl|Alt|Meta)\+.+")
EDITS_FIELDS = frozenset(
    f"Ctrl+{key}"
    for key in ("A", "C", "V", "X", "Y", "Z", "Shift+Z", "Left", "Right", "Home", "End", "Backspace", "Delete")
)
ON_CAPS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys carry out which command. `own` holds the changed ones only, by the command's name."""

    own: Mapping[str, Keys] = field(default_factory=dict)
    _in_force: Mapping[str, Keys] = field(init=False, repr=False, compare=False)
    _commands: Mapping[str, tuple[Command, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        in_force = {command.name: _keys_left(command, self.own) for command in COMMANDS}
        commands: dict[str, tuple[Command, ...]] = {}
        for command in COMMANDS:
            for key in in_force[command.name]:
                commands[key] = (*commands.get(key, ()), command)
        object.__setattr__(self, "_in_force", in_force)
        object.__setattr__(self, "_commands", commands)

    def keys(self, command: Command) -> Keys:
        """The keys of a command, the one to be shown first. A label's come from the scheme and never change."""
        return self._in_force.get(command.name, command.keys)

    def shown(self, command: Command) -> str:
        """The key that is shown beside a command; "" when it has none."""
        return next(iter(self.keys(command)), "")

    def commands_for(self, key: str) -> tuple[Command, ...]:
        """The commands that a key carries out; where there are several, they count in different places."""
        return self._commands.get(key, ())

    def is_changed(self, command: Command) -> bool:
        """Whether the command's keys are others than those it came with."""
        return self.keys(command) != command.keys

    def clash(self, command: Command, keys: Collection[str]) -> tuple[Command, ...]:
        """The other commands that have one of these keys where `command` counts too."""
        holders = (other for key in keys for other in self.commands_for(key))
        others = (other for other in holders if other.name != command.name and _meet(command, other))
        return tuple(dict.fromkeys(others))

    def with_keys(self, command: Command, keys: Keys) -> "Keymap":
        """The same with these keys for the command; whoever had one of them loses it."""
        own = dict(self.own)
        for name in own:
            if name != command.name and _meet(command, command_named(name)):
                own[name] = tuple(key for key in own[name] if key not in keys)
        own.pop(command.name, None)
        unchanged = Keymap(own)
        wanted = tuple(dict.fromkeys(keys))
        return unchanged if unchanged.keys(command) == wanted else Keymap(own | {command.name: wanted})

    def without_change(self, command: Command) -> "Keymap":
        """The same with the command's own keys, as far as no other command has been given them."""
        return Keymap({name: keys for name, keys in self.own.items() if name != command.name})

    def text(self) -> str:
        """The changed keys as JSON, for the settings."""
        return json.dumps({name: list(keys) for name, keys in self.own.items()}) if self.own else ""


def read_keymap(text: str) -> Keymap:
    """The keymap written in the settings. What is not of its form, or no longer a command, counts for nothing."""
    try:
        value = json.loads(text or "{}")
    except ValueError:
        # A damaged line of the settings takes the chosen keys with it; the keys of the table are still there.
        value = {}
    keymap = Keymap()
    for command in COMMANDS:
        keys = value.get(command.name) if isinstance(value, dict) else None
        if isinstance(keys, list):
            keymap = keymap.with_keys(command, _sound(command, keys))
    return keymap


def fault(command: Command, key: str, label_keys: Collection[str]) -> Sentence | None:
    """Why a command cannot have a key, whoever else has it; None when it can."""
    if key in label_keys:
        return say("{key} is a label's key; labels have their keys from the scheme.", key=key)
    if key in MOVES_FOCUS:
        return say("{key} leads from one control to the next and stays with that.", key=key)
    if FIELD in PLACES[command.where]:
        if not HOLDS_TYPING_OFF.fullmatch(key):
            return say("This command works while you type, too, so its key needs Ctrl or Alt.")
        if key in EDITS_FIELDS:
            return say("{key} is needed for typing in fields.", key=key)
    return None


def caps(key: str) -> Keys:
    """The single keys of a combination, as they stand on keycaps: “Ctrl++” is Ctrl and +, “Left” is an arrow."""
    last = ("+",) if key.endswith("+") else ()
    return (*(ON_CAPS.get(part, part) for part in key.split("+") if part), *last)


def _keys_left(command: Command, own: Mapping[str, Keys]) -> Keys:
    """What a command's keys are, when others may have been given those it came with."""
    if command.name in own:
        return own[command.name]
    given = {key for name, keys in own.items() if _meet(command, command_named(name)) for key in keys}
    return tuple(key for key in command.keys if key not in given)


def _meet(one: Command, other: Command) -> bool:
    return bool(PLACES[one.where] & PLACES[other.where])


def _sound(command: Command, keys: Iterable[object]) -> Keys:
    return tuple(key for key in keys if isinstance(key, str) and key and fault(command, key, ()) is None)
