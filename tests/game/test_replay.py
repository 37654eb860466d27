"""Replay equals play; where a record says otherwise, the first difference is named in full."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from games import SEED, begin, busy_town, finish, forged, lines, payloads
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.bots import BOT_NAMES
from simpasar.game.play import Game
from simpasar.game.record import FileWriter, RecordBroken, RecordError, read
from simpasar.game.replay import RecordDiffersError, Step, replay, resume, seed_of
from simpasar.game.rounds import play_round
from simpasar.game.seats import play_bots
from simpasar.game.seed import keep_seed
from simpasar.game.state import new_game
from simpasar.market.chance import Chance
from towns import town

GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.jsonl"))
BOTS: dict[str, str | None] = {"melati": "par", "kenanga": "acak"}
GAME = finish(begin(town(), BOTS))
"""Line 1 opens; each of 3 weeks has kenanga's and melati's sheets, chance and state; 14 seals."""

Saying = list[dict[str, Any]]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPASAR_LANG", "en")


def replayed(saying: Saying, seed: int = SEED) -> list[Step]:
    entries = [json.loads(line) for line in forged(saying).splitlines()]
    return list(replay(entries, seed))


# -- replay equals play -------------------------------------------------------------------


@settings(max_examples=10, deadline=None)
@given(
    st.sampled_from(BOT_NAMES), st.sampled_from(BOT_NAMES), st.integers(0, 2**53 - 1),
    st.integers(1, 7),
)  # fmt: skip
def test_replay_lives_through_the_weeks_that_were_played(
    one: str, other: str, seed: int, days: int
) -> None:
    game = begin(busy_town(days=days), {"melati": one, "kenanga": other}, seed)
    played = []
    while not game.finished:
        play_bots(game)
        played.append(game.live_week().state.digest())
    game.end()
    steps = replayed(payloads(game), seed)
    assert [step.outcome.state.digest() for step in steps if step.outcome] == played
    assert steps[-1].game.state.digest() == played[-1]
    assert len(steps) == len(lines(game))


def test_a_sheet_whose_parts_stand_in_another_order_plays_the_same_week() -> None:
    """A record sorts its keys; a bot need not."""
    scenario = busy_town()
    start = new_game(scenario)
    decisions = start.teams["melati"].sheet.decisions
    parts = ("prices", "batches", "grades", "suppliers")
    turned = {part: dict(reversed(getattr(decisions, part).items())) for part in parts}
    assert list(turned["batches"]) != list(decisions.batches)
    sheets = [DecisionSheet(decisions=decisions.model_copy(update=new)) for new in ({}, turned)]
    one, other = (play_round(scenario, start, {"melati": s}, Chance(SEED)) for s in sheets)
    assert one.state.digest() == other.state.digest()
    assert one.journal == other.journal


def test_people_at_a_seat_may_decide_twice_the_last_sheet_counts() -> None:
    game = begin(town(), {"kenanga": "diam"})
    first = game.state.teams["melati"].sheet.carried()
    for price in (10_000, 14_000):
        decisions = first.decisions.model_copy(update={"prices": {"uduk": price}})
        game.decide({"melati": ("people", DecisionSheet(decisions=decisions))})
    finish(game)
    assert game.state.teams["melati"].history[0].decisions.prices == {"uduk": 14_000}
    assert replayed(payloads(game))[-1].game.state.digest() == game.state.digest()


def test_an_older_engines_record_agrees_where_its_game_is_the_same() -> None:
    saying = payloads(GAME)
    saying[0]["engine"] = "0.0.1"
    assert replayed(saying)[-1].game.finished


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_records_replay_for_ever(path: Path) -> None:
    assert path.stat().st_size < 60_000
    reading = read(path)
    seed = seed_of(reading)
    assert reading.sealed
    assert seed is not None
    *_, last = replay(reading.entries, seed)
    assert last.game.finished


def test_there_are_golden_records() -> None:
    assert len(GOLDEN) >= 2


# -- what a replay finds ------------------------------------------------------------------

OPEN, SHEET, CHANCE, STATE, SEAL = 0, 1, 3, 4, 13
LAST_STATE = 12
PRICE = (SHEET, "sheet", "prices", "uduk")
FIRST = ("final", "ranking", 0)
MELATI = ("summary", "teams", "melati")


def at(line: int, *path: str | int, to: Any) -> Callable[[Saying], None]:
    """A change of what stands at `path` in a line (from 0)."""

    def change(saying: Saying) -> None:
        part: Any = saying[line]
        for step in path[:-1]:
            part = part[step]
        part[path[-1]] = to

    return change


def without(line: int, *path: str) -> Callable[[Saying], None]:
    def change(saying: Saying) -> None:
        part: Any = saying[line]
        for step in path[:-1]:
            part = part[step]
        del part[path[-1]]

    return change


def dropped(line: int) -> Callable[[Saying], None]:
    return lambda saying: saying.__delitem__(line)


def doubled(line: int) -> Callable[[Saying], None]:
    return lambda saying: saying.insert(line, saying[line])


FORGERIES: dict[str, tuple[Callable[[Saying], None], tuple[int, int | None, str | None, str]]] = {
    # the opening
    "title": (at(OPEN, "scenario", "title", "id", to="x"), (1, None, None, "scenario_digest")),
    "scenario's shape": (at(OPEN, "scenario", "weeks", to="3"), (1, None, None, "scenario.weeks")),
    "no scenario": (without(OPEN, "scenario"), (1, None, None, "scenario")),
    "commitment": (at(OPEN, "seed_commitment", to="0"), (1, None, None, "seed_commitment")),
    "weeks no number": (at(OPEN, "weeks", to="3"), (1, None, None, "weeks")),
    "weeks true": (at(OPEN, "weeks", to=True), (1, None, None, "weeks")),
    "no weeks": (at(OPEN, "weeks", to=0), (1, None, None, "weeks")),
    "fewer weeks": (at(OPEN, "weeks", to=2), (10, 3, None, "week")),
    "no seats": (without(OPEN, "teams"), (1, None, None, "teams")),
    "a seat less": (at(OPEN, "teams", to=[]), (1, None, None, "teams")),
    "bot no name": (at(OPEN, "teams", 0, "bot", to=1), (1, None, None, "teams")),
    "more in the opening": (at(OPEN, "note", to=1), (1, None, None, "note")),
    # sheets
    "price": (at(*PRICE, to=9_000), (5, 1, "kenanga", "sheet")),
    "price no step": (at(*PRICE, to=9_001), (2, 1, "kenanga", "sheet.prices.uduk")),
    "price no number": (at(*PRICE, to="x"), (2, 1, "kenanga", "sheet.prices.uduk")),
    "unknown decision": (at(SHEET, "sheet", "rent", to=0), (2, 1, "kenanga", "sheet.rent")),
    "no sheet": (without(SHEET, "sheet"), (2, 1, "kenanga", "sheet")),
    "no reason": (without(SHEET, "reason"), (2, 1, "kenanga", "reason")),
    "forecast": (at(SHEET, "forecast", "units", to=-1), (2, 1, "kenanga", "forecast.units")),
    "another forecast": (at(SHEET, "forecast", "units", to=1), (5, 1, "kenanga", "sheet")),
    "by nobody": (at(SHEET, "by", to=None), (2, 1, "kenanga", "by")),
    "more in a sheet": (at(SHEET, "note", to=1), (2, 1, "kenanga", "note")),
    "unknown team": (at(SHEET, "team", to="mawar"), (2, 1, None, "team")),
    "team no text": (at(SHEET, "team", to=["melati"]), (2, 1, None, "team")),
    "another week": (at(SHEET, "week", to=2), (2, 1, None, "week")),
    "a sheet gone": (dropped(SHEET), (4, 1, "kenanga", "sheet")),
    "a sheet too late": (lambda s: s.insert(4, s[1]), (5, 1, None, "kind")),
    "a sheet after it": (lambda s: s.insert(SEAL, {**s[10], "week": 4}), (14, 4, None, "week")),
    # what chance brought
    "weather": (at(CHANCE, "days", 0, "weather", to="banjir"), (4, 1, None, "days.0.weather")),
    "event": (at(CHANCE, "days", 6, "events", to=["kelapa_mahal"]), (4, 1, None, "days.6.events")),
    "market": (at(CHANCE, "days", 2, "prices", "beras", to=1), (4, 1, None, "days.2.prices.beras")),
    "no chance": (dropped(CHANCE), (4, 1, None, "kind")),
    "chance twice": (doubled(CHANCE), (5, 1, None, "kind")),
    # the state
    "digest": (at(STATE, "digest", to="0"), (5, 1, None, "digest")),
    "cash": (at(STATE, *MELATI, "cash", to=1), (5, 1, "melati", "cash")),
    "cash of the last week": (at(LAST_STATE, *MELATI, "cash", to=1), (13, 3, "melati", "cash")),
    "no debts": (at(STATE, *MELATI, "payables", to=False), (5, 1, "melati", "payables")),
    "books": (at(STATE, *MELATI, "books", to=""), (5, 1, "melati", "books")),
    "habit": (at(STATE, "summary", "habit", to=""), (5, 1, None, "summary.habit")),
    "no state": (dropped(STATE), (5, 1, None, "week")),
    "state twice": (doubled(STATE), (6, 2, None, "kind")),
    # the end
    "seed": (at(SEAL, "seed", to=8), (14, None, None, "seed")),
    "place": (at(SEAL, *FIRST, "team", to=""), (14, None, None, "final.ranking.0.team")),
    "final week": (at(SEAL, "final", "week", to=4), (14, None, None, "final.week")),
    "another kind": (at(SEAL, "kind", to="pause"), (14, 4, None, "kind")),
}  # fmt: skip


@pytest.mark.parametrize("forgery", FORGERIES)
def test_the_first_difference_is_named(forgery: str, tmp_path: Path) -> None:
    change, place = FORGERIES[forgery]
    saying = payloads(GAME)
    change(saying)
    path = tmp_path / "forged.jsonl"
    path.write_bytes(forged(saying))
    with pytest.raises(RecordDiffersError) as found:
        list(replay(read(path).entries, SEED))
    error = found.value
    assert (error.line, error.week, error.team, error.field) == place
    assert str(error).startswith(f"line {error.line}, ")
    assert f"field {error.field}: " in str(error)
    assert json.dumps(error.recorded) != json.dumps(error.replayed)


@pytest.mark.parametrize(
    "change",
    [
        at(OPEN, "scenario", "products", "uduk", "need", to="emas"),
        at(OPEN, "scenario", "teams", "melati", "stock", to={"emas": 1}),
        at(OPEN, "scenario", "segments", "warga", "residents", to={"emas": 10}),
        at(OPEN, "scenario", "suppliers", "pasar", "goods", to={"emas": {"amount": 1, "price": 1}}),
        at(OPEN, "scenario", "events", "kelapa_mahal", "factors", to={"emas": 1}),
        lambda saying: [
            kind.update(weight=0) for kind in saying[OPEN]["scenario"]["weather"].values()
        ],
    ],
)
def test_a_scenario_that_never_could_be_played_is_told_from_a_game_gone_wrong(
    change: Callable[[Saying], None],
) -> None:
    saying = payloads(GAME)
    change(saying)
    for field in ("scenario_digest", "seed_commitment"):
        with pytest.raises(RecordDiffersError, match=field) as found:
            replayed(saying)
        saying[OPEN][field] = found.value.replayed
    with pytest.raises(RecordDiffersError) as found:
        replayed(saying)
    assert found.value.field.partition(".")[0] in ("scenario", "sheet", "days")


def test_the_wrong_seed_is_found_in_the_first_line() -> None:
    with pytest.raises(RecordDiffersError) as found:
        replayed(payloads(GAME), SEED + 1)
    assert (found.value.line, found.value.field) == (1, "seed_commitment")


@pytest.mark.parametrize("seed", [None, "7", -1, 1 << 53, True])
def test_a_seal_with_a_seed_that_is_none_gives_no_seed_away(seed: Any, tmp_path: Path) -> None:
    saying = payloads(GAME)
    saying[SEAL]["seed"] = seed
    path = tmp_path / "forged.jsonl"
    path.write_bytes(forged(saying))
    assert seed_of(read(path)) is None


# -- going on -----------------------------------------------------------------------------


def finished_bytes(game: Game) -> bytes:
    return b"".join(line + b"\n" for line in lines(game))


@pytest.mark.parametrize("held", range(1, SEAL + 1))
def test_a_game_goes_on_from_any_line_to_the_same_bytes(held: int, tmp_path: Path) -> None:
    whole = finished_bytes(GAME)
    path = tmp_path / "game.jsonl"
    ends = [place + 1 for place, byte in enumerate(whole) if byte == ord("\n")]
    path.write_bytes(whole[: ends[held - 1] + 40])  # and the beginning of the next line
    keep_seed(path, SEED)
    finish(resume(path))
    assert path.read_bytes() == whole
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_finished_game_does_not_go_on(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    path.write_bytes(finished_bytes(GAME))
    with pytest.raises(RecordError, match="is finished"):
        resume(path)


def test_a_game_whose_seed_is_gone_does_not_go_on(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    text = finished_bytes(GAME)[:-40]
    path.write_bytes(text)
    with pytest.raises(RecordError, match=r"seed file .*game\.jsonl\.seed is missing"):
        resume(path)


@pytest.mark.parametrize("change", ["cash", "price"])
def test_a_false_record_does_not_go_on_and_stays_as_it_is(change: str, tmp_path: Path) -> None:
    saying = payloads(GAME)[:-2]
    FORGERIES[change][0](saying)
    path = tmp_path / "game.jsonl"
    path.write_bytes(forged(saying))
    keep_seed(path, SEED)
    with pytest.raises(RecordDiffersError) as found:
        resume(path)
    assert path.read_bytes() == forged(saying)
    FileWriter.reopen(path)[1].close()  # the lock was let go, though the frames that held it live
    assert found.tb is not None


def test_a_changed_record_does_not_go_on(tmp_path: Path) -> None:
    path = tmp_path / "game.jsonl"
    text = forged(payloads(GAME)[:-1]).replace(b"Melati", b"Mawar.", 1)
    path.write_bytes(text)
    keep_seed(path, SEED)
    with pytest.raises(RecordBroken):
        resume(path)
    assert path.read_bytes() == text


def test_a_week_keeps_the_head_that_ended_it_in_play_and_in_replay() -> None:
    game, heads = begin(busy_town(), {}, weeks=2), []
    while not game.finished:
        play_bots(game)
        game.live_week()
        heads.append(game.writer.head)
        game.say("Ayo!")
    assert [week.head for week in game.lived] == heads
    *_steps, last = replay([json.loads(line) for line in lines(game)], SEED)
    assert [week.head for week in last.game.lived] == heads
