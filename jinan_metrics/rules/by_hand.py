"""What ``jmetrics apply`` writes where a rule would stand: somebody read the sentence."""

from __future__ import annotations

from jinan_metrics.rules.model import Rule

RULES = (
    Rule("hand.added", "hand", "No rule: somebody marked this claim in a report page.", "没有规则：由人在报告网页中标出。", ()),
    Rule("hand.renamed", "hand", "No rule: somebody gave this claim its name in a report page.", "没有规则：名称由人在报告网页中给出。", ()),
)  # fmt: skip
