"""Recurring indicators over consecutive national work reports, cell by cell (the shared texts, where they are at hand)."""

from __future__ import annotations

from pathlib import Path

import pytest

from jinan_metrics.comparing import compare
from jinan_metrics.extract import claims_of
from jinan_metrics.reading import read

REPORTS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "national"
YEARS = range(2003, 2013)

# Read by hand: (metric, kind, unit, role) -> year the figure is about -> value. A year that is left out is not told in
# these reports, or only as a mean or a sum of several years.
PANEL: dict[tuple[str, str, str, str], dict[int, float]] = {
    ("国内生产总值", "money", "元", "actual"): {
        2003: 11.67e12, 2004: 13.65e12, 2005: 18.23e12, 2006: 20.94e12, 2007: 24.66e12, 2008: 30e12, 2009: 33.5e12, 2010: 39.8e12, 2011: 47.2e12,
    },
    ("国内生产总值", "change", "%", "actual"): {2003: 9.1, 2004: 9.5, 2005: 9.9, 2006: 10.7, 2008: 9, 2009: 8.7, 2011: 9.2},
    ("国内生产总值", "change", "%", "target"): {2009: 8, 2012: 7.5},
    ("财政收入", "money", "元", "actual"): {2004: 2.63e12, 2006: 3.93e12, 2007: 5.13e12, 2008: 6.13e12, 2009: 6.85e12, 2011: 10.37e12},
    ("城镇新增就业", "count", "人", "actual"): {2003: 8.59e6, 2004: 9.8e6, 2005: 9.7e6, 2006: 11.84e6, 2008: 11.13e6, 2009: 11.02e6, 2011: 12.21e6},
    ("城镇新增就业", "count", "人", "target"): {2009: 9e6, 2012: 9e6},
    ("城镇登记失业率", "rate", "%", "target"): {2009: 4.6, 2012: 4.6},
    ("居民消费价格总水平", "change", "%", "actual"): {2005: 1.8, 2006: 1.5},
    ("居民消费价格", "change", "%", "target"): {2009: 4, 2012: 4},
    ("城镇居民人均可支配收入", "money", "元", "actual"): {2004: 9422, 2005: 10493, 2006: 11759, 2007: 13786, 2008: 15781, 2009: 17175},
    ("城镇居民人均可支配收入", "change", "%", "actual"): {2003: 9, 2004: 7.7, 2005: 9.6, 2006: 10.4, 2008: 8.4, 2009: 9.8, 2011: 8.4},
    ("农村居民人均纯收入", "money", "元", "actual"): {2004: 2936, 2005: 3255, 2006: 3587, 2007: 4140, 2008: 4761, 2009: 5153},
    ("农村居民人均纯收入", "change", "%", "actual"): {2003: 4.3, 2004: 6.8, 2005: 6.2, 2006: 7.4, 2008: 8, 2009: 8.5, 2011: 11.4},
    ("粮食总产量", "measure", "吨", "actual"): {2004: 469.47e6, 2006: 497.46e6, 2007: 501.5e6, 2009: 530.82e6, 2011: 571.21e6},
    ("进出口总额", "money", "美元", "actual"): {2003: 851.2e9, 2007: 2.17e12, 2010: 2.97e12, 2011: 3.64e12},
    ("财政赤字", "money", "元", "target"): {2009: 950e9, 2012: 800e9},
    ("广义货币", "change", "%", "target"): {2009: 17, 2012: 14},
}  # fmt: skip


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the shared texts are not beside the project")
def test_a_panel_of_indicators_is_right_cell_by_cell() -> None:
    claims = [
        claim
        for path in sorted(REPORTS.glob("20*.txt"))
        if int(path.name[:4]) - 1 in YEARS
        for claim in claims_of(read(path))
        if claim.role in ("actual", "target")
    ]
    rows = compare(claims, list(YEARS))
    cells = wrong = 0
    told: list[str] = []
    for (metric, kind, unit, role), values in PANEL.items():
        fitting = [
            row
            for row in rows
            if (row.kind, row.unit, row.role) == (kind, unit, role) and metric in _names(row)
        ]
        row = max(
            fitting, key=lambda row: sum(row.values[str(year)] is not None for year in values), default=None
        )
        for year, value in values.items():
            claim = None if row is None else row.values[str(year)]
            cells += 1
            if claim is None or abs(float(claim.value) - value) > 1e-6 * value:
                wrong += 1
                told.append(f"{metric} {kind} {role} {year}: {value}, got {claim and claim.text}")
    assert wrong <= 0.05 * cells, "\n".join(told)


def _names(row) -> set[str]:
    return {claim.metric.removeprefix("全国") for claim in row.values.values() if claim} | {row.metric}
