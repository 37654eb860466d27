"""Looking back at a record: every attempt at a week is there, as it was decided and lived."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from neighbourhood import neighbourhood
from rooms import a_room
from simpasar import i18n
from simpasar.classroom.desk import Desk
from simpasar.classroom.lookback import day_told, sheets_told
from simpasar.classroom.recorded import Recorded, act_told, read_recorded
from simpasar.classroom.room import Plan, Room
from simpasar.firm.sheet import DecisionSheet, Forecast
from simpasar.game.record import RecordBroken, RecordError
from simpasar.game.replay import RecordDiffersError
from simpasar.game.seats import play_bots
from simpasar.game.seed import seed_file
from simpasar.market.counter import QUEUE


def begun(folder: Path, weeks: int = 3, name: str = "warung-pertama") -> Room:
    return a_room(name, path=folder / "a.simpasar.jsonl", weeks=weeks)


def closed(room: Room) -> Recorded:
    room.close()
    assert room.path is not None
    return read_recorded(room.path)


def sheet(room: Room, team: str, price: int, reason: str = "", units: int = 0) -> DecisionSheet:
    """A team's standing sheet with other prices, and a forecast where `units` are given."""
    standing = room.game.state.teams[team].sheet.decisions.standing()
    decisions = standing.model_copy(update={"prices": dict.fromkeys(standing.prices, price)})
    forecast = Forecast(units=units, cash=1_000_000) if units else None
    return DecisionSheet(decisions=decisions, forecast=forecast, reason=reason)


def test_every_week_of_a_finished_game_is_what_was_lived(tmp_path: Path) -> None:
    room = begun(tmp_path)
    lived = [room.live_week() for _ in range(3)]
    heads: list[str] = []
    room.end()
    found = closed(room)
    assert found.sealed
    assert [told.week for told in found.weeks] == [1, 2, 3]
    for told, outcome in zip(found.weeks, lived, strict=True):
        assert told.outcome is not None
        assert told.outcome.state.digest() == outcome.state.digest()
        assert told.outcome.journal == outcome.journal
        assert told.withdrawn is None
        heads.append(told.head)
    assert len(set(heads)) == 3


def test_a_weeks_witness_number_is_what_the_teams_saw(tmp_path: Path) -> None:
    room = begun(tmp_path)
    seen = []
    for _ in range(3):
        room.live_week()
        seen.append(room.head)
    assert [told.head for told in closed(room).weeks] == seen


def test_the_monday_of_each_week_is_the_sunday_of_the_one_before(tmp_path: Path) -> None:
    room = begun(tmp_path)
    for _ in range(3):
        room.live_week()
    first, second, third = closed(room).weeks
    for before, after in ((first, second), (second, third)):
        assert before.outcome is not None
        assert after.monday.digest() == before.outcome.state.digest()
    assert first.monday.week == 1


def test_every_sheet_is_there_and_the_last_of_a_team_counts(tmp_path: Path) -> None:
    room = begun(tmp_path)
    team, other = room.people
    room.hand_in(team, sheet(room, team, 9_000, "murah"))
    room.hand_in(team, sheet(room, team, 13_000, "mahal", 120))
    room.live_week()
    (week,) = closed(room).weeks
    mine = week.handed_in(team)
    assert [(s.by, s.sheet.reason, s.counts) for s in mine] == [
        ("people", "murah", False), ("people", "mahal", True),
    ]  # fmt: skip
    assert week.played(team) == mine[-1].sheet
    assert week.handed_in(other) == ()
    assert week.played(other).decisions == week.monday.teams[other].sheet.decisions.standing()


