"""``jmetrics rules``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jinan_metrics.cli import output
from jinan_metrics.cli.options import ColorOption, LangOption, OutputOption, QuietOption, known_format
from jinan_metrics.cli.reporter import Reporter, UsageError
from jinan_metrics.cli.usage import near
from jinan_metrics.messages import Lang, text
from jinan_metrics.writing import Layout, pieces
from jinan_metrics.writing.cells import shown
from jinan_metrics.writing.width import wrapped

if TYPE_CHECKING:
    from jinan_metrics.rules import Rule

FORMATS = ("table", "json", "md")


def rules(
    ctx: typer.Context,
    rule: Annotated[str | None, typer.Argument(metavar="[RULE]", help="help.rule")] = None,
    format_: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="help.format_rules")
    ] = None,
    output_file: OutputOption = None,
    color: ColorOption = "auto",
    quiet: QuietOption = False,
    lang: LangOption = None,
) -> int:
    """Print all rules, or the page of one."""
    from jinan_metrics.rules import all_rules

    reporter: Reporter = ctx.obj
    reporter.quiet = quiet
    destination = output.Destination.of(output_file, color)
    format_name = known_format(format_ or ("table" if destination.terminal else "md"), FORMATS)
    known = {known_rule.id: known_rule for known_rule in all_rules()}
    if rule is not None and rule not in known:
        raise UsageError("usage.rule", given=rule, near=near(rule, known))

    if rule is None:
        reason = "reason_zh" if reporter.lang == "zh" else "reason"
        columns = ("id", "family", "reason", "reason_zh", "yes", "no")
        layout = Layout(
            columns=columns if format_name == "json" else ("id", "family", reason),
            chosen=True,
            lang=reporter.lang,
            width=output.width(),
            color=destination.colored,
        )
        destination.send(pieces(format_name, map(record, known.values()), layout))
    elif format_name == "json":
        import json

        destination.send([json.dumps(record(known[rule]), ensure_ascii=False, indent=2) + "\n"])
    else:
        page = _page_lines(known[rule], reporter.lang, output.width(), markdown=format_name == "md")
        destination.send(line + "\n" for line in page)
    return 0


def record(rule: Rule) -> dict[str, Any]:
    """A rule as JSON holds it."""
    return {
        "id": rule.id,
        "family": rule.family,
        "reason": rule.reason,
        "reason_zh": rule.reason_zh,
        "yes": [{"text": example.text, "expect": example.expect} for example in rule.yes],
        "no": list(rule.no),
    }


def _page_lines(rule: Rule, lang: Lang, width: int, *, markdown: bool) -> Iterator[str]:
    """The page of one rule, to read in a terminal or as Markdown (indented text is shown as it is in both)."""
    heading, bullet = ("## ", "- ") if markdown else ("", "  ")
    yield f"# {rule.id}" if markdown else rule.id
    yield f"{text('rule.family', lang)}: {rule.family}"
    yield ""
    yield from wrapped(rule.reason_zh if lang == "zh" else rule.reason, width)
    if rule.yes:
        yield ""
        yield heading + text("rule.yes", lang)
        for example in rule.yes:
            yield bullet + shown(example.text)
            if example.expect:
                yield "    → " + shown(", ".join(f"{key}={value}" for key, value in example.expect.items()))
    if rule.no:
        yield ""
        yield heading + text("rule.no", lang)
        for example_text in rule.no:
            yield bullet + shown(example_text)
