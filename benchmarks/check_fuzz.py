"""Fuzz of `simpasar check`: the scenarios that ship after slips of the hand, rubbish and traps.

Run: python benchmarks/check_fuzz.py [--cases N] [--seed N]

Every case must be answered: no traceback, a place for every problem (but where the file as a whole
is wrong), a message and a known code, and no case takes more than two seconds (of the
processor: a busy machine is no fault of ours).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from simpasar.scenario.check import Checked, check_source
from simpasar.scenario.codes import CODES
from simpasar.scenario.library import find, shipped
from simpasar.scenario.source import Source

MOST_SECONDS = 2.0
PLACELESS = frozenset({"empty", "too-large", "no-text"})
"""Codes of a file that is wrong as a whole."""

TRAPS = (
    "2.000", "0,7", "6%", "Rp 2.000", "0123", "12:30", "6.30", "ya", "no", "yes", "tidak", "null",
    "1,5 juta", "1e9", "-1", "99999999999999999999", "4/1/2027", "2027-02-30", "\u00b2", "~",
)  # fmt: skip
RUBBISH = (
    "", "x", "[]", "{}", "[1, [2, {a: 3}]]", "{a: {b: c}}", '"', "'", "[", "}", "&a b", "*a", "!t",
    "a: b: c", "# abaikan missing", "|", ">-", "? ", "- ", "@", "%", "\U0001f600", "true", "banjir",
)  # fmt: skip
CONTROL = ("\x00", "\x07", "\x1b", "\x85", "\u2028", "\ufeff", "\ud800", "\t", "\r", "\u200b")

Lines = list[str]
Slip = Callable[[random.Random, Lines, int], None]


def mutated(text: str, rng: random.Random) -> str:
    """A scenario after one to six slips."""
    lines = text.split("\n")
    for _slip in range(rng.randint(1, 6)):
        if lines:
            rng.choice(SLIPS)(rng, lines, rng.randrange(len(lines)))
    return "\n".join(lines)


def _delete(rng: random.Random, lines: Lines, at: int) -> None:
    del lines[at : at + rng.choice((1, 1, 1, 5))]


def _double(rng: random.Random, lines: Lines, at: int) -> None:
    lines[at:at] = lines[at : at + rng.choice((1, 1, 8))]


def _swap(rng: random.Random, lines: Lines, at: int) -> None:
    other = rng.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _indent(rng: random.Random, lines: Lines, at: int) -> None:
    more = rng.choice((-4, -2, -1, 1, 2, 4))
    lines[at] = " " * more + lines[at] if more > 0 else lines[at][-more:]


def _trap(rng: random.Random, lines: Lines, at: int) -> None:
    _revalue(lines, at, rng.choice(TRAPS))


def _rubbish(rng: random.Random, lines: Lines, at: int) -> None:
    _revalue(lines, at, rng.choice(RUBBISH))


def _other_value(rng: random.Random, lines: Lines, at: int) -> None:
    _revalue(lines, at, rng.choice(lines).partition(": ")[2])


def _revalue(lines: Lines, at: int, value: str) -> None:
    key, colon, _value = lines[at].partition(": ")
    lines[at] = f"{key}{colon or ': '}{value}"


def _rename(rng: random.Random, lines: Lines, at: int) -> None:
    key, colon, value = lines[at].partition(":")
    if key.strip():
        place = rng.randrange(len(key))
        key = key[:place] + rng.choice(("", "x", "_", "Z", key[place] * 2)) + key[place + 1 :]
    lines[at] = key + colon + value


def _cut(rng: random.Random, lines: Lines, at: int) -> None:
    if rng.random() < 0.2:
        lines[at] = lines[at][: rng.randint(0, len(lines[at]))]
        del lines[at + 1 :]


def _control(rng: random.Random, lines: Lines, at: int) -> None:
    place = rng.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + rng.choice(CONTROL) + lines[at][place:]


def _in_flow(rng: random.Random, lines: Lines, at: int) -> None:
    """One value within `{...}`."""
    parts = lines[at].split(", ")
    which = rng.randrange(len(parts))
    key, colon, _value = parts[which].partition(": ")
    parts[which] = f"{key}{colon}{rng.choice(TRAPS + RUBBISH)}"
    lines[at] = ", ".join(parts)


SLIPS: tuple[Slip, ...] = (
    _delete, _double, _swap, _indent, _trap, _rubbish, _other_value, _rename, _cut, _control,
    _in_flow, _in_flow, _trap,
)  # fmt: skip


def faults(checked: Checked) -> list[str]:
    """What is wrong with an answer; nothing in a good one."""
    found = []
    if checked.scenario is None and not checked.errors:
        found.append("refused without an error")
    for problem in checked.problems:
        if problem.place is None and problem.code not in PLACELESS:
            found.append(f"no place: {problem.code}")
        if problem.code not in CODES or not problem.message.strip():
            found.append(f"not told: {problem.code}")
        str(problem).encode()
    return found


def main() -> None:
    """Print cases, codes met, the slowest case; leave with 1 where one was not answered well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    texts = [find(name).read_text(encoding="utf-8") for name in shipped()]
    codes, bad, slowest = Counter[str](), 0, 0.0
    for case in range(asked.cases):
        rng = random.Random(f"{asked.seed}/{case}")
        text = mutated(rng.choice(texts), rng)
        began = time.process_time()
        try:
            checked = check_source(Source.of("f.yaml", text))
            wrong = faults(checked)
            codes.update({problem.code for problem in checked.problems})
        except Exception as error:  # whatever it is, it is what is looked for
            wrong = [f"{type(error).__name__}: {error}"]
        took = time.process_time() - began
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            wrong.append(f"{took:.1f} s")
        if wrong:
            bad += 1
            print(f"case {case}: {'; '.join(wrong[:3])[:200]}", flush=True)
    print(f"{asked.cases} cases, {bad} not answered well, slowest {slowest:.2f} s")
    print(f"{len(codes)} codes met: " + ", ".join(f"{c} {n}" for c, n in codes.most_common()))
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
