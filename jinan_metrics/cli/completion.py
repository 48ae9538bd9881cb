"""``jmetrics completion``: a script that a shell reads, made from the commands themselves.

The script holds all names, so that pressing Tab starts no Python.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from jinan_metrics.auditing.model import SEVERITIES
from jinan_metrics.cli.compare import BY, SORT, STATUSES
from jinan_metrics.cli.options import COLORS, LangOption
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.messages import LANGS, TEXTS, Lang, text
from jinan_metrics.model import KINDS, ROLES
from jinan_metrics.writing import FORMATS

SHELLS = ("bash", "zsh", "fish")
_VALUES = {
    "--kind": KINDS,
    "--role": ROLES,
    "--lang": LANGS,
    "--color": COLORS,
    "--only": STATUSES,
    "--severity": SEVERITIES,
    "--fail-on": SEVERITIES,
    "--by": BY,
    "--sort": SORT,
}
_FEWER_FORMATS = {
    "rules": ("table", "json", "md"),
    "explain": ("table", "json"),
    "evaluate": ("table", "csv", "tsv", "json", "jsonl", "md"),
}


@dataclass(frozen=True, slots=True)
class _Option:
    names: tuple[str, ...]
    takes_value: bool
    values: tuple[str, ...]
    help: str


def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="bash|zsh|fish", help="help.shell")],
    lang: LangOption = None,
) -> int:
    """Print the script for ``shell``."""
    reporter: Reporter = ctx.obj
    if shell not in SHELLS:
        raise UsageError("usage.value", option="completion", given=shell, allowed=", ".join(SHELLS))
    group: Any = ctx.find_root().command
    commands = {name: group.get_command(ctx, name) for name in group.list_commands(ctx)}
    known = {name: _options(ctx, name, command, reporter.lang) for name, command in commands.items()}
    if shell == "fish":
        lines = _fish(known, {name: command.short_help for name, command in commands.items()}, reporter.lang)
    else:
        lines = _bash(known, for_zsh=shell == "zsh")
    print("\n".join(lines))
    return 0


def _options(ctx: Any, command: str, declared: Any, lang: Lang) -> list[_Option]:
    options = []
    for parameter in declared.get_params(ctx):
        if parameter.param_type_name != "option":
            continue
        names = tuple(parameter.opts)
        values: tuple[str, ...] = next((_VALUES[name] for name in names if name in _VALUES), ())
        if "--format" in names:
            values = _FEWER_FORMATS.get(command, tuple(FORMATS))
        key = "help.help" if parameter.name == "help" else parameter.help or ""
        said = TEXTS[key][LANGS.index(lang)] if key in TEXTS else ""
        options.append(_Option(names, not parameter.is_flag, values, said))
    return options


def _bash(known: dict[str, list[_Option]], *, for_zsh: bool) -> Iterator[str]:
    if for_zsh:
        yield "autoload -U +X compinit && compinit"
        yield "autoload -U +X bashcompinit && bashcompinit"
    yield "_jmetrics() {"
    yield '  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command="" at'
    yield "  COMPREPLY=()"
    yield "  for ((at = 1; at < COMP_CWORD; at++)); do"
    yield f"    case ${{COMP_WORDS[at]}} in {'|'.join(known)}) command=${{COMP_WORDS[at]}}; break ;; esac"
    yield "  done"
    yield '  case "$command $previous" in'
    for command, options in known.items():
        for option in options:
            if option.takes_value:
                patterns = "|".join(f"'{command} {name}'" for name in option.names)
                found = (
                    f'COMPREPLY=($(compgen -W "{" ".join(option.values)}" -- "$word"))'
                    if option.values
                    else ":"
                )
                yield f"    {patterns}) {found}; return ;;"
    yield "  esac"
    yield "  case $command in"
    yield f'    "") COMPREPLY=($(compgen -W "{" ".join(known)} --help --version --lang" -- "$word")); return ;;'
    for command, options in known.items():
        names = " ".join(name for option in options for name in option.names)
        yield f'    {command}) [[ $word == -* ]] && COMPREPLY=($(compgen -W "{names}" -- "$word")) ;;'
    yield "  esac"
    yield "}"
    yield "complete -o default -F _jmetrics jmetrics"


def _fish(known: dict[str, list[_Option]], helps: dict[str, str], lang: Lang) -> Iterator[str]:
    alone = "not __fish_seen_subcommand_from " + " ".join(known)
    for command, options in known.items():
        said = text(helps[command], lang)
        yield f"complete -c jmetrics -f -n {shlex.quote(alone)} -a {command} -d {shlex.quote(said)}"
        condition = shlex.quote(f"__fish_seen_subcommand_from {command}")
        for option in options:
            names = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
            )
            value = f" -x -a {shlex.quote(' '.join(option.values))}" if option.values else " -r"
            first = option.help.split("{")[0] if "{" in option.help else option.help
            yield (
                f"complete -c jmetrics -n {condition} {names}{value if option.takes_value else ''}"
                f" -d {shlex.quote(first.strip())}"
            )
