"""The report page in a real browser: reading, sorting, filtering, checking, by mouse and keyboard alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import chromium, needs_chromium, opened
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from running import ROOT, SEEDS, jmetrics, on_terminal

from jinan_metrics import read
from jinan_metrics.about import declared
from jinan_metrics.extract import claims_of
from jinan_metrics.messages import TEXTS
from jinan_metrics.model import Document
from jinan_metrics.reporting import Reported, page
from jinan_metrics.reporting.contents import contents
from jinan_metrics.reporting.marking import lines

# Two claims on one expression, an astral character before a number, a line break of Windows, and markup.
AWKWARD = "济南市2023年工作报告\r\n\r\n𠮷田区A率、B率均达100%，<b>办理</b>案件120件。</script>\r\n"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    run = jmetrics("report", *SEEDS, "-o", file)
    assert run.returncode == 0
    return file


def reported(text: str, name: str = "试") -> Reported:
    document = Document(name=name, text=text, year=2023)
    return Reported(document, tuple(claims_of(document)))


def made(folder: Path, *texts: str, **options: Any) -> Path:
    file = folder / "page.html"
    file.write_text(page([reported(text, f"试{i}") for i, text in enumerate(texts)], **options), "utf-8")
    return file


# --- without a browser


@given(
    st.text(alphabet=st.sampled_from("数12件\n\r\0 <𠮷"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=6),
)
def test_lines_hold_every_character_once_and_every_claim_on_its_own(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [
        (start, min(start + length, len(text)), number)
        for number, (start, length) in enumerate(places)
        if start < len(text)
    ]
    shown = list(lines(text, spans))
    kept = [line.removesuffix("\r") for line in text.split("\n") if line.strip()]
    assert ["".join(words for words, _ in line.pieces) for line in shown] == [
        line.replace("\r", "␍").replace("\0", "␀") for line in kept
    ]
    assert [text[line.start :].split("\n")[0].removesuffix("\r") for line in shown] == kept
    for line in shown:
        at = line.start
        for words, on in line.pieces:
            for number in on:
                start, end, _ = next(span for span in spans if span[2] == number)
                assert start <= at
                assert at + len(words) <= end
            at += len(words)


def test_nothing_in_a_document_becomes_markup_or_ends_the_script(tmp_path: Path) -> None:
    text = made(tmp_path, AWKWARD).read_text("utf-8")
    assert "<b>办理</b>" not in text
    assert text.count("</script>") == text.count("<script")


def test_characters_that_no_file_can_hold_are_shown_as_missing(tmp_path: Path) -> None:
    document = Document(
        name="a\ud800", title="b\ud800\0", place="c\ud800", text="办理\ud800\0案件3件。", year=2023
    )
    text = page([Reported(document, tuple(claims_of(document)))])
    assert text.encode("utf-8")
    assert "办理\ufffd␀案件" in text


def test_the_page_is_small_and_asks_for_nothing(tmp_path: Path) -> None:
    text = read(SEEDS[0]).text
    # Ten reports of the length of the longest seed.
    file = made(tmp_path, *[text.replace("2022", str(2014 + i)) for i in range(10)])
    assert file.stat().st_size < 2_000_000
    page_ = file.read_text("utf-8")
    assert "default-src 'none'" in page_
    assert page_.count("Permission to use, copy, modify") == 2  # of the libraries in it
    assert (
        re.findall(
            r"""(?:src|href)=["']?(?!#)[^"' >]+""", re.sub(r"<script>.*?</script>", "", page_, flags=re.S)
        )
        == []
    )


def test_every_word_of_the_page_is_there_in_both_languages(tmp_path: Path) -> None:
    for lang, own, other in (
        ("zh", "标出遗漏的陈述", "Mark a missing"),
        ("en", "Mark a missing", "标出遗漏"),
    ):
        text = made(tmp_path, AWKWARD, lang=lang).read_text("utf-8")
        assert own in text
        assert other not in text
    scripts = "".join(
        path.read_text("utf-8") for path in (ROOT / "jinan_metrics/reporting/static").glob("*.js")
    )
    used = {"page." + key for key in re.findall(r'jm\.text\("([\w.]+)"', scripts)}
    assert used - set(TEXTS) == {"page.state.", "page.status."} - set(TEXTS)


