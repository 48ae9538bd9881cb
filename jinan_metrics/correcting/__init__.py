"""What people found when they checked claims: read from the file that a report page saves, put back on extraction,
and written as gold to measure the extractor by.
"""

from __future__ import annotations

from jinan_metrics.correcting.corrected import Corrected, corrected
from jinan_metrics.correcting.corrections import Correction, CorrectionError, Corrections
from jinan_metrics.correcting.gold import gold_lines

__all__ = ["Corrected", "Correction", "CorrectionError", "Corrections", "corrected", "gold_lines"]
