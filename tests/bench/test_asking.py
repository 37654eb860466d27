"""The interview of `simpasar new`: asked, echoed, asked again, never lost."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from simpasar.bench.asking import ask_products, ask_size, read_hours, read_measure
from simpasar.bench.pantry import DEFAULTS, KNOWN
from simpasar.classroom.reading import NotUnderstood

pytestmark = pytest.mark.usefixtures("english")


class Script:
    """Answers in order; an empty one takes what is suggested."""

    def __init__(self, answers: Iterable[str]) -> None:
        self.answers = iter(answers)
        self.said: list[str] = []

    def ask(self, question: str, suggestion: str = "") -> str:
        self.said.append(question)
        return next(self.answers) or suggestion

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    @property
    def all(self) -> str:
        return "\n".join(self.said)


ULAM = [
    "Nasi ulam", "bungkus", "1", "40",
    "Beras", "5 kg", "1 kg", "13,7 rb",
    "Kelapa", "4 butir", "", "13.500",
    "", "3 hari", "12.000",
]  # fmt: skip


def test_a_product_is_told_in_plain_words_and_reckoned_at_once() -> None:
    talk = Script(ULAM)
    (product,) = ask_products(talk, "small")
    assert (product.name.id, product.unit.id, product.batch) == ("Nasi ulam", "bungkus", 40)
    assert (product.shelf_life_hours, product.price, product.use) == (72, 12_000, "breakfast")
    assert [(i.name.id, i.unit, i.amount, i.pack_amount, i.pack_price) for i in
            product.ingredients] == [
        ("Beras", "g", 5_000, 1_000, 13_700),
        ("Kelapa", "pcs", 4, 1, 13_500),
    ]  # fmt: skip
    # (5 * 13.700 + 4 * 13.500) / 40 = 3.062,5; a week's rent and overhead of 101.000 by 8.937
    assert "HPP Rp 3.063, price Rp 12.000, margin Rp 8.937" in talk.all
    assert "Break-even: 12 a week" in talk.all
    assert "5.000 g from packs of 1.000 g at Rp 13.700: Rp 68.500 in a batch" in talk.all


def test_enter_alone_takes_what_is_ready() -> None:
    assert ask_products(Script([""]), "medium") == DEFAULTS["medium"]
    assert ask_size(Script([""])) == "small"
    assert ask_size(Script(["9", "drei", "3"])) == "cooperative"


def test_a_known_product_brings_its_recipe() -> None:
    (first, *rest) = ask_products(Script(["gorengan", ""]), "medium")
    assert first in KNOWN
    assert rest == []


def test_what_cannot_be_read_is_said_and_asked_again() -> None:
    talk = Script(
        ["Nasi ulam", "", "7", "1", "0", "ten", "10", "Beras", "a lot", "0", "1 kg", "2 l", "1 kg",
         "13.7", "13.700", "", "0", "8", "12.5", "12.500"]
    )  # fmt: skip
    (product,) = ask_products(talk, "small")
    assert (product.batch, product.price, product.ingredients[0].amount) == (10, 12_500, 1_000)
    assert product.unit.en == "portion"
    assert talk.all.count("can read") >= 4


def test_a_price_below_the_unit_cost_is_said_and_asked_again() -> None:
    answers = [*ULAM[:-1], "3.000", "12.000"]
    talk = Script(answers)
    (product,) = ask_products(talk, "small")
    assert product.price == 12_000
    assert "At Rp 3.000 every sale loses money" in talk.all


def test_an_ingredient_bought_before_is_not_asked_for_again() -> None:
    talk = Script([*ULAM, "Lontong", "", "", "20", "beras", "2 kg", "", "", "5.000", ""])
    ulam, lontong = ask_products(talk, "medium")
    assert lontong.ingredients[0].pack_price == ulam.ingredients[0].pack_price
    assert "Bought as before: 1.000 g at Rp 13.700" in talk.all


def test_a_product_without_ingredients_is_asked_for_one() -> None:
    talk = Script([*ULAM[:4], "", *ULAM[4:]])
    (product,) = ask_products(talk, "small")
    assert len(product.ingredients) == 2
    assert "at least one ingredient" in talk.all


def test_a_very_long_name_is_asked_for_again() -> None:
    talk = Script(["x" * 61, *ULAM])
    (product,) = ask_products(talk, "small")
    assert product.name.id == "Nasi ulam"


@pytest.mark.parametrize(
    ("text", "hours"),
    [("8", 8), ("8 jam", 8), ("3 hari", 72), ("3 days", 72), ("1 hour", 1), ("365 hari", 8_760)],
)
def test_shelf_lives_are_read_in_hours_or_days(text: str, hours: int) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["0", "366 hari", "", "besok", "8760 hari"])
def test_impossible_shelf_lives_are_refused(text: str) -> None:
    with pytest.raises(NotUnderstood):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,25 kg", ("g", 1_250)), ("250 gr", ("g", 250)), ("2 liter", ("ml", 2_000)),
        ("500ml", ("ml", 500)), ("4", ("pcs", 4)), ("4 butir", ("pcs", 4)),
    ],
)  # fmt: skip
def test_amounts_are_read_with_their_unit(text: str, amount: tuple[str, int]) -> None:
    assert read_measure(text) == amount
