"""Hashiya: read Arabic news about armed conflict and mark who did it, to whom, with what, and who says so."""

__version__ = "0.1.0"
