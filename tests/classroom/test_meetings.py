"""The cooperative's meeting: what is said goes into drafts, and counts when sheets are in."""

from __future__ import annotations

import pytest

from games import begin, busy_town
from neighbourhood import TEAMS, deciding, neighbourhood
from simpasar.classroom.desk import Entries
from simpasar.classroom.fields import YES
from simpasar.classroom.filling import read
from simpasar.classroom.form import form_of
from simpasar.classroom.meeting import AtTheTable, Meeting, PooledOffer, hold_meeting
from simpasar.firm.sheet import DecisionSheet
from simpasar.game.play import Game
from simpasar.game.view import team_view
from simpasar.market.pool import tier
from simpasar.scenario.model import Scenario

pytestmark = pytest.mark.usefixtures("english")

JOINED = {"member": True}


def a_game(
    members: tuple[str, ...] = ("anggrek", "kenanga"), scenario: Scenario | None = None
) -> Game:
    """A neighbourhood of people after a week in which `members` joined."""
    game = begin(scenario or neighbourhood(), {}, weeks=4)
    for team in members:
        sheet = DecisionSheet(decisions=deciding(game.setup.scenario, team, cooperative=JOINED))
        game.decide({team: ("people", sheet)})
    game.live_week()
    return game


def held(game: Game, drafts: dict[str, Entries] | None = None) -> Meeting:
    return hold_meeting(game, (drafts or {}).get)


def seat(meeting: Meeting, team: str) -> AtTheTable:
    return next(seat for seat in meeting.table if seat.team == team)


def offer(meeting: Meeting, item: str) -> PooledOffer:
    return next(offer for offer in meeting.offers if offer.item == item)


# -- who may do what ----------------------------------------------------------------------------


def test_a_member_votes_and_pledges_and_who_is_none_may_join() -> None:
    meeting = held(a_game())
    paths = [item.path for item in seat(meeting, "anggrek").items]
    assert paths[:2] == ["cooperative.votes.kue", "cooperative.votes.shu"]
    assert "cooperative.pledges.beras" in paths
    assert "cooperative.promotion" in paths
    assert "cooperative.member" not in paths
    assert [item.path for item in seat(meeting, "melati").items] == ["cooperative.member"]
    assert "To join takes Rp 100.000 once and Rp 20.000 a week" in seat(meeting, "melati").standing


def test_who_joins_at_the_meeting_takes_part_at_once_where_the_door_is_open() -> None:
    drafts = {"melati": {"cooperative.member": YES}}
    joining = seat(held(a_game(), drafts), "melati")
    assert joining.items[0].path == "cooperative.member"
    assert "cooperative.pledges.beras" in {item.path for item in joining.items}


def test_who_applies_where_members_vote_only_asks_to_join() -> None:
    rules = neighbourhood().cooperative
    assert rules is not None
    closed = rules.model_copy(update={"admission": "vote"})
    game = a_game(scenario=neighbourhood().model_copy(update={"cooperative": closed}))
    asking = DecisionSheet(decisions=deciding(game.setup.scenario, "melati", cooperative=JOINED))
    meeting = held(game, {"melati": {"cooperative.member": YES}})
    assert [item.path for item in seat(meeting, "melati").items] == ["cooperative.member"]
    game.decide({"melati": ("people", asking)})
    game.live_week()
    meeting = held(game)
    assert meeting.applicants == (seat(meeting, "melati").name,)
    paths = [item.path for item in seat(meeting, "anggrek").items]
    assert "cooperative.admit.melati" in paths
    assert seat(meeting, "melati").standing.startswith("Has asked to join")


def test_a_bots_seat_says_nothing_before_the_market_opens() -> None:
    game = a_game()
    game.seat("kenanga", "koperasi", "Sakit.")
    bot = seat(held(game), "kenanga")
    assert not bot.open
    assert bot.items == ()
    assert bot.standing.startswith("Played by the computer")


def test_a_sheet_that_is_in_is_shown_and_not_changed_here() -> None:
    game = a_game()
    cooperative = {"member": True, "pledges": {"beras": 3}, "votes": {"kue": "tidak"}}
    sheet = DecisionSheet(
        decisions=deciding(game.setup.scenario, "anggrek", cooperative=cooperative)
    )
    game.decide({"anggrek": ("people", sheet)})
    meeting = held(game, {"anggrek": {"cooperative.pledges.beras": "9"}})
    mine = seat(meeting, "anggrek")
    assert not mine.open
    assert {item.path: item.text for item in mine.items}["cooperative.votes.kue"] == "tidak"
    assert offer(meeting, "beras").pledged == ((mine.name, 3),)


