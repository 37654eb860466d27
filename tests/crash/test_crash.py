"""Whole games killed while they record go on as if nothing had happened."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "crash.py"


def test_games_killed_at_random_moments_end_as_undisturbed_ones_do() -> None:
    """The script itself compares digests and bytes; `make bench` kills fifty."""
    command = [sys.executable, SCRIPT, "--times", "4"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.startswith("4 kills in ")
    assert re.search(
        r"^every game ended as the undisturbed one did: [0-9a-f]{64}$", result.stdout, re.M
    )
