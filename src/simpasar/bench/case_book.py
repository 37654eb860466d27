"""A case study sheet from one week of a record: what was known that Monday, and the choices.

The answer stands on a page of its own: what each choice gains on average, and how it really went.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simpasar.bench import charts
from simpasar.bench.case_choices import (
    Choice,
    choices,
    choices_grid,
    judged,
    objectives_of,
    view_of,
)
from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid, page
from simpasar.bench.review_texts import QUESTIONS, mark_word, thousands
from simpasar.classroom.names import listed, unit_name
from simpasar.classroom.outlook import outlook
from simpasar.console_tables import signed, team_name
from simpasar.game.bulletin import percent, weather_told
from simpasar.game.play import Game
from simpasar.game.report import TeamWeek
from simpasar.game.view import TeamView
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah
from simpasar.review.assess import Review
from simpasar.review.marks import Decision
from simpasar.review.words import LUCK
from simpasar.scenario.model import Scenario

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Case:
    """A week to discuss. `names`: what the teams are called on the sheet."""

    game: Game
    review: Review
    decision: Decision
    view: TeamView
    choices: tuple[Choice, ...]
    names: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.names[self.decision.team]

    @property
    def scenario(self) -> Scenario:
        return self.game.setup.scenario

    @property
    def after(self) -> TeamWeek:
        """How the week really went."""
        sunday = self.review.plan.weeks[self.decision.week - 1].sunday
        return sunday.teams[self.decision.team].history[-1]


def case_of(
    game: Game,
    review: Review,
    week: int,
    team: str | None = None,
    seeds: int = 8,
    anonymous: bool = False,
) -> Case | None:
    """The case of a week, of `team` or of the decision that cost the most; None where no such
    decision was judged. Plays each choice on `seeds` courses of chance: a few seconds."""
    decision = judged(review, week, team)
    if decision is None:
        return None
    return Case(
        game,
        review,
        decision,
        view_of(review, decision),
        choices(review, decision, seeds),
        team_names(game.setup.scenario, anonymous),
    )


def team_names(scenario: Scenario, anonymous: bool) -> dict[str, str]:
    """Every team's own name, or a letter by its seat."""
    if not anonymous:
        return {team: team_name(scenario, team) for team in scenario.teams}
    return {
        team: _("Stall {letter}").format(letter=LETTERS[place % len(LETTERS)])
        for place, team in enumerate(scenario.teams)
    }


def case_html(case: Case) -> str:
    """The case as one file for browser and printer."""
    view = case.view
    return page(
        "case.html",
        heading=_("Case: {name}, week {week}").format(name=case.name, week=view.week),
        words=_words(),
        situation=_situation(case),
        products=_products(case),
        money=_money(view),
        stock=_stock(view),
        rivals=_rivals(case),
        choices=choices_grid(view, case.choices),
        questions=_questions(case),
        answers=answers_grid(case),
        chart=_chart(case),
        verdict=_verdict(case),
        reality=_reality(case),
        luck=_luck(case),
    )


def _words() -> dict[str, str]:
    return {
        "situation": _("The situation"),
        "figures": _("The figures"),
        "choices": _("The choices"),
        "same": _("Everything else is the same in all choices."),
        "questions": _("Questions"),
        "answer": _("The answer"),
        "later": _("For after the discussion."),
        "average": _("What each choice gains on average"),
        "reality": _("What really happened"),
        "moral": _("How one week went proves a decision neither right nor wrong."),
    }


# -- what was known that Monday ---------------------------------------------------------------


