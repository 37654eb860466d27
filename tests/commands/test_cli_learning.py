"""simpasar test and simpasar learning, as trainers run them."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Run, numbers_in
from simpasar.review.answers import read_answers

SCENARIO = Path(__file__).parents[1] / "scenario" / "lapak.en.yaml"
QUESTIONS = """\
test:
  - {question: "Laba?", options: [Kas, Hasil], answer: 2, measure: money}
  - {question: "HPP?", options: [Biaya, Harga, Kas], answer: 1, measure: pricing}
"""
BEFORE = "person,1,2\nSari,b,c\nBudi,a,a\nWati,a,b\n"
AFTER = "person;1;2\nsari;b;a\nBudi;b;a\nTono;b;a\n"


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "kuis.yaml"
    path.write_text(SCENARIO.read_text(encoding="utf-8") + QUESTIONS, encoding="utf-8")
    return path


@pytest.fixture
def tests(run: Run, scenario: Path, tmp_path: Path) -> Path:
    """Two persons who took both tests, one only the first, one only the second."""
    out = tmp_path / "tes.csv"
    for when, text in (("before", BEFORE), ("after", AFTER)):
        typed = tmp_path / f"{when}.csv"
        typed.write_text(text)
        status, _out, err = run(
            "test", scenario, f"--{when}", "--from", typed, "--out", out, "--date", "2026-01-05"
        )
        assert (status, err) == (0, f"3 persons added to {out}.\n")
    return out


# -- simpasar test ------------------------------------------------------------------------


def terminal(scenario: Path, out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "simpasar", "test", scenario, "--before", "--out", out,
               "--lang", "en"]  # fmt: skip
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=0
    )


def test_killed_in_the_middle_every_answer_given_is_in_the_file(
    scenario: Path, tmp_path: Path
) -> None:
    out = tmp_path / "tes.csv"
    with terminal(scenario, out) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        asked.stdin.write("Sari\nb\n")
        heard = ""
        while "2/2" not in heard:
            heard += asked.stdout.read(1)
        asked.kill()
    answers = read_answers(out.read_text(encoding="utf-8"), "tes.csv").answers
    assert [(a.person, a.question, a.answer, a.right) for a in answers] == [("Sari", 1, "b", 1)]


def test_the_end_of_the_input_keeps_what_was_answered(scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "tes.csv"
    with terminal(scenario, out) as asked:
        asked.communicate("Sari\nb\na\nBudi\na\n")
    assert asked.returncode == 130
    answers = read_answers(out.read_text(encoding="utf-8"), "tes.csv").answers
    assert [(a.person, a.answer) for a in answers] == [("Sari", "b"), ("Sari", "a"), ("Budi", "a")]


def test_times_are_kept_with_their_offset(scenario: Path, tmp_path: Path) -> None:
    out = tmp_path / "tes.csv"
    with terminal(scenario, out) as asked:
        asked.communicate("Sari\nb\na\n\n")
    assert asked.returncode == 0
    times = {row["time"] for row in csv.DictReader(out.open())}
    assert all(time[19] == "." and time[-6] in "+-" for time in times)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--out", "tes.csv"], "Say which test it is"),
        (["--before", "--after", "--out", "tes.csv"], "Say which test it is"),
        (["--before"], "Say where the answers are kept"),
        (["--before", "--paper", "sheet.md"], "--paper writes a sheet"),
        (["--before", "--out", "tes.csv", "--from", "none.csv"], "none.csv cannot be used"),
        (["--before", "--out", "tes.csv", "--from", "a.csv", "--date", "4/1"], "no day that has"),
        (["--before", "--out", "tes.csv", "--from", "a.csv", "--date", "2999-01-01"], "no day"),
        (["--before", "--out", "nowhere/tes.csv", "--from", "a.csv"], "cannot be used"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    run: Run,
    scenario: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(BEFORE)
    status, out, err = run("test", scenario, *options)
    assert (status, out) == (2, "")
    assert said in err
    assert not Path("tes.csv").exists()


def test_a_scenario_without_questions_says_where_they_go(run: Run, tmp_path: Path) -> None:
    for language, key in (("en", "`test`"), ("id", "`tes`")):
        plain = SCENARIO.with_name(f"lapak.{language}.yaml")
        status, _out, err = run("test", plain, "--before", "--out", tmp_path / "tes.csv")
        assert status == 2
        assert key in err


def test_a_sheet_is_written_once_and_never_over_another_file(
    run: Run, scenario: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.md"
    assert run("test", scenario, "--paper", sheet)[0] == 0
    assert "**2.** HPP?" in sheet.read_text(encoding="utf-8")
    before = sheet.read_bytes()
    status, _out, err = run("test", scenario, "--paper", sheet)
    assert status == 2
    assert "nothing is overwritten" in err
    assert sheet.read_bytes() == before


def test_a_sheet_for_the_browser_goes_by_its_ending(
    run: Run, scenario: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "sheet.HTML"
    assert run("test", scenario, "--paper", sheet)[0] == 0
    assert sheet.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


# -- simpasar learning --------------------------------------------------------------------


def test_the_page_tells_the_gain_warns_and_names_who_is_left_out(run: Run, tests: Path) -> None:
    status, out, err = run("learning", tests)
    assert (status, err) == (0, "")
    told = " ".join(out.split())
    assert "2 persons took both tests of 2 points. Right before: 50%; after: 100%." in told
    assert "Normalised gain (Hake): 1.00" in told
    assert "Warning: fewer than 20 persons." in told
    assert "Not counted, no test after the training: Wati." in told
    assert "Not counted, no test before the training: Tono." in told
    assert "Budi 1 > 2 (1.00)" in told
    assert max(map(len, out.splitlines())) <= 80


def test_the_page_is_indonesian_too(run: Run, tests: Path) -> None:
    _status, out, _err = run("learning", tests, "--lang", "id")
    assert "N-gain (Hake): 1,00" in out
    assert "Tidak dihitung, belum ikut tes sesudah pelatihan: Wati." in " ".join(out.split())


def test_numbered_persons_stand_in_the_order_of_their_numbers(
    run: Run, scenario: Path, tmp_path: Path
) -> None:
    typed, out = tmp_path / "a.csv", tmp_path / "tes.csv"
    typed.write_text("person,score\n" + "".join(f"Peserta {n},1\n" for n in (10, 9, 1, 2)))
    for when in ("--before", "--after"):
        run("test", scenario, when, "--from", typed, "--out", out)
    _status, told, _err = run("learning", out)
    places = [told.index(f"Peserta {n} ") for n in (1, 2, 9, 10)]
    assert places == sorted(places)


def test_json_has_whole_numbers_only(run: Run, tests: Path) -> None:
    _status, out, _err = run("learning", tests, "--json")
    document = json.loads(out)
    assert document["format"] == "simpasar-learning/1"
    (test,) = document["tests"]
    assert test["group"]["gain"] == 1000
    assert test["persons"][0] == {"person": "Sari", "before": 1, "after": 2, "gain": 1000}
    assert all(isinstance(number, int) for number in numbers_in(document))


def test_tables_and_statements_are_written(run: Run, tests: Path, tmp_path: Path) -> None:
    table, lines, batch = (tmp_path / name for name in ("gains.csv", "x.jsonl", "x.json"))
    run("learning", tests, "--csv", table, "--xapi", lines, "--homepage", "https://y.example.org/")
    run("learning", tests, "--xapi", batch, "--homepage", "https://y.example.org", "--lang", "id")
    rows = list(csv.DictReader(table.open()))
    assert [row["level"] for row in rows].count("person") == 2
    told = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [s["id"] for s in told] == [s["id"] for s in json.loads(batch.read_text("utf-8"))]
    assert told[0]["actor"]["account"] == {"homePage": "https://y.example.org", "name": "Sari"}


def test_the_answers_are_never_written_over(run: Run, tests: Path) -> None:
    before = tests.read_bytes()
    for option in ("--csv", "--xapi"):
        status, _out, err = run("learning", tests, option, tests)
        assert status == 2
        assert "write to another file" in err
    assert tests.read_bytes() == before


def test_a_record_and_a_review_add_what_was_learned_in_the_game(
    run: Run, tests: Path, record: Path, tmp_path: Path
) -> None:
    review = tmp_path / "review.json"
    weeks = [{"week": week, "loss": 300_000 - 50_000 * week} for week in (1, 2, 3)]
    review.write_text(json.dumps({"teams": {"a": {"weeks": weeks}, "b": {"weeks": weeks}}}))
    _status, out, _err = run("learning", tests, "--record", record, "--review", review)
    told = " ".join(out.split())
    assert (
        "Lost by decisions: Rp 250.000 in week 1, Rp 150.000 in week 3. It fell by Rp 50.000"
        in told
    )
    assert "Sales forecast, off by" in told
    _status, out, _err = run("learning", tests, "--review", review, "--json")
    assert json.loads(out)["game"]["loss"]["slope"] == -50_000


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        (None, [], "cannot be used"),
        ("", [], "has no answers yet"),
        ("nama,nilai\n", [], "no table of answers"),
        ("ok", ["--review", "ok"], "is no review"),
        ("ok", ["--xapi", "x.json", "--homepage", "yayasan"], "is no address"),
        ("ok", ["--record", "none.jsonl"], "none.jsonl"),
    ],
)
def test_what_cannot_be_told_is_said(
    run: Run, tests: Path, text: str | None, options: list[str], said: str
) -> None:
    path = tests if text == "ok" else tests.with_name("other.csv")
    if text is not None and path != tests:
        path.write_text(text)
    status, out, err = run("learning", path, *[str(tests) if o == "ok" else o for o in options])
    assert (status, out) == (2, "")
    assert said in err
