"""Takes the pictures of the documentation anew: two terminals (SVG) and the report page (PNG, in Chromium)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
COLUMNS = 92
TERMINALS = {
    "compare": ["compare", "2022", "2023", "--input", "seeds", "--only", "changed,same", "-f", "table"],
    "explain": ["explain", "seeds/000_c366dd4b2a3e75da.txt:2638"],
}
_CELL, _LINE, _MARGIN = 9.6, 22, 14  # pixels
_INK, _PAPER = "#e6e6e6", "#1e1f22"
_FONTS = "Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace"


def terminal(name: str, arguments: list[str], lang: str, suffix: str) -> None:
    """What ``jmetrics`` prints on a terminal, as a picture."""
    command = [sys.executable, "-m", "jinan_metrics", *arguments, "--color", "always", "--lang", lang]
    environment = os.environ | {"COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    printed = Text("$ jmetrics " + " ".join(arguments) + "\n") + Text.from_ansi(run.stdout)
    lines = list(printed.split("\n"))
    width, height = COLUMNS * _CELL + 2 * _MARGIN, len(lines) * _LINE + 2 * _MARGIN
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" role="img">',
        f"<title>{escape(lines[0].plain)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{_PAPER}"/>',
        f'<g font-family="{_FONTS}" font-size="16" fill="{_INK}" xml:space="preserve">',
    ]
    for number, line in enumerate(lines):
        svg += _line(line, _MARGIN + number * _LINE + 16)
    (PICTURES / f"{name}{suffix}.svg").write_text("\n".join([*svg, "</g>", "</svg>", ""]), encoding="utf-8")


def _line(line: Text, y: float) -> Iterator[str]:
    """The runs of one style and one width of character, each put on the cells that a terminal puts it on."""
    console = Console(width=COLUMNS)
    at = 0
    for segment in line.render(console):
        style = segment.style or Style()
        look = (' font-weight="bold"' if style.bold else "") + (
            ' text-decoration="underline"' if style.underline else ""
        )
        if style.color:
            look += f' fill="{style.color.get_truecolor(MONOKAI).hex}"'
        for _, run in groupby(segment.text.rstrip("\n"), key=lambda c: (cell_len(c), c == " ")):
            words = "".join(run)
            cells = cell_len(words)
            if words.strip():
                # A wide character fills two cells.
                size = ' font-size="18.5"' if cells > len(words) else ""
                x = _MARGIN + at * _CELL
                yield f'<text x="{x:.1f}" y="{y}" textLength="{cells * _CELL:.1f}"{size}{look}>{escape(words)}</text>'
            at += cells


def report(lang: str, suffix: str) -> None:
    """The page of the two seed documents, a claim chosen in it."""
    chromium = shutil.which("chromium")
    assert chromium, "Debian: apt-get install chromium fonts-noto-cjk"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "report.html"
        command = [
            sys.executable,
            "-m",
            "jinan_metrics",
            "report",
            "seeds",
            "-q",
            "-o",
            page_file,
            "--lang",
            lang,
        ]
        subprocess.run(command, check=True, cwd=ROOT)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 760})
        page.goto(page_file.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.locator("#table tbody .go").nth(1).click()
        page.screenshot(path=PICTURES / f"report{suffix}.png")
        page.click("#tab-compare")
        page.screenshot(path=PICTURES / f"comparison{suffix}.png")
        browser.close()


def main() -> None:
    """Take every picture in both languages."""
    for lang, suffix in (("en", ""), ("zh", ".zh-CN")):
        for name, arguments in TERMINALS.items():
            terminal(name, arguments, lang, suffix)
        report(lang, suffix)


if __name__ == "__main__":
    main()
