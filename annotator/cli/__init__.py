"""The command line: one function per verb. It wires the rooms and decides nothing."""

import gc
import importlib
import sys

import click

from annotator import __version__
from annotator.cli.answer import fail
from annotator.core.sentence import Refused, say

COLLECT_AFTER = 200_000
VERBS = {
    "new": "transfer:new",
    "import": "transfer:import_",
    "export": "export:export",
    "show": "show:show",
    "labels": "inspect:labels",
    "formats": "inspect:formats",
    "check": "inspect:check",
    "validate": "inspect:validate",
    "agree": "agree:agree",
    "disagreements": "disagree:disagreements",
    "assign": "assign:assign_",
    "bundle": "bundle:bundle",
    "merge": "merge:merge_",
    "update": "bundle:update",
    "overview": "overview:overview",
    "places": "overview:places_of",
    "gold": "gold:gold",
}
"""Where each verb is: the module of this package, and the function in it. Imported only when the verb is used."""


class Verbs(click.Group):
    """The group of VERBS."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        module, _, function = VERBS[cmd_name].partition(":")
        found: click.Command = getattr(importlib.import_module(f"{__name__}.{module}"), function)
        return found


@click.group(
    name="hashiya", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True
)
@click.version_option(__version__, prog_name="hashiya")
@click.pass_context
def program(context: click.Context) -> None:
    """Annotate Arabic news: who did it, to whom, with what, and who says so.

    `hashiya [PROJECT]` without a command opens the window.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run() -> None:
    """Carry out the process's arguments: exit 0 done, 1 done in part or found something, 2 not done."""
    # Records come and go by the million and hold no circles: looking for those would take a third of the time.
    gc.set_threshold(COLLECT_AFTER)
    try:
        program.main(prog_name="hashiya")
    except Refused as error:
        fail(error.sentence, "--json" in sys.argv)
    except OSError as error:
        # Everything but the answer itself is looked after where it is read or written.
        fail(say("The answer could not be written: {reason}.", reason=error.strerror or str(error)), False)
