"""Write the JSON Schemas of scenario files, for editors, from the models and their meanings.

Run as `make schemas`. `--check` only says whether scenarios/schema/ is fresh.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from simpasar.scenario.schema import FILES, schema_text

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "scenarios" / "schema"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether they are fresh")
    check = parser.parse_args(arguments).check
    stale = []
    for language, name in FILES.items():
        path, text = FOLDER / name, schema_text(language)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(path.relative_to(ROOT))
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    if check and stale:
        print("Stale: " + ", ".join(map(str, stale)) + ". Run `make schemas`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
