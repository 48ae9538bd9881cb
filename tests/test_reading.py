"""Files to documents: encodings, line ends, manifests, and what is no text."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jinan_metrics.extract import claims_of
from jinan_metrics.reading import ReadError, document_files, read, read_bytes

TEXT = "济南市2022年法治政府建设情况报告\n一、总体情况\n全市共办理行政复议案件120件，同比增长5.3%。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-32"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(TEXT.encode(encoding))
    document = read(path)
    assert document.text == TEXT
    assert document.name == "报告"
    assert document.warnings == ()


def test_big_endian_utf_16_is_read() -> None:
    assert read_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be")).text == TEXT


TRADITIONAL = "濟南市2022年法治政府建設情況報告\n一、總體情況\n全市共辦理行政復議案件120件，同比增長5.3%。\n"


@pytest.mark.parametrize(
    "text", [TRADITIONAL, TRADITIONAL * 30, "共辦理行政復議案件120件。", "學生人數3萬人。"]
)
def test_big5_is_told_from_gb18030(text: str) -> None:
    for encoding in ("big5", "gb18030"):
        assert read_bytes(text.encode(encoding)).text == text


SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
WORDS = sorted(set("".join(path.read_text(encoding="utf-8") for path in SEEDS)))


@given(st.text(st.sampled_from(WORDS)))
@example("一" * 99)
@example("图" * 99)
def test_gb18030_text_is_not_taken_for_damaged_utf_8(text: str) -> None:
    text += "，共办理行政复议案件120件。"
    assert read_bytes(text.encode("gb18030")).text == text


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_stay(ends: str) -> None:
    text = TEXT.replace("\n", ends) + "\t　末行"
    assert read_bytes(text.encode()).text == text


def test_utf_8_cut_in_the_middle_of_a_character_stays_utf_8() -> None:
    data = TEXT.encode()
    cut = len(data) - 2
    document = read_bytes(data[:cut])
    assert document.text == TEXT[:-2] + "\ufffd"
    (warning,) = document.warnings
    assert "UTF-8" in warning
    assert f"byte {cut - 2}," in warning


def test_damaged_gb18030_is_read_with_a_warning_that_names_the_byte() -> None:
    data = (TEXT * 3).encode("gb18030")
    at = data.index("总体".encode("gb18030"))
    document = read_bytes(data[:at] + b"\xff" + data[at:])
    assert document.text.count("\ufffd") == 1
    assert document.text.endswith(TEXT)
    (warning,) = document.warnings
    assert "GB18030" in warning
    assert f"byte {at}," in warning


def test_the_byte_in_a_warning_counts_the_mark_too() -> None:
    (warning,) = read_bytes(b"\xef\xbb\xbf" + "济南".encode() + b"\xff" + "全市共办理".encode()).warnings
    assert "byte 9," in warning


@given(st.binary(min_size=1))
@example(b"\x83\x36\xc7\x38")
@example(b"\xed\xa0\x80")
@example(b"\xff\xfe\x00\xd8")
def test_any_bytes_are_text_that_can_be_written_or_refused(data: bytes) -> None:
    try:
        text = read_bytes(data).text
    except ReadError as refused:
        told = str(refused)
    else:
        told = ""
        assert text
        text.encode("utf-8")
    assert "\n" not in told


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x7fELF\x02\x01\x00", "NUL at byte 6"),
        (b"%PDF-1.7\n", "damaged or truncated PDF"),
        (b"PK\x03\x04\x14\x00", "DOCX, XLSX"),
        (b"\n <!DOCTYPE html><html>", "no text in it"),
        (b"<HTML><body>", "no text in it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old Word, Excel or WPS"),
        (b"{\\rtf1\\ansi }", "RTF files are not read"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
    ],
)
def test_what_is_no_text_is_refused_by_content(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)


def test_missing_files_folders_and_devices_are_refused(tmp_path: Path) -> None:
    for path, words in [
        (tmp_path / "gone.txt", "no such file"),
        (tmp_path, "a folder"),
        (Path("/dev/null"), "neither a file nor a pipe"),
        (Path("a\0b"), "could not be read"),
    ]:
        with pytest.raises(ReadError, match=words):
            read(path)


@pytest.fixture
def as_nobody() -> Iterator[None]:
    """Run as a user who may not read everything, also where the tests run as root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


def test_files_and_folders_without_permission_are_named(tmp_path: Path, as_nobody: None) -> None:
    # The test's own folder belongs to the one who runs it: nobody may not enter it, and others lose the right.
    if os.geteuid() != 65534:
        tmp_path.chmod(0)
    told: list[ReadError] = []
    with pytest.raises(ReadError, match="not allowed to read it"):
        read(tmp_path / "a.txt")
    assert document_files(tmp_path, told.append) == []
    assert [error.remark.key for error in told] == ["read.permission"]


def test_a_named_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(ReadError, match="empty"):
        read(pipe)


def test_a_folder_gives_its_texts_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ["b.txt", "a.md", "sub/c.TXT", "sub/d.pdf", "sub/f.png", ".hidden.txt", ".git/e.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in document_files(tmp_path)]
    assert found == ["a.md", "b.txt", "sub/c.TXT", "sub/d.pdf"]


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    told: list[ReadError] = []
    assert document_files(tmp_path, told.append) == []
    assert [error.where for error in told] == [str(tmp_path)]


def test_a_manifest_beside_the_file_is_used(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(
        '["a.txt"]\ntitle = "标题"\nplace = "济南市"\nyear = 2023\n', "utf-8"
    )
    document = read(tmp_path / "a.txt")
    assert (document.title, document.place, document.year, document.year_known) == (
        "标题",
        "济南市",
        2023,
        "declared",
    )


def test_a_file_that_the_manifest_does_not_name_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text('["a.txt"]\nyear = 2023\n', encoding="utf-8")
    document = read(tmp_path / "b.txt")
    assert (document.year_known != "declared", document.warnings) == (True, ())


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ("year = [", "manifest.toml is not used"),
        ('["a.txt"]\nyaer = 2023', "unknown key 'yaer'"),
        ('["a.txt"]\nyear = "2023"', "year must be of type int"),
        ('["a.txt"]\nyear = 2023\nyear_known = "guessed"', "year_known must be one of"),
        ('"a.txt" = 2023', "is not a table"),
    ],
)
def test_a_broken_manifest_is_a_warning(tmp_path: Path, manifest: str, words: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(manifest, encoding="utf-8")
    document = read(tmp_path / "a.txt")
    assert document.text == TEXT
    assert "declared" not in document.known.values()
    (warning,) = document.warnings
    assert words in warning


def test_the_seeds_are_known_by_their_manifest() -> None:
    known = [read(path) for path in SEEDS]
    assert [(d.name[:3], d.place, d.year, d.year_known) for d in known] == [
        ("000", "济南市", 2022, "title"),
        ("003", "济南市", 2023, "declared"),
    ]
    assert all(document.title in document.text for document in known)
    assert not any(document.warnings for document in known)


@pytest.mark.parametrize(
    "text",
    [
        "<p>全年受理案件120件。<br></p><p><strong>办结率98%。</strong></p><div>增长5%。</div>\n",
        "指标\t2022年\t2023年\n受理\t120\t130\n办结\t110\t125\n",
    ],
)
def test_a_text_file_with_tags_or_columns_is_read_as_it_is(tmp_path: Path, text: str) -> None:
    """Offsets of its claims are offsets in the file."""
    path = tmp_path / "transcript.txt"
    path.write_bytes(text.encode())
    document = read(path)
    assert document.text == text
    for claim in claims_of(document):
        assert text[claim.start : claim.end] == claim.text
