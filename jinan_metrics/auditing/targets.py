"""Targets that are already passed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from jinan_metrics.auditing.dossier import Dossier
from jinan_metrics.auditing.intervals import stated
from jinan_metrics.auditing.model import Check, Finding
from jinan_metrics.auditing.words import words
from jinan_metrics.comparing.entries import Entry
from jinan_metrics.comparing.names import GENERAL
from jinan_metrics.comparing.similarity import CONTAINED, likeness, obstacle
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim

_MANY = 200  # levels of one head that are looked at; a table may have thousands
_KINDS = ("count", "rate", "money", "measure", "duration", "score")


def passed(dossier: Dossier) -> Iterator[Finding]:
    """满意率96.5% … 明年满意率达到95%以上: there is nothing left to reach."""
    for claims in dossier.of_document.values():
        targets = [claim for claim in claims if _is_target(dossier, claim)]
        aims = {target.id for target in targets}
        actual = [
            c
            for c in claims
            if c.role == "actual" and c.kind in _KINDS and c.bound == "exact" and c.id not in aims
        ]
        by_head: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for level in dossier.of_one_document(actual) if targets else ():
            if len(by_head[level.name.core[-2:], level.unit]) < _MANY:
                by_head[level.name.core[-2:], level.unit].append(level)
        for target in targets:
            way = _way(dossier, target)
            (entry,) = dossier.of_one_document([replace(target, role="actual")])
            if not way or len(entry.name.core) < 3 or entry.name.core in GENERAL:
                continue
            for level in by_head.get((entry.name.core[-2:], entry.unit), ()):
                if level.claim.kind != target.kind or _later(level.claim, target):
                    continue
                if obstacle(level, entry) is not None:
                    continue
                if likeness(level, entry) < CONTAINED:
                    continue
                now, then = stated(level.claim), stated(target)
                if (way == "up" and now.low > then.low) or (way == "down" and now.high < target.value):
                    said = Remark(
                        "audit.target", metric=target.metric, target=target.text, actual=level.claim.text
                    )
                    yield Finding("target.passed", "warning", (target, level.claim), said)
                    break


def _is_target(dossier: Dossier, claim: Claim) -> bool:
    if claim.kind not in _KINDS:
        return False
    if claim.role == "target":
        return True
    ahead = claim.year is not None and claim.period is not None and claim.period > claim.year
    return claim.role == "actual" and ahead and "目标" in dossier.passage(claim).text


def _later(level: Claim, target: Claim) -> bool:
    """Whether a level is of the target's own time, and may be what became of it."""
    return level.period is not None and target.period is not None and level.period >= target.period


def _way(dossier: Dossier, target: Claim) -> str:
    """Whether the target is to be reached from below or from above; "" for one that only says to keep what there is."""
    clause = re.split(r"[，。;]", dossier.passage(target).before(target, 30))[-1]
    clause += dossier.passage(target).after(target, 4)
    if words("keep").search(clause + target.text):
        return ""
    if words("reach_down").search(clause):
        return "down"
    return "up" if words("reach").search(clause) else ""


CHECKS = (
    Check(
        "target.passed", "warning",
        "A target to reach that the same document says is already passed was not brought up to date. Targets to keep a level (保持, 不低于, 控制在) are not looked at.",
        "同一文件中已经超过的目标，多为未及更新。要求保持的目标（保持、不低于、控制在）不查。",
        passed,
        (("安河市2023年工作报告\n12345热线满意率96.5%。\n2024年，12345热线满意率达到95%以上。",),),
        (("安河市2023年工作报告\n12345热线满意率96.5%。\n2024年，12345热线满意率保持在95%以上。",), ("安河市2023年工作报告\n行政诉讼败诉率7.2%。\n2024年，行政诉讼败诉率控制在10%以下。",)),
    ),
)  # fmt: skip
