"""The commands, and what becomes of their errors."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from jinan_metrics.cli.commands import COMMANDS, CommandsOnDemand
from jinan_metrics.cli.options import LangOption, chosen_language
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.library.errors import LibraryError
from jinan_metrics.messages import Remark
from jinan_metrics.writing.whole_file import OutputError

app = typer.Typer(
    name="jmetrics",
    cls=CommandsOnDemand,
    help="help.root",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version(context: typer.Context, wanted: bool) -> None:
    if wanted:
        from jinan_metrics import __version__
        from jinan_metrics.messages import text

        print(f"jmetrics {__version__}" + (text("version.compiled", context.obj.lang) if _compiled() else ""))
        raise typer.Exit


def _compiled() -> bool:
    """Whether this is the compiled build, as hatch_build.py makes it."""
    from importlib.machinery import EXTENSION_SUFFIXES
    from importlib.util import find_spec

    core = find_spec("jinan_metrics.extract")
    return core is not None and str(core.origin).endswith(tuple(EXTENSION_SUFFIXES))


@app.callback()
def root(
    lang: LangOption = None,
    version: Annotated[
        bool, typer.Option("--version", help="help.version", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """The options that stand before a command."""


def run(arguments: list[str]) -> int:
    """Run the command that ``arguments`` name; its exit code."""
    # Piped text is UTF-8 with plain line ends everywhere; a terminal keeps its own encoding.
    if not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    # The language is needed before the options are understood: mistakes in them are explained in it.
    reporter = Reporter(lang=chosen_language(arguments))
    try:
        code = typer.main.get_command(app).main(
            arguments, prog_name="jmetrics", standalone_mode=False, obj=reporter
        )
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except SystemExit as stop:
        # typer's own answer to a closed pipe, in help and version; a stop on a signal has no such context.
        if isinstance(stop.__context__, BrokenPipeError):
            raise stop.__context__ from None
        raise
    except UsageError as wrong:
        reporter.wrong_usage(wrong.remark, _command_in(arguments))
        return 2
    except typer.TyperException as wrong:
        from jinan_metrics.cli.usage import remark_on

        reporter.wrong_usage(remark_on(wrong), _command_in(arguments))
        return 2
    except OutputError as error:
        reporter.failure(error.where, error.remark)
        return 2 if error.wrong else 1
    except BrokenPipeError:
        raise
    except LibraryError as error:
        reporter.failure(error.where, error.remark)
        return 2 if error.wrong else 1
    except OSError as error:  # inputs and files are dealt with where they are opened
        reporter.failure("-", Remark("write.stdout", reason=error.strerror))
        return 1
    except Exception as error:
        if os.environ.get("JMETRICS_TRACEBACK"):
            raise
        reporter.failure("-", Remark("note.internal", error=f"{type(error).__name__}: {error}"))
        return 1


def _command_in(arguments: list[str]) -> str:
    """The command that help is for when ``arguments`` are wrong."""
    named = (argument for argument in arguments if argument in COMMANDS)
    return " ".join(["jmetrics", *list(named)[:1]])
