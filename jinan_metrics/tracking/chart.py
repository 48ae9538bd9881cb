"""A chart of a series: years along, a line a place. Drawn by matplotlib, which is loaded only here."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from jinan_metrics.comparing import Row
from jinan_metrics.messages import Lang, Remark, text

KINDS = ("png", "svg")
# Families with all the characters of simplified Chinese, as systems name them; the first one found is taken.
_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "Droid Sans Fallback",
    "SimSun",
)
_SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_SIZE = (8.0, 4.5)  # inches
_DOTS = 150  # per inch of a PNG


class ChartError(Exception):
    """A chart that cannot be drawn: what is missing and what to install."""

    def __init__(self, remark: Remark) -> None:
        super().__init__(remark)
        self.remark = remark


def drawn(rows: Sequence[Row], kind: str, lang: Lang) -> bytes:
    """The chart of ``rows`` (at least one) as a file of ``kind``, ``png`` or ``svg``.

    Raises ``ChartError`` without matplotlib or without a Chinese font.
    """
    pyplot = _loaded()
    family = _family()
    settings = {
        "font.family": [family, "DejaVu Sans"],
        "axes.unicode_minus": False,
        "svg.hashsalt": "jmetrics",  # the same series gives the same file
    }
    with pyplot.rc_context(settings):
        figure, axes = pyplot.subplots(figsize=_SIZE, layout="constrained")
        try:
            _plot(axes, rows, lang)
            file = io.BytesIO()
            figure.savefig(file, format=kind, dpi=_DOTS, metadata={"Date": None} if kind == "svg" else {})
            return file.getvalue()
        finally:
            pyplot.close(figure)


def _loaded() -> Any:
    try:
        import matplotlib
    except ImportError as error:
        raise ChartError(Remark("chart.no_matplotlib")) from error
    matplotlib.use("Agg")
    from matplotlib import pyplot

    return pyplot


def _family() -> str:
    """A font family of this machine that has Chinese characters."""
    from matplotlib import font_manager

    known = {font.name for font in font_manager.fontManager.ttflist}
    for path in set(font_manager.findSystemFonts()) - {
        font.fname for font in font_manager.fontManager.ttflist
    }:
        # matplotlib remembers the fonts of its first run; one installed since is added here.
        if any(
            word in os.path.basename(path).lower() for word in ("cjk", "wqy", "sourcehan", "simhei", "msyh")
        ):
            font_manager.fontManager.addfont(path)
            known = {font.name for font in font_manager.fontManager.ttflist}
    for family in _FAMILIES:
        if family in known:
            return family
    raise ChartError(Remark("chart.no_font"))


def _plot(axes: Any, rows: Sequence[Row], lang: Lang) -> None:
    years = [int(year) for year in rows[0].values]
    scale, name = _scale(rows)
    for row in rows:
        values = [
            None
            if claim is None
            else float((-claim.value if claim.direction == "down" else claim.value) / scale)
            for claim in row.values.values()
        ]
        points = [(x, y) for x, y in zip(years, values, strict=True) if y is not None]
        axes.plot(
            *zip(*points, strict=True),
            marker="o",
            linewidth=1.8,
            label=row.place or text("chart.no_place", lang),
        )
        if len(rows) == 1:
            for x, y in points:
                axes.annotate(
                    f"{y:,.10g}", (x, y), textcoords="offset points", xytext=(0, 7), ha="center", fontsize=9
                )
    unit = name + rows[0].unit
    place = rows[0].place if len(rows) == 1 and rows[0].place else ""
    axes.set_title(
        f"{place}{rows[0].metric}" + (f" ({text('kind.change', lang)})" if rows[0].kind == "change" else "")
    )
    axes.set_ylabel(unit)
    axes.set_xticks(years, [str(year) for year in years])
    axes.margins(x=0.08, y=0.18)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:,.10g}")
    axes.grid(axis="y", linewidth=0.5, alpha=0.4)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if rows[0].kind == "rank":
        axes.invert_yaxis()  # the first place is on top
        axes.yaxis.get_major_locator().set_params(integer=True)
    if len(rows) > 1:
        axes.legend(frameon=False)


def _scale(rows: Sequence[Row]) -> tuple[Decimal, str]:
    """The largest of 万亿, 亿, 万 that every value reaches; one where some are smaller."""
    values = [
        abs(claim.value) for row in rows for claim in row.values.values() if claim is not None and claim.value
    ]
    for size, name in _SCALES:
        if values and min(values) >= size:
            return size, name
    return Decimal(1), ""
