"""The Scenario and its parts: everything a game needs to know before it starts.

Whole numbers only. Money is rupiah; goods are grams, millilitres or pieces; utilities are
milli-utils; shares and factors are per mille. Times of day are written "06:30".
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simpasar.scenario.community import (
    Arisan,
    Commitments,
    Contract,
    Cooperative,
    Household,
    Loan,
    Programme,
    Stakeholder,
)
from simpasar.scenario.events import Event
from simpasar.scenario.parts import (
    Clock,
    Factor,
    Hour,
    Id,
    Metres,
    MilliUtils,
    Part,
    PerMille,
    Quantity,
    Rupiah,
    Text,
    later,
)

DecisionGroup = Literal[
    "price", "production", "ingredients", "quality", "promotion", "staff", "hours", "equipment",
    "household", "programmes", "contracts", "finance", "cooperative",
]  # fmt: skip

Measure = Literal["pricing", "production", "money", "marketing", "cooperation", "household"]
Shown = Literal["price", "stockouts", "waste", "pooling", "finance", "household", "forecast"]

LAST_YEAR = 9_000


# -- who lives here -----------------------------------------------------------------------


class Place(Part):
    """A neighbourhood: where residents live and stalls stand. x, y in metres."""

    name: Text
    x: Metres
    y: Metres
    radius: Annotated[int, Field(ge=0, le=5_000)] = 200


class Need(Part):
    """What residents go out for: breakfast, a snack, something to cook, a gift."""

    name: Text


class Errand(Part):
    """How one segment lives one need."""

    weekday: PerMille = Field(description="chance of going out, Monday to Friday")
    weekend: PerMille = Field(description="chance of going out, Saturday and Sunday")
    stay_home: MilliUtils = Field(description="utility of buying nothing after all")
    hours: dict[Hour, Annotated[int, Field(ge=0, le=10_000)]] = Field(
        min_length=1, description="weight of each hour of the day, by its first minute"
    )

    @model_validator(mode="after")
    def _some_hour(self) -> Self:
        if not any(self.hours.values()):
            raise PydanticCustomError("no_hours", "at least one hour with a weight above 0")
        return self


class Segment(Part):
    """A kind of resident. `residents`: how many live in each place."""

    name: Text
    residents: dict[Id, Annotated[int, Field(ge=0, le=20_000)]] = Field(min_length=1)
    patience_minutes: Annotated[int, Field(ge=0, le=240)]
    price_sensitivity: Factor = 1_000
    taste: dict[Id, MilliUtils] = {}
    needs: dict[Id, Errand] = Field(min_length=1)


# -- what is sold -------------------------------------------------------------------------


class Ingredient(Part):
    """`unit` is the base unit amounts are counted in."""

    name: Text
    unit: Literal["g", "ml", "pcs"]
    shelf_life_days: Annotated[int, Field(ge=1, le=3_650)]
    price_swing: PerMille = Field(
        default=0, description="each week's price lies within this share of the usual one"
    )


class Pack(Part):
    """How a supplier sells an ingredient: `amount` base units for `price` rupiah."""

    amount: Annotated[Quantity, Field(ge=1)]
    price: Annotated[Rupiah, Field(ge=1)]


class Supplier(Part):
    """Orders are placed the evening `lead_days` before the delivery at `hour`; 0: bought there."""

    name: Text
    local: bool = True
    hour: Clock
    lead_days: Annotated[int, Field(ge=0, le=6)] = 0
    delivery_fee: Rupiah = 0
    minimum: Rupiah = Field(default=0, description="smallest order, by the usual prices")
    goods: dict[Id, Pack] = Field(min_length=1)


class Grade(Part):
    """A quality or portion size: what it costs in ingredients and what it is worth to buyers."""

    name: Text
    recipe: Annotated[Factor, Field(ge=100)] = 1_000
    quality: MilliUtils = 0


class Product(Part):
    """Something to sell.

    `batch` units come out of one `recipe` (base units of each ingredient). A `batch` product is
    made ahead: `hands` people and one piece of `equipment` are busy `work_minutes`, then it rests
    `rest_minutes` and is for sale for `shelf_life_hours`. A `to_order` product is made at the sale.
    """

    name: Text
    need: Id
    unit: Text
    made: Literal["batch", "to_order"] = "batch"
    batch: Annotated[int, Field(ge=1, le=10_000)]
    recipe: dict[Id, Annotated[Quantity, Field(ge=1)]] = Field(min_length=1)
    hands: Annotated[int, Field(ge=1, le=20)] = 1
    equipment: Id | None = None
    work_minutes: Annotated[int, Field(ge=0, le=1_440)] = 0
    rest_minutes: Annotated[int, Field(ge=0, le=14 * 1_440)] = 0
    shelf_life_hours: Annotated[int, Field(ge=1, le=24 * 365)] = 24
    serve_seconds: Annotated[int, Field(ge=0, le=3_600)] = Field(
        description="per sale, for greeting, wrapping and paying"
    )
    serve_seconds_per_unit: Annotated[int, Field(ge=0, le=3_600)] = 0
    reference_price: Annotated[Rupiah, Field(ge=1)]
    portions: dict[int, Annotated[int, Field(ge=0, le=10_000)]] = Field(
        default={1: 1}, description="weight of each number of units that a buyer wants"
    )
    grades: dict[Id, Grade] = Field(min_length=1)

    @model_validator(mode="after")
    def _some_portion(self) -> Self:
        if not any(self.portions.values()) or any(not 1 <= k <= 100 for k in self.portions):
            raise PydanticCustomError("portions", "numbers of units from 1 to 100, with weights")
        return self


class Equipment(Part):
    """Bought for `price`, written off evenly over `life_weeks`."""

    name: Text
    price: Annotated[Rupiah, Field(ge=1)]
    life_weeks: Annotated[int, Field(ge=1, le=1_040)]


# -- who sells ----------------------------------------------------------------------------


class DayPlan(Part):
    """Batches on each day from Monday to Friday, and on Saturday and Sunday."""

    weekday: Annotated[int, Field(ge=0, le=1_000)]
    weekend: Annotated[int, Field(ge=0, le=1_000)]

    def on(self, day: int) -> int:
        """Batches on `day`: 0 is Monday."""
        return self.weekday if day % 7 < 5 else self.weekend


class Decisions(Part):
    """What a team may decide for one week; the last sheet stands until it is changed.

    `programmes` and `contracts` are entered into this week; `borrow` names rupiah for each loan
    taken out, `settle` the loans paid off early.
    """

    prices: dict[Id, Rupiah]
    batches: dict[Id, DayPlan]
    grades: dict[Id, Id]
    suppliers: dict[Id, Id]
    safety: dict[Id, Quantity] = Field(
        default={}, description="base units of each ingredient kept beyond the plan"
    )
    promotion: Rupiah = 0
    helpers: Annotated[int, Field(ge=0, le=50)] = 0
    opens: Clock
    closes: Clock
    buy_equipment: dict[Id, Annotated[int, Field(ge=0, le=50)]] = {}
    drawings: Rupiah = 0
    arisan: bool = later(False)
    programmes: tuple[Id, ...] = later(())
    contracts: tuple[Id, ...] = later(())
    borrow: dict[Id, Rupiah] = later({})
    settle: tuple[Id, ...] = later(())
    cooperative: Commitments = later(Commitments())

    def standing(self) -> Decisions:
        """What holds on when no sheet is handed in: all but what is done once."""
        once: dict[str, object] = {
            "buy_equipment": {}, "programmes": (), "contracts": (), "borrow": {}, "settle": (),
        }  # fmt: skip
        return self.model_copy(update={**once, "cooperative": self.cooperative.standing()})


class Seat(Part):
    """A team's business as it stands on the first Monday."""

    name: Text
    business: Text
    place: Id
    x: Metres
    y: Metres
    cash: Rupiah
    stock: dict[Id, Quantity] = {}
    equipment: dict[Id, Annotated[int, Field(ge=0, le=50)]] = {}
    hands: Annotated[int, Field(ge=1, le=50)] = Field(description="family members who work unpaid")
    counter: Annotated[int, Field(ge=1, le=50)] = Field(
        default=1, description="how many can serve at the same time"
    )
    kitchen_opens: Clock
    earliest: Clock = Field(description="the stall may not open before")
    latest: Clock = Field(description="the stall may not close after")
    rent: Rupiah = Field(default=0, description="a week")
    overhead: Rupiah = Field(default=0, description="electricity, water, cleaning: a week")
    products: tuple[Id, ...] = Field(min_length=1)
    awareness: PerMille = 600
    reputation: PerMille = 500
    bot: str = "par"
    household: Household | None = later(None)
    start: Decisions


