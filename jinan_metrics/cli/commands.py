"""The commands by name, each loaded when it is called, so that none waits for what another needs."""

from __future__ import annotations

import importlib
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from jinan_metrics.cli.reporter import UsageError

# Command -> the module of jinan_metrics.cli that holds the function of that name, in the order of the help text.
COMMANDS = {
    "extract": "extract",
    "compare": "compare",
    "find": "find",
    "series": "find",
    "audit": "audit",
    "add": "library",
    "docs": "library",
    "remove": "library",
    "report": "report",
    "apply": "apply",
    "explain": "explain",
    "show": "show",
    "rules": "rules",
    "evaluate": "evaluate",
    "completion": "completion",
}


class SpokenCommand(TyperCommand):
    """A command with a help text in the user's language."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from jinan_metrics.cli.help import page

        formatter.write(page(self, ctx, commands=()))


class CommandsOnDemand(TyperGroup):
    """The command with subcommands, with such a help text."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _loaded(cmd_name) if cmd_name in COMMANDS else None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from jinan_metrics.cli.help import page

        formatter.write(page(self, ctx, commands=[(name, f"help.short.{name}") for name in COMMANDS]))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from jinan_metrics.cli.usage import near

            raise UsageError("usage.no_such_command", given=name, near=near(name, COMMANDS))
        return super().resolve_command(ctx, args)


def _loaded(name: str) -> Any:
    function = getattr(importlib.import_module(f"jinan_metrics.cli.{COMMANDS[name]}"), name)
    alone = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    alone.command(name, cls=SpokenCommand, help=f"help.{name}", short_help=f"help.short.{name}")(function)
    return typer.main.get_command(alone)
