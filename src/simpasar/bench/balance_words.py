"""The words and figures of a balance as people read them: lights, units, the verdict."""

from __future__ import annotations

from simpasar.balance.answers import Answer, Balance, Cell, Light, Unit
from simpasar.firm.costing import half_up
from simpasar.game.bulletin import percent
from simpasar.i18n import _, ngettext
from simpasar.money import grouped

MARKS: dict[Light | None, str] = {"green": "[+]", "yellow": "[~]", "red": "[!]", None: "[ ]"}
"""A mark for each light, to be read without colour."""
DIGITS = 10
"""How much of a digest people compare by eye."""


def light_word(light: Light | None) -> str:
    """`HIJAU`, `KUNING`, `MERAH`; a dash where there is no light."""
    words = {"green": _("GREEN"), "yellow": _("YELLOW"), "red": _("RED")}
    return words[light] if light else "-"


def lamp(answer: Answer) -> str:
    """Mark, word and question in one line."""
    unsure = "" if answer.settled or answer.light is None else " " + _("(not yet sure)")
    return f"{MARKS[answer.light]} {light_word(answer.light):7}{answer.title}{unsure}"


def verdict(balance: Balance) -> str:
    """What a trainer does with the scenario now."""
    red = sum(answer.light == "red" for answer in balance.answers)
    yellow = sum(answer.light == "yellow" for answer in balance.answers)
    if red:
        return ngettext(
            "Mend it before the class plays: {count} light is red.",
            "Mend it before the class plays: {count} lights are red.",
            red,
        ).format(count=red)
    if yellow:
        return ngettext(
            "It can be played; look at {count} yellow light first.",
            "It can be played; look at {count} yellow lights first.",
            yellow,
        ).format(count=yellow)
    if balance.worst is None:
        return _("Nothing can be said yet.")
    return _("Ready for the class: all lights are green.")


def figure(cell: Cell, unit: Unit) -> str:
    """A cell of a table."""
    if cell is None:
        return "-"
    if isinstance(cell, str):
        return cell
    if unit == "rupiah":
        return grouped(1_000 * half_up(cell, 1_000))
    if unit == "permille":
        return percent(10 * half_up(cell, 10))
    return grouped(cell)


def provenance(balance: Balance, seconds: float) -> list[str]:
    """Where the figures come from, in sentences."""
    first, last = balance.seeds
    lines = [
        _("Seeds {first} to {last}, {games} games, {seconds} seconds.").format(
            first=first, last=last, games=grouped(balance.games), seconds=round(seconds)
        ),
        _("simpasar {version}, scenario {name}, digest {digest}.").format(
            version=balance.version, name=balance.scenario, digest=balance.digest[:DIGITS]
        ),
    ]
    if balance.quick:
        lines.insert(0, _("Quick: few seeds. Without --quick more is asked, and more is sure."))
    return lines


def footnotes() -> list[str]:
    """What the words on the page mean."""
    return [
        _("Gain: all profit of a season, what the household drew included; rupiah."),
        _("At least, at most: where the true mean lies in 95 of 100 cases."),
        _("Not yet sure: the games played do not settle the light."),
        _("par is a decent computer player; diam never changes anything."),
    ]


def unfinished() -> str:
    """What stands above the page of a balance that was stopped."""
    return _("UNFINISHED: stopped before all games were played. The lights may change.")
