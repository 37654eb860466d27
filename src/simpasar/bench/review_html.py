"""The report of a review for browser and printer: the class, a sheet per team, the evaluator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simpasar.bench import charts, review_texts
from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid, page
from simpasar.bench.review_forecasts import Forecasts, forecasts
from simpasar.console_tables import team_name
from simpasar.game.bulletin import weather_told
from simpasar.game.play import Game
from simpasar.i18n import _, language
from simpasar.money import grouped, rupiah, signed
from simpasar.review.assess import Review
from simpasar.review.marks import Decision
from simpasar.review.words import LUCK, OBJECTIVES, changes_of
from simpasar.scenario.model import Measure


@dataclass(frozen=True, slots=True)
class Told:
    """A week in a list: its mark as a class of the page's style, in words, and what is said."""

    style: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class TeamPage:
    """What a team gets in its hand. `forecasts`: empty where it made none; `objectives` and their
    `lost` chart: None where no decision is marked."""

    id: str
    name: str
    sentences: tuple[str, ...]
    waterfall: charts.Bars
    books: Grid
    weeks: tuple[Told, ...]
    lost: charts.Bars | None
    objectives: Grid | None
    forecasts: tuple[Forecasts, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A team's decisions for the evaluator: None where none was judged yet."""

    id: str
    name: str
    losses: charts.Chart | None
    decisions: Grid


def page_html(game: Game, review: Review, head: str, warnings: Sequence[str] = ()) -> str:
    """The whole report as one file. `head`: the digest of the record; `warnings`: what is odd about
    it."""
    lost = review_texts.lost_by(review, list(review.books))
    return page(
        "review.html",
        heading=_("Review of {title}").format(title=game.setup.scenario.title.of(language())),
        warnings=[
            text
            for text in (review_texts.unfinished(review), review_texts.going_on(game), *warnings)
            if text
        ],
        words=_words(game),
        happened=_happened(game),
        luck=class_luck(game, review),
        both=adjusted_chart(game, review),
        both_grid=_both_grid(game, review),
        lost=_lost_chart(lost),
        lessons=review_texts.objectives_grid(lost) if lost else None,
        questions=review_texts.questions(lost),
        nothing=review_texts.nothing_marked(review),
        teams=[team_page(game, review, team) for team in review.books],
        meanings=review_texts.meanings(),
        ranking=review_texts.ranking_grid(game, review),
        unsure=review_texts.unsure_order(game, review),
        books=_books_of_all(game, review),
        measured=[_measured(game, review, team) for team in review.books],
        assumptions=review_texts.assumptions(review),
        provenance=[*review_texts.seeds_told(review), *review_texts.origin(game, review, head)],
    )


def _words(game: Game) -> dict[str, str]:
    """What stands on the page whatever the review says."""
    return {
        "for_class": _("For the class"),
        "for_team": _("For the team: {team}"),
        "for_evaluator": _("For the evaluator"),
        "contents": _("On this page"),
        "happened": _("What happened"),
        "good_or_lucky": _("Well decided, or lucky?"),
        "kindly": _(
            "Good decisions may end badly, and bad ones well. Whoever learns looks at the decision."
        ),
        "learn": _("What we can learn"),
        "talk": _("To talk about"),
        "learn_about": _(
            "What all teams together could have gained with other decisions, by objective."
        ),
        "books": _("How it came about"),
        "weeks": _("Week by week"),
        "lost": _("What it was about"),
        "forecasts": _("Forecast and fact"),
        "ranking": _("Ranking without luck, and as it happened")
        if game.finished
        else _("Ranking without luck, and with luck so far"),
        "all_books": _("The books of all teams"),
        "decisions": _("All decisions"),
        "assumptions": _("What this review takes for granted"),
        "provenance": _("Where the figures come from"),
    }


# -- the class ------------------------------------------------------------------------------


def _happened(game: Game) -> Grid:
    """Each week's weather and events, and what all teams together sold."""
    scenario, rows = game.setup.scenario, []
    for state in game.past:
        reports = [team.history[-1] for team in state.teams.values()]
        news = reports[0].news
        events = dict.fromkeys(event for day in news for event in day.events)
        rows.append(
            (
                str(reports[0].week),
                weather_told(scenario, news),
                ", ".join(scenario.events[name].name.of(language()) for name in events) or "-",
                grouped(sum(report.whole.sold for report in reports)),
            )
        )
    columns = (
        Column(_("Week")), Column(_("Weather"), words=True), Column(_("Events"), words=True),
        Column(_("Sold by all")),
    )  # fmt: skip
    return Grid(columns, rows)


def class_luck(game: Game, review: Review) -> str:
    """Whom luck helped most and whom least: a comfort to some, a caution to others."""
    luck = {team: sum(kept.luck.values()) for team, kept in review.books.items()}
    most, least = max(luck, key=lambda t: luck[t]), min(luck, key=lambda t: luck[t])
    if most == least:
        return review_texts.luck_told(review, most)
    if luck[least] >= 0:
        message = _("Luck gave to all: the most to {most} ({gift}), the least to {least} ({loss}).")
    elif luck[most] <= 0:
        message = _(
            "Luck took from all: the least from {most} ({gift}), the most from {least} ({loss})."
        )
    else:
        message = _(
            "Luck gave the most to {most} ({gift}) and took the most from {least} ({loss})."
        )
    scenario = game.setup.scenario
    return message.format(
        most=team_name(scenario, most), gift=rupiah(abs(luck[most])),
        least=team_name(scenario, least), loss=rupiah(abs(luck[least])),
    )  # fmt: skip


def adjusted_chart(game: Game, review: Review) -> charts.Chart:
    """What each team gained, with and without luck, in the order of the seats."""
    spans = []
    for team, kept in review.books.items():
        found, name = review.adjusted[team], team_name(game.setup.scenario, team)
        said = (
            _("{team}: {adjusted} without luck ({low} to {high}), {raw} as it happened")
            if game.finished
            else _("{team}: {adjusted} without luck ({low} to {high}), {raw} with luck so far")
        ).format(
            team=name,
            adjusted=review_texts.thousands(found.gained),
            low=review_texts.thousands(found.low),
            high=review_texts.thousands(found.high),
            raw=grouped(kept.final),
        )
        spans.append(charts.Span(name, found.low, found.gained, found.high, said, other=kept.final))
    title = (
        _("Dot: without luck, with its 95 % interval. Square: as it happened. Rupiah.")
        if game.finished
        else _("Dot: without luck, with its 95 % interval. Square: with luck so far. Rupiah.")
    )
    return charts.intervals(title, spans, charts.short_rupiah, charts.NARROW)


def _both_grid(game: Game, review: Review) -> Grid:
    rows = [
        (
            team_name(game.setup.scenario, team),
            grouped(kept.final),
            review_texts.thousands(review.adjusted[team].gained),
            signed(sum(kept.luck.values())),
        )
        for team, kept in review.books.items()
    ]
    headings = (review_texts.raw_word(game), _("Without luck"), _("Luck"))
    return Grid((Column(_("Team"), words=True), *map(Column, headings)), rows)


def _lost_chart(lost: dict[Measure, tuple[int, int]]) -> charts.Bars | None:
    if not lost:
        return None
    title = _("Lost by objective, by the marked decisions, rupiah")
    return charts.losses(title, review_texts.objective_amounts(lost), grouped)


# -- a team ---------------------------------------------------------------------------------


def team_page(game: Game, review: Review, team: str) -> TeamPage:
    """The sheet of one team."""
    kept = review.books[team]
    lost = review_texts.lost_by(review, [team])
    return TeamPage(
        id=team,
        name=team_name(game.setup.scenario, team),
        sentences=(
            review_texts.result_told(game, review, team),
            review_texts.own_told(review, team),
            review_texts.luck_told(review, team),
        ),
        waterfall=charts.waterfall(
            _("From the start to the end, rupiah"),
            (_("At the start"), kept.start),
            review_texts.steps(kept),
            review_texts.final_word(game),
            grouped,
        ),
        books=review_texts.books_grid(game, kept),
        weeks=tuple(_told(review, decision) for decision in review.of(team)),
        lost=_lost_chart(lost),
        objectives=review_texts.objectives_grid(lost) if lost else None,
        forecasts=forecasts(game, team),
    )


def _told(review: Review, decision: Decision) -> Told:
    return Told(
        decision.mark or "good",
        review_texts.mark_word(decision.mark),
        review_texts.week_told(review, decision),
    )


# -- the evaluator --------------------------------------------------------------------------


def _books_of_all(game: Game, review: Review) -> Grid:
    """The books of all teams beside each other, every kind of luck in a column."""
    kinds = dict.fromkeys(kind for kept in review.books.values() for kind in kept.luck)
    rows = [
        (
            team_name(game.setup.scenario, team),
            grouped(kept.start),
            signed(kept.own),
            signed(kept.rivals),
            *(signed(kept.luck.get(kind, 0)) for kind in kinds),
            grouped(kept.final),
        )
        for team, kept in review.books.items()
    ]
    headings = (
        _("At the start"), _("Own decisions"), _("Rivals"), *(_(LUCK[kind]) for kind in kinds),
        review_texts.final_word(game),
    )  # fmt: skip
    return Grid((Column(_("Team"), words=True), *map(Column, headings)), rows)


def _measured(game: Game, review: Review, team: str) -> Measured:
    decisions = review.of(team)
    name = team_name(game.setup.scenario, team)
    return Measured(
        id=team,
        name=name,
        losses=_losses(name, decisions) if decisions else None,
        decisions=_decisions_grid(review, decisions),
    )


def _losses(name: str, decisions: tuple[Decision, ...]) -> charts.Chart:
    spans = []
    for decision in decisions:
        week = _("Week {week}").format(week=decision.week)
        said = _("{label}: {middle} ({low} to {high})").format(
            label=week, middle=grouped(decision.loss), low=grouped(decision.low),
            high=grouped(decision.high),
        )  # fmt: skip
        spans.append(
            charts.Span(
                f"{week} {review_texts.SYMBOLS[decision.mark]}", decision.low, decision.loss,
                decision.high, said,
            )
        )  # fmt: skip
    title = _("{team}: loss of each decision with its 95 % interval, rupiah").format(team=name)
    return charts.intervals(title, spans, charts.short_rupiah, charts.NARROW, also=[0])


def _decisions_grid(review: Review, decisions: tuple[Decision, ...]) -> Grid:
    rows = []
    for decision in decisions:
        better = "; ".join(
            f"{change.label}: {change.was} > {change.becomes}"
            for change in changes_of(review, decision)
        )
        parts = ", ".join(
            f"{_(OBJECTIVES[objective])} {grouped(loss)}"
            for objective, loss in decision.objectives.items()
        )
        rows.append(
            (
                str(decision.week), grouped(decision.loss), grouped(decision.low),
                grouped(decision.high), review_texts.mark_word(decision.mark),
                str(decision.runs), parts or "-", better or "-",
            )
        )  # fmt: skip
    columns = (
        Column(_("Week")), Column(_("Lost, Rp")), Column(_("At least")), Column(_("At most")),
        Column(_("Mark"), words=True), Column(_("Games")),
        Column(_("By objective"), words=True),
        Column(_("Better found (played > better)"), words=True),
    )  # fmt: skip
    return Grid(columns, rows)
