"""Many games for browser and printer: the same tables as on the terminal, with charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simpasar.bench import charts
from simpasar.bench import workshop_texts as texts
from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid, page
from simpasar.i18n import _
from simpasar.review.jobs import Spent
from simpasar.review.reviewed_game import ReviewedGame
from simpasar.review.workshop import Lesson, Part, Workshop
from simpasar.review.workshop_document import per_mille


@dataclass(frozen=True, slots=True)
class PartTold:
    """A section: `chart` and `lessons` where something was lost, else what `nothing` says."""

    id: str
    title: str
    chart: charts.Chart | None
    lessons: Grid | None
    nothing: str


def page_html(
    found: Workshop,
    spent: Spent,
    games: Mapping[str, ReviewedGame],
    left_out: Sequence[tuple[str, str]],
    stopped_of: int | None = None,
) -> str:
    """The whole page as one file. `games`: by the name of the record; `left_out`: the names of
    others, each with the reason; `stopped_of`: how many records there are, where not all were
    looked at."""
    parts = [_told(f"part-{number}", part.title, part)
             for number, part in enumerate(found.parts, start=1)]  # fmt: skip
    if len(found.parts) > 1:
        parts.insert(0, _told("whole", _("All scenarios together"), found.whole))
    return page(
        "workshop.html",
        heading=texts.heading(found),
        unfinished=texts.unfinished(found, stopped_of),
        counted=" ".join(filter(None, (texts.counted(found), texts.left_aside(found)))),
        warnings=texts.warnings(found),
        scenarios=texts.scenarios_grid(found),
        taught=texts.taught_grid(found),
        parts=parts,
        games=_games(games),
        notes=[
            *texts.refused(left_out),
            *(f"{name}: {warning}" for name, game in games.items() for warning in game.warnings),
        ],
        assumptions=texts.assumptions(),
        origin=texts.origin(spent),
        words={
            "played": _("What was played"),
            "taught": _("Which scenario teaches what"),
            "assumptions": _("How to read it, and what it takes for granted"),
            "provenance": _("Where the figures come from"),
        },
    )


def _told(name: str, title: str, part: Part) -> PartTold:
    if not part.lessons:
        return PartTold(name, title, None, None, texts.nothing_lost(part))
    return PartTold(name, title, lessons_chart(part), texts.lessons_grid(part), "")


def lessons_chart(part: Part) -> charts.Chart:
    """What each objective lost per decision, with its interval; beside it what it lost late."""
    spans = [_span(lesson) for lesson in part.lessons]
    title = _(
        "Dot: lost per decision, with its 95 % interval. Square: in the second half of the weeks."
        " Of what par gains in a week."
    )
    return charts.intervals(title, spans, _short, charts.NARROW, also=[0])


def _span(lesson: Lesson) -> charts.Span:
    middle = per_mille(lesson.loss.mean) or 0
    low, high = per_mille(lesson.loss.low), per_mille(lesson.loss.high)
    name = texts.objective_told(lesson)
    said = _("{objective}: {loss} ({interval}), late {late}").format(
        objective=name,
        loss=texts.share(lesson.loss.mean),
        interval=texts.interval(lesson),
        late=texts.share(lesson.late.mean),
    )
    return charts.Span(
        label=name,
        low=middle if low is None else low,
        middle=middle,
        high=middle if high is None else high,
        said=said,
        other=per_mille(lesson.late.mean),
    )


def _short(thousandths: int) -> str:
    return texts.share(thousandths / 1_000)


def _games(games: Mapping[str, ReviewedGame]) -> Grid:
    columns = (
        Column(_("Record"), words=True), Column(_("Scenario"), words=True), Column(_("Teams")),
        Column(_("Weeks")), Column(_("Digest of the record"), words=True),
    )  # fmt: skip
    rows = [
        (name, game.title, str(len(game.teams)), str(game.weeks.lived), game.record)
        for name, game in games.items()
    ]
    return Grid(columns, rows)
