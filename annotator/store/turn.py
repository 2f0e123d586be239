"""Turns: the how-manieth time an annotator works on an article, where it is to be done more than once."""


def pass_in_sql(article: str, annotator: str) -> str:
    """The pass that an annotator is at, both given as SQL: a second one begins when the first is handed in.

    It does so too where only the second was handed out.
    """
    return f"""(SELECT ifnull(max(task.pass), 1) FROM assignment AS task
    WHERE task.article = {article} AND task.annotator = {annotator} AND task.pass > 1 AND (EXISTS (
        SELECT 1 FROM layer AS before WHERE before.article = task.article AND before.annotator = task.annotator
        AND before.kind = 'handed_in' AND before.pass = task.pass - 1) OR NOT EXISTS (
        SELECT 1 FROM assignment AS before WHERE before.article = task.article
        AND before.annotator = task.annotator AND before.pass = task.pass - 1)))"""
