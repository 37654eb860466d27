"""simpasar translate and simpasar schema: what they write where, and what they refuse."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import Run
from simpasar import i18n
from simpasar.scenario.library import find
from simpasar.scenario.schema import FILES, modeline, schema_text
from simpasar.scenario.translate import translated

WARUNG = find("warung-pertama").read_bytes()
ENGLISH = translated(WARUNG.decode("utf-8"), "en").text.encode("utf-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "warung.yaml"
    path.write_bytes(WARUNG)
    return path


# -- translate ----------------------------------------------------------------------------


def test_a_translation_is_printed_and_the_file_stays(run: Run, file: Path) -> None:
    status, out, err = run("translate", file, "--to", "en")
    assert (status, out, err) == (0, ENGLISH.decode("utf-8"), "")
    assert file.read_bytes() == WARUNG


def test_what_is_printed_has_the_line_ends_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "warung.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + WARUNG.replace(b"\n", b"\r\n"))
    words = [sys.executable, "-m", "simpasar", "translate", str(path), "--to", "en"]
    done = subprocess.run(words, capture_output=True, check=True)
    assert done.stdout == b"\xef\xbb\xbf" + ENGLISH.replace(b"\n", b"\r\n")


def test_a_shipped_scenario_goes_by_its_name(run: Run) -> None:
    status, out, _err = run("translate", "warung-pertama", "--to", "en")
    assert (status, out) == (0, ENGLISH.decode("utf-8"))


def test_a_translation_in_place_comes_back_byte_for_byte(run: Run, file: Path) -> None:
    status, out, err = run("translate", file, "--to", "en", "--in-place")
    assert (status, out, err) == (0, "", f"Written: {file}\n")
    assert file.read_bytes() == ENGLISH
    assert run("translate", file, "--to", "id", "--in-place")[0] == 0
    assert file.read_bytes() == WARUNG
    assert list(file.parent.iterdir()) == [file]


def test_a_translation_goes_to_another_file(run: Run, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "stall.yaml"
    assert run("translate", file, "--to", "en", "-o", out) == (0, "", f"Written: {out}\n")
    assert (file.read_bytes(), out.read_bytes()) == (WARUNG, ENGLISH)


def test_a_file_with_these_key_words_is_left_as_it_is_and_that_is_said(
    run: Run, file: Path
) -> None:
    before = file.stat()
    status, out, err = run("translate", file, "--to", "id", "--in-place")
    assert (status, out) == (0, "")
    assert err == f"{file} has these key words already: nothing is changed.\n"
    assert file.stat().st_ino == before.st_ino
    status, out, err = run("translate", file, "--to", "id")
    assert (status, out) == (0, WARUNG.decode("utf-8"))
    assert "nothing is changed" in err


def test_a_file_with_errors_is_not_touched(run: Run, file: Path) -> None:
    broken = WARUNG.replace(b"minggu: 3", b"minggu: 3.000")
    file.write_bytes(broken)
    status, out, err = run("translate", file, "--to", "en", "--in-place")
    assert (status, out) == (2, "")
    assert "[number]" in err
    assert file.read_bytes() == broken


def test_a_file_that_cannot_be_written_keeps_its_text(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_old: str, new: str) -> None:
        raise OSError(28, "No space left on device", str(new))

    monkeypatch.setattr(os, "replace", full)
    status, _out, err = run("translate", file, "--to", "en", "--in-place")
    assert (status, err) == (2, f"{file} cannot be used: No space left on device.\n")
    assert file.read_bytes() == WARUNG
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name != "posix", reason="links and permissions of a POSIX system")
def test_a_link_stays_a_link_and_permissions_stay(run: Run, file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)
    assert run("translate", link, "--to", "en", "--in-place")[0] == 0
    assert link.is_symlink()
    assert file.read_bytes() == ENGLISH
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="permissions of a POSIX system")
def test_a_new_file_has_the_permissions_of_any_new_file(
    run: Run, file: Path, tmp_path: Path
) -> None:
    (tmp_path / "any").touch()
    out = tmp_path / "out.yaml"
    assert run("translate", file, "--to", "en", "-o", out)[0] == 0
    assert out.stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["warung-pertama", "--to", "en", "--in-place"], "ships with simpasar"),
        (["a.yaml", "--to", "en", "--in-place", "-o", "b.yaml"], "give one of them"),
        (["a.yaml", "--to", "fr"], "'fr' is not one of"),
        (["a.yaml"], "Missing option '--to'"),
        (["a.yaml", "--to", "en"], "There is no such file."),
        (["warung-pertam", "--to", "en"], "Did you mean `warung-pertama`?"),
    ],
)
def test_wrong_use_of_translate_is_told(run: Run, words: list[str], said: str) -> None:
    status, out, err = run("translate", *words)
    assert (status, out) == (2, "")
    assert said in err


def test_translate_speaks_indonesian(run: Run, file: Path) -> None:
    err = run("translate", file, "--to", "en", "--in-place", "--lang", "id")[2]
    assert err == f"Selesai ditulis: {file}\n"
    i18n.use("en")


# -- schema -------------------------------------------------------------------------------


def test_schemas_of_both_vocabularies_are_written_and_their_modelines_told(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "a" / "schema"
    status, out, err = run("schema", "-o", folder)
    assert status == 0
    assert out.split() == [str(folder / name) for name in FILES.values()]
    for language, name in FILES.items():
        assert (folder / name).read_text(encoding="utf-8") == schema_text(language)
        assert f"    {modeline(language)}\n" in err
        assert json.loads((folder / name).read_bytes())["type"] == "object"


def test_a_schema_of_one_vocabulary_is_written_beside_the_scenarios_here(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, _out, err = run("schema", "--lang-of-keys", "en")
    assert status == 0
    assert [path.name for path in (tmp_path / "schema").iterdir()] == [FILES["en"]]
    assert modeline("en") in err
    assert modeline("id") not in err


def test_a_schema_does_not_depend_on_the_language_spoken(run: Run, tmp_path: Path) -> None:
    for own in ("id", "en"):
        assert run("schema", "-o", tmp_path / own, "--lang", own)[0] == 0
    i18n.use("en")
    for name in FILES.values():
        assert (tmp_path / "id" / name).read_bytes() == (tmp_path / "en" / name).read_bytes()


def test_a_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    status, out, err = run("schema", "-o", tmp_path / "file")
    assert (status, out) == (2, "")
    assert f"{tmp_path / 'file'} cannot be used: File exists." in err
