"""simpasar check and simpasar explain: what is printed, and the status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import Run
from simpasar.scenario.codes import CODES

BROKEN = Path(__file__).parents[1] / "scenario" / "broken"
DOZEN = BROKEN / "a-dozen-mistakes.yaml"
WARNED = BROKEN / "advice-ingredient-no-recipe.yaml"


def test_a_good_scenario_has_one_line_and_status_0(run: Run) -> None:
    status, out, err = run("check", "pasar-pagi", "--lang", "id")
    assert (status, err) == (0, "")
    assert out == "pasar-pagi.yaml: baik. 0 salah, 0 peringatan.\n"


def test_every_problem_has_its_place_its_line_and_a_caret(run: Run) -> None:
    status, out, err = run("check", str(DOZEN), "--lang", "id")
    assert (status, err) == (1, "")
    assert out.count("    ^") + out.count(" ^\n") >= 12
    assert f"{DOZEN}:28:21: `warga_setempat`" in out
    assert "Tulis false. [yes-no]" in out
    assert out.count("simpasar explain") == 1
    assert "a-dozen-mistakes.yaml: 12 kesalahan. Perbaiki, lalu periksa lagi." in out


def test_a_warning_fails_only_where_strict(run: Run) -> None:
    status, out, _err = run("check", str(WARNED), "--lang", "en")
    assert status == 0
    assert "warning: " in out
    assert "good. 0 errors, 1 warning." in out
    assert run("check", str(WARNED), "--strict")[0] == 1


def test_one_bad_file_of_several_fails_all_and_each_has_a_verdict(run: Run) -> None:
    status, out, _err = run("check", "warung-pertama", str(DOZEN), "--lang", "en")
    assert status == 1
    assert "warung-pertama.yaml: good." in out
    assert "a-dozen-mistakes.yaml: 12 errors." in out


@pytest.mark.parametrize("name", ["pasar-pagu", "none.yaml", "."])
def test_a_file_that_cannot_be_read_is_wrong_use(run: Run, name: str) -> None:
    status, out, _err = run("check", name, "--lang", "en")
    assert status == 2
    assert "not read." in out
    assert json.loads(run("check", name, "--json")[1])["files"][0]["problems"][0]["line"] is None


def test_no_file_at_all_is_wrong_use(run: Run) -> None:
    assert run("check")[0] == 2


def test_the_document_has_all_that_is_printed_and_nothing_else(run: Run) -> None:
    status, out, err = run("check", str(DOZEN), "pasar-pagi", "--json", "--lang", "en")
    assert (status, err) == (1, "")
    said = json.loads(out)
    assert (said["format"], said["good"], said["strict"]) == ("simpasar-check/1", False, False)
    dozen, good = said["files"]
    assert (dozen["errors"], dozen["warnings"], dozen["ignored"]) == (12, 0, 0)
    assert good["problems"] == []
    for problem in dozen["problems"]:
        assert problem.keys() == {
            "level", "code", "file", "line", "column", "end", "message", "mend", "source",
        }  # fmt: skip
        assert problem["level"] == "error"
        assert problem["column"] < problem["end"]
    assert "1000000" in {problem["mend"] for problem in dozen["problems"]}


def test_explain_tells_wrong_and_right_in_both_languages(run: Run) -> None:
    for lang, words in (("en", ("Wrong:", "local: yes")), ("id", ("Salah:", "warga_setempat: ya"))):
        status, out, err = run("explain", "yes-no", "--lang", lang)
        assert (status, err) == (0, "")
        assert all(word in out for word in words)


def test_explain_without_a_code_lists_all(run: Run) -> None:
    status, out, _err = run("explain", "--lang", "en")
    assert status == 0
    assert all(f"  {word} " in out for word in CODES)
    assert all(len(line) <= 80 for line in out.splitlines())


def test_explain_suggests_the_closest_code(run: Run) -> None:
    status, _out, err = run("explain", "unknown-nam", "--lang", "en")
    assert status == 2
    assert "Did you mean `unknown-name`?" in err
    assert run("explain", "[unknown_name]")[0] == 0