def test_before_cooperative_decisions_unlock_there_is_nothing_to_say() -> None:
    scenario = neighbourhood(rules__unlocked__cooperative=3)
    meeting = held(begin(scenario, {}, weeks=4))
    assert meeting.opens == 3
    assert [seat.items for seat in meeting.table] == [()] * len(TEAMS)


def test_a_scenario_without_a_cooperative_has_no_meeting() -> None:
    with pytest.raises(ValueError, match="no cooperative"):
        held(begin(busy_town(), {}))


# -- votes and pledges ----------------------------------------------------------------------------


def test_votes_are_counted_by_option_one_for_each_member() -> None:
    drafts = {
        "anggrek": {"cooperative.votes.kue": "tidak"},
        "kenanga": {"cooperative.votes.kue": "tidak"},
        "melati": {"cooperative.votes.kue": "tidak"},  # no member: her vote does not count
    }
    papers = {paper.name: paper for paper in held(a_game(), drafts).ballots}
    assert papers["kue"].question == "Boleh membuat kue yang sama?"
    assert papers["kue"].options == (("the same is allowed", 0), ("each her own product", 2))
    assert [count for _said, count in papers["shu"].options] == [0, 0]


def test_pledges_set_the_tier_and_what_is_missing_to_the_next() -> None:
    drafts = {
        "anggrek": {"cooperative.pledges.beras": "3"},
        "kenanga": {"cooperative.pledges.beras": "2"},
    }
    game = a_game()
    beras = offer(held(game, drafts), "beras")
    assert beras.packs == 5
    assert [packs for packs, _price in beras.tiers] == [1, 4, 8]
    assert beras.price == dict(beras.tiers)[4]
    assert beras.missing == (3, dict(beras.tiers)[8])
    prices = [price for _packs, price in beras.tiers]
    assert prices == sorted(prices, reverse=True)
    good = game.setup.scenario.cooperative.purchase.goods["beras"]
    assert tier(good, beras.packs) == 960
    assert offer(held(game, drafts), "kelapa").missing is not None


def test_who_has_just_reached_a_tier_is_told_of_the_next() -> None:
    drafts = {"anggrek": {"cooperative.pledges.beras": "4"}}
    beras = offer(held(a_game(), drafts), "beras")
    assert beras.price == dict(beras.tiers)[4]
    assert beras.missing == (4, dict(beras.tiers)[8])


def test_at_the_last_tier_nothing_is_missing() -> None:
    drafts = {"anggrek": {"cooperative.pledges.beras": "40"}}
    assert offer(held(a_game(), drafts), "beras").missing is None


@pytest.mark.parametrize("text", ["", "banyak", "-3", "1,5", "٣", "9" * 40])
def test_a_pledge_that_means_nothing_counts_for_nothing(text: str) -> None:
    meeting = held(a_game(), {"anggrek": {"cooperative.pledges.beras": text}})
    assert offer(meeting, "beras").pledged == ()
    assert next(i for i in seat(meeting, "anggrek").items if i.path.endswith("beras")).said


def test_what_is_bought_alone_is_for_the_same_amount() -> None:
    game = a_game()
    view = team_view(game.setup.scenario, game.state, "anggrek")
    usual = 14_000 * view.prices["beras"] // 1_000
    alone = offer(held(game), "beras").alone
    assert alone is not None
    assert abs(alone - 5 * usual) <= 500  # a price of the day is in whole hundreds


def test_what_is_paid_for_promotion_says_what_it_will_bring() -> None:
    drafts = {"anggrek": {"cooperative.promotion": "100.000"}}
    said = held(a_game(), drafts).terms[-1]
    assert said == "Joint promotion so far Rp 100.000: 15% more buyers, for everybody."


def test_what_was_said_stands_in_the_sheet_when_it_is_opened() -> None:
    game = a_game()
    form = form_of(team_view(game.setup.scenario, game.state, "anggrek"))
    said = {
        item.path: text
        for item in seat(held(game), "anggrek").items
        for path, text in (
            ("cooperative.votes.kue", "tidak"),
            ("cooperative.pledges.beras", "4"),
            ("cooperative.promotion", "50.000"),
        )
        if item.path == path
    }
    sheet = read(form, said)
    assert isinstance(sheet, DecisionSheet)
    ours = sheet.decisions.cooperative
    assert (ours.votes, ours.pledges["beras"]) == ({"kue": "tidak"}, 4)
    assert ours.promotion == 50_000


def test_the_meeting_tells_of_last_week() -> None:
    meeting = held(a_game())
    assert meeting.last[0] == "Koperasi Warga: 2 members."
    assert meeting.facts[0].startswith("In its cash box: Rp ")
    assert sum(seat.savings for seat in meeting.table) == 2 * 120_000
