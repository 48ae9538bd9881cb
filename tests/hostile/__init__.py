"""Files that somebody broke, or made to break what reads them. Each is made by the tests themselves.

``CASES`` maps the name of a file to what makes its bytes. Where a file can be read at all, it holds ``SAID``, so that
a reader that loses text silently is found out.
"""

from __future__ import annotations

from collections.abc import Callable

SAID = "全市共办理行政复议案件120件。"
Make = Callable[[], bytes]


def all_cases() -> dict[str, Make]:
    """Name of the file → its maker, every kind."""
    from hostile import archives, office, pages, pdfs, texts

    cases: dict[str, Make] = {}
    for part in (texts, pages, office, pdfs, archives):
        for name, make in part.cases().items():
            assert name not in cases, name
            cases[name] = make
    return cases


def damaged(name: str, suffix: str, whole: Make, count: int = 10) -> dict[str, Make]:
    """``whole`` cut at ``count`` places, and with as many single bytes changed."""
    import random

    cases: dict[str, Make] = {}
    for number in range(count):

        def cut(number: int = number) -> bytes:
            data = whole()
            return data[: len(data) * (number + 1) // (count + 1)]

        def flipped(number: int = number) -> bytes:
            data = bytearray(whole())
            chance = random.Random(number)
            for _ in range(1 + 3 * number):
                data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
            return bytes(data)

        cases[f"{name}-cut-{number}{suffix}"] = cut
        cases[f"{name}-flipped-{number}{suffix}"] = flipped
    return cases