def test_a_terminal_and_a_missing_file_get_a_line(tmp_path: Path) -> None:
    code, shown, said = on_terminal("report", SEEDS[0])
    assert (code, shown) == (2, "")
    assert "-o report.html" in said
    run = jmetrics("report", tmp_path / "none.txt", "-o", tmp_path / "page.html")
    assert run.returncode == 1
    assert run.stderr.count(b"\n") == 1
    assert not (tmp_path / "page.html").exists()


def test_the_library_is_reported_where_no_file_is_named(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    jmetrics("add", *SEEDS, "--library", library)
    run = jmetrics("report", "--library", library, "--lang", "zh", "--title", "我的报告")
    text = run.stdout.decode()
    assert run.returncode == 0
    assert "<title>我的报告</title>" in text
    assert '<html lang="zh-CN">' in text
    assert text.count("<article") == 2


def test_two_files_of_one_name_are_two_documents(tmp_path: Path) -> None:
    for folder, count in (("a", 5), ("b", 6)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "同名.txt").write_text(f"全年办理案件{count}件。", "utf-8")
    text = jmetrics("report", tmp_path, "-q").stdout.decode()
    assert '"name":"同名"' in text
    assert '"name":"同名~2"' in text


def test_documents_of_one_year_are_compared_by_place_and_one_document_not_at_all(tmp_path: Path) -> None:
    def columns(*texts: str) -> list[str]:
        found = []
        for number, text in enumerate(texts):
            document = declared(Document(name=f"文{number}", text=text))
            found.append(Reported(document, tuple(claims_of(document))))
        data = contents(found, "en")
        assert not data["columns"] or data["rows"]
        return data["columns"]

    one, other = (
        "{}2023年法治政府建设情况报告\n\n全年办理行政复议案件{}件。".format(*told)
        for told in (("济南市", 5), ("青岛市", 6))
    )
    assert columns(one, other) == ["济南市", "青岛市"]
    assert columns(one, one.replace("2023", "2022")) == ["2022", "2023"]
    assert columns(one) == []
    assert 'id="charts"' not in made(tmp_path, one).read_text("utf-8")


# --- in the browser


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_axe_finds_nothing(browser: Browser, seeds: Path, scheme: str, size: tuple[int, int]) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "color_scheme": scheme}
    with opened(browser, seeds, bypass_csp=True, **options) as shown:
        states = [
            lambda: None,
            lambda: shown.click("#tab-compare"),
            lambda: shown.locator("#rows .go").first.click(),
        ]
        states += [
            lambda: (shown.keyboard.press("Escape"), shown.click("#tab-claims"), shown.click("#missing")),
            lambda: (shown.keyboard.press("Escape"), shown.locator("#table .go").first.click()),
        ]
        for reach in states:
            reach()
            found = Axe().run(shown)
            assert found.violations_count == 0, found.generate_report()


@needs_chromium
def test_the_table_filters_sorts_and_counts(browser: Browser, seeds: Path) -> None:
    with opened(browser, seeds) as shown:
        claims = shown.evaluate("jm.claims.length")
        assert shown.inner_text("#shown") == f"{claims} of {claims} claims"
        shown.select_option("#f-kind", "rank")
        assert set(shown.locator("#table tbody .kind").all_inner_texts()) == {"rank"}
        shown.select_option("#f-period", "2023")
        shown.fill("#f-text", "透明度")
        assert shown.locator("#table tbody tr").count() == 2
        shown.click("#filters [type=reset]")
        expect(shown.locator("#table tbody tr")).to_have_count(claims)
        shown.click("[data-sort=value]")
        shown.click("[data-sort=value]")
        assert shown.get_attribute("th:has([data-sort=value])", "aria-sort") == "descending"
        first = shown.locator("#table tbody tr").first.get_attribute("data-c")
        largest = "jm.claims.reduce((a, b) => (b.value > a.value ? b : a)).number"
        assert int(first or -1) == shown.evaluate(largest)
        shown.fill("#f-text", "没有这个")
        assert shown.is_visible("#nothing")