def _situation(case: Case) -> list[str]:
    view, scenario, spoken = case.view, case.scenario, language()
    products = listed(scenario.products[name].name.of(spoken) for name in view.seat.products)
    told = [
        _("{team} sells {products} at {place}. It is Monday of week {week} of {weeks}.").format(
            team=case.name,
            products=products,
            place=scenario.places[view.seat.place].name.of(spoken),
            week=view.week,
            weeks=case.game.setup.weeks,
        )
    ]
    if view.history:
        news = view.history[-1].news
        told.append(_("Last week: {weather}.").format(weather=weather_told(scenario, news)))
    if view.announced:
        events = listed(scenario.events[name].name.of(spoken) for name in view.announced)
        told.append(_("Sure to come this week: {events}.").format(events=events))
    dear = [
        f"{scenario.ingredients[name].name.of(spoken)} {percent(price)}"
        for name, price in view.prices.items()
        if price != 1_000
    ]
    if dear:
        message = _("Prices of ingredients as last seen, against the usual ones: {prices}.")
        told.append(message.format(prices=", ".join(dear)))
    told.append(_("Nobody knows yet how the week will go."))
    return told


def _products(case: Case) -> Grid:
    """Each product as the team makes it now: price, cost, margin; and what became of it last."""
    view, spoken = case.view, language()
    last = view.history[-1].products if view.history else {}
    rows = []
    for found in outlook(view, view.sheet.decisions).products:
        counts = last.get(found.product)
        rows.append(
            (
                case.scenario.products[found.product].name.of(spoken),
                grouped(found.price),
                grouped(found.unit_cost),
                grouped(found.margin),
                *(
                    ("-",) * 4
                    if counts is None
                    else map(
                        grouped, (counts.made, counts.sold, counts.lost_stockout, counts.wasted)
                    )
                ),
            )
        )
    headings = (
        _("Price"), _("Ingredients of one"), _("Margin"), _("Made last week"), _("Sold"),
        _("Out of stock"), _("Wasted"),
    )  # fmt: skip
    return Grid((Column(_("Product"), words=True), *map(Column, headings)), rows)


def _money(view: TeamView) -> Grid:
    plan = outlook(view, view.sheet.decisions)
    rows = [
        (_("Cash on Monday"), view.cash),
        (_("Fixed costs of a week"), plan.fixed),
        *(
            (label, amount)
            for label, amount in (
                (_("Bills not yet paid"), view.books.payables),
                (_("Cash in the household's purse"), view.purse),
            )
            if amount
        ),
    ]
    if view.history:
        figures = view.history[-1].figures
        rows += [
            (_("Sales of last week"), figures.revenue),
            (_("Net profit of last week"), figures.profit),
            (_("Drawings of last week"), figures.drawings),
        ]
    told = [(label, rupiah(amount)) for label, amount in rows]
    if plan.break_even is not None:
        told.append((_("Break-even, units a week"), grouped(plan.break_even)))
    return Grid((Column(_("Money"), words=True), Column("")), told)


def _stock(view: TeamView) -> Grid | None:
    scenario, spoken = view.scenario, language()
    rows = []
    for item, amount in view.stock.items():
        if item in scenario.ingredients:
            ingredient = scenario.ingredients[item]
            name, unit = ingredient.name.of(spoken), unit_name(ingredient.unit)
        else:
            product = scenario.products[item]
            name, unit = product.name.of(spoken), product.unit.of(spoken)
        rows.append((name, f"{grouped(amount)} {unit}"))
    return Grid((Column(_("In stock"), words=True), Column("")), rows) if rows else None


def _rivals(case: Case) -> Grid | None:
    """What one sees from across the street: prices, and what went over the counters."""
    rows = []
    for rival in case.view.rivals:
        for product, price in rival.prices.items():
            sold = rival.sold.get(product)
            rows.append(
                (
                    case.names[rival.team],
                    case.scenario.products[product].name.of(language()),
                    grouped(price),
                    "-" if sold is None else grouped(sold),
                )
            )
    columns = (
        Column(_("Rivals"), words=True), Column(_("Product"), words=True), Column(_("Price")),
        Column(_("Sold last week")),
    )  # fmt: skip
    return Grid(columns, rows) if rows else None


def _questions(case: Case) -> list[str]:
    return [
        _("Which choice would you take? Say why, with figures."),
        _("What must come true for it to pay, and what if it does not?"),
        _("What does each choice cost before the first buyer comes?"),
        *(_(QUESTIONS[objective]) for objective in objectives_of(case.choices)),
    ]


# -- the answer -------------------------------------------------------------------------------


