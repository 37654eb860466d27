"""Scores before and after, Hake's normalised gain, its interval, and who is counted."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simpasar.review.answers import When
from simpasar.review.learning import HIGH, MEDIUM, SMALL, group_gain, learned, normalised_gain
from testtakers import answers_of, score_of

# -- the gain -----------------------------------------------------------------------------


def test_the_gain_is_the_share_of_what_could_still_be_learned() -> None:
    assert normalised_gain(4, 7, 10) == 0.5
    assert normalised_gain(4, 4, 10) == 0
    assert normalised_gain(4, 10, 10) == 1
    assert normalised_gain(8, 6, 10) == -1


def test_who_knew_all_before_has_no_gain() -> None:
    assert normalised_gain(10, 10, 10) is None
    assert normalised_gain(10, 9, 10) is None


def test_hakes_definition_on_class_averages_in_per_cent() -> None:
    """Hake 1998: <g> = (%post - %pre) / (100 - %pre). The averages are those of a course for small
    businesses, 64,54 and 93,64 (Abdimas PHB 2022, n = 11), a high gain by Hake's measure."""
    gain = normalised_gain(64.54, 93.64, 100)
    assert gain == pytest.approx(0.8206, abs=0.0001)
    assert gain is not None
    assert gain > HIGH
    assert (MEDIUM, HIGH) == (0.3, 0.7)


def test_the_gain_of_a_group_is_that_of_its_means_not_the_mean_of_its_gains() -> None:
    """By hand: means 4 and 7 of 10 give 3/6; the own gains are 0, 1 and 4/7, on average 0.524."""
    gain = group_gain([(6, 6), (3, 10), (3, 7)], 10)
    assert (gain.before, gain.after) == (0.4, pytest.approx(23 / 30))
    assert gain.gain == pytest.approx((23 / 3 - 4) / 6)


def test_its_interval_by_hand() -> None:
    """Pairs (4, 7), (6, 7), (5, 8), (5, 10) of 10: g = 3/5. Residuals (after - before) - g room:
    -0.6, -1.4, 0, 2; their squares sum to 6.32; error = sqrt(6.32 / 12) / 5 = 0.14514; t of 3
    degrees of freedom is 3.1824."""
    gain = group_gain([(4, 7), (6, 7), (5, 8), (5, 10)], 10)
    assert gain.gain == pytest.approx(0.6)
    half = 3.1824 * math.sqrt(6.32 / 12) / 5
    assert gain.low == pytest.approx(0.6 - half, abs=1e-4)
    assert gain.high == 1.0  # 1.06 is more than all there was to learn


def test_a_group_that_knew_all_has_no_gain_and_one_person_no_interval() -> None:
    full = group_gain([(10, 10), (10, 9)], 10)
    assert (full.gain, full.low, full.high) == (None, None, None)
    assert full.after == 0.95
    one = group_gain([(4, 7)], 10)
    assert (one.gain, one.low, one.high) == (0.5, None, None)
    assert not one.clear


def test_groups_below_twenty_are_small() -> None:
    assert SMALL == 20
    assert group_gain([(4, 7)] * 19, 10).small
    assert not group_gain([(4, 7)] * 20, 10).small


def test_a_gain_is_clear_where_its_interval_leaves_out_nought() -> None:
    assert group_gain([(4, 7), (5, 8), (3, 7), (4, 8)], 10).clear
    assert not group_gain([(4, 9), (9, 4), (3, 5), (7, 6)], 10).clear


def test_scores_out_of_bounds_are_refused() -> None:
    for pairs in ([], [(11, 3)], [(-1, 3)], [(3, 11)]):
        with pytest.raises(ValueError, match="scores"):
            group_gain(pairs, 10)


@given(st.integers(1, 20).flatmap(lambda most: st.tuples(
    st.just(most),
    st.lists(st.tuples(st.integers(0, most), st.integers(0, most)), min_size=1, max_size=30),
)))  # fmt: skip
def test_whatever_the_scores_the_interval_holds_the_gain_and_what_is_possible(
    given: tuple[int, list[tuple[int, int]]],
) -> None:
    most, pairs = given
    gain = group_gain(pairs, most)
    assert gain.count == len(pairs)
    if gain.gain is None:
        assert all(before == most for before, _after in pairs)
        assert gain.low is gain.high is None
        return
    assert gain.gain <= 1
    assert (gain.gain > 0) == (gain.after > gain.before)
    if gain.low is not None and gain.high is not None:
        assert gain.low <= gain.gain + 1e-12
        assert gain.high >= gain.gain - 1e-12
        assert gain.high <= 1


def test_who_scores_the_same_in_another_order_gains_the_same() -> None:
    pairs = [(4, 7), (6, 7), (5, 8), (5, 10)]
    assert group_gain(pairs, 10) == group_gain(pairs[::-1], 10)


