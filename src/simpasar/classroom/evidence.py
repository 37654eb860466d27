"""What a class's own weeks show: small tables and bars with a sentence beside each.

Facts, and no blame: who ran out, what was thrown away, how far a guess was off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, get_args

from simpasar.classroom.names import day_name
from simpasar.firm.costing import half_up
from simpasar.game.bulletin import percent
from simpasar.game.play import Game
from simpasar.game.report import TeamWeek
from simpasar.i18n import _, language, ngettext
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario, Shown

Kind: TypeAlias = Shown
KINDS: tuple[Kind, ...] = get_args(Kind)

MOST_WEEKS = 8
"""So many weeks fit beside each other."""
MOST_ROWS = 8
"""More than that nobody takes in at a glance: those that say most stand first."""
MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table: the first column is of names, all others of figures."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `value` gives its length, at least 0; `said` stands behind it."""

    label: str
    value: int
    said: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that the weeks show; texts are in the language spoken when it was made.
    `measured`: what the length of the bars is."""

    kind: Kind
    title: str
    sentences: tuple[str, ...]
    grid: Grid | None = None
    bars: tuple[Bar, ...] = ()
    measured: str = ""


class Weeks:
    """A class's weeks as all evidence reads them."""

    def __init__(self, game: Game) -> None:
        """Raises ValueError where no week has been lived."""
        if not game.past:
            raise ValueError("No week has been lived: there is nothing to show.")
        self.game = game
        self.scenario: Scenario = game.setup.scenario
        self.teams = {name: team.history for name, team in game.state.teams.items()}
        self.count = len(game.past)
        self.shown = _spread(self.count, MOST_WEEKS)

    def name(self, team: str) -> str:
        """What a team is called."""
        return self.scenario.teams[team].name.of(language())

    def headings(self, first: str, *more: str) -> tuple[str, ...]:
        """The heading of names, one for each week shown, and further ones."""
        return (first, *(_("W{week}").format(week=week) for week in self.shown), *more)

    def row(self, history: Sequence[TeamWeek], week: int) -> TeamWeek:
        """A team's report of a week, from 1."""
        return history[week - 1]


def _spread(count: int, most: int) -> tuple[int, ...]:
    """The weeks 1 to `count`; of too many, `most` of them, the first and the last among them."""
    if count <= most:
        return tuple(range(1, count + 1))
    return tuple(1 + half_up(step * (count - 1), most - 1) for step in range(most))


# -- prices -----------------------------------------------------------------------------------


def prices(weeks: Weeks) -> Evidence:
    """Where prices met: of what several teams sell, the lowest and the highest in each week; of
    what one team sells, its price, those that moved most."""
    rows: list[tuple[str, ...]] = []
    alone: list[tuple[int, tuple[str, ...]]] = []
    sentences: list[str] = []
    for product, kind in weeks.scenario.products.items():
        sellers = [team for team, seat in weeks.scenario.teams.items() if product in seat.products]
        asked = [
            {t: weeks.row(weeks.teams[t], week).decisions.prices[product] for t in sellers}
            for week in range(1, weeks.count + 1)
        ]
        name = kind.name.of(language())
        shown = [asked[week - 1] for week in weeks.shown]
        if len(sellers) > 1:
            lowest = (grouped(min(each.values())) for each in shown)
            highest = (grouped(max(each.values())) for each in shown)
            rows.append((_("{name}, lowest").format(name=name), *lowest))
            rows.append((_("{name}, highest").format(name=name), *highest))
            sentences.append(_gap(weeks, name, asked))
        elif sellers:
            own = [each[sellers[0]] for each in asked]
            label = f"{weeks.name(sellers[0])}: {name}"
            moved = 1_000 * (max(own) - min(own)) // kind.reference_price
            alone.append((-moved, (label, *(grouped(own[week - 1]) for week in weeks.shown))))
    if not sentences:
        sentences.append(_("No two teams sell the same: each has its own price."))
    alone.sort(key=lambda entry: entry[0])
    rows += [row for _moved, row in alone[: max(0, MOST_ROWS - len(rows))]]
    return Evidence(
        "price",
        _("Where prices met"),
        tuple(sentences[:MOST_SENTENCES]),
        Grid(weeks.headings(_("Price (Rp)")), tuple(rows)),
    )


