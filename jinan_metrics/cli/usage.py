"""What typer has to say about wrong usage, in the user's language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import typer

from jinan_metrics.messages import Remark


def remark_on(wrong: typer.TyperException) -> Remark:
    """The remark for typer's exception.

    typer keeps the classes of its usage errors to itself, so they are told apart by name and words; one
    that is not known here is passed on in typer's own words.
    """
    context: Any = getattr(wrong, "ctx", None)
    option = getattr(wrong, "option_name", "")
    message = wrong.format_message()
    kind = type(wrong).__name__
    if kind == "NoSuchOption" and context:
        names = [name for parameter in context.command.get_params(context) for name in parameter.opts]
        return Remark("usage.no_such_option", given=option, near=near(option, names))
    if kind == "BadOptionUsage":
        key = "usage.needs_value" if "requires an argument" in message else "usage.takes_no_value"
        return Remark(key, option=option)
    if message == "Missing command.":
        return Remark("usage.no_command")
    if extra := re.search(r"unexpected extra argument\S* \((.*)\)", message, re.DOTALL):
        return Remark("usage.extra", given=extra[1])
    return Remark("usage.other", text=message)


def near(given: str, names: Iterable[str]) -> str | Remark:
    """A question for the names that ``given`` may have meant, or nothing."""
    close = get_close_matches(given, list(names))
    return Remark("usage.near", names=", ".join(close)) if close else ""