def _class(draw: random.Random, count: int) -> list[tuple[int, int]]:
    """Persons of unlike ability answer ten questions of unlike difficulty, twice."""
    pairs = []
    for _person in range(count):
        ability = draw.gauss(0, 0.8)
        hard = [0.1 + 0.5 * math.sin(question) for question in range(10)]
        chances = [[1 / (1 + math.exp(h - ability - gained)) for h in hard] for gained in (0, 1.3)]
        before, after = (sum(draw.random() < p for p in each) for each in chances)
        pairs.append((before, after))
    return pairs


@pytest.mark.parametrize("count", [5, 12, 25])
def test_the_interval_covers_the_truth_as_often_as_it_says(count: int) -> None:
    draw = random.Random(count)
    truth = group_gain(_class(draw, 20_000), 10).gain
    assert truth is not None
    hits, classes = 0, 600
    for _class_number in range(classes):
        gain = group_gain(_class(draw, count), 10)
        assert gain.low is not None
        assert gain.high is not None
        hits += gain.low <= truth <= gain.high
    assert 0.92 <= hits / classes <= 0.98, hits / classes


# -- who is counted -----------------------------------------------------------------------

KEY = "abcd"


def everybody() -> list[tuple[str, str, str]]:
    """Name, letters before, letters after."""
    return [
        ("Sari", "abxx", "abcd"),
        ("Budi", "axxx", "abxx"),
        ("Wati", "abcd", "abcd"),
        ("Joko", "abcx", ""),
        ("Rina", "", "abcd"),
        ("Tono", "ab", "abcd"),
    ]


def test_only_who_took_both_tests_to_the_end_counts_and_the_others_are_named() -> None:
    answers = [
        answer
        for name, before, after in everybody()
        for when, letters in (("before", before), ("after", after))
        for answer in answers_of(name, _when(when), letters, right=KEY)
    ]
    (found,) = learned(answers)
    assert [(p.name, p.before, p.after, p.gain) for p in found.persons] == [
        ("Sari", 2, 4, 1.0),
        ("Budi", 1, 2, pytest.approx(1 / 3)),
        ("Wati", 4, 4, None),
    ]
    assert found.left_out == (("Joko", "no-after"), ("Rina", "no-before"), ("Tono", "unfinished"))
    assert found.most == 4
    assert found.group is not None
    assert found.group.gain == pytest.approx((10 - 7) / (12 - 7))


def _when(word: str) -> When:
    return "before" if word == "before" else "after"


def test_one_person_may_write_the_name_in_two_ways() -> None:
    answers = [*answers_of("Bu Sari", "before", "ab", right="ab"),
               *answers_of(" bu  SARI ", "after", "ab", right="ab")]  # fmt: skip
    (found,) = learned(answers)
    assert [person.name for person in found.persons] == ["Bu Sari"]


def test_scores_alone_are_enough_for_the_gain_but_not_for_objectives() -> None:
    answers = [score_of("Sari", "before", 4, 10), score_of("Sari", "after", 7, 10),
               score_of("Budi", "before", 6, 10), score_of("Budi", "after", 9, 10)]  # fmt: skip
    (found,) = learned(answers)
    assert found.group is not None
    assert found.group.gain == pytest.approx(0.6)
    assert found.objectives == {}
    assert found.items == ()


def test_a_score_before_and_answers_after_go_together() -> None:
    answers = [score_of("Sari", "before", 1, 4), *answers_of("Sari", "after", "abcx", right=KEY)]
    (found,) = learned(answers)
    assert [(p.before, p.after) for p in found.persons] == [(1, 3)]
    assert found.objectives == {}


def test_each_objective_has_its_own_gain() -> None:
    """Questions 1 and 3 ask about money, 2 and 4 about prices."""
    answers = [*answers_of("Sari", "before", "axxx", right=KEY),
               *answers_of("Sari", "after", "abcx", right=KEY),
               *answers_of("Budi", "before", "xxxx", right=KEY),
               *answers_of("Budi", "after", "abxx", right=KEY)]  # fmt: skip
    (found,) = learned(answers)
    assert list(found.objectives) == ["pricing", "money"]
    assert found.objectives["money"].gain == pytest.approx((3 - 1) / (4 - 1))
    assert found.objectives["pricing"].gain == pytest.approx(2 / 4)
    assert [(i.question, i.objective, i.before, i.after, i.count) for i in found.items] == [
        (1, "money", 1, 2, 2), (2, "pricing", 0, 2, 2), (3, "money", 0, 1, 2),
        (4, "pricing", 0, 0, 2),
    ]  # fmt: skip


def test_two_scenarios_in_one_table_are_told_apart() -> None:
    answers = [*answers_of("Sari", "before", "a", right="b", scenario="pagi"),
               *answers_of("Sari", "after", "b", right="b", scenario="malam")]  # fmt: skip
    found = learned(answers)
    assert [(each.scenario, each.group, each.left_out) for each in found] == [
        ("pagi", None, (("Sari", "no-after"),)),
        ("malam", None, (("Sari", "no-before"),)),
    ]


def test_nobody_has_learned_anything_from_no_answers() -> None:
    assert learned([]) == ()