@needs_chromium
def test_from_row_to_sentence_and_back_by_keyboard_alone(browser: Browser, seeds: Path) -> None:
    with opened(browser, seeds) as shown:
        shown.focus("#table tbody .go")
        for _ in range(3):
            shown.keyboard.press("ArrowDown")
        shown.keyboard.press("Enter")
        focused = "document.activeElement.closest('mark, tr')"
        assert shown.evaluate(f"{focused}.dataset.c") == "3"
        assert shown.evaluate("document.activeElement.tagName") == "MARK"
        tip = shown.inner_text("#tip")
        assert "name.fronted-object" in tip
        assert shown.evaluate("jm.claims[3].confidence.toFixed(2)") in tip
        assert shown.get_attribute("mark:focus", "aria-describedby") == "tip"
        shown.keyboard.press("ArrowRight")
        shown.keyboard.press("Enter")
        assert shown.evaluate(f"{focused}.dataset.c") == "4"
        assert shown.evaluate("document.activeElement.className") == "go"
        shown.keyboard.press("Enter")
        shown.keyboard.press("Escape")
        assert shown.evaluate("document.activeElement.className") == "go"
        assert shown.is_hidden("#tip")


@needs_chromium
def test_every_mark_covers_the_characters_of_its_claim(browser: Browser, tmp_path: Path) -> None:
    file = made(tmp_path, AWKWARD)
    with opened(browser, file) as shown:
        told = shown.evaluate(
            "jm.claims.map((c) => [c.text, [...document.querySelectorAll('mark')].filter((m) => m.dataset.c.split(' ').includes(String(c.number))).map((m) => m.textContent).join('')])"
        )
        assert told == [["100%", "100%"], ["100%", "100%"], ["120件", "120件"]]
        # Two claims on one expression: a second press goes to the second.
        mark = shown.locator("mark", has_text="100%")
        mark.click()
        assert shown.evaluate("document.querySelector('tr.current').dataset.c") == "0"
        mark.click()
        assert shown.evaluate("document.querySelector('tr.current').dataset.c") == "1"
        mark.hover()
        assert shown.inner_text("#tip").count("100 %") == 2


@needs_chromium
def test_a_passage_printed_twice_is_marked_twice_and_told_once(browser: Browser, tmp_path: Path) -> None:
    passage = "全年收到行政复议申请2623件，调解和解率20.58%。\n"
    with opened(browser, made(tmp_path, passage + "\n" + passage)) as shown:
        assert shown.evaluate("jm.claims.map((claim) => claim.text)") == ["2623件", "20.58%"]
        assert shown.locator("mark").all_inner_texts() == ["2623件", "20.58%"] * 2
        shown.locator("mark").nth(3).click()
        assert shown.evaluate("document.querySelector('tr.current').dataset.c") == "1"


def downloaded(shown: Page) -> dict[str, Any]:
    with shown.expect_download() as waiting:
        shown.click("#download")
    return json.loads(Path(waiting.value.path()).read_text("utf-8"))


@needs_chromium
def test_claims_are_checked_renamed_rejected_and_added(browser: Browser, tmp_path: Path) -> None:
    file = made(tmp_path, AWKWARD + "另有若干宗。\r\n")
    text = reported(AWKWARD + "另有若干宗。\r\n").document.text
    with opened(browser, file) as shown:
        row = shown.locator("#table tbody tr")
        row.nth(0).locator("[data-state=right]").click()
        row.nth(1).locator("[data-state=wrong]").click()
        row.nth(2).locator("[data-state=renamed]").click()
        shown.fill("#e-metric", "区案件")
        shown.keyboard.press("Enter")
        shown.evaluate(
            """() => { const p = [...document.querySelectorAll('p[data-s]')].find((p) => p.textContent.startsWith('另有'));
            getSelection().setBaseAndExtent(p.firstChild, 2, p.firstChild, 5); }"""
        )
        shown.click("#missing")
        assert shown.input_value("#e-text") == "若干宗"
        shown.fill("#e-metric", "其他")
        shown.fill("#e-value", "8")
        shown.fill("#e-unit", "宗")
        shown.click("#edit [value=save]")
        assert shown.inner_text("mark.added") == "若干宗"
        assert shown.inner_text("#download") == "Download corrections (4)"
        saved = downloaded(shown)
    told = [(one["action"], text[one["start"] : one["end"]], one["text"]) for one in saved["corrections"]]
    assert told == [
        ("accept", "100%", "100%"),
        ("reject", "100%", "100%"),
        ("rename", "120件", "120件"),
        ("add", "若干宗", "若干宗"),
    ]
    assert saved["corrections"][2]["to"] == "区案件"
    assert saved["corrections"][3] | {"start": 0, "end": 0} == {
        "action": "add", "doc": "试0", "id": "", "start": 0, "end": 0, "text": "若干宗", "metric": "其他", "kind": "count",
        "value": 8, "unit": "宗", "role": "actual", "bound": "exact", "direction": None,
    }  # fmt: skip
    kept = tmp_path / "corrections.json"
    kept.write_text(json.dumps(saved), "utf-8")
    # The way back: what was saved goes on the document that the page was made of.
    source = tmp_path / "试0.txt"
    source.write_bytes(text.encode())
    run = jmetrics("apply", kept, source, "-f", "jsonl")
    assert (run.returncode, run.stderr) == (0, b"jmetrics: 4 corrections applied\n")
    names = [json.loads(line)["metric"] for line in run.stdout.splitlines()]
    assert names == ["𠮷田区A率", "区案件", "其他"]
    with opened(browser, file) as shown:
        shown.set_input_files("#load", kept)
        expect(shown.locator("#said")).to_have_text("4 corrections loaded.")
        assert downloaded(shown) == saved


