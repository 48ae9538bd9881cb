"""The command as a user runs it: processes, pipes, terminals, files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from running import (
    CASES,
    COMMAND,
    RATES,
    ROOT,
    SEEDS,
    environment,
    found,
    jmetrics,
    mixed_folder,
    on_terminal,
    records,
)

from jinan_metrics.model import FIELDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return mixed_folder(tmp_path)


# --- what goes in


def test_files_and_folders_come_one_after_another_under_one_header(folder: Path) -> None:
    run = jmetrics("extract", folder / "good.txt", folder / "sub")
    assert found(run.stdout) == [("good", "120", "件"), ("gbk", "99.5", "%")]
    assert run.stdout.decode().splitlines()[0] == ",".join(FIELDS)
    assert (run.returncode, run.stderr) == (0, b"")


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    run = jmetrics("extract", folder / "good.txt", folder / "sub" / ".." / "good.txt", "good.txt", cwd=folder)
    assert found(run.stdout) == [("good", "120", "件")]


@pytest.mark.parametrize("arguments", [[], ["-"]])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_standard_input_is_read(arguments: list[str], encoding: str) -> None:
    run = jmetrics("extract", *arguments, text=CASES.encode(encoding))
    assert found(run.stdout) == [("-", "120", "件")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_spans_hold_in_the_text_as_read(tmp_path: Path, encoding: str, ends: str) -> None:
    text = f"\t标题{ends}{ends}　　{CASES.strip()}{ends}{RATES.strip()}{ends}"
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    run = jmetrics("extract", tmp_path / "a.txt", "-f", "jsonl")
    claims = [json.loads(line) for line in run.stdout.splitlines()]
    assert [claim["value"] for claim in claims] == [120, 99.5]
    assert all(text[claim["start"] : claim["end"]] == claim["text"] for claim in claims)


def test_bad_inputs_cost_a_line_each_and_no_good_one(folder: Path) -> None:
    (folder / "pipe.txt").unlink(missing_ok=True)
    os.mkfifo(folder / "pipe.txt")
    run = jmetrics("extract", "gone.txt", ".", "nothing", "empty.txt", "/dev/null", cwd=folder)
    assert found(run.stdout) == [("good", "120", "件"), ("gbk", "99.5", "%")]
    assert run.returncode == 1
    lines = run.stderr.decode().splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        "gone.txt",
        "binary.txt",
        "empty.txt",
        "pipe.txt",
        "nothing",
        "/dev/null",
    ]
    assert all(line.startswith("jmetrics: ") for line in lines)


def test_only_bad_inputs_give_a_header_and_exit_code_1(folder: Path) -> None:
    run = jmetrics("extract", folder / "empty.txt")
    assert run.stdout.decode() == ",".join(FIELDS) + "\n"
    assert run.returncode == 1


def test_damaged_text_is_read_with_a_warning_that_quiet_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CASES.encode() + b"\xff")
    loud, quiet = jmetrics("extract", tmp_path / "a.txt"), jmetrics("extract", tmp_path / "a.txt", "-q")
    assert found(loud.stdout) == found(quiet.stdout) == [("a", "120", "件")]
    assert (loud.returncode, quiet.returncode) == (0, 0)
    assert (
        f"warning: not clean UTF-8: 1 spots, the first at byte {len(CASES.encode())}" in loud.stderr.decode()
    )
    assert quiet.stderr == b""


def test_a_file_name_that_is_no_unicode_is_shown_and_read(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt"
    Path(os.fsdecode(name)).write_text(CASES, encoding="utf-8")
    run = jmetrics("extract", tmp_path, tmp_path / os.fsdecode(b"\xfe\x1b.txt"), "-f", "jsonl")
    assert json.loads(run.stdout)["doc"] == "\\udcff\x1b[31m"
    assert run.returncode == 1
    assert b"\x1b" not in run.stderr


def test_year_and_place_given_go_before_the_manifest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CASES, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text('["a.txt"]\nyear = 2021\nplace = "济南市"\n', encoding="utf-8")

    def known(*arguments: str) -> tuple[str, str]:
        (record,) = records(jmetrics("extract", tmp_path / "a.txt", *arguments).stdout)
        return record["year"], record["place"]

    assert known() == ("2021", "济南市")
    assert known("--year", "2023", "--place", "青岛市") == ("2023", "青岛市")


# --- what comes out


@pytest.mark.parametrize(
    "given", [["--kind", "rate"], ["--kind", "rate,rank"], ["--kind", "rate", "--kind", "rank"]]
)
def test_kinds_are_chosen_by_list_or_repetition(folder: Path, given: list[str]) -> None:
    run = jmetrics("extract", folder / "good.txt", folder / "sub", *given)
    assert found(run.stdout) == [("gbk", "99.5", "%")]


def test_roles_and_confidence_are_chosen() -> None:
    text = "力争到2025年，一次办结率达到95%以上。全市共办理行政复议案件120件。".encode()
    targets = records(jmetrics("extract", "--role", "target", text=text).stdout)
    assert [(record["role"], record["value"]) for record in targets] == [("target", "95")]
    everything = records(jmetrics("extract", text=text).stdout)
    surest = max(float(record["confidence"]) for record in everything)
    sure = records(jmetrics("extract", "--min-confidence", str(surest), text=text).stdout)
    assert sure == [record for record in everything if float(record["confidence"]) == surest]


def test_columns_are_chosen_and_ordered(folder: Path) -> None:
    run = jmetrics("extract", folder / "good.txt", "--columns", "unit,value，kind")
    assert run.stdout.decode() == "unit,value,kind\n件,120,count\n"


def test_repeats_are_left_out_counted_and_kept_on_request() -> None:
    (briefing,) = (path for path in SEEDS if path.name.startswith("003"))
    short = jmetrics("extract", briefing, "-f", "jsonl")
    full = jmetrics("extract", briefing, "-f", "jsonl", "--keep-repeats")
    quiet = jmetrics("extract", briefing, "-f", "jsonl", "--quiet")
    claims = [json.loads(line) for line in full.stdout.splitlines()]
    repeats = [claim for claim in claims if claim["repeat_of"]]
    assert repeats
    assert [json.loads(line) for line in short.stdout.splitlines()] == [
        claim for claim in claims if not claim["repeat_of"]
    ]
    assert short.stderr.decode().startswith(f"jmetrics: {len(repeats)} repeats")
    assert (full.stderr, quiet.stderr) == (b"", b"")
    assert quiet.stdout == short.stdout


def test_a_text_without_claims_says_so_and_is_no_failure() -> None:
    run = jmetrics("extract", text="没有数字的一句话。".encode())
    assert run.stdout.decode() == ",".join(FIELDS) + "\n"
    assert run.returncode == 0
    assert run.stderr == b"jmetrics: no claims found\n"


def test_every_format_holds_the_same_claims(folder: Path) -> None:
    outputs = {
        name: jmetrics("extract", folder / "good.txt", "-f", name).stdout.decode()
        for name in ("table", "csv", "tsv", "json", "jsonl", "md")
    }
    (claim,) = json.loads(outputs["json"])
    assert json.loads(outputs["jsonl"]) == claim
    assert list(claim) == list(FIELDS)
    assert claim["value"] == 120
    assert outputs["tsv"].splitlines()[1].split("\t") == outputs["csv"].splitlines()[1].split(",")
    for name in ("table", "md"):
        assert "120 件" in outputs[name]


def test_output_is_the_same_in_every_locale_and_hash_seed(folder: Path) -> None:
    outputs = {
        jmetrics("extract", *SEEDS, LC_ALL=locale, PYTHONHASHSEED=seed).stdout
        for locale, seed in [("C.UTF-8", "1"), ("C", "2"), ("zh_CN.GBK", "3")]
    }
    assert len(outputs) == 1
    assert "行政复议".encode() in outputs.pop()


def test_python_m_and_the_console_script_are_the_same_command() -> None:
    script = Path(sys.executable).with_name("jmetrics")
    assert script.exists(), "the package is not installed in this environment"
    runs = [
        subprocess.run([*command, "--version"], capture_output=True, env=environment(), check=True).stdout
        for command in ([str(script)], COMMAND)
    ]
    assert runs[0] == runs[1]
    assert re.fullmatch(
        rb"jmetrics \d+\.\d+\.\d+\n", runs[0]
    )  # the compiled build says so: tests/test_compiled.py


# --- wrong usage


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["extract", "--kind", "rates"], "--kind: unknown 'rates'; allowed: count, rate, rank"),
        (["extract", "--role", "actual,x"], "--role: unknown 'x'; allowed: actual, target"),
        (["extract", "--kind", ","], "--kind: nothing given; allowed: count"),
        (["extract", "--columns", "value,nope"], "--columns: unknown 'nope'; allowed: id, doc"),
        (["extract", "-f", "yaml"], "unknown format 'yaml'; allowed: table, csv, tsv, json, jsonl, md"),
        (["extract", "--min-confidence", "1.5"], "--min-confidence: 1.5 is not between 0 and 1"),
        (["extract", "--min-confidence", "nan"], "--min-confidence: nan is not between 0 and 1"),
        (["extract", "--min-confidence", "high"], "--min-confidence: 'high' is not a number"),
        (["extract", "--year", "last"], "--year: 'last' is not a number"),
        (["extract", "--year", "0"], "--year: 0 is not between 1 and 9999"),
        (["extract", "--lang", "fr"], "--lang: unknown 'fr'; allowed: en, zh"),
        (["extract", "--formt", "csv"], "no such option: --formt (meant --format?)"),
        (["extract", "-f"], "-f needs a value"),
        (["extract", "--quiet=yes"], "--quiet takes no value"),
        (["extrct"], "no such command: extrct (meant extract?)"),
        (["rules", "a", "b"], "unexpected: b"),
        (["rules", "no.such.rule"], "no rule 'no.such.rule'"),
        (["rules", "-f", "csv"], "unknown format 'csv'; allowed: table, json, md"),
        ([], "no command given"),
    ],
)
def test_wrong_usage_is_explained(arguments: list[str], words: str) -> None:
    run = jmetrics(*arguments, text=CASES.encode())
    assert run.returncode == 2
    assert run.stdout == b""
    said = run.stderr.decode().splitlines()
    assert len(said) == 2
    assert said[0].startswith(f"jmetrics: error: {words}")
    assert re.fullmatch(r"jmetrics: Try 'jmetrics( extract| rules)? --help'\.", said[1])


# --- languages


@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["--lang", "zh"], {}),
        (["--lang=zh"], {"JMETRICS_LANG": "en"}),
        ([], {"JMETRICS_LANG": "zh"}),
        ([], {"LC_ALL": "zh_CN.UTF-8"}),
        ([], {"LC_ALL": "", "LANG": "zh_TW.UTF-8"}),
    ],
)
def test_chinese_is_chosen_by_option_variable_or_locale(arguments: list[str], env: dict[str, str]) -> None:
    run = jmetrics("extract", "gone.txt", "-f", "md", *arguments, **env)
    assert run.stdout.decode().splitlines()[0].startswith("| 指标 | 数值 |")
    assert "没有这个文件或文件夹" in run.stderr.decode()


def test_field_names_are_the_same_in_both_languages(folder: Path) -> None:
    outputs = {jmetrics("extract", folder / "good.txt", "--lang", lang).stdout for lang in ("zh", "en")}
    assert len(outputs) == 1


@pytest.mark.parametrize("command", [[], ["extract"], ["rules"]])
def test_help_speaks_both_languages_within_80_columns(command: list[str]) -> None:
    pages = {lang: jmetrics(*command, "--help", JMETRICS_LANG=lang) for lang in ("en", "zh")}
    for page in pages.values():
        assert (page.returncode, page.stderr) == (0, b"")
        lines = page.stdout.decode().splitlines()
        assert max(map(cell_len, lines)) <= 80
        assert not re.search(r"help\.|\{|\}", page.stdout.decode())
    english, chinese = (pages[lang].stdout.decode() for lang in ("en", "zh"))
    assert english.startswith("Usage: jmetrics")
    assert chinese.startswith("用法： jmetrics")
    assert not re.search("[\u4e00-\u9fff]", english)
    options = [set(re.findall(r"--[a-z-]+", page)) for page in (english, chinese)]
    assert options[0] == options[1] >= {"--help"}
    for line in chinese.split("选项：")[1].splitlines():
        assert not line.startswith("  -") or re.search("[\u4e00-\u9fff]", line)


# --- rules


def test_the_rule_of_every_claim_has_a_page_in_both_languages() -> None:
    listed = {rule["id"]: rule for rule in json.loads(jmetrics("rules", "-f", "json").stdout)}
    claims = records(jmetrics("extract", *SEEDS).stdout)
    named = {claim["rule"] for claim in claims} | {claim["name_rule"] for claim in claims}
    assert named - set(listed) <= {""}
    name = claims[0]["rule"]
    english, chinese = (jmetrics("rules", name, "--lang", lang).stdout.decode() for lang in ("en", "zh"))
    assert english.startswith(f"# {name}\n")
    assert listed[name]["reason_zh"][:10] in chinese.replace("\n", "")
    assert "## 匹配" in chinese
    assert all(example["text"] in english for example in listed[name]["yes"])


def test_one_rule_as_json_is_its_record_in_the_list() -> None:
    listed = json.loads(jmetrics("rules", "-f", "json").stdout)
    assert json.loads(jmetrics("rules", listed[0]["id"], "-f", "json").stdout) == listed[0]
    assert list(listed[0]) == ["id", "family", "reason", "reason_zh", "yes", "no"]


def test_the_list_of_rules_is_a_table_on_a_terminal_and_markdown_in_a_pipe() -> None:
    code, shown, _ = on_terminal("rules")
    assert code == 0
    lines = re.sub(r"\x1b\[[\d;]*m", "", shown).splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert lines[0].split() == ["id", "family", "reason"]
    assert jmetrics("rules").stdout.startswith(b"| id | family | reason |\n")


# --- the package


def test_importing_the_package_is_light() -> None:
    code = "import sys, jinan_metrics; print({'pandas', 'rich', 'typer', 'regex'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert run.stdout == b"set()\n"


def test_extracting_to_a_pipe_loads_neither_rich_nor_pandas() -> None:
    code = (
        "import sys; from jinan_metrics.cli import main; code = main(sys.argv[1:]); "
        "print(code, {'pandas', 'rich', 'numpy'} & set(sys.modules), file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "extract", "-q", str(SEEDS[0])],
        capture_output=True,
        env=environment(),
        check=True,
    )
    assert run.stderr == b"0 set()\n"


def test_the_public_function_is_not_hidden_by_its_module() -> None:
    code = (
        "import jinan_metrics.extract, jinan_metrics as j; from jinan_metrics import extract\n"
        "assert extract is j.extract and callable(extract) and j.numerals.__name__ == 'jinan_metrics.numerals'\n"
        "document = j.read(" + repr(str(SEEDS[0])) + ")\n"
        "claims = j.extract(document.text, doc=document.name, year=document.year, place=document.place)\n"
        "print(len(j.to_frame(claims)) == len(claims) > 10)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert run.stdout == b"True\n"


def test_a_fault_in_one_document_is_a_line_and_costs_no_other(folder: Path) -> None:
    # The extractor's own code is made to fail on one text, in a real run of the command.
    code = (
        "import sys, jinan_metrics.extract as _; module = sys.modules['jinan_metrics.extract']; real = module.claims_of\n"
        "def claims_of(document):\n"
        "    if '99.5' in document.text: raise RecursionError('too deep')\n"
        "    return real(document)\n"
        "module.claims_of = claims_of\n"
        "from jinan_metrics.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "extract", "sub", "good.txt"],
        capture_output=True,
        cwd=folder,
        env=environment(),
        check=False,
    )
    assert found(run.stdout) == [("good", "120", "件")]
    assert run.returncode == 1
    assert b"gbk: internal error" in run.stderr
    assert b"Traceback" not in run.stderr


def test_the_tests_run_this_tree() -> None:
    code = "import jinan_metrics; print(jinan_metrics.__file__)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert run.stdout.decode().strip() == str(ROOT / "jinan_metrics" / "__init__.py")
