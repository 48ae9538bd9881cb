"""Figures that contradict each other: the checks, and their order.

A check is data with an id, a severity, a reason in two languages, and documents in which it must and must not find
something; ``dossier`` puts the claims in order, ``intervals`` says what a stated figure can mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jinan_metrics.auditing import changes, ranks, repeated, shares, sums, targets
from jinan_metrics.auditing.dossier import Dossier
from jinan_metrics.auditing.model import FINDING_COLUMNS, SEVERITIES, Check, Finding, Severity
from jinan_metrics.comparing import Aliases
from jinan_metrics.model import Claim

# One family after the other; findings are told in the order of the documents.
CHECKS: tuple[Check, ...] = tuple(
    check for family in (changes, ranks, sums, shares, repeated, targets) for check in family.CHECKS
)

__all__ = ["CHECKS", "FINDING_COLUMNS", "SEVERITIES", "Check", "Finding", "Severity", "audit"]


def audit(
    claims: Iterable[Claim],
    *,
    aliases: Aliases | None = None,
    checks: Sequence[str] = (),
    least: Severity = "warning",
) -> list[Finding]:
    """What in ``claims`` (of one document or many) does not hold together, in the order of the documents.

    ``checks`` are the ids of those to make, default all; ``least`` the least severity to tell.
    """
    dossier = Dossier(list(claims), aliases or Aliases())
    order = {name: position for position, name in enumerate(dossier.of_document)}
    grave = SEVERITIES[: SEVERITIES.index(least) + 1]
    found = {
        finding.id: finding
        for check in CHECKS
        for finding in check.find(dossier)
        if finding.severity in grave and (not checks or finding.check in checks)
    }
    return sorted(found.values(), key=lambda finding: (order[finding.claims[0].doc], finding.claims[0].start))
