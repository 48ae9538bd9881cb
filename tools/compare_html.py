"""What readers of web pages keep of the main text of the pages in fixtures/pages, and what they let in besides.

    pip install trafilatura readability-lxml jusText resiliparse && python tools/compare_html.py

Prints for each reader: sentences kept, cells of tables kept in a row of their own, pages with navigation or a footer in the
text, and seconds for all pages ten times. A reader that is not installed is left out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

PAGES = Path(__file__).resolve().parent.parent / "fixtures" / "pages"
NOISE = ("备案号", "3456789", "互动交流", "我市新增就业5.2万人", "招录20名")


def ours(data: bytes) -> str:
    from jinan_metrics.reading import read_bytes

    return read_bytes(data).text


def trafilatura(data: bytes) -> str:
    import trafilatura as library

    return library.extract(data, include_tables=True, favor_recall=False) or ""


def trafilatura_recall(data: bytes) -> str:
    import trafilatura as library

    return library.extract(data, include_tables=True, favor_recall=True) or ""


def readability(data: bytes) -> str:
    from lxml.html import fromstring
    from readability import Document

    page = Document(decoded(data)).summary()
    return "\n".join(words for words in fromstring(page).itertext() if words.strip())


def justext(data: bytes) -> str:
    import justext as library

    paragraphs = (
        library.justext(data, frozenset(), language_independent=True)
        if False
        else library.justext(
            decoded(data), frozenset(), stopwords_low=0, stopwords_high=0, length_low=10, length_high=30
        )
    )
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


def resiliparse(data: bytes) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(decoded(data), main_content=True))


def decoded(data: bytes) -> str:
    return data.decode("gbk" if b"gb2312" in data[:300] else "utf-8")


def main() -> None:
    expected = (PAGES / "expected.txt").read_text(encoding="utf-8").split("\n\n")
    sentences = expected[0].splitlines()[1:]
    rows = [line.split("\t") for line in expected[1].splitlines()]
    pages = sorted(PAGES.glob("*.html"))
    print("reader\tsentences\trows of the table\tpages with noise\tseconds")
    readers: list[Callable[[bytes], str]] = [
        ours,
        trafilatura,
        trafilatura_recall,
        readability,
        justext,
        resiliparse,
    ]
    for reader in readers:
        try:
            reader(pages[0].read_bytes())
        except ImportError:
            continue
        kept = total = in_rows = noisy = 0
        start = time.perf_counter()
        for _ in range(10):
            texts = {page.stem: reader(page.read_bytes()) for page in pages}
        seconds = time.perf_counter() - start
        for name, text in texts.items():
            bare = re.sub(r"\s", "", text)
            if name != "table-only":
                kept += sum(sentence in bare for sentence in sentences)
                total += len(sentences)
            lines = [re.sub(r"[\s|]", "", line) for line in text.splitlines()]
            in_rows += sum(
                "".join(row) in line
                for row in rows
                for line in [next((x for x in lines if "".join(row) in x), "")]
            )
            noisy += any(words in bare for words in NOISE)
        print(
            f"{reader.__name__}\t{kept}/{total}\t{in_rows}/{len(rows) * len(pages)}\t{noisy}/{len(pages)}\t{seconds:.2f}"
        )


if __name__ == "__main__":
    main()
