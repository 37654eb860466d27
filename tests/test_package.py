"""The wheel is whole: installed where no checkout is, it plays the scenarios that ship with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.xdist_group("package")  # one worker builds the wheel once for all of them


def run(*command: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder from which no checkout can be seen."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**clean, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def succeeded(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    succeeded(run(*build, folder=folder))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with the wheel and its dependencies in it.

    The dependencies are those of the running environment, by a path that leads to its packages:
    what makes the checkout visible there, a .pth file of its own, does not work along such a path.
    """
    home = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(home, with_pip=False)
    paths = sysconfig.get_paths("venv", vars={"base": str(home), "platbase": str(home)})
    programs = Path(paths["scripts"])
    install = ["-m", "pip", "--python", programs / "python", "install", "--no-deps", "--no-index"]
    succeeded(run(sys.executable, *install, "--quiet", wheel, folder=home))
    Path(paths["purelib"], "dependencies.pth").write_text(sysconfig.get_paths()["purelib"])
    return programs


def test_the_wheel_carries_scenarios_texts_and_types(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    scenarios = {f"simpasar/scenarios/{path.name}" for path in ROOT.glob("scenarios/*.yaml")}
    assert scenarios
    assert scenarios <= inside
    assert {
        f"simpasar/scenarios/schema/scenario.{own}.schema.json" for own in ("id", "en")
    } <= inside
    assert "simpasar/locale/id/LC_MESSAGES/simpasar.mo" in inside
    assert "simpasar/py.typed" in inside


def test_the_wheel_carries_nothing_but_the_package_and_its_licence(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in inside} == {"simpasar"}
    assert [name for name in inside if name.endswith("/licenses/LICENSE")]
    assert not [name for name in inside if "__pycache__" in name or name.endswith(".jsonl")]


def test_the_installed_package_is_not_the_checkout(programs: Path, tmp_path: Path) -> None:
    where = "import simpasar; print(simpasar.__file__)"
    imported = Path(succeeded(run(programs / "python", "-c", where, folder=tmp_path)).strip())
    assert programs.parent in imported.parents
    assert ROOT not in imported.parents


def test_a_shipped_scenario_is_played_by_its_name_from_any_folder(
    programs: Path, tmp_path: Path
) -> None:
    play = [programs / "simpasar", "run", "pasar-pagi", "--weeks", "1", "--json"]
    game = json.loads(succeeded(run(*play, folder=tmp_path)))
    assert game["scenario"] == "pasar-pagi"
    assert [week["week"] for week in game["weeks"]] == [1]
    assert set(game["weeks"][0]["teams"]) == {place["team"] for place in game["ranking"]}
    assert not list(tmp_path.iterdir())


def test_a_record_is_written_verified_and_exported_by_the_installed_program(
    programs: Path, tmp_path: Path
) -> None:
    simpasar, record = programs / "simpasar", "game.simpasar.jsonl"
    play = [simpasar, "run", "warung-pertama", "--weeks", "1", "--record", record, "--quiet"]
    succeeded(run(*play, folder=tmp_path))
    assert succeeded(run(simpasar, "verify", record, folder=tmp_path)).startswith("cocok ")
    export = [simpasar, "export", record, "--to", "csv", "--out", "tables"]
    succeeded(run(*export, folder=tmp_path))
    assert (tmp_path / "tables" / "weeks.csv").exists()


def test_the_installed_program_speaks_indonesian_and_english(
    programs: Path, tmp_path: Path
) -> None:
    simpasar = programs / "simpasar"
    indonesian = run(simpasar, "--help", folder=tmp_path, SIMPASAR_LANG="", LC_ALL="C")
    english = run(simpasar, "--help", folder=tmp_path, SIMPASAR_LANG="en", LC_ALL="C")
    assert "Cara pakai:" in succeeded(indonesian)
    assert "Usage:" in succeeded(english)


def test_the_program_says_its_version(programs: Path, tmp_path: Path, wheel: Path) -> None:
    said = succeeded(run(programs / "simpasar", "--version", folder=tmp_path)).strip()
    assert said == f"simpasar {wheel.name.split('-')[1]}"