# -- what happens -------------------------------------------------------------------------


class Weather(Part):
    """A kind of day. `weight` against the other kinds, by month where `months` names it."""

    name: Text
    weight: Annotated[int, Field(ge=0, le=10_000)]
    months: dict[
        Annotated[int, Field(ge=1, le=12)], Annotated[int, Field(ge=0, le=10_000)]
    ] = {}  # fmt: skip
    going: Factor = 1_000
    needs: dict[Id, Factor] = {}
    taste: dict[Id, MilliUtils] = {}

    def weight_in(self, month: int) -> int:
        return self.months.get(month, self.weight)


# -- what is to be learned, and what to talk about at the end ----------------------------


class Objective(Text):
    """What a game teaches; `measure` is the figure of a team's weeks that tells whether it did."""

    measure: Measure | None = later(None)


class Question(Text):
    """A question for the talk after the game; `shows` is what of the class's own weeks stands
    beside it."""

    shows: Shown | None = later(None)


class TestQuestion(Part):
    """A question of the test before and after the training; `answer`: which option is right, from
    1; `measure`: what it asks about."""

    question: Text
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    answer: Annotated[int, Field(ge=1, le=5)]
    measure: Measure


class Judgement(Part):
    """How a review judges decisions. `inaccuracy`, `mistake`, `blunder`: from which loss on a
    decision is so marked, per mille of what decent play gains in a week in that seat.
    `objectives`: what each group of decisions teaches, where it is not the usual."""

    inaccuracy: Annotated[PerMille, Field(ge=1)] = 100
    mistake: Annotated[PerMille, Field(ge=1)] = 250
    blunder: Annotated[Factor, Field(ge=1)] = 500
    objectives: dict[DecisionGroup, Measure] = {}


