"""The preview of a scenario on a plain terminal, in the order in which a trainer asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias, get_args

from simpasar.bench.layout import Column, Paper, table
from simpasar.bench.preview import (
    Happening,
    calendar,
    never,
    opening_decisions,
    product_figures,
    seat_figures,
    skies,
)
from simpasar.bench.preview_dealings import (
    paint_cooperative,
    paint_loans,
    paint_orders,
    paint_programmes,
)
from simpasar.bench.preview_market import paint_demand, paint_map
from simpasar.bench.preview_texts import paint_texts
from simpasar.classroom.names import listed
from simpasar.game.bulletin import percent
from simpasar.i18n import N_, Language, _, language, ngettext
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Scenario
from simpasar.scenario.vocabulary import choice_word

PartName: TypeAlias = Literal[
    "overview", "products", "teams", "calendar", "weather", "demand", "map", "decisions",
    "cooperative", "loans", "programmes", "orders", "texts",
]  # fmt: skip
PARTS: tuple[PartName, ...] = get_args(PartName)

_PARTS_ID: dict[PartName, str] = {
    "overview": "ringkasan",
    "products": "produk",
    "teams": "tim",
    "calendar": "kalender",
    "weather": "cuaca",
    "demand": "permintaan",
    "map": "peta",
    "decisions": "keputusan",
    "cooperative": "koperasi",
    "loans": "pinjaman",
    "programmes": "program",
    "orders": "pesanan",
    "texts": "teks",
}


def part_word(part: PartName, spoken: Language) -> str:
    """What people call a part of the preview."""
    return _PARTS_ID[part] if spoken == "id" else part


def part_of(word: str) -> PartName | None:
    """The part that a word of either language names; None where it names none."""
    return next((part for part in PARTS if word.lower() in (part, _PARTS_ID[part])), None)


def paint(paper: Paper, scenario: Scenario, parts: Sequence[PartName] = PARTS) -> None:
    """Print these parts of the preview. All of them name only the texts that are missing; asked
    for alone, the texts stand side by side."""
    for part in PARTS:
        if part == "texts" and part in parts:
            paint_texts(paper, scenario, whole=len(parts) < len(PARTS))
        elif part in parts:
            _PAINTERS[part](paper, scenario)


# -- what it is ---------------------------------------------------------------------------


def _overview(paper: Paper, scenario: Scenario) -> None:
    spoken = language()
    paper.print()
    paper.sentence(scenario.title.of(spoken), style="bold")
    weeks = ngettext("{count} week", "{count} weeks", scenario.weeks).format(count=scenario.weeks)
    teams = ngettext("{count} team", "{count} teams", len(scenario.teams))
    people = sum(n for segment in scenario.segments.values() for n in segment.residents.values())
    paper.sentence(
        _("{weeks} from {start}, {teams}, {people} residents.").format(
            weeks=weeks,
            start=_date(scenario.start),
            teams=teams.format(count=len(scenario.teams)),
            people=grouped(people),
        )
    )
    paper.sentence(scenario.description.of(spoken))
    if scenario.teaches:
        paper.heading(_("It teaches"))
    for objective in scenario.teaches:
        text = f"- {objective.of(spoken)}"
        if objective.measure:
            measure = choice_word(objective.measure, spoken)
            text = _("{objective} (measured by: {measure})").format(objective=text, measure=measure)
        paper.sentence(text, hang=2)


def _date(day: object) -> str:
    year, month, number = str(day).split("-")
    return f"{int(number)}/{int(month)}/{year}"


# -- what is sold -------------------------------------------------------------------------


def _products(paper: Paper, scenario: Scenario) -> None:
    paper.heading(_("Products: what one unit costs and leaves"))
    figures = product_figures(scenario)
    dearer = any(cost.best < cost.low for each in figures for cost in each.grades)
    rows = []
    for each in figures:
        product = scenario.products[each.product]
        name = f"{product.name.of(language())} ({product.unit.of(language())})"
        for number, cost in enumerate(each.grades):
            best = [grouped(cost.best)] if dearer else []
            rows.append(
                (
                    "" if number else name,
                    product.grades[cost.grade].name.of(language()),
                    _range(cost.low, cost.high),
                    *best,
                    "" if number else grouped(each.price),
                    grouped(cost.margin),
                    percent(cost.share),
                )
            )
    headings = (
        Column(_("Product"), words=True),
        Column(_("Quality"), words=True),
        Column(_("HPP\nRp")),
        *([Column(_("Cheapest\nHPP Rp"))] if dearer else []),
        Column(_("Usual\nprice Rp")),
        Column(_("Margin\nRp")),
        Column(_("Margin\nof price")),
    )
    paper.print(table(headings, rows))
    paper.sentence(
        _(
            "HPP: the ingredients of one unit, bought where the start sheets buy them. Margin: the"
            " usual price less the HPP, the dearest where teams buy at different prices."
        )
    )
    if dearer:
        paper.sentence(_("Cheapest HPP: with the cheapest supplier of each ingredient."))


def _range(low: int, high: int) -> str:
    return grouped(low) if low == high else f"{grouped(low)}-{grouped(high)}"


def _teams(paper: Paper, scenario: Scenario) -> None:
    paper.heading(_("Teams: the first week as the start sheet plans it"))
    rows = []
    for seat in seat_figures(scenario):
        team, plan = scenario.teams[seat.team], seat.plan
        enough = "-" if plan.break_even is None else grouped(plan.break_even)
        rows.append(
            (
                team.name.of(language()),
                team.business.of(language()),
                grouped(seat.cash),
                grouped(plan.fixed),
                grouped(plan.planned),
                enough,
                "-" if plan.break_even_revenue is None else grouped(plan.break_even_revenue),
            )
        )
    headings = (
        Column(_("Team"), words=True),
        Column(_("Business"), words=True),
        Column(_("Cash\nRp")),
        Column(_("Fixed\ncosts Rp")),
        Column(_("Made\nunits")),
        Column(_("Break-even\nunits")),
        Column(_("Break-even\nRp")),
    )
    paper.print(table(headings, rows))
    for seat in seat_figures(scenario):
        if seat.plan.break_even is None or seat.plan.break_even > seat.plan.planned > 0:
            message = _("{team}: the plan of the start sheet cannot cover its fixed costs.")
            name = scenario.teams[seat.team].name.of(language())
            paper.sentence(message.format(team=name), style="bold")
    paper.sentence(
        _(
            "A week. Fixed costs: rent, electricity and water, wages, promotion, depreciation."
            " Break-even: so many units of this mix must be sold to cover them."
        )
    )


# -- when things happen -------------------------------------------------------------------


def _calendar(paper: Paper, scenario: Scenario) -> None:
    paper.heading(_("Calendar"))
    happenings = calendar(scenario)
    for week in range(1, scenario.weeks + 1):
        found = [happening for happening in happenings if happening.week == week]
        said = [_happening(scenario, happening) for happening in found] or ["-"]
        label = _("Week {week}").format(week=week)
        for number, text in enumerate(said):
            paper.item("" if number else label, text)
    for name in never(scenario):
        message = _("Never comes in these weeks: {event}.")
        event = scenario.events[name].name.of(language())
        paper.sentence(message.format(event=event), style="bold")


def _happening(scenario: Scenario, happening: Happening) -> str:
    event = scenario.events[happening.event]
    first, last = happening.days[0], happening.days[-1]
    whole = len(happening.days) == (last - first).days + 1
    if first == last:
        days = f"{first.day}/{first.month}"
    elif whole:
        days = f"{first.day}/{first.month}-{last.day}/{last.month}"
    else:
        days = ", ".join(f"{day.day}/{day.month}" for day in happening.days)
    name = event.name.of(language())
    if happening.certain:
        return _("{event}, {days}").format(event=name, days=days)
    if happening.once:
        message = _("{event}, {days}, perhaps ({share} for the whole game)")
    else:
        message = _("{event}, {days}, perhaps ({share})")
    return message.format(event=name, days=days, share=percent(happening.chance))


_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def _weather(paper: Paper, scenario: Scenario) -> None:
    paper.heading(_("Weather: share of the days, and how many go out"))
    months = skies(scenario)
    headings = [
        Column(_("Weather"), words=True),
        *(Column(_(_MONTHS[sky.month - 1])) for sky in months),
        Column(_("Go out")),
    ]
    rows = [
        (
            kind.name.of(language()),
            *(percent(sky.shares[name]) for sky in months),
            percent(kind.going),
        )
        for name, kind in scenario.weather.items()
    ]
    paper.print(table(headings, rows))


# -- what is decided ----------------------------------------------------------------------


def _decisions(paper: Paper, scenario: Scenario) -> None:
    paper.heading(_("Decisions: which open in which week"))
    for week, groups in opening_decisions(scenario).items():
        words = listed(choice_word(group, language()).replace("_", " ") for group in groups)
        paper.item(_("Week {week}").format(week=week), words)
    rules = scenario.rules
    paper.sentence(
        _(
            "Prices in steps of {step}; at most {batches} batches of a product a day; at most"
            " {helpers} helpers, {wage} a day each."
        ).format(
            step=rupiah(rules.price_step),
            batches=rules.max_batches,
            helpers=rules.max_helpers,
            wage=rupiah(rules.helper_wage),
        )
    )


_PAINTERS: dict[PartName, Callable[[Paper, Scenario], None]] = {
    "overview": _overview,
    "products": _products,
    "teams": _teams,
    "calendar": _calendar,
    "weather": _weather,
    "demand": paint_demand,
    "map": paint_map,
    "decisions": _decisions,
    "cooperative": paint_cooperative,
    "loans": paint_loans,
    "programmes": paint_programmes,
    "orders": paint_orders,
}
