"""What the pages of a workshop say: its tables, and sentences about what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version

from simpasar.bench.layout import Column
from simpasar.bench.pages import Grid
from simpasar.game.bots.par import VERSION
from simpasar.game.bulletin import percent
from simpasar.i18n import N_, _, ngettext
from simpasar.review.jobs import Spent
from simpasar.review.words import OBJECTIVES
from simpasar.review.workshop import SMALL, WEAK, Lesson, Part, Verdict, Workshop
from simpasar.review.workshop_document import per_mille

VERDICTS: dict[Verdict, str] = {
    "none": N_("no mark"),
    "fell": N_("fell"),
    "weak": N_("still weak"),
    "unclear": N_("not clear yet"),
}
_TAUGHT: tuple[Verdict, ...] = ("fell", "weak", "unclear")


def heading(found: Workshop) -> str:
    """`Review of 12 games`."""
    games = found.whole.games
    return ngettext("Review of {count} game", "Review of {count} games", games).format(count=games)


def unfinished(found: Workshop, records: int | None) -> str:
    """What stands above what was stopped: `records` there were; empty where all were looked at."""
    if records is None:
        return ""
    message = _("UNFINISHED: {count} of {records} records are counted. What is here is sound.")
    return message.format(count=found.whole.games, records=records)


def counted(found: Workshop) -> str:
    """What the figures rest on."""
    whole = found.whole
    message = (
        ngettext(
            "{count} team of the computer, {decisions} decisions: {marked} marked, {unclear} not"
            " clear yet.",
            "{count} teams of the computer, {decisions} decisions: {marked} marked, {unclear} not"
            " clear yet.",
            whole.teams,
        )
        if found.bots_only
        else ngettext(
            "{count} team of people, {decisions} decisions: {marked} marked, {unclear} not clear"
            " yet.",
            "{count} teams of people, {decisions} decisions: {marked} marked, {unclear} not clear"
            " yet.",
            whole.teams,
        )
    )
    return message.format(
        count=whole.teams, decisions=whole.decisions, marked=whole.marked, unclear=whole.unclear
    )


def left_aside(found: Workshop) -> str:
    """Which seats do not count, empty where all do."""
    if not found.bots:
        return ""
    return ngettext(
        "{count} seat of the computer is not counted: bots do not learn.",
        "{count} seats of the computer are not counted: bots do not learn.",
        found.bots,
    ).format(count=found.bots)


def warnings(found: Workshop) -> list[str]:
    """What forbids conclusions."""
    told = []
    if found.bots_only:
        told.append(
            _("Warning: only the computer played, and it does not learn. A fall is no learning.")
        )
    small = [part.title for part in found.parts if part.small]
    if small:
        told.append(
            _(
                "Warning: fewer than {count} teams in {scenarios}. Draw no conclusion from so few"
                " alone."
            ).format(count=SMALL, scenarios=", ".join(small))
        )
    return told


# -- tables -------------------------------------------------------------------------------


def scenarios_grid(found: Workshop) -> Grid:
    """How much was played of each scenario, and what its decisions lost."""
    columns = (
        Column(_("Scenario"), words=True), Column(_("Games")), Column(_("Teams")),
        Column(_("Decisions")), Column(_("Marked")), Column(_("Not clear")), Column(_("Lost")),
    )  # fmt: skip
    parts = [(part.title, part) for part in found.parts]
    if len(parts) > 1:
        parts.append((_("All"), found.whole))
    rows = [
        (
            name, str(part.games), str(part.teams), str(part.decisions), str(part.marked),
            str(part.unclear), share(part.together.loss.mean),
        )
        for name, part in parts
    ]  # fmt: skip
    return Grid(columns, rows)


def taught_grid(found: Workshop) -> Grid:
    """Which scenario teaches what: the objectives of which each verdict is said."""
    columns = (
        Column(_("Scenario"), words=True), Column(_("Fell"), words=True),
        Column(_("Still weak"), words=True), Column(_("Not clear yet"), words=True),
    )  # fmt: skip
    rows = [
        (
            part.title,
            *(
                ", ".join(_(OBJECTIVES[objective]) for objective in part.judged(verdict)) or "-"
                for verdict in _TAUGHT
            ),
        )
        for part in found.parts
    ]
    return Grid(columns, rows)


def lessons_grid(part: Part) -> Grid:
    """Every objective that lost something, and all of them together."""
    columns = (
        Column(_("Objective"), words=True), Column(_("Loss"), words=True), Column(_("Marked")),
        Column(_("Lost")), Column(_("95 %")), Column(_("Early")), Column(_("Late")),
    )  # fmt: skip
    rows = [_row(lesson) for lesson in part.lessons]
    if len(rows) > 1:
        rows.append(_row(part.together))
    return Grid(columns, rows)


def _row(lesson: Lesson) -> tuple[str, ...]:
    return (
        objective_told(lesson),
        _(VERDICTS[lesson.verdict]),
        str(lesson.marked),
        share(lesson.loss.mean),
        interval(lesson),
        share(lesson.early.mean),
        share(lesson.late.mean),
    )


def objective_told(lesson: Lesson) -> str:
    """The objective's name."""
    return _(OBJECTIVES[lesson.objective]) if lesson.objective else _("All together")


def share(value: float | None) -> str:
    """A share as people read it, `-` where it is not known."""
    known = per_mille(value)
    if known is None:
        return "-"
    return f"-{percent(-known)}" if known < 0 else percent(known)


def interval(lesson: Lesson) -> str:
    """Both ends of the 95 % interval of a loss."""
    if lesson.loss.low is None:
        return "-"
    return f"{share(lesson.loss.low)} … {share(lesson.loss.high)}"


def nothing_lost(part: Part) -> str:
    """What stands where no decision of a part is marked."""
    if not part.teams:
        return _("Only the computer played it: it is not counted.")
    return _("No decision was clearly worse than what else could have been done.")


# -- how to read it -----------------------------------------------------------------------


def reading() -> list[str]:
    """What the columns mean, briefly."""
    return [
        _(
            "Lost: what a decision lost on average, of what par gains in a week in that seat, with"
            " its 95 % interval over teams. What is not clear yet counts as nothing lost."
        ),
        _(
            "Early and late: the first and the second half of the weeks. Fell: clearly less late"
            " than early. Still weak: no clear fall, and late clearly more than {share}."
        ).format(share=share(WEAK)),
        _(
            "The same mistake costs less in the last weeks, for there is less to come: a fall is"
            " evidence of learning, not proof."
        ),
    ]


def assumptions() -> list[str]:
    """What the figures take for granted, for evaluators."""
    return [
        *reading(),
        _(
            "Every team counts alike, however many weeks it played. Where the weeks are uneven, the"
            " middle one belongs to neither half."
        ),
        _(
            "Intervals are Student's over teams, 95 %. Teams of one game meet the same weather and"
            " each other: the true intervals are rather wider."
        ),
        _(
            "Of many lines, one in twenty may be called clear by chance alone. Objectives without a"
            " line had no marked decision."
        ),
    ]


def origin(spent: Spent) -> str:
    """What reckoned the figures."""
    message = (
        _("simpasar {version}, yardstick {par}, quick reviews.")
        if spent == "quick"
        else _("simpasar {version}, yardstick {par}, full reviews.")
    )
    return message.format(version=version("simpasar"), par=VERSION)


def refused(left_out: Sequence[tuple[str, str]]) -> list[str]:
    """Records that are not counted, each with its reason."""
    message = _("{file} is left out: {reason}")
    return [message.format(file=name, reason=why) for name, why in left_out]