# -- the rules ----------------------------------------------------------------------------


class Market(Part):
    """How residents choose and remember. Weights in milli-utils."""

    price_weight: Annotated[int, Field(ge=0, le=20_000)] = 3_200
    quality_weight: Annotated[int, Field(ge=0, le=20_000)] = 1_000
    distance_weight: Annotated[int, Field(ge=0, le=20_000)] = Field(
        default=400, description="per kilometre"
    )
    reputation_weight: Annotated[int, Field(ge=0, le=20_000)] = Field(
        default=1_000, description="between the worst and the best name"
    )
    habit_gain: MilliUtils = Field(default=150, description="for each day served well")
    habit_cap: MilliUtils = 600
    habit_keep: PerMille = Field(default=900, description="what is left the next day")
    reputation_share: PerMille = Field(
        default=60, description="how far a name moves in a night towards the day's experience"
    )
    awareness_keep: PerMille = Field(default=970, description="what is left the next week")
    word_of_mouth: PerMille = Field(
        default=250, description="how many hear of a stall from each who buys there"
    )
    promotion_half: Annotated[Rupiah, Field(ge=1)] = Field(
        default=150_000, description="spending that reaches half of those who did not know"
    )


class Rules(Part):
    """What teams may do, and when each group of decisions is unlocked (its first week)."""

    unlocked: dict[DecisionGroup, Annotated[int, Field(ge=1, le=104)]] = Field(min_length=1)
    helper_wage: Rupiah = Field(default=100_000, description="for each helper and day")
    max_helpers: Annotated[int, Field(ge=0, le=50)] = 2
    max_batches: Annotated[int, Field(ge=1, le=1_000)] = Field(
        default=20, description="of one product on one day"
    )
    price_step: Annotated[Rupiah, Field(ge=1)] = 100
    price_low: Factor = Field(default=300, description="lowest price, of the reference price")
    price_high: Factor = Field(default=3_000, description="highest price, of the reference price")


class Scenario(Part):
    """A whole game, as written by a trainer and as kept in the first line of a record."""

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
    title: Text
    description: Text
    teaches: tuple[Objective, ...] = ()
    trainer_note: Text
    debrief: tuple[Question, ...] = ()
    test: tuple[TestQuestion, ...] = later(())
    review: Judgement | None = later(None)
    start: date = Field(description="the first Monday")
    weeks: Annotated[int, Field(ge=1, le=52)]
    days: Annotated[int, Field(ge=1, le=7)] = Field(default=7, description="market days a week")
    places: dict[Id, Place] = Field(min_length=1)
    needs: dict[Id, Need] = Field(min_length=1)
    segments: dict[Id, Segment] = Field(min_length=1)
    ingredients: dict[Id, Ingredient] = Field(min_length=1)
    suppliers: dict[Id, Supplier] = Field(min_length=1)
    products: dict[Id, Product] = Field(min_length=1)
    equipment: dict[Id, Equipment] = {}
    weather: dict[Id, Weather] = Field(min_length=1)
    events: dict[Id, Event] = {}
    stakeholders: dict[Id, Stakeholder] = later({})
    loans: dict[Id, Loan] = later({})
    programmes: dict[Id, Programme] = later({})
    contracts: dict[Id, Contract] = later({})
    arisan: Arisan | None = later(None)
    cooperative: Cooperative | None = later(None)
    teams: dict[Id, Seat] = Field(min_length=1)
    market: Market = Market()
    rules: Rules

    @model_validator(mode="after")
    def _monday(self) -> Self:
        """A Monday, and no year so late that the calendar ends before the game."""
        if self.start.weekday() != 0 or self.start.year > LAST_YEAR:
            raise PydanticCustomError("monday", "a start on a Monday")
        return self