def test_a_sheet_is_told_with_maker_reason_forecast_and_what_was_new(tmp_path: Path) -> None:
    room = begun(tmp_path)
    team, other = room.people
    bot = next(name for name in room.scenario.teams if name not in room.people)
    room.hand_in(team, sheet(room, team, 9_000, "murah"))
    room.hand_in(team, sheet(room, team, 13_500, "mahal", 120))
    room.live_week()
    (week,) = closed(room).weeks
    last, first = sheets_told(week, team)
    assert (last.maker, last.reason, last.counts) == ("tim", "mahal", True)
    assert last.forecast == "120 unit, kas Rp 1.000.000 hari Minggu"
    assert [row.value for row in last.changed] == ["Rp 13.500"]
    assert (first.reason, first.counts, first.forecast) == ("murah", False, "")
    assert [row.value for row in first.changed] == ["Rp 9.000"]
    (carried,) = sheets_told(week, other)
    assert (carried.maker, carried.changed) == ("", ())
    assert sheets_told(week, bot)[0].maker.startswith("komputer (")


def test_a_week_that_was_taken_back_is_still_there_and_says_why(tmp_path: Path) -> None:
    room = begun(tmp_path)
    team = room.people[0]
    room.live_week()
    room.hand_in(team, sheet(room, team, 9_000, "dulu"))
    room.live_week()
    room.hand_in(team, sheet(room, team, 8_000, "belum sempat"))
    room.game.undo("salah ketik")
    room.hand_in(team, sheet(room, team, 12_000, "lagi"))
    room.live_week()
    found = closed(room)
    told = [
        (w.week, w.withdrawn, w.outcome is not None, w.played(team).reason) for w in found.weeks
    ]
    assert told == [
        (1, None, True, ""),
        (2, "salah ketik", True, "dulu"),
        (3, "salah ketik", False, "belum sempat"),
        (2, None, True, "lagi"),
    ]
    assert [entry["kind"] for entry in found.weeks[3].acts] == ["undo"]
    assert found.weeks[3].monday.digest() == found.weeks[1].monday.digest()
    first, again = found.weeks[1].outcome, found.weeks[3].outcome
    assert first is not None
    assert again is not None
    assert first.week.news == again.week.news


def test_two_weeks_taken_back_one_after_the_other(tmp_path: Path) -> None:
    room = begun(tmp_path)
    for _ in range(2):
        room.live_week()
    room.game.undo("satu")
    room.game.undo("dua")
    room.live_week()
    found = closed(room)
    assert [(w.week, w.withdrawn) for w in found.weeks] == [(1, "dua"), (2, "satu"), (1, None)]


def test_what_was_decided_for_a_week_not_yet_lived_is_told(tmp_path: Path) -> None:
    room = begun(tmp_path)
    team = room.people[0]
    room.live_week()
    room.game.rescue(team, 50_000, "modal")
    room.hand_in(team, sheet(room, team, 9_000, "nanti"))
    found = closed(room)
    assert not found.sealed
    assert [(w.week, w.outcome is None) for w in found.weeks] == [(1, False), (2, True)]
    assert found.weeks[1].market is None
    assert found.weeks[1].played(team).reason == "nanti"
    assert [entry["kind"] for entry in found.weeks[1].acts] == ["rescue"]


def test_everything_the_trainer_did_is_told_in_its_place_with_its_reason(tmp_path: Path) -> None:
    room = begun(tmp_path)
    team = room.people[0]
    game = room.game
    game.rescue(team, 50_000, "tertipu")
    game.seat(team, "par", "pulang cepat")
    game.extra_time(90, "mati lampu")
    game.say("Selamat berjualan!")
    room.live_week()
    game.undo("diulang")
    game.seat(team, None, "kembali", "Melati Baru")
    game.set_weeks(4, "masih ada waktu")
    game.extra_time(300)
    room.live_week()
    game.say("Istirahat dulu.")
    found = closed(room)
    acts = [*found.weeks[0].acts, *found.weeks[1].acts, *found.after]
    told = "\n".join(act_told(found.setup.scenario, entry) for entry in acts)
    for word in (
        "Rp 50.000", "tertipu", "pulang cepat", "1:30", "mati lampu", "Selamat berjualan!",
        "diulang", "kembali", "4 minggu", "masih ada waktu", "5:00", "Istirahat dulu.",
    ):  # fmt: skip
        assert word in told
    assert [len(w.acts) for w in found.weeks] == [4, 4]
    assert found.planned == 4
    assert found.weeks[1].scenario.teams[team].name.id == "Melati Baru"
    i18n.use("en")
    english = "\n".join(act_told(found.setup.scenario, entry) for entry in acts)
    assert len(set(english.splitlines()) & set(told.splitlines())) == 0


