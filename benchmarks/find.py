"""How long `jmetrics find` takes over a library of 100,000 claims.

python benchmarks/find.py [CLAIMS]

The library is made of the annotated documents of fixtures/gold, each as if it came from many places and years with
figures of its own, and kept in the system's temporary folder for the next run. Every query of fixtures/find is asked
once to warm up and once measured; the search alone, without the start of the program, and with the places of the
library. Prints the median, the 95th percentile and the slowest in milliseconds, by the
clock and by the processor's time, which other programs on the machine do not lengthen.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from jinan_metrics.about import declared
from jinan_metrics.finding import find
from jinan_metrics.library.store import Library
from jinan_metrics.model import Document

ROOT = Path(__file__).resolve().parent.parent
_NUMBER = re.compile(r"(?<![\d.年])(\d+)(?![\d年月日])")
_YEARS = range(2004, 2024)


def variants(rest: int) -> list[tuple[str, str, int, str]]:
    """Name, place, year and text of enough documents for ``rest`` claims at about 50 a document."""
    random.seed(1)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "fixtures" / "gold").glob("*.txt"))]
    places = [f"{a}{b}{kind}" for a in "安临东西南北清云石松" for b in "河江山川林" for kind in ("市", "县")]
    made = []
    for number in range(rest // 50):
        text = texts[number % len(texts)]
        place, year = random.choice(places), random.choice(_YEARS)
        text = _NUMBER.sub(lambda m: str(int(m[1]) + random.randint(0, int(m[1]) + 1)), text)
        made.append((f"{number}", place, year, text))
    return made


def library(size: int) -> Path:
    """The library's file, made if it is not there."""
    path = Path(tempfile.gettempdir()) / f"jmetrics-benchmark-{size}.sqlite"
    if not path.exists():
        with Library(path) as opened:
            for name, place, year, text in variants(size):
                opened.add(declared(Document(name=name, text=text), place=place, year=year))
    return path


def main() -> None:
    """Make the library, ask the queries, print the times."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    path = library(size)
    lines = (ROOT / "fixtures" / "find" / "queries.tsv").read_text(encoding="utf-8").splitlines()
    queries = [line.split("\t")[1] for line in lines if line.startswith(("tune\t", "held\t"))]
    queries += ["安河市 2022 行政复议申请 多少件", "出庭应诉率", "GDP growth 清川县 2018", "常住人口"]
    with Library(path) as opened:
        _, total = opened.frequencies(["一"])
        for query in queries:
            find(opened, query)
        print(f"{total} claims, {path.stat().st_size / 1e6:.0f} MB, {len(queries)} queries")
        for name, clock in (("elapsed", time.perf_counter), ("processor", time.process_time)):
            times = []
            for query in queries:
                begun = clock()
                find(opened, query)
                times.append((clock() - begun) * 1000)
            slowest = queries[times.index(max(times))]
            print(
                f"{name}: median {statistics.median(times):.1f} ms, 95 % under"
                f" {statistics.quantiles(times, n=20)[-1]:.1f} ms, slowest {max(times):.1f} ms ({slowest})"
            )


if __name__ == "__main__":
    main()
