"""Writes what is made from the code: the reference in both languages, and the JSON Schemas that are shipped.

    python docs/make.py              the reference and the schemas
    python docs/make.py --examples   also what the examples show
    python docs/make.py --pictures   also the pictures (needs Chromium and the development packages)

``tests/test_docs.py`` fails where a page is not current.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import audit
import typer
from console import PAGES, renewed

from jinan_metrics.cli.app import app
from jinan_metrics.cli.help import said
from jinan_metrics.fields import CLAIM_FIELDS, Field
from jinan_metrics.messages import LANGS, TEXTS, Lang, text
from jinan_metrics.rules import Rule, all_rules
from jinan_metrics.schemas import SCHEMAS
from jinan_metrics.writing.markdown import escaped

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
_SUFFIX = {"en": "", "zh": ".zh-CN"}
_MADE = {
    "en": "Made from the code by `python docs/make.py`.",
    "zh": "由 `python docs/make.py` 从代码生成。",
}
_WORDS = {
    "commands": ("Commands", "命令"),
    "command": ("Command", "命令"),
    "argument": ("Argument", "参数"),
    "option": ("Option", "选项"),
    "meaning": ("Meaning", "含义"),
    "fields": ("Fields of a claim", "陈述的字段"),
    "field": ("Field", "字段"),
    "label": ("Chinese header", "中文表头"),
    "type": ("Type", "类型"),
    "row": ("Fields of a row of `compare`", "`compare` 一行的字段"),
    "rules": ("Rules", "规则"),
    "family.not": ("What is no claim", "不是陈述的"),
    "family.kind": ("Which kind a claim is", "陈述属于哪一种"),
    "family.table": ("Cells of tables", "表格单元格"),
    "family.name": ("What a claim is named", "陈述叫什么"),
    "family.hand": ("By hand", "人工"),
    "matches": ("Matches", "匹配"),
    "not": ("Does not match", "不匹配"),
    "or_null": ("or null", "或空"),
}


def pages() -> dict[Path, str]:
    """Every file that is made from the code, with its text."""
    made = {
        ROOT / "jinan_metrics" / "data" / f"{name}.schema.json": _json(make())
        for name, make in SCHEMAS.items()
    }
    for lang in LANGS:
        made[ROOT / "docs" / f"audit{_SUFFIX[lang]}.md"] = audit.page(lang, audit.RATES)
        for name, lines in (
            ("commands", _commands(lang)),
            ("fields", _fields(lang)),
            ("rules", _rules(lang)),
        ):
            title = f"# {_word(name, lang)}"
            made[REFERENCE / f"{name}{_SUFFIX[lang]}.md"] = (
                "\n".join([title, "", _MADE[lang], "", *lines]) + "\n"
            )
    return made


def _word(key: str, lang: Lang) -> str:
    return _WORDS[key][LANGS.index(lang)]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "| " + " | ".join("---" for _ in heads) + " |"
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def _commands(lang: Lang) -> Iterator[str]:
    group: Any = typer.main.get_command(app)
    with group.make_context("jmetrics", [], resilient_parsing=True) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            arguments = [p for p in command.params if p.param_type_name == "argument"]
            options = [p for p in command.params if p.param_type_name == "option"]
            usage = " ".join(["jmetrics", name, text("help.pieces", lang), *(p.metavar for p in arguments)])
            yield f"## {name}"
            yield ""
            yield f"`{usage}`"
            yield ""
            first, *examples = said(command.help, lang).split("\n\n")
            yield escaped(first)
            yield ""
            for block in examples:
                yield from ("```sh", block, "```", "")
            if arguments:
                rows = [[f"`{p.metavar}`", escaped(said(p.help or "", lang))] for p in arguments]
                yield from _table([_word("argument", lang), _word("meaning", lang)], rows)
            rows = [
                [", ".join(f"`{o}`" for o in [*p.opts, *p.secondary_opts]), escaped(said(p.help or "", lang))]
                for p in options
            ]
            if rows:
                yield from _table([_word("option", lang), _word("meaning", lang)], rows)


def _fields(lang: Lang) -> Iterator[str]:
    rows = [
        [
            f"`{name}`",
            text(f"label.{name}", "zh"),
            _type(field, lang),
            escaped(text(f"meaning_of.{name}", lang)),
        ]
        for name, field in CLAIM_FIELDS.items()
    ]
    heads = [_word(key, lang) for key in ("field", "label", "type", "meaning")]
    yield from _table(heads, rows)
    yield f"## {_word('row', lang)}"
    yield ""
    names = SCHEMAS["row"]()["properties"]
    told = [
        [
            f"`{name}`",
            escaped(
                text(
                    f"meaning_of_row.{name}" if f"meaning_of_row.{name}" in TEXTS else f"meaning_of.{name}",
                    lang,
                )
            ),
        ]
        for name in names
    ]
    yield from _table([_word("field", lang), _word("meaning", lang)], told)


def _type(field: Field, lang: Lang) -> str:
    kind = " \\| ".join(f"`{word}`" for word in field.words) if field.words else field.type
    return f"{kind} {_word('or_null', lang)}" if field.nullable else kind


def _rules(lang: Lang) -> Iterator[str]:
    family = ""
    for rule in all_rules():
        if rule.family != family:
            family = rule.family
            yield from (f"## {_word(f'family.{family}', lang)}", "")
        yield from _rule(rule, lang)


def _rule(rule: Rule, lang: Lang) -> Iterator[str]:
    yield f"### {rule.id}"
    yield ""
    yield escaped(rule.reason_zh if lang == "zh" else rule.reason)
    yield ""
    for example in rule.yes:
        expected = ", ".join(f"{key}={value}" for key, value in example.expect.items())
        yield f"- {_word('matches', lang)}: {escaped(example.text)}" + (
            f" → {escaped(expected)}" if expected else ""
        )
    for words in rule.no:
        yield f"- {_word('not', lang)}: {escaped(words)}"
    if rule.yes or rule.no:
        yield ""


def main() -> None:
    """Write every page that is not current."""
    for path, words in pages().items():
        if not path.exists() or path.read_text(encoding="utf-8") != words:
            path.write_text(words, encoding="utf-8")
            print(path.relative_to(ROOT))
    for path in PAGES if "--examples" in sys.argv[1:] else ():
        path.write_text(renewed(path), encoding="utf-8")
    if "--pictures" in sys.argv[1:]:
        subprocess.run([sys.executable, ROOT / "docs" / "pictures.py"], check=True)


if __name__ == "__main__":
    main()
