"""Each question answered from made-up games: its light goes both ways, its figures are right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import pytest

from neighbourhood import neighbourhood
from simpasar.balance.answers import Answer
from simpasar.balance.jobs import Arm, GameResult, TeamResult, measures_in
from simpasar.balance.numbers import numbers_of
from simpasar.balance.players import Player
from simpasar.balance.questions import QUESTIONS
from simpasar.balance.questions.lessons import CARELESS
from simpasar.balance.questions.luck import luck_share
from simpasar.balance.questions.outcomes import first_places
from simpasar.balance.questions.pricing import GRID, band
from simpasar.balance.questions.question import Evidence, Question
from simpasar.balance.questions.start import seat_ratio
from simpasar.balance.questions.strategies import Sitting, mixed, strategies
from simpasar.game.bots import BOT_NAMES
from simpasar.scenario.model import Measure, Scenario
from towns import SEAT, town

BY_KEY: Mapping[str, Question] = {question.key: question for question in QUESTIONS}
SEEDS = tuple(range(1, 25))

Gain = Callable[[int, Arm, int, Player], int]
"""What the player at a place gains on a seed."""


def answered(
    key: str,
    scenario: Scenario,
    gain: Gain,
    bankrupt: Callable[[int, Player], int | None] = lambda _seed, _player: None,
    programmes: Callable[[Player], tuple[str, ...]] = lambda player: player.enters,
    measure: Gain | None = None,
) -> Answer:
    """The answer to a question from games with these results, with a little noise of the seed."""
    question, games = BY_KEY[key], {}
    many = len(measures_in(scenario))
    for seed in SEEDS:
        for arm in question.arms(scenario, seed):
            teams = tuple(
                TeamResult(
                    gain(seed, arm, place, player) + (seed * 7) % 5,
                    bankrupt(seed, player),
                    programmes(player),
                    ((measure or gain)(seed, arm, place, player),) * many,
                )
                for place, player in enumerate(arm.seats)
            )
            games[seed, arm] = GameResult(seed, arm, teams)
    return question.answered(Evidence(scenario, SEEDS, games))


def by_bot(**gains: int) -> Gain:
    return lambda _seed, _arm, _place, player: gains.get(player.bot.replace("-", "_"), 1_000_000)


def test_seats_that_lose_or_differ_fourfold_are_red() -> None:
    def seats(*gains: int) -> Gain:
        return lambda _seed, _arm, place, _player: gains[place]

    assert answered("start", town(), seats(900_000, 1_000_000)).light == "green"
    assert answered("start", town(), seats(400_000, 1_000_000)).light == "yellow"
    assert answered("start", town(), seats(200_000, 1_000_000)).light == "red"
    assert answered("start", town(), seats(-100_000, 1_000_000)).light == "red"
    assert answered("start", town(teams={"melati": SEAT}), seats(5_000)).light == "green"


def test_the_seat_ratio_is_told_for_seats_that_earn_only() -> None:
    found = seat_ratio([[100, 100], [250, 250]])
    assert found is not None
    assert found.middle == 2_500
    assert seat_ratio([[100, 100]]) is None
    assert seat_ratio([[100, 100], [-5, -5]]) is None


def test_decent_play_should_gain_a_fifth_more_than_the_others() -> None:
    rest = {name.replace("-", "_"): 700_000 for name in BOT_NAMES if name != "par"}
    assert answered("spread", town(), by_bot(**rest)).light == "green"
    rest = dict.fromkeys(rest, 900_000)
    assert answered("spread", town(), by_bot(**rest)).light == "yellow"
    rest = dict.fromkeys(rest, 1_200_000)
    assert answered("spread", town(), by_bot(**rest)).light == "red"


def test_the_player_by_lot_is_no_strategy_to_be_compared_with() -> None:
    rest = {name.replace("-", "_"): 900_000 for name in BOT_NAMES if name != "par"}
    assert answered("spread", town(), by_bot(**rest | {"acak": -9_000_000})).light == "yellow"


def test_bankruptcies_of_the_careful_and_of_half_the_class_are_red() -> None:
    def failing(*names: str) -> Callable[[int, Player], int | None]:
        return lambda _seed, player: 3 if player.bot in names else None

    assert answered("bankrupt", town(), by_bot()).light == "green"
    some = ("hati-hati", "mutu", "diam")
    assert answered("bankrupt", town(), by_bot(), failing(*some)).light == "yellow"
    most = tuple(name for name in BOT_NAMES if name != "par")
    assert answered("bankrupt", town(), by_bot(), failing(*most)).light == "red"
    assert answered("bankrupt", town(), by_bot(), failing("par")).light == "red"
    table = answered("bankrupt", town(), by_bot(), failing("mutu")).table
    assert table is not None
    assert ("mutu", 1_000, 3, 3) in table.rows


def test_one_recipe_that_always_wins_is_red_unless_it_is_par() -> None:
    assert answered("dominant", neighbourhood(), by_bot(par=5_000_000)).light == "green"
    assert answered("dominant", neighbourhood(), by_bot(mutu=5_000_000)).light == "red"


def test_first_places_leave_out_what_the_seat_is_worth() -> None:
    rich = Sitting(1, 0, 0, "mutu", gained=900, bankrupt=None, edge=-50)
    poor = Sitting(1, 0, 1, "diam", gained=300, bankrupt=None, edge=80)
    assert first_places([rich, poor]) == {"diam": 1}


def test_doing_nothing_should_gain_less_than_deciding() -> None:
    assert answered("idle", town(), by_bot(diam=700_000)).light == "green"
    assert answered("idle", town(), by_bot(diam=950_000)).light == "yellow"
    assert answered("idle", town(), by_bot(diam=1_100_000)).light == "red"


def test_a_price_band_is_the_prices_around_the_best_without_a_gap() -> None:
    means = dict(zip(GRID, (980, 100, 950, 1_000, 905, 890, 999), strict=True))
    found = band("uduk", {price: [gain, gain] for price, gain in means.items()})
    assert (found.low, found.best, found.high, found.good) == (900, 1_000, 1_100, 3)
    assert found.teaches
    losing = band("uduk", {price: [-gain] for price, gain in means.items()})
    assert (losing.best, losing.good) == (800, 1)
    assert not losing.teaches


def test_prices_should_matter_and_leave_room() -> None:
    def priced(width: int) -> Gain:
        def gain(_seed: int, _arm: Arm, _place: int, player: Player) -> int:
            _name, price = player.prices[0]
            return 1_000_000 - (0 if abs(price - 1_000) <= width else 400_000)

        return gain

    assert answered("prices", town(), priced(200)).light == "green"
    assert answered("prices", town(), priced(0)).light == "red"
    assert answered("prices", town(), priced(900)).light == "red"


def test_every_price_of_a_product_is_tried_once_on_every_seed() -> None:
    scenario = neighbourhood()
    for seed in (1, 2, 9):
        tried = [
            (place, *player.prices[0])
            for arm in BY_KEY["prices"].arms(scenario, seed)
            for place, player in enumerate(arm.seats)
        ]
        products = next(iter(scenario.teams.values())).products
        assert sorted(tried) == sorted(
            (place, product, price)
            for place in range(len(scenario.teams))
            for product in products
            for price in GRID
        )


def test_a_cooperative_pays_from_a_number_of_members() -> None:
    def from_members(least: int) -> Gain:
        def gain(_seed: int, arm: Arm, _place: int, player: Player) -> int:
            members = sum(not each.frozen for each in arm.seats)
            return 0 if player.frozen else 50_000 if members >= least else -50_000

        return gain

    lights = [answered("cooperative", neighbourhood(), from_members(n)).light for n in range(1, 6)]
    assert lights == ["yellow", "green", "yellow", "yellow", "red"]


def test_programmes_that_lose_or_are_closed_are_red() -> None:
    def worth(amount: int) -> Gain:
        return lambda _seed, _arm, _place, player: amount if player.enters else 0

    assert answered("programmes", neighbourhood(), worth(80_000)).light == "green"
    assert answered("programmes", neighbourhood(), worth(0)).light == "green"
    assert answered("programmes", neighbourhood(), worth(-80_000)).light == "red"
    closed = answered("programmes", neighbourhood(), worth(0), programmes=lambda _player: ())
    assert closed.light == "red"
    assert "NIB" in closed.sentence


def test_decisions_should_be_worth_something() -> None:
    def worth(amount: int) -> Gain:
        return lambda _seed, _arm, _place, player: -amount if player.frozen else 0

    assert answered("decisions", town(), worth(80_000)).light == "green"
    assert answered("decisions", town(), worth(-80_000)).light == "red"
    assert answered("decisions", town(), worth(0)).light == "red"


def test_luck_should_not_decide_most() -> None:
    def lucky(spread: int, skill: int) -> Gain:
        def gain(seed: int, _arm: Arm, _place: int, player: Player) -> int:
            luck = spread * (seed * 37 % 11 - 5)
            return luck + skill * sorted(BOT_NAMES).index(player.bot)

        return gain

    assert answered("luck", town(), lucky(1_000, 90_000)).light == "green"
    assert answered("luck", town(), lucky(90_000, 1_000)).light == "red"


def test_the_share_of_luck_is_the_variance_of_the_same_play_of_all_variance() -> None:
    same = {1: [(0, 10), (1, 50)], 2: [(0, 20), (1, 60)]}
    every = {1: [(0, 0), (1, 100)], 2: [(0, 20), (1, 120)]}
    assert luck_share(same, every, [1, 2]) == 1_000 * 50 / 200
    assert luck_share(every, same, [1, 2]) == 1_000
    assert luck_share(same, {1: [(0, 7)], 2: [(0, 7)]}, [1, 2]) == 0


def test_a_number_on_which_everything_stands_is_red() -> None:
    def moved(amount: int) -> Gain:
        def gain(_seed: int, arm: Arm, _place: int, _player: Player) -> int:
            at_stake = arm.change is not None and arm.change.number == "residents"
            return 1_000_000 - (amount if at_stake else 0)

        return gain

    assert answered("numbers", town(), moved(300_000)).light == "green"
    assert answered("numbers", town(), moved(800_000)).light == "yellow"
    assert answered("numbers", town(), moved(1_200_000)).light == "red"
    table = answered("numbers", town(), moved(300_000)).table
    assert table is not None
    assert len(table.rows) == len(numbers_of(town()))


def test_a_measure_that_does_not_tell_the_careless_apart_is_not_green() -> None:
    teaches = [
        {"id": "Harga", "en": "Prices", "measure": "pricing"},
        {"id": "Jumlah", "en": "Amounts", "measure": "production"},
    ]

    def told(*groups: str) -> Gain:
        def figure(_seed: int, _arm: Arm, _place: int, player: Player) -> int:
            return -9_000 if set(player.frozen) & set(groups) else 0

        return figure

    def light(*groups: str) -> str | None:
        scenario = town(teaches=teaches)
        return answered("objectives", scenario, by_bot(), measure=told(*groups)).light

    assert light("price", "production") == "green"
    assert light("price") == "yellow"
    assert light() == "red"


def test_every_measure_has_its_careless_player() -> None:
    assert set(CARELESS) == set(get_args(Measure))
    for measure, player in CARELESS.items():
        assert player(neighbourhood(), 0) != Player(), measure
        assert isinstance(player(town(), 0), Player)


def test_every_strategy_sits_once_on_a_seed_and_in_every_seat_over_time() -> None:
    for scenario in (town(), neighbourhood(), town(teams={"melati": SEAT})):
        names, sat = strategies(scenario), set()
        for seed in range(1, len(names) * 2 + 1):
            seats = [player.bot for arm in mixed(scenario, seed) for player in arm.seats]
            assert set(seats) == set(names)
            sat |= {
                (place, player.bot)
                for arm in mixed(scenario, seed)
                for place, player in enumerate(arm.seats)
            }
        assert len(sat) == len(names) * len(scenario.teams)


def test_strategies_without_a_place_in_the_scenario_are_left_out() -> None:
    assert not {"koperasi", "penumpang", "utang"} & set(strategies(town()))
    assert set(strategies(neighbourhood())) == set(BOT_NAMES)


@pytest.mark.parametrize(
    ("key", "scenario"),
    [
        ("dominant", town(teams={"melati": SEAT})),
        ("prices", town(rules__unlocked={"production": 1})),
        ("cooperative", town()),
        ("programmes", town()),
        ("objectives", town()),
        ("decisions", town(rules__unlocked={"price": 50})),
    ],
)
def test_a_question_that_does_not_apply_says_why(key: str, scenario: Scenario) -> None:
    answer = BY_KEY[key].answered(Evidence(scenario, (), {}))
    assert answer.light is None
    assert answer.sentence.startswith("Tidak berlaku")


def test_one_seed_is_no_answer() -> None:
    answer = BY_KEY["start"].answered(Evidence(town(), (1,), {}))
    assert answer.light is None
    assert answer.sentence == "Belum sampai: permainannya terlalu sedikit."


def test_red_takes_proof() -> None:
    def torn(seed: int, _arm: Arm, place: int, _player: Player) -> int:
        return (-1) ** seed * 9_000_000 - 100_000 if place else 1_000_000

    answer = answered("start", town(), torn)
    assert not answer.settled
    assert answer.light == "yellow"