def test_progress_is_told_week_by_week(tmp_path: Path) -> None:
    room = begun(tmp_path)
    for _ in range(3):
        room.live_week()
    room.close()
    assert room.path is not None
    told: list[tuple[int, int]] = []
    read_recorded(room.path, lambda week, weeks: told.append((week, weeks)))
    assert told == [(1, 3), (2, 3), (3, 3), (3, 3)]


def test_a_market_day_is_told_as_the_week_counted_it(tmp_path: Path) -> None:
    room = begun(tmp_path, name="pasar-pagi", weeks=1)
    room.live_week()
    (week,) = closed(room).weeks
    market = week.market
    assert market is not None
    assert week.outcome is not None
    queued = 0
    for day in range(market.days):
        visits = week.outcome.week.visits[day]
        for told in day_told(market, day):
            counts = week.outcome.week.stalls[told.team].days[day].values()
            for name in ("sold", "lost_stockout", "lost_queue", "lost_closed", "wasted"):
                assert getattr(told, name) == sum(getattr(c, name) for c in counts)
            assert told.customers == sum(c.customers for c in counts)
            assert (told.queue > 0) == any(c.wait_seconds for c in counts)
            queued = max(queued, told.queue)
        met = Counter(market.offers[o].team for o in visits.refusals.offer[
            visits.refusals.cause == QUEUE
        ])  # fmt: skip
        assert {t.team: t.left for t in day_told(market, day) if t.left} == dict(met)
    assert queued > 0


# -- records that are not as they should be -------------------------------------------------


def test_a_record_that_is_broken_says_so(tmp_path: Path) -> None:
    room = begun(tmp_path)
    room.live_week()
    room.close()
    assert room.path is not None
    text = room.path.read_bytes()
    room.path.write_bytes(text.replace(b'"kind":"chance"', b'"kind":"chances"', 1))
    with pytest.raises(RecordBroken):
        read_recorded(room.path)


def test_a_record_without_its_seed_says_so(tmp_path: Path) -> None:
    room = begun(tmp_path)
    room.live_week()
    room.close()
    assert room.path is not None
    seed_file(room.path).unlink()
    with pytest.raises(RecordError, match="seed"):
        read_recorded(room.path)


def test_no_record_at_all_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        read_recorded(tmp_path / "tidak-ada.simpasar.jsonl")


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_whatever_byte_is_changed_it_is_told_or_refused(
    tmp_path: Path, where: int, byte: int
) -> None:
    path = tmp_path / "a.simpasar.jsonl"
    if not path.exists():
        room = begun(tmp_path, weeks=1)
        room.live_week()
        room.end()
        room.close()
        (tmp_path / "whole").write_bytes(path.read_bytes())
    text = bytearray((tmp_path / "whole").read_bytes())
    text[-1 - where % len(text)] = byte
    path.write_bytes(bytes(text))
    try:
        told = str(len(read_recorded(path).weeks))
    except (RecordError, RecordDiffersError) as refused:
        told = str(refused)
    assert told


def test_a_neighbourhood_is_told_with_everything_its_sheets_hold(tmp_path: Path) -> None:
    """Loans, programmes, the cooperative: every field of every form has words."""
    scenario = neighbourhood()
    plan = Plan(scenario, dict.fromkeys(scenario.teams, "acak"), {}, 3)
    room = Room.begin(plan, tmp_path / "n.simpasar.jsonl", Desk(), 5)
    for _ in range(3):
        play_bots(room.game)
        room.live_week()
    for week in closed(room).weeks:
        for team in scenario.teams:
            (told,) = sheets_told(week, team)
            rows = [row for _title, group in told.groups for row in group]
            assert len(rows) > 15
            assert all(row.label and row.value for row in rows)
