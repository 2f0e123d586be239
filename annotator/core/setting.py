"""A setting that travels with the project, as a row that a change can edit."""

from dataclasses import dataclass

SCHEME_IN_FORCE = "scheme_in_force"
"""The setting that holds the number of the scheme's version in force; without it the first one is."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the project says under a key."""

    key: str
    value: str

    @property
    def id(self) -> str:
        """What tells it from other settings."""
        return self.key
