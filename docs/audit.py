"""The pages docs/audit.md and docs/audit.zh-CN.md, from the checks; docs/make.py writes them."""

from __future__ import annotations

from jinan_metrics.auditing import CHECKS, Check
from jinan_metrics.messages import Lang, text

_INTRODUCTION: dict[Lang, str] = {
    "en": """# The checks of `jmetrics audit`

[中文](audit.zh-CN.md)

Made by `python docs/make.py` from the checks themselves; each example is a test.

A stated figure stands for every value that rounds to it: 286.4亿元 for 286.35 to 286.45, 95% for 94.5 to 95.5, 2.1万余 for
21,000 to 22,000, while 443件 is 443. Only where no such values agree is there a finding. A result in per cent or points may
also have been cut off instead of rounded.

Severity: `error` for arithmetic that cannot be right, `warning` for what is most likely a slip but may have a reason (last
year's figure was revised), `doubt` for what deserves a second look. `--severity` says from which on findings are shown
(default: warning), `--fail-on` from which on the exit code is 3.

Measured by tests/test_audit.py: {recall} of {planted} contradictions planted in documents written for this (fixtures/audit/planted,
before the checks existed) are found, with {false} false alarms on {sound} passages that only look like contradictions
(fixtures/audit/sound). The 58 annotated documents and the two seeds give no alarm at the default severity. Of a second lot of
{fresh} (fixtures/audit/later), written when the checks were finished and in other words, 62 were found when first read and {later} after
what was missing was added; of the last 35 passages that only look like them 2 gave an alarm when first read. Expect the
rates of the first reading on text never seen.
""",
    "zh": """# `jmetrics audit` 的检查项

[English](audit.md)

由 `python docs/make.py` 依检查项本身生成；每个例子都是测试。

文中的数代表一切能舍入到它的值：286.4亿元即286.35至286.45，95%即94.5至95.5，2.1万余即21000至22000，而443件就是443。只有无论取什么值都不相符时才报告。以百分数或百分点表示的结果也可能是截尾而不是舍入。

程度：`error`（错误）为算术上不可能成立；`warning`（警告）多半是笔误，但也可能另有原因（如上年数经过修订）；`doubt`（存疑）值得再看一眼。`--severity` 指定从哪一级起显示（默认 warning），`--fail-on` 指定从哪一级起退出码为 3。

由 tests/test_audit.py 测得：在为此编写的文件（fixtures/audit/planted，写于检查项之前）中植入的 {planted} 处矛盾查出 {recall} 处；在 {sound} 处貌似矛盾的文字（fixtures/audit/sound）上误报 {false} 处。58 篇标注文档和两篇种子文档在默认程度下没有误报。检查项完成之后又换了写法另写 {fresh} 处矛盾（fixtures/audit/later），第一次查出 62 处，补上缺漏后查出 {later} 处：最后 35 处貌似矛盾的文字第一次误报 2 处。对从未见过的文本，大致是第一次的比率。
""",
}
_WORDS: dict[str, dict[Lang, str]] = {
    "yes": {"en": "Found in", "zh": "会报告"},
    "no": {"en": "Not in", "zh": "不报告"},
}


def page(lang: Lang, rates: dict[str, int]) -> str:
    """The page in ``lang``."""
    parts = [_INTRODUCTION[lang].format(**rates)]
    parts += [_section(check, lang) for check in CHECKS]
    return "\n".join(parts)


def _section(check: Check, lang: Lang) -> str:
    lines = [
        f"## {check.id}",
        "",
        f"{text('label.severity', lang)}: {check.severity} ({text(f'severity.{check.severity}', lang)})"
        if lang == "zh"
        else f"Severity: {check.severity}",
        "",
        check.reason_zh if lang == "zh" else check.reason,
        "",
    ]
    for key, examples in (("yes", check.yes), ("no", check.no)):
        if examples:
            lines += [_WORDS[key][lang] + ("：" if lang == "zh" else ":"), ""]
            lines += ["- " + " / ".join(one.replace("\n", " ") for one in example) for example in examples]
            lines.append("")
    return "\n".join(lines)


# Held to the truth by tests/test_audit.py.
RATES = {"recall": 91, "planted": 92, "false": 0, "sound": 129, "later": 82, "fresh": 86}
