"""The options that several commands have, declared once, and how their values are understood."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from jinan_metrics.cli.reporter import UsageError
from jinan_metrics.messages import LANGS, Lang, language_of

COLORS = ("auto", "always", "never")


def _known_language(value: str | None) -> str | None:
    if value is not None and value not in LANGS:
        raise UsageError("usage.value", option="--lang", given=value, allowed=", ".join(LANGS))
    return value


def _known_color(value: str) -> str:
    if value not in COLORS:
        raise UsageError("usage.value", option="--color", given=value, allowed=", ".join(COLORS))
    return value


LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="zh|en", help="help.lang", callback=_known_language)
]
FormatOption = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT", help="help.format")]
OutputOption = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")]
LibraryOption = Annotated[str | None, typer.Option("--library", metavar="FILE", help="help.library")]
ColorOption = Annotated[
    str, typer.Option("--color", metavar="auto|always|never", help="help.color", callback=_known_color)
]
NoBomOption = Annotated[bool, typer.Option("--no-bom", help="help.no_bom")]
JobsOption = Annotated[str | None, typer.Option("--jobs", "-j", metavar="N", help="help.jobs")]
GlobOption = Annotated[list[str] | None, typer.Option("--glob", metavar="PATTERN", help="help.glob")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="help.quiet")]


def chosen_language(arguments: Sequence[str]) -> Lang:
    """The language of ``--lang`` wherever it stands, else that of the environment."""
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang":
            given = value if equals else "".join(arguments[position + 1 : position + 2])
            for lang in LANGS:
                if given == lang:
                    return lang
    return language_of(os.environ)


def listed(option: str, values: Sequence[str] | None, allowed: Sequence[str]) -> tuple[str, ...]:
    """The values of an option that may be repeated or hold a list with commas, each once and in order."""
    if not values:
        return ()
    found = named_list(values)
    if not found:
        raise UsageError("usage.nothing", option=option, allowed=", ".join(allowed))
    for name in found:
        if name not in allowed:
            raise UsageError("usage.value", option=option, given=name, allowed=", ".join(allowed))
    return found


def named_list(values: Sequence[str] | None) -> tuple[str, ...]:
    """The names in an option that may be repeated or hold a list with commas, each once and in order."""
    # The comma of a Chinese keyboard and the list comma serve as well.
    commas = {0xFF0C: ",", 0x3001: ","}
    named = (name.strip() for value in values or () for name in value.translate(commas).split(","))
    return tuple(dict.fromkeys(name for name in named if name))


def known_format(given: str, allowed: Sequence[str]) -> str:
    """``given`` if it is one of ``allowed``."""
    if given in allowed:
        return given
    raise UsageError("usage.format", given=given, allowed=", ".join(allowed))


def number(option: str, given: str | None, low: int, high: int) -> float | None:
    """The number that ``given`` is, from ``low`` to ``high``; a whole one where a fraction has no meaning."""
    if given is None:
        return None
    try:
        value = float(given) if high == 1 else int(given)
    except ValueError:
        raise UsageError("usage.number", option=option, given=given) from None
    if not low <= value <= high:
        raise UsageError("usage.range", option=option, given=given, low=low, high=high)
    return value
