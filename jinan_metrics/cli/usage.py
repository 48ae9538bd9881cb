"""What typer has to say about wrong usage, in the user's language."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import typer

from jinan_metrics.messages import Remark


def remark_on(wrong: typer.TyperException) -> tuple[Remark, str]:
    """The remark for typer's exception, and the command that it is about.

    typer keeps the classes of its usage errors to itself, so they are told apart by name; one that is not known here
    is passed on in typer's own words.
    """
    context: Any = getattr(wrong, "ctx", None)
    command = context.command_path if context else "jmetrics"
    option = getattr(wrong, "option_name", "")
    match type(wrong).__name__:
        case "NoSuchOption":
            return Remark("usage.no_such_option", given=option, near=_near(option, _option_names(context))), command
        case "BadOptionUsage" if "requires an argument" in str(wrong):
            return Remark("usage.needs_value", option=option), command
        case "BadParameter" if (given := _quoted_value(wrong)) is not None:
            return Remark("usage.number", option=_name_of(wrong), given=given), command
        case "UsageError" if context and context.args and "No such command" in str(wrong):
            given = context.args[0]
            names = list(context.command.commands)
            return Remark("usage.no_such_command", given=given, near=_near(given, names)), command
    return Remark("usage.other", text=wrong.format_message()), command


def _near(given: str, names: list[str]) -> str | Remark:
    close = get_close_matches(given, names)
    return Remark("usage.near", names=", ".join(close)) if close else ""
