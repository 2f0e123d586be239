"""The guideline's rules in the project, and the decisions that hang on them."""

from annotator.core.change import Change, Edit
from annotator.core.guideline import add_rule, change_rule, remove_rule
from annotator.core.layer import GOLD, Decision
from annotator.core.rule import GuidelineRule
from annotator.core.verdict import DEFER
from annotator.store.row import edits_from_json, from_row, sql_of
from annotator.store.store import Applied, Store, now

GUIDELINE = "review.guideline"
"""The name of a change of the rules."""


def guideline_rules(store: Store) -> list[GuidelineRule]:
    """The rules by their numbers."""
    sql = f"SELECT {sql_of(GuidelineRule).columns} FROM rule ORDER BY n, id"
    return [from_row(GuidelineRule, row) for row in store.connection.execute(sql)]


def add_guideline_rule(store: Store, text: str, author: str) -> Applied:
    """Add a rule under the next number. Raises Conflict and NotKept as `Store.apply` does."""
    return _apply(store, add_rule(guideline_rules(store), text, now(), _highest(store)), author)


def change_guideline_rule(store: Store, rule: GuidelineRule, text: str, author: str) -> Applied:
    """Give a rule other words. Raises Conflict and NotKept as `Store.apply` does."""
    return _apply(store, change_rule(rule, text, now()), author)


def remove_guideline_rule(store: Store, rule: GuidelineRule, author: str) -> Applied:
    """Take a rule out. Raises Conflict and NotKept as `Store.apply` does."""
    return _apply(store, remove_rule(rule), author)


def _apply(store: Store, edit: Edit, author: str) -> Applied:
    return store.apply(Change(GUIDELINE, "", (edit,)), author)


def _highest(store: Store) -> int:
    """The highest number that a rule ever had."""
    rows = store.connection.execute("SELECT edits FROM change WHERE name = ?", (GUIDELINE,))
    edits = (edit for (text,) in rows for edit in edits_from_json(text))
    return max((edit.row.n for edit in edits if isinstance(edit.row, GuidelineRule)), default=0)


def decisions_citing(store: Store, rule: GuidelineRule) -> list[tuple[str, Decision]]:
    """The decisions on gold that cite any version of the rule, each with its article: what changing it would touch."""
    return _decisions(store, "substr(rule, 1, ?) = ?", len(rule.id) + 1, f"{rule.id}:")


def deferred(store: Store) -> list[tuple[str, Decision]]:
    """What waits for the guideline, each with its article: what a new rule would touch."""
    return _decisions(store, "action = ?", DEFER)


def _decisions(store: Store, where: str, *values: object) -> list[tuple[str, Decision]]:
    sql = f"""SELECT layer.article, {sql_of(Decision).columns} FROM decision JOIN layer ON layer.id = decision.layer
        WHERE layer.kind = ? AND {where} ORDER BY layer.article, decision.at, decision.id"""
    return [(article, from_row(Decision, row)) for article, *row in store.connection.execute(sql, (GOLD, *values))]
