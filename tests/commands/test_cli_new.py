"""simpasar new, as people run it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_line import Run
from simpasar.bench.planning import SIZES
from simpasar.scenario.library import find, shipped
from simpasar.scenario.loader import load


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_each_size_is_written_checked_and_played(run: Run, size: str, language: str) -> None:
    status, out, err = run("new", "kelas", "--size", size, "--yes", "--lang", language)
    assert (status, err) == (0, "")
    assert "simpasar check kelas.yaml" in out
    assert run("check", "kelas.yaml", "--strict", "--lang", language)[0] == 0
    assert run("run", "kelas.yaml", "--seed", "7", "--weeks", "1", "--quiet")[0] == 0


def test_the_file_begins_with_the_way_to_the_schema_that_lies_beside_it(
    run: Run, folder: Path
) -> None:
    run("new", "kelas", "--yes", "--lang", "id")
    first = (folder / "kelas.yaml").read_text("utf-8").split("\n")[0]
    named = first.partition("$schema=")[2]
    assert first.startswith("# yaml-language-server:")
    assert (folder / named).is_file()


def test_an_own_product_is_told_by_options(run: Run, folder: Path) -> None:
    status, out, _err = run(
        "new", "ulam", "--product", "Nasi ulam", "--price", "12 rb", "--batch", "40",
        "--unit", "bungkus", "--shelf-life", "10 jam", "--need", "sarapan",
        "--ingredient", "Beras; 5 kg; 1 kg; 13.700", "--ingredient", "Kelapa; 4 butir; 1; 13.500",
    )  # fmt: skip
    product = load(folder / "ulam.yaml").products["nasi_ulam"]
    assert status == 0
    assert (product.reference_price, product.batch, product.shelf_life_hours) == (12_000, 40, 10)
    assert product.recipe == {"beras": 5_000, "kelapa": 4}
    assert "3.063" in out


def test_several_products_have_their_options_in_order(run: Run, folder: Path) -> None:
    run("new", "dua", "--product", "Nasi ulam", "--price", "12000", "--product", "gorengan")
    scenario = load(folder / "dua.yaml")
    assert {p.name.id: p.reference_price for p in scenario.products.values()} == {
        "Nasi ulam": 12_000,
        "Gorengan": 1_500,
    }


@pytest.mark.parametrize("name", shipped())
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_scenario_that_ships_is_copied_with_its_comments(
    run: Run, folder: Path, name: str, language: str
) -> None:
    status, _out, err = run("new", "salinan", "--from", name, "--lang", language)
    copy = folder / "salinan.yaml"
    assert (status, err) == (0, "")
    assert load(copy) == load(find(name)).model_copy(update={"name": "salinan"})
    assert copy.read_text("utf-8").count("#") == find(name).read_text("utf-8").count("#")


@pytest.mark.parametrize("name", ["123", "0x1f", "true", "2027-01-04", "no"])
@pytest.mark.parametrize("how", [("--yes",), ("--from", "warung-pertama")])
def test_a_name_that_yaml_takes_for_a_value_stays_a_name(
    run: Run, folder: Path, name: str, how: tuple[str, ...]
) -> None:
    status, _out, err = run("new", name, *how)
    assert (status, err) == (0, "")
    assert load(folder / f"{name}.yaml").name == name


def test_nothing_is_overwritten(run: Run, folder: Path) -> None:
    (folder / "kelas.yaml").write_text("mine")
    status, _out, err = run("new", "kelas", "--yes")
    assert (status, "is there already" in err) == (2, True)
    assert (folder / "kelas.yaml").read_text() == "mine"
    (folder / "tautan.yaml").symlink_to("nowhere")
    assert run("new", "tautan", "--yes")[0] == 2


@pytest.mark.parametrize(
    "name", ["Warung Saya", "../a", "a/b", "", "-a", "a" * 61, "con", "naïve", "pasar-pagi", "."]
)
def test_a_bad_name_is_refused_with_one_that_is_good(run: Run, folder: Path, name: str) -> None:
    status, _out, err = run("new", "--yes", "--", name)
    assert status == 2
    assert "ry: " in err or "such as" in err
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    "words",
    [
        ("--size", "huge"),
        ("--price", "3000"),
        ("--product", "x", "--price", "abc"),
        ("--product", " "),
        ("--product", "x", "--need", "war"),
        ("--product", "x", "--ingredient", "Beras"),
        ("--product", "x", "--ingredient", "Beras; 1 kg; 1 l; 13.700"),
        ("--product", "x", "--product", "y", "--ingredient", "Beras; 1 kg; 1 kg; 13.700"),
        ("--from", "pasar-pagi", "--size", "small"),
        ("--from", "nowhere"),
    ],
)
def test_wrong_options_are_told_and_nothing_is_written(
    run: Run, folder: Path, words: tuple[str, ...]
) -> None:
    status, _out, err = run("new", "kelas", *words)
    assert status == 2
    assert err.strip()
    assert not list(folder.iterdir())


def test_a_scenario_with_errors_is_not_copied(run: Run, folder: Path) -> None:
    (folder / "rusak.yaml").write_text("nama: rusak\nminggu: tiga\n")
    status, _out, err = run("new", "kelas", "--from", "rusak.yaml")
    assert (status, "rusak.yaml:" in err) == (2, True)
    assert not (folder / "kelas.yaml").exists()


# -- on a terminal ------------------------------------------------------------------------


def on_a_terminal(folder: Path, answers: list[str]) -> tuple[int, str]:
    """Its status and what stood on the terminal when these lines were typed, one after another."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "simpasar", "new", "kelas", "--lang", "en"],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_own_terminal,
    )
    os.close(theirs)
    said = b""
    until = time.monotonic() + 60
    try:
        while time.monotonic() < until:
            if not select.select([ours], [], [], 1)[0]:
                continue
            part = os.read(ours, 4096)
            if not part:
                break
            said += part
            if answers and said.rstrip(b" ").endswith(b":") and b"\n" in said:
                os.write(ours, answers.pop(0).encode())
    except OSError:  # how Linux says that nobody is left to write
        pass
    finally:
        os.close(ours)  # whoever still waits at the terminal is sent away with it
    return child.wait(60), said.decode()


def _own_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def test_the_trainer_is_asked_for_her_product(folder: Path) -> None:
    typed = ["1", "Nasi ulam", "bungkus", "1", "40", "Beras", "5 kg", "", "13.700", "", "", "9.000"]
    status, said = on_a_terminal(folder, [f"{line}\n" for line in typed])
    assert status == 0, said
    assert load(folder / "kelas.yaml").products["nasi_ulam"].reference_price == 9_000
    assert "HPP Rp 1.713, price Rp 9.000" in said


def test_ctrl_c_leaves_nothing_behind(folder: Path) -> None:
    status, said = on_a_terminal(folder, ["1\n", "Nasi ulam\n", "\x03"])
    assert status == 130
    assert "Traceback" not in said
    assert not list(folder.iterdir())
