"""Replay: a record's own text, lived again, entry by entry, and compared with what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from simpasar.firm.checks import SheetRefused
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.entries import Payload, RecordEntry, canonical, line_digest
from simpasar.game.interventions import Intervention, NotAllowed, intervention
from simpasar.game.play import (
    Game,
    Setup,
    chance_entry,
    decide_entry,
    open_entry,
    seal_entry,
    state_entry,
)
from simpasar.game.record import FileWriter, MemoryWriter, Reading, RecordError, Writer, read
from simpasar.game.rounds import RoundOutcome
from simpasar.game.seed import read_seed
from simpasar.i18n import _, language
from simpasar.market.chance import SEED_BITS
from simpasar.scenario.lint import meaning
from simpasar.scenario.model import Scenario


class RecordDiffersError(Exception):
    """The first place where a replay differs from the record.

    `line` counts from 1; `week` and `team` are None where the place has none; `field` is a dotted
    path, `recorded` and `replayed` what stands there. Not `playable`: a game would refuse it.
    """

    def __init__(
        self,
        line: int,
        week: int | None,
        team: str | None,
        field: str,
        recorded: Any,
        replayed: Any,
        *,
        playable: bool = True,
    ) -> None:
        super().__init__(
            (
                _(
                    "line {line}, {where}field {field}: the record says {recorded},"
                    " replayed {replayed}"
                )
                if playable
                else _("line {line}, {where}field {field}: simpasar cannot play what stands there")
            ).format(
                line=line,
                where=_where(week, team),
                field=field,
                recorded=_shown(recorded),
                replayed=_shown(replayed),
            )
        )  # fmt: skip
        self.line, self.week, self.team, self.field = line, week, team, field
        self.recorded, self.replayed = recorded, replayed


def _where(week: int | None, team: str | None) -> str:
    parts = [_("week {week}, ").format(week=week) if week is not None else ""]
    parts.append(_("team {team}, ").format(team=team) if team is not None else "")
    return "".join(parts)


def _shown(value: Any) -> str:
    text = canonical(value).decode()
    return text if len(text) <= 60 else text[:57] + "..."


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a record and the game after it; `outcome` on the entry that ends a week."""

    entry: RecordEntry
    game: Game
    outcome: RoundOutcome | None

    @property
    def withdrawn(self) -> int | None:
        """The week that this entry took back: what came of it does not count any more."""
        return self.entry["week"] if self.entry["kind"] == "undo" else None


def seed_of(reading: Reading) -> int | None:
    """The seed that a sealed record gives away."""
    seed = reading.entries[-1].get("seed") if reading.sealed else None
    return seed if type(seed) is int and 0 <= seed < 1 << SEED_BITS else None


def read_with_seed(path: Path) -> tuple[Reading, int]:
    """A record, finished or not, and the seed that it can be lived through again with.

    Raises:
        RecordBroken: a line is not as it was written.
        RecordError: there is no such file, nothing in it, or no seed beside an unfinished one.
    """
    reading = read(path)
    seed = seed_of(reading) if reading.sealed else read_seed(path)
    if not reading.entries:
        raise RecordError(
            _("{file} was cut off before the game began: there is nothing in it.").format(file=path)
        )
    if seed is None:
        raise RecordError(
            _(
                "{file} is of an unfinished game, and its seed file is not beside it:"
                " it can only be replayed where the game was played."
            ).format(file=path)
        )
    return reading, seed


def replay(
    entries: Sequence[RecordEntry], seed: int, writer: Writer | None = None
) -> Iterator[Step]:
    """Live through a record again, yielding every entry once it has been found to agree.

    Raises:
        RecordDiffersError: at the first entry that a replay does not give.
    """
    game: Game | None = None
    for line, entry in enumerate(entries, start=1):
        outcome = None
        if game is None:
            game = _opened(line, entry, seed, writer or MemoryWriter())
        else:
            outcome = _follow(game, line, entry)
        yield Step(entry, game, outcome)


def _opened(line: int, entry: RecordEntry, seed: int, writer: Writer) -> Game:
    scenario = _scenario(line, entry)
    weeks, teams = entry.get("weeks"), entry.get("teams")
    if type(weeks) is not int or weeks < 1:
        raise RecordDiffersError(line, None, None, "weeks", weeks, scenario.weeks)
    try:
        bots = {seat["team"]: seat["bot"] for seat in entry["teams"]}
    except (KeyError, TypeError):
        bots = {}
    if set(bots) != set(scenario.teams) or not all(
        bot is None or isinstance(bot, str) for bot in bots.values()
    ):
        raise RecordDiffersError(line, None, None, "teams", teams, list(scenario.teams))
    setup = Setup(scenario, weeks, bots)
    _same(line, entry, {**open_entry(setup, seed), "engine": entry.get("engine")})
    with _playable(scenario):
        return Game(setup, seed, writer)


def _scenario(line: int, entry: RecordEntry) -> Scenario:
    """The scenario of an opening."""
    try:
        return Scenario.model_validate_json(canonical(entry.get("scenario")))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(("scenario", *map(str, first["loc"])))
        raise RecordDiffersError(
            line, None, None, field, first["msg"], None, playable=False
        ) from None


@contextmanager
def _playable(scenario: Scenario) -> Iterator[None]:
    """Where a scenario cannot be played that never went through the lint, say what is wrong in it.

    The lint is asked only then: it may grow stricter, and old records must replay for ever.
    """
    try:
        yield
    except (LookupError, ArithmeticError, ValueError, AssertionError):
        for loc, _code, message, *_mend in meaning(scenario, language()):
            field = ".".join(("scenario", *map(str, loc)))
            raise RecordDiffersError(1, None, None, field, message, None) from None
        raise