def _gap(weeks: Weeks, name: str, asked: Sequence[dict[str, int]]) -> str:
    """How far apart prices were at first and at last."""
    last = asked[-1]
    low, high = min(last.values()), max(last.values())
    if low == high:
        return _("{name}: in week {week} everybody asked {price}.").format(
            name=name, week=weeks.count, price=rupiah(low)
        )
    first = max(asked[0].values()) - min(asked[0].values())
    cheapest = ", ".join(weeks.name(team) for team, price in last.items() if price == low)
    message = _("{name}: cheapest in week {week} {price} ({teams}); the gap went from {a} to {b}.")
    return message.format(
        name=name,
        week=weeks.count,
        price=rupiah(low),
        teams=cheapest,
        a=rupiah(first),
        b=rupiah(high - low),
    )


# -- running out, throwing away -----------------------------------------------------------------


def stockouts(weeks: Weeks) -> Evidence:
    """Who ran out of what in which week, in units that buyers wanted and did not get."""
    found: list[tuple[int, str, tuple[str, ...]]] = []
    for team, history in weeks.teams.items():
        for product in weeks.scenario.teams[team].products:
            lost = [report.products[product].lost_stockout for report in history]
            if any(lost):
                item = weeks.scenario.products[product].name.of(language())
                cells = (grouped(lost[week - 1]) for week in weeks.shown)
                row = (f"{weeks.name(team)}: {item}", *cells, grouped(sum(lost)))
                found.append((sum(lost), row[0], row))
    found.sort(key=lambda entry: -entry[0])
    if not found:
        return Evidence("stockouts", _("Who ran out"), (_("Nobody ran out of anything."),))
    total = sum(entry[0] for entry in found)
    sentences = (
        _("{units} units were wanted in all and were not there.").format(units=grouped(total)),
        _("Most of all: {what}, {units} units.").format(
            what=found[0][1], units=grouped(found[0][0])
        ),
        _worst_day(weeks),
    )
    rows = tuple(row for _lost, _name, row in found[:MOST_ROWS])
    return Evidence(
        "stockouts",
        _("Who ran out"),
        sentences,
        Grid(weeks.headings(_("Units not served"), _("All")), rows),
    )


def _worst_day(weeks: Weeks) -> str:
    """The day of the week on which most could not be served, all weeks together."""
    lost = [0] * weeks.scenario.days
    for history in weeks.teams.values():
        for report in history:
            for day, counts in enumerate(report.days):
                lost[day] += sum(count.lost_stockout for count in counts.values())
    worst = max(range(len(lost)), key=lambda day: lost[day])
    return _("The day with most of it: {day}, {units} units.").format(
        day=day_name(worst), units=grouped(lost[worst])
    )


def waste(weeks: Weeks) -> Evidence:
    """What was thrown away and what it had cost, and what the weather had to do with it."""
    bars = []
    for team, history in weeks.teams.items():
        cost = sum(report.figures.spoilage for report in history)
        whole = [report.whole for report in history]
        said = _("{cost}: {wasted} of {made} units").format(
            cost=rupiah(cost),
            wasted=grouped(sum(counts.wasted for counts in whole)),
            made=grouped(sum(counts.made for counts in whole)),
        )
        bars.append(Bar(weeks.name(team), cost, said))
    total = sum(bar.value for bar in bars)
    first = (
        _("Goods and ingredients thrown away cost the class {cost}.").format(cost=rupiah(total))
        if total
        else _("Nothing was thrown away.")
    )
    return Evidence(
        "waste",
        _("What was thrown away"),
        (first, *list(_by_weather(weeks))[: MOST_SENTENCES - 1]),
        bars=tuple(bars),
        measured=_("Thrown away, at cost"),
    )


