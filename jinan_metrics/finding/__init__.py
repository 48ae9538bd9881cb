"""Finding the figures that answer a description: 济南 2022 行政复议申请 多少件.

``query`` takes the description apart, ``synonyms`` widens it, ``search`` asks the full-text index of a library or looks at
claims in memory, ``ranking`` says how well a claim answers.
"""

from __future__ import annotations

from jinan_metrics.finding.search import Answer, Source, find

__all__ = ["Answer", "Source", "find"]