def _follow(game: Game, line: int, entry: RecordEntry) -> RoundOutcome | None:
    """Let the game take one more entry; the outcome where it ends a week."""
    week = game.state.week
    act = intervention(entry)
    if act is not None:
        _intervene(game, line, entry, act)
        return None
    match entry["kind"]:
        case "decide":
            _decide(game, line, entry)
        case "chance" if not game.news_written:
            _same(line, entry, chance_entry(week, _outcome(game, line).week))
            game.news_written = True
        case "state" if game.news_written:
            outcome = _outcome(game, line)
            _same(line, entry, state_entry(week, outcome.state))
            game.go_on(outcome, line_digest(canonical(entry)))
            return outcome
        case "seal":
            _same(line, entry, seal_entry(game.setup, game.chance.seed, game.state))
            game.sealed = True
        case kind:
            raise RecordDiffersError(line, week, None, "kind", kind, "decide")
    return None


def _outcome(game: Game, line: int) -> RoundOutcome:
    """The week's outcome, lived once for its chance and its state."""
    if game.finished:
        raise RecordDiffersError(line, game.state.week, None, "week", game.state.week, None)
    with _playable(game.setup.scenario):
        game.outcome = game.outcome or game.live()
    return game.outcome


def _decide(game: Game, line: int, entry: RecordEntry) -> None:
    week, team, by = game.state.week, entry.get("team"), entry.get("by")
    if entry.get("week") != week or game.finished:
        due = None if game.finished else week
        raise RecordDiffersError(line, week, None, "week", entry.get("week"), due)
    if game.news_written:
        raise RecordDiffersError(line, week, None, "kind", "decide", "state")
    if not isinstance(team, str) or team not in game.state.teams:
        raise RecordDiffersError(line, week, None, "team", team, list(game.state.teams))
    if not isinstance(by, str):
        raise RecordDiffersError(line, week, team, "by", by, "")
    try:
        sheet = sheet_of(entry)
    except KeyError as missing:
        raise RecordDiffersError(line, week, team, str(missing.args[0]), None, "") from None
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])).replace("decisions", "sheet", 1)
        raise RecordDiffersError(
            line, week, team, field, first["msg"], None, playable=False
        ) from None
    try:
        with _playable(game.setup.scenario):
            game.check(team, sheet)
    except SheetRefused as refused:
        finding = refused.findings[0]
        raise RecordDiffersError(
            line, week, team, f"sheet.{finding.field}", finding.message, "-"
        ) from None
    _same(line, entry, decide_entry(week, team, by, sheet))
    game.sheets[team] = sheet


def _intervene(game: Game, line: int, entry: RecordEntry, act: Intervention) -> None:
    """What the trainer did."""
    try:
        act.check(game)
    except NotAllowed as no:
        team = entry.get("team") if no.field != "team" else None
        named = team if isinstance(team, str) and team in game.state.teams else None
        raise RecordDiffersError(
            line, game.state.week, named, no.field, entry.get(no.field), no.due
        ) from None
    _same(line, entry, act.entry(game))
    act.change(game)


def sheet_of(entry: RecordEntry) -> DecisionSheet:
    """The sheet of a "decide" entry."""
    tree = {
        "decisions": entry["sheet"],
        "forecast": entry["forecast"],
        "reason": entry["reason"],
    }
    return DecisionSheet.model_validate_json(canonical(tree))


def _same(line: int, entry: RecordEntry, replayed: Payload) -> None:
    """Compare what an entry says with what a replay gives."""
    recorded = {key: value for key, value in entry.items() if key not in ("n", "prev", "sum")}
    if canonical(recorded) == canonical(replayed):
        return
    found = _first_difference(recorded, replayed, ())
    assert found is not None
    names, was, now = found
    inside = names[:2] == ("summary", "teams") and len(names) > 3
    team = names[2] if inside else entry.get("team")
    field = ".".join(names[3:] if inside else names)
    raise RecordDiffersError(line, entry.get("week"), team, field, was, now)


def _telling(key: str) -> tuple[int, str]:
    """The order in which to look: what was decided, what came of it, digests of everything."""
    return {"sheet": 0, "habit": 2, "digest": 3}.get(key, 1), key


def _first_difference(
    recorded: Any, replayed: Any, path: tuple[str, ...]
) -> tuple[tuple[str, ...], Any, Any] | None:
    match recorded, replayed:
        case Mapping(), Mapping():
            for key in sorted({*recorded, *replayed}, key=_telling):
                was, now = recorded.get(key), replayed.get(key)
                if (key in recorded) != (key in replayed):  # a missing key is no null
                    return (*path, key), was, now
                found = _first_difference(was, now, (*path, key))
                if found:
                    return found
            return None
        case list() | tuple(), list() | tuple() if len(recorded) == len(replayed):
            for index, pair in enumerate(zip(recorded, replayed, strict=True)):
                found = _first_difference(*pair, (*path, str(index)))
                if found:
                    return found
            return None
    same = type(recorded) is type(replayed) and recorded == replayed  # True is not 1
    return None if same else (path, recorded, replayed)


def resume(path: Any) -> Game:
    """Go on with an unfinished record: its game, ready for the next decision or week.

    Raises:
        RecordError: nothing to go on with, or the seed's side file is missing.
        RecordBroken, RecordDiffersError: the record is not as it was written.
    """
    reading, writer = FileWriter.reopen(path)
    try:
        if reading.sealed:
            raise RecordError(_("{file} is finished: there is no week left.").format(file=path))
        seed = read_seed(path)
        if seed is None:
            raise RecordError(
                _("{file} cannot go on: its seed file {file}.seed is missing.").format(file=path)
            )
        game = None
        for step in replay(reading.entries, seed, writer):
            game = step.game
        assert game is not None
    except Exception:
        writer.close()
        raise
    return game
