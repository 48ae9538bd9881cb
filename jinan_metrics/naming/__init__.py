"""What is counted: a name for every claim, in the document's own characters."""

from jinan_metrics.naming.name import Name
from jinan_metrics.naming.namer import Namer

__all__ = ["Name", "Namer"]
