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
from simpasar.bench.case_situation import (
    Names,
    money_grid,
    products_grid,
    rivals_grid,
    situation,
    stock_grid,
)
from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid, page
from simpasar.bench.review_texts import QUESTIONS, mark_word, thousands
from simpasar.classroom.names import listed
from simpasar.console_tables import team_name
from simpasar.game.bulletin import weather_told
from simpasar.game.play import Game
from simpasar.game.report import TeamWeek
from simpasar.game.view import TeamView
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah, signed
from simpasar.review.assess import Review
from simpasar.review.marks import Decision
from simpasar.review.words import LUCK
from simpasar.scenario.model import Scenario

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Case:
    """A week to discuss. `names`: what the teams are called on the sheet; `anonymous`: not by
    their own names."""

    game: Game
    review: Review
    decision: Decision
    view: TeamView
    choices: tuple[Choice, ...]
    names: Names
    anonymous: bool

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
        anonymous,
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
        situation=situation(view, case.names, case.game.setup.weeks),
        products=products_grid(view),
        money=money_grid(view),
        stock=stock_grid(view),
        rivals=rivals_grid(view, case.names),
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
        "terms": _(
            "Average over imagined courses of chance, to the end of the game: the others decide as"
            " they did, and a decent computer player decides for all afterwards."
        ),
        "reality": _("What really happened"),
        "moral": _("How one week went proves a decision neither right nor wrong."),
    }


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
    if case.decision.sheet.reason and not case.anonymous:
        told.append(_("Its reason: “{reason}”").format(reason=case.decision.sheet.reason))
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
        _("Luck of that week, counted to the end of the game: {luck}.").format(
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