def _by_weather(weeks: Weeks) -> Iterator[str]:
    """Units sold and wasted on a day of each kind of weather, all teams together."""
    days: dict[str, list[tuple[int, int]]] = {}
    for reports in zip(*weeks.teams.values(), strict=True):
        for day, news in enumerate(reports[0].news):
            counts = [count for report in reports for count in report.days[day].values()]
            sold, wasted = sum(c.sold for c in counts), sum(c.wasted for c in counts)
            days.setdefault(news.weather, []).append((sold, wasted))
    if len(days) < 2:
        return
    for kind, pairs in sorted(days.items(), key=lambda item: -len(item[1])):
        sold, wasted = (half_up(sum(part), len(pairs)) for part in zip(*pairs, strict=True))
        sentence = ngettext(
            "{kind} ({days} day): {sold} units sold and {wasted} thrown away a day.",
            "{kind} ({days} days): {sold} units sold and {wasted} thrown away a day.",
            len(pairs),
        )
        yield sentence.format(
            kind=weeks.scenario.weather[kind].name.of(language()),
            days=len(pairs),
            sold=grouped(sold),
            wasted=grouped(wasted),
        )


# -- the family, and the forecast -----------------------------------------------------------------


def household(weeks: Weeks) -> Evidence:
    """Weeks in which a family was short, above all those in which the business made a profit."""
    rows, sentences = [], []
    for team, history in weeks.teams.items():
        short = [report.home.short if report.home else 0 for report in history]
        if any(report.home for report in history):
            cells = (grouped(short[week - 1]) for week in weeks.shown)
            rows.append((weeks.name(team), *cells))
        for report, amount in zip(history, short, strict=True):
            if amount and report.figures.profit > 0:
                message = _(
                    "{team}, week {week}: {short} short at home, with a profit of {profit}."
                )
                told = message.format(
                    team=weeks.name(team),
                    week=report.week,
                    short=rupiah(amount),
                    profit=rupiah(report.figures.profit),
                )
                sentences.append((-amount, told))
    said = [told for _amount, told in sorted(sentences)][:MOST_SENTENCES]
    if not said:
        said = [_("No family was short in a week in which its business made a profit.")]
    return Evidence(
        "household",
        _("Profit in the business, money at home"),
        tuple(said),
        Grid(weeks.headings(_("Short at home (Rp)")), tuple(rows)),
    )


def forecast(weeks: Weeks) -> Evidence:
    """How far off the teams' forecasts of their sales were, in per cent."""
    people = [team for team, bot in weeks.game.setup.bots.items() if bot is None]
    rows, off = [], []
    for team in people or list(weeks.teams):
        history = weeks.teams[team]
        misses = [_miss(report) for report in history]
        off.append(misses)
        cells = [_signed(misses[week - 1]) for week in weeks.shown]
        if any(cells):
            rows.append((weeks.name(team), *cells))
    sentences = []
    for week in dict.fromkeys((1, weeks.count)):
        known = [abs(miss) for misses in off if (miss := misses[week - 1]) is not None]
        if known:
            message = _("Week {week}: off by {share} on average.")
            mean = half_up(sum(known), len(known))
            sentences.append(message.format(week=week, share=percent(10 * mean)))
    if not rows:
        return Evidence("forecast", _("Guess and truth"), (_("Nobody wrote a forecast."),))
    sentences.append(_("+: more was sold than expected. -: less. In per cent."))
    return Evidence(
        "forecast",
        _("Guess and truth"),
        tuple(sentences),
        Grid(weeks.headings(_("Units sold (%)")), tuple(rows)),
    )


def _miss(report: TeamWeek) -> int | None:
    """How much more was sold than was forecast, in per cent of the forecast."""
    if report.forecast is None or not report.forecast.units:
        return None
    return half_up(100 * (report.whole.sold - report.forecast.units), report.forecast.units)


def _signed(miss: int | None) -> str:
    return "" if miss is None else f"{miss:+d}" if miss else "0"
