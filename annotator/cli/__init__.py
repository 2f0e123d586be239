"""The command line: one function per verb. It wires the rooms and decides nothing."""

import gc
import sys

import click

from annotator import __version__
from annotator.cli.answer import fail
from annotator.cli.inspect import check, formats, labels, show
from annotator.cli.transfer import export, import_, new
from annotator.core.sentence import Refused, say

COLLECT_AFTER = 200_000


@click.group(name="hashiya", context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, prog_name="hashiya")
@click.pass_context
def program(context: click.Context) -> None:
    """Annotate Arabic news: who did it, to whom, with what, and who says so.

    `hashiya [PROJECT]` without a command opens the window.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for verb in (new, import_, export, show, labels, formats, check):
    program.add_command(verb)


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