@needs_chromium
def test_a_missing_claim_can_be_marked_by_typing_it(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, made(tmp_path, "收件若干宗，结案若干宗。\n办结3件。")) as shown:
        shown.focus("#missing")
        shown.keyboard.press("Enter")
        shown.fill("#e-text", "九宗")
        assert shown.inner_text("#edit-wrong") == "This does not stand in the document."
        shown.fill("#e-text", "若干宗")
        assert shown.locator("#e-where option").count() == 2
        shown.select_option("#e-where", "1")
        shown.fill("#e-metric", "结案")
        shown.fill("#e-value", "8")
        shown.keyboard.press("Enter")
        saved = downloaded(shown)
        assert [(one["start"], one["end"]) for one in saved["corrections"]] == [(8, 11)]
        # Taken back, it is in neither the text nor the file.
        shown.locator("tr.added [data-state=wrong]").click()
        assert shown.locator("mark.added").count() == 0
        assert shown.is_disabled("#download")


@needs_chromium
def test_charts_are_drawn_and_told_in_words(browser: Browser, seeds: Path) -> None:
    with opened(browser, seeds) as shown:
        shown.focus("#tab-claims")
        shown.keyboard.press("ArrowRight")
        labels = shown.eval_on_selector_all(
            "#charts svg[role=img]",
            "(all) => all.map((svg) => svg.ariaLabel ?? svg.getAttribute('aria-label'))",
        )
        assert len(labels) == 3
        assert "政府透明度指数: 2022 #4, 2023 #6" in labels[1]
        shown.locator("#rows .go").first.click()
        assert shown.locator("#one svg").count() == 1
        shown.locator("#one p button").first.click()
        assert shown.evaluate("document.activeElement.textContent") == "第四"


@needs_chromium
def test_print_shows_every_claim_document_and_chart(browser: Browser, seeds: Path) -> None:
    with opened(browser, seeds) as shown:
        data = shown.pdf(format="A4")
        assert data.startswith(b"%PDF")
        shown.emulate_media(media="print")
        assert shown.locator("#table tbody tr").count() == shown.evaluate("jm.claims.length")
        assert shown.is_visible("#charts svg >> nth=0")
        assert shown.is_visible("article >> nth=1")
        assert shown.is_hidden("#filters")


@needs_chromium
def test_a_phone_scrolls_in_one_direction(browser: Browser, seeds: Path) -> None:
    with opened(
        browser, seeds, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as shown:
        for tab in ("#tab-compare", "#tab-claims"):
            shown.tap(tab)
            assert shown.evaluate("document.documentElement.scrollWidth") <= 390
        shown.tap("#table tbody .go >> nth=1")
        assert shown.evaluate("document.activeElement.textContent") == "第四"
        shown.tap("#back")
        assert shown.evaluate("document.activeElement.className") == "go"


@needs_chromium
def test_the_theme_can_be_chosen(browser: Browser, seeds: Path) -> None:
    with opened(browser, seeds, color_scheme="dark") as shown:
        color = "getComputedStyle(document.body).backgroundColor"
        dark = shown.evaluate(color)
        shown.select_option("#theme", "light")
        assert shown.evaluate(color) == "rgb(255, 255, 255)" != dark
