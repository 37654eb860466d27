"""The same bits everywhere: one game under different hash seeds, CPU features, numpys, Pythons.

Run: python benchmarks/same_bits.py [--quick] [--python PATH ...]

Without --quick, environments with the oldest and the newest numpy that pyproject allows are built
in a temporary folder; --python adds the newest numpy under other interpreters.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GAME = ["-m", "simpasar", "run", "pasar-pagi", "--seed", "7", "--json"]


def digest(python: str | Path, **environment: str) -> str:
    """The digest of the game under an interpreter with extra environment variables."""
    result = subprocess.run(
        [str(python), *GAME],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return str(json.loads(result.stdout)["digest"])


def cpu_features() -> str:
    """Every CPU feature that this numpy found and may do without, as it wants them named."""
    umath = import_module("numpy._core._multiarray_umath")
    baseline = set(umath.__cpu_baseline__)
    found = [name for name, has in umath.__cpu_features__.items() if has and name not in baseline]
    return " ".join(name for name in found if name in umath.__cpu_dispatch__)


def oldest_numpy() -> str:
    """The lowest numpy of pyproject.toml, as a requirement: numpy==1.26.*"""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    numpy = next(need for need in project["dependencies"] if need.startswith("numpy"))
    found = re.search(r">=(\d+\.\d+)", numpy)
    assert found is not None
    return f"numpy=={found[1]}.*"


def environment(folder: Path, numpy: str, python: str | None = None) -> Path:
    """A virtual environment with this project and a numpy; its interpreter."""
    if python is None:
        venv.create(folder, with_pip=True)
    else:
        subprocess.run([python, "-m", "venv", str(folder)], check=True)
    inside = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([inside, "-m", "pip", "install", "-q", str(ROOT), numpy], check=True)
    return inside


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only this environment")
    parser.add_argument("--python", action="append", default=[], help="another interpreter")
    options = parser.parse_args()
    found = {
        "as it is": digest(sys.executable),
        "hash seed 0": digest(sys.executable, PYTHONHASHSEED="0"),
        "hash seed 4242": digest(sys.executable, PYTHONHASHSEED="4242"),
        f"without {cpu_features() or 'any feature'}": digest(
            sys.executable, NPY_DISABLE_CPU_FEATURES=cpu_features()
        ),
    }
    if not options.quick:
        with tempfile.TemporaryDirectory() as folder:
            for name, numpy in (("oldest", oldest_numpy()), ("newest", "numpy<3")):
                python = environment(Path(folder, name), numpy)
                found[f"{name} numpy ({version(python)})"] = digest(python)
            for number, other in enumerate(options.python):
                python = environment(Path(folder, str(number)), "numpy<3", other)
                found[f"{other} ({version(python)})"] = digest(python)
    for name, value in found.items():
        print(f"{value[:16]}  {name}")
    same = len(set(found.values())) == 1
    print("the same bits" if same else "DIFFERENT BITS")
    return 0 if same else 1


def version(python: Path) -> str:
    """Which numpy an interpreter has."""
    code = "import numpy, sys; print(numpy.__version__, 'python', sys.version.split()[0])"
    result = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return result.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
