"""Patterns that are kept from run to run: the same as compiled anew, and never in the way."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from conftest import GOLD
from hypothesis import given
from hypothesis import strategies as st
from running import CASES, SEEDS, environment, found, jmetrics

import jinan_metrics.extract as _extract
from jinan_metrics import patterns
from jinan_metrics.folding import fold, mask

assert _extract

# What a process has compiled itself after it has loaded the extractor.
COUNT = "import jinan_metrics.extract; from jinan_metrics import patterns; print(len(patterns._NEW))"


def compiled_in_a_process(cache: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", COUNT],
        env=environment(XDG_CACHE_HOME=str(cache)),
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout)


def kept(cache: Path) -> Path:
    (file,) = (cache / "jinan-metrics").iterdir()
    return file


def known() -> list[re.Pattern[str]]:
    """Every pattern of the package that is loaded."""
    found = [
        value
        for name, module in list(sys.modules.items())
        if name.startswith("jinan_metrics")
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    ]
    assert len(found) > 150
    return found


def test_kept_patterns_are_those_that_are_compiled_anew() -> None:
    for pattern in known():
        plain = re.compile(pattern.pattern, pattern.flags)
        anew = patterns._parts(pattern.pattern, pattern.flags & ~re.UNICODE)
        assert pattern in (plain, patterns._assembled(pattern.pattern, anew))
        assert (pattern.flags, pattern.groups, pattern.groupindex) == (
            plain.flags,
            plain.groups,
            plain.groupindex,
        )


def test_patterns_that_know_their_first_characters_find_what_others_find() -> None:
    texts = [mask(fold(path.read_text(encoding="utf-8"))) for path in (*SEEDS, *sorted(GOLD.glob("*.txt")))]
    told = [pattern for pattern in known() if pattern != re.compile(pattern.pattern, pattern.flags)]
    assert len(told) > 80
    for pattern in told:
        plain = re.compile(pattern.pattern, pattern.flags)
        for text in texts:
            expected = [(match.span(), match.lastgroup) for match in plain.finditer(text)]
            assert [(match.span(), match.lastgroup) for match in pattern.finditer(text)] == expected


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        ("(?:甲(?:乙|丙)|丁+戊)己", "甲丁"),
        ("(?<!天)(?:地|[一-三])", "地一二三"),
        ("(?:年?[上中下]|(?=半)半)年", "年上中下半"),
        ("(?>月|日)(?P<a>号)", "月日"),
        (r"(?:第|\d)[^年]", "第0٣３𝟙"),
        ("(?:(?!)甲|乙)", "乙"),
    ],
)
def test_the_characters_that_matches_begin_with(pattern: str, characters: str) -> None:
    plain = re.compile(pattern)
    assert patterns.compile(pattern) != plain
    for character in characters:
        text = f"乙年{character}乙戊己年日号 甲乙己"
        assert [match.span() for match in patterns.compile(pattern).finditer(text)] == [
            match.span() for match in plain.finditer(text)
        ]


ALTERNATIVE = st.builds(
    lambda behind, words, more: behind + words + more,
    st.sampled_from(["", "(?<!甲)", "(?<=[乙丙])", "(?<![甲丁])(?<=乙)"]),
    st.text("甲乙丙丁", min_size=1, max_size=3),
    st.sampled_from(["", "(?!丁)", "(?P<{}>甲)?"]),
)


@given(st.lists(ALTERNATIVE, min_size=1, max_size=90), st.text("甲乙丙丁", max_size=40))
def test_alternatives_arranged_for_the_engine_find_the_same(alternatives: list[str], text: str) -> None:
    pattern = "|".join(words.replace("{}", f"a{number}") for number, words in enumerate(alternatives))
    for whole in (pattern, f"(?:{pattern})戊?乙"):
        expected = [(match.span(), match.groupdict()) for match in re.finditer(whole, text)]
        found = patterns.compile(whole).finditer(text)
        assert [(match.span(), match.groupdict()) for match in found] == expected


@pytest.mark.parametrize("pattern", ["甲?", "[^甲]乙", ".甲", "(?i:a)|b", "^ *甲", r"(甲)?\1", "甲|乙"])
def test_where_anything_may_begin_or_re_knows_nothing_is_added(pattern: str) -> None:
    flags = re.MULTILINE if pattern[0] == "^" else 0
    assert patterns.compile(pattern, flags) == re.compile(pattern, flags)


@pytest.mark.skipif(sys.platform != "linux", reason="where caches are kept elsewhere")
def test_the_second_run_compiles_nothing(tmp_path: Path) -> None:
    assert compiled_in_a_process(tmp_path) > 150
    assert compiled_in_a_process(tmp_path) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="where caches are kept elsewhere")
@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other"])
def test_a_damaged_file_is_replaced(tmp_path: Path, damage: str) -> None:
    compiled_in_a_process(tmp_path)
    file = kept(tmp_path)
    content = file.read_bytes()
    file.write_bytes(
        {
            "cut": content[: len(content) // 2],
            "changed": content[:5000] + bytes([content[5000] ^ 255]) + content[5001:],
            "empty": b"",
            "other": b"not what it should be",
        }[damage]
    )
    done = jmetrics("extract", text=CASES.encode(), XDG_CACHE_HOME=str(tmp_path))
    assert found(done.stdout) == [("-", "120", "件")]
    assert done.stderr == b""
    assert compiled_in_a_process(tmp_path) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="where caches are kept elsewhere")
def test_where_nothing_can_be_kept_all_works(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = jmetrics("extract", text=CASES.encode(), XDG_CACHE_HOME=str(tmp_path / "file"))
    assert found(done.stdout) == [("-", "120", "件")]
    assert done.stderr == b""


def test_a_pattern_that_is_wrong_says_so() -> None:
    with pytest.raises(re.error):
        import_module("jinan_metrics.patterns").compile("(")
