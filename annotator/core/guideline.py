"""The guideline's numbered rules, as rows that a change can edit, and how a decision cites one."""

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.change import Edit
from annotator.core.layer import Decision
from annotator.core.rule import GuidelineRule


def add_rule(rules: Iterable[GuidelineRule], text: str, at: str, used: int = 0) -> Edit:
    """The edit that adds a rule under the next number; no number up to `used` is ever given again."""
    number = max([used, *(rule.n for rule in rules)]) + 1
    return Edit(None, GuidelineRule(f"rule-{number}", number, 1, text.strip(), at))


def change_rule(rule: GuidelineRule, text: str, at: str) -> Edit:
    """The edit that gives a rule other words: its next version."""
    return Edit(rule, replace(rule, version=rule.version + 1, text=text.strip(), at=at))


def remove_rule(rule: GuidelineRule) -> Edit:
    """The edit that takes a rule out. Decisions go on citing it."""
    return Edit(rule, None)


def cite(rule: GuidelineRule) -> str:
    """How a decision says by which rule, and in which version of it, it was made."""
    return f"{rule.id}:{rule.version}"


def cited(decision: Decision) -> tuple[str, int] | None:
    """The id and the version of the rule that a decision cites, if it cites one in our way."""
    name, _, version = (decision.rule or "").rpartition(":")
    return (name, int(version)) if name and version.isdecimal() else None


def is_cited_by(rule_id: str, decision: Decision) -> bool:
    """Whether the decision cites any version of the rule."""
    found = cited(decision)
    return found is not None and found[0] == rule_id
