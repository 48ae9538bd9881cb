"""A page to read in: claims, the documents they stand in, and years side by side, in one HTML file that needs no network.

``contents`` gathers what the page holds, ``marking`` cuts a document at the ends of its claims, ``page`` puts both
into the template. The page's scripts and styles are plain files in ``static``; ``vendor`` holds Observable Plot and
d3 (both ISC), which draw its charts as SVG: sharp in print, readable in light and dark, half a megabyte together.
"""

from __future__ import annotations

from jinan_metrics.reporting.contents import Reported
from jinan_metrics.reporting.page import page

__all__ = ["Reported", "page"]
