"""Help texts: in the user's language, and wrapped by what a terminal shows of them (a Chinese character is two wide).

``help=`` of every command and option holds the key of its text in ``messages``; it is looked up when help is
printed.
"""

from __future__ import annotations

import shutil
from typing import Any

from jinan_metrics.messages import TEXTS, Lang, text
from jinan_metrics.model import KINDS, ROLES
from jinan_metrics.writing import FORMATS
from jinan_metrics.writing.width import wrapped

_FILLED_IN = {
    "help.format": {"formats": ", ".join(FORMATS)},
    "help.kind": {"kinds": ", ".join(KINDS)},
    "help.role": {"roles": ", ".join(ROLES)},
    "help.only": {"statuses": "changed, same, appeared, gone, mixed"},
}
_INDENT = 2
_GAP = 2
_NAMES_AT_MOST = 28


def page(command: Any, ctx: Any, commands: Any) -> str:
    """The help of a command, or of the program where ``commands`` are listed: (name, key of its text)."""
    lang: Lang = ctx.obj.lang
    width = min(max(shutil.get_terminal_size().columns, 40), 100)
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.get_params(ctx) if p.param_type_name == "option"]

    pieces = [p.metavar for p in arguments]
    if commands:
        pieces.append(text("help.subcommand", lang))
    usage = " ".join([text("help.usage", lang), ctx.command_path, text("help.pieces", lang), *pieces])
    paragraphs = said(command.help, lang).split("\n\n")
    described = "\n\n".join(
        "\n".join("  " + line for row in paragraph.split("\n") for line in wrapped(row, width - _INDENT))
        for paragraph in paragraphs
    )
    sections = [
        _section("help.arguments", [(p.metavar, said(p.help, lang)) for p in arguments], lang, width),
        _section("help.options", [(_names(p), said(_help_of(p), lang)) for p in options], lang, width),
        _section("help.commands", [(name, said(help_, lang)) for name, help_ in commands], lang, width),
    ]
    return "\n\n".join([usage, described, *filter(None, sections)]) + "\n"


def _section(title: str, entries: list[tuple[str, str]], lang: Lang, width: int) -> str:
    if not entries:
        return ""
    column = min(max(len(names) for names, _ in entries), _NAMES_AT_MOST) + _GAP
    lines = [text(title, lang)]
    for names, said in entries:
        first, *rest = wrapped(said, width - _INDENT - column)
        if len(names) + _GAP > column:
            lines.append(" " * _INDENT + names)
            names = ""
        lines.append(" " * _INDENT + names.ljust(column) + first)
        lines += [" " * (_INDENT + column) + line for line in rest]
    return "\n".join(lines)


def _names(option: Any) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {option.metavar}" if option.metavar else names


def _help_of(parameter: Any) -> str:
    return "help.help" if parameter.name == "help" else parameter.help or ""


def said(key: str, lang: Lang) -> str:
    """The text of ``key`` with the names that the code knows filled in."""
    return text(key, lang, **_FILLED_IN.get(key, {})) if key in TEXTS else key