def answers_grid(case: Case) -> Grid:
    """What each choice gains beside what the team did, to the end of the game."""
    rows = []
    for choice in case.choices:
        notes = []
        if choice.own:
            notes.append(_("what the team did"))
        if choice.better:
            notes.append(_("the best that was found"))
        figures = (
            ("0", "-", "-")
            if choice.own
            else (
                signed_thousands(choice.lead), signed_thousands(choice.low),
                signed_thousands(choice.high),
            )
        )  # fmt: skip
        rows.append((choice.letter, *figures, ", ".join(notes)))
    columns = (
        Column(_("Choice"), words=True), Column(_("Gains, Rp")), Column(_("At least")),
        Column(_("At most")), Column("", words=True),
    )  # fmt: skip
    return Grid(columns, rows)


def signed_thousands(estimate: int) -> str:
    """`+12.000`, or `-12.000`."""
    text = thousands(estimate)
    return text if text.startswith("-") or text == "0" else f"+{text}"


def _chart(case: Case) -> charts.Chart:
    spans = [
        charts.Span(
            _("Choice {letter}").format(letter=choice.letter), choice.low, choice.lead, choice.high,
            _("{label}: {middle} ({low} to {high})").format(
                label=choice.letter,
                middle=signed_thousands(choice.lead),
                low=signed_thousands(choice.low),
                high=signed_thousands(choice.high),
            ),
        )
        for choice in case.choices
    ]  # fmt: skip
    title = _("Gain beside what the team did, with its 95 % interval, rupiah")
    return charts.intervals(title, spans, charts.short_rupiah, charts.NARROW, also=[0])


def _verdict(case: Case) -> list[str]:
    best = max(case.choices, key=lambda choice: choice.lead)
    own = next(choice for choice in case.choices if choice.own)
    told = [_("The team took choice {letter}.").format(letter=own.letter)]
    if best.own:
        told.append(_("None of the others gains more on average."))
    elif best.low > 0:
        told.append(
            _("Choice {letter} gains more: about {lead} on average ({low} to {high}).").format(
                letter=best.letter, lead=f"Rp {thousands(best.lead)}", low=thousands(best.low),
                high=thousands(best.high),
            )
        )  # fmt: skip
    else:
        told.append(
            _("Choice {letter} looks best, but chance is so large that it is not sure.").format(
                letter=best.letter
            )
        )
    told.append(_("Mark of the review: {mark}.").format(mark=mark_word(case.decision.mark)))
    return told


def _reality(case: Case) -> list[str]:
    after, scenario = case.after, case.scenario
    whole, figures = after.whole, after.figures
    events = dict.fromkeys(event for day in after.news for event in day.events)
    told = [_("Weather: {weather}.").format(weather=weather_told(scenario, after.news))]
    if events:
        names = listed(scenario.events[name].name.of(language()) for name in events)
        told.append(_("Events: {events}.").format(events=names))
    told.append(
        _(
            "Sold: {sold} units of {made}. Buyers wanted {lost} more that were sold out; {wasted}"
            " were thrown away."
        ).format(
            sold=grouped(whole.sold),
            made=grouped(whole.made),
            lost=grouped(whole.lost_stockout),
            wasted=grouped(whole.wasted),
        )
    )
    told.append(
        _("Net profit of the week: {profit}; cash on Sunday: {cash}.").format(
            profit=rupiah(figures.profit), cash=rupiah(figures.cash)
        )
    )
    luck = _week_luck(case)
    told.append(
        _("Luck of that week: {luck}. A profit without it would have been that much other.").format(
            luck=signed(sum(luck.values()))
        )
    )
    return told


def _week_luck(case: Case) -> Mapping[str, int]:
    return case.review.books[case.decision.team].weeks[case.decision.week - 1].luck


def _luck(case: Case) -> Grid:
    rows = [(_(LUCK[kind]), signed(amount)) for kind, amount in _week_luck(case).items() if amount]
    rows.append((_("Luck in all"), signed(sum(_week_luck(case).values()))))
    return Grid((Column(_("Luck of that week"), words=True), Column("Rp")), rows)
