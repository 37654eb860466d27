"""A small map of characters: where the places and the stalls of a scenario lie. North is up."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase, digits

from simpasar.i18n import language
from simpasar.scenario.model import Scenario

MARKS = digits[1:] + ascii_uppercase
"""What stands for a stall: the first is 1, the tenth A. More stalls than that are no class."""
MIDDLE = "○"
"""What stands for the middle of a place."""
CELL = (1, 2)
"""A character is about twice as high as it is wide."""
LOWEST = 5


@dataclass(frozen=True, slots=True)
class StallMap:
    """`rows` of characters; `marks`: what stands for each team; `metres`: what the width of one
    character is on the ground."""

    rows: tuple[str, ...]
    marks: dict[str, str]
    metres: int


def stall_map(scenario: Scenario, width: int = 76, height: int = 15) -> StallMap:
    """A map at most so many characters wide and high, in the language now spoken."""
    places, teams = scenario.places.values(), scenario.teams
    points = [(p.x, p.y) for p in places] + [(t.x, t.y) for t in teams.values()]
    west, east = min(x for x, _y in points), max(x for x, _y in points)
    south, north = min(y for _x, y in points), max(y for _x, y in points)
    names = [place.name.of(language()) for place in places]
    room = max(10, width - max(map(len, names)) - 3)
    metres = max(1, -(-(east - west) // room), -(-(north - south) // (CELL[1] * (height - 1))))
    lines = max(LOWEST, (north - south) // (metres * CELL[1]) + 1)
    sheet = [[" "] * width for _line in range(lines)]

    def cell(x: int, y: int) -> tuple[int, int]:
        return min((north - y) // (metres * CELL[1]), lines - 1), (x - west) // metres

    marks = dict(zip(teams, MARKS, strict=False))
    for team, mark in marks.items():
        row, column = cell(teams[team].x, teams[team].y)
        _put(sheet, row, column, mark)
    for place, name in zip(places, names, strict=True):
        row, column = cell(place.x, place.y)
        column = _put(sheet, row, column, MIDDLE)
        _label(sheet, row, column, name)
    return StallMap(tuple("".join(line).rstrip() for line in sheet), marks, metres)


def _put(sheet: list[list[str]], row: int, column: int, mark: str) -> int:
    """Set a mark at the nearest free character to the right, and return its column."""
    line = sheet[row]
    free = next((c for c in range(column, len(line)) if line[c] == " "), column)
    line[free] = mark
    return free


def _label(sheet: list[list[str]], row: int, column: int, name: str) -> None:
    """Write a name beside its mark, or above or below it, where it covers nothing."""
    wide = len(name)
    for line, start in (
        (row, column + 2),
        (row, column - wide - 1),
        (row + 1, column),
        (row - 1, column),
        (row + 1, column - wide + 1),
        (row - 1, column - wide + 1),
    ):
        if not 0 <= line < len(sheet) or start < 0 or start + wide > len(sheet[line]):
            continue
        if all(sign == " " for sign in sheet[line][start : start + wide + 1]):
            sheet[line][start : start + wide] = name
            return
