"""The neighbourhood around the stalls: households, lenders, programmes, buyers, a cooperative.

All of it is optional: a scenario without these parts is a market game only. Amounts are rupiah,
shares and factors per mille, interest rates parts of 100,000.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simpasar.scenario.parts import (
    Clock,
    Factor,
    Id,
    MilliUtils,
    Part,
    PerMille,
    Quantity,
    Rupiah,
    Text,
)

Week = Annotated[int, Field(ge=1, le=104)]
Weekday = Annotated[int, Field(ge=1, le=7, description="1 is Monday")]
Pieces = Annotated[int, Field(ge=0, le=10_000)]


class Stakeholder(Part):
    """Somebody the teams deal with: the kelurahan, a bank, an NGO, a big buyer."""

    name: Text
    description: Text


class Requirements(Part):
    """What a team must show. `savings`: its own simpanan pokok and wajib in the cooperative."""

    programmes: tuple[Id, ...] = Field(default=(), description="finished")
    member: bool = Field(default=False, description="of the cooperative")
    savings: Rupiah = 0
    weeks_saved: Annotated[int, Field(ge=0, le=104)] = Field(
        default=0, description="weeks in which the compulsory savings were paid"
    )
    no_arrears: bool = Field(default=False, description="nothing overdue, no loan in default")


# -- the household ------------------------------------------------------------------------


class Household(Part):
    """The family behind a stall: what it needs a week, and what lies in its own purse."""

    weekly_need: Rupiah
    cash: Rupiah = 0


class Arisan(Part):
    """A rotating savings club of the households.

    Who joins by the end of week `first_week` pays `contribution` every week out of the household's
    purse; the pot goes to one of them by lot, to each once before anybody has it again.
    """

    contribution: Annotated[Rupiah, Field(ge=1)]
    first_week: Week = 1


# -- lenders ------------------------------------------------------------------------------


class Interest(Part):
    """`rate` parts of 100,000 (6 % is 6000) for each `per`.

    `declining` counts it on what is still owed; `flat` on the whole loan to the end.
    """

    rate: Annotated[int, Field(ge=0, le=1_000_000)]
    per: Literal["day", "week", "month", "year", "term"]
    method: Literal["declining", "flat"]

    @model_validator(mode="after")
    def _term_is_flat(self) -> Self:
        if self.per == "term" and self.method == "declining":
            raise PydanticCustomError("term_is_flat", "flat interest where it is for the term")
        return self


class Loan(Part):
    """An offer of credit with its true terms; `advertised` is what the poster says.

    Daily instalments are collected at `collected_at`, others on Sunday night. What is not paid in
    time is overdue and grows by `late_fee` a week; overdue for `default_weeks`, the loan is in
    default: all of it is due, flat interest to the end included. `from_savings`: the cooperative
    lends, as far as its cash goes, at most `times_savings` times the borrower's own savings.
    """

    name: Text
    by: Id
    advertised: Text
    smallest: Annotated[Rupiah, Field(ge=1)]
    largest: Annotated[Rupiah, Field(ge=1)]
    step: Annotated[Rupiah, Field(ge=1)] = 100_000
    instalments: Annotated[int, Field(ge=1, le=400)]
    every: Literal["day", "week", "month"]
    interest: Interest
    admin_fee: PerMille = Field(default=0, description="of the loan, kept back when it is paid out")
    most_cost: Factor | None = Field(
        default=None, description="all interest and late fees together, of the loan"
    )
    late_fee: PerMille = Field(default=0, description="of what is overdue, for each week")
    default_weeks: Annotated[int, Field(ge=1, le=52)] = 4
    collected_at: Clock = 18 * 3600
    from_savings: bool = False
    times_savings: Annotated[int, Field(ge=0, le=100)] = Field(
        default=0, description="0: no bound by savings"
    )
    requires: Requirements = Requirements()

    @model_validator(mode="after")
    def _amounts(self) -> Self:
        if self.largest < self.smallest:
            raise PydanticCustomError("loan_amounts", "a largest amount not below the smallest")
        return self

    @property
    def least(self) -> int:
        """The smallest loan in whole steps."""
        return -(-self.smallest // self.step) * self.step

    @property
    def most(self) -> int:
        """The largest loan in whole steps."""
        return self.largest // self.step * self.step


# -- programmes and buyers ----------------------------------------------------------------


class Skill(Part):
    """What training changes: a batch takes `recipe` per mille of its ingredients, and is worth
    `quality` more to buyers. `products`: only these; all of the team's where none is named."""

    products: tuple[Id, ...] = ()
    recipe: Annotated[Factor, Field(ge=100)] = 1_000
    quality: MilliUtils = 0


class Programme(Part):
    """A permit, training, grant or bazaar: what it takes and what it brings, once for a team.

    Applied for in one of `weeks` (any, where none is named), it takes effect `lead_weeks` later. Of
    more than `quota` applicants, the lot decides. `booths`: how much more residents like the
    team's goods, on the days of these events. `reach`: how many of those who did not know the
    stall come to know it.
    """

    name: Text
    by: Id
    kind: Literal["permit", "training", "grant", "bazaar"]
    description: Text
    cost: Rupiah = 0
    lead_weeks: Annotated[int, Field(ge=0, le=52)] = 1
    weeks: tuple[Week, ...] = ()
    quota: Annotated[int, Field(ge=1, le=1_000)] = 1_000
    requires: Requirements = Requirements()
    skill: Skill | None = None
    grant: Rupiah = 0
    reach: PerMille = 0
    booths: dict[Id, MilliUtils] = {}


class Contract(Part):
    """A big order: so many units on a day of `due_week`, paid there; `penalty` for each one short.

    Accepted in one of `weeks`. Units that will still be good when they are due are kept for it.
    """

    name: Text
    by: Id
    news: Text
    product: Id
    units: Annotated[int, Field(ge=1, le=1_000_000)]
    price: Annotated[Rupiah, Field(ge=1)]
    weeks: tuple[Week, ...] = Field(min_length=1)
    due_week: Week
    due_day: Weekday
    hour: Clock
    penalty: Rupiah = 0
    quota: Annotated[int, Field(ge=1, le=1_000)] = 1
    requires: Requirements = Requirements()


# -- the cooperative ----------------------------------------------------------------------


class PooledGood(Part):
    """A pack of `amount` base units at `price`, or less for many: `tiers` gives, from a number of
    packs ordered by all together, the share of the price per mille."""

    amount: Annotated[Quantity, Field(ge=1)]
    price: Annotated[Rupiah, Field(ge=1)]
    tiers: dict[int, Annotated[Factor, Field(ge=1)]] = {}

    @model_validator(mode="after")
    def _cheaper(self) -> Self:
        factors = [factor for _, factor in sorted(self.tiers.items())]
        if min(self.tiers, default=1) < 1 or factors != sorted(factors, reverse=True):
            raise PydanticCustomError("tiers", "more packs at no higher price")
        return self


class JointPurchase(Part):
    """The members' purchase, delivered and paid on one day of the week.

    The lorry's `delivery_fee` is shared by value. `fixed_price`: agreed beforehand, whatever the
    market does. A member who cannot pay on the day gets nothing and the others pay the tier of
    what is left (`drop`), or the cooperative advances what she lacks until Sunday (`advance`): as
    far as its cash goes, to those who lack least first.
    """

    name: Text
    local: bool = False
    delivery_day: Weekday = 1
    hour: Clock
    delivery_fee: Rupiah = 0
    fixed_price: bool = False
    unpaid: Literal["drop", "advance"] = "drop"
    goods: dict[Id, PooledGood] = Field(min_length=1)


class JointPromotion(Part):
    """Members' contributions make more people go out for `need`, to members and others alike.

    s rupiah together bring s / (s + half) of `lift` per mille.
    """

    need: Id
    lift: PerMille
    half: Annotated[Rupiah, Field(ge=1)]


class SharedEquipment(Part):
    """Pieces that members hire by the hour, each used by one at a time."""

    count: Annotated[int, Field(ge=1, le=50)]
    hourly_fee: Rupiah = Field(default=0, description="for each hour begun")


class SurplusShares(Part):
    """How the surplus (SHU) is divided: per mille, 1000 together.

    `capital` goes to members by their savings (jasa modal), `patronage` by their trade with the
    cooperative (jasa usaha); the rest stays in its funds.
    """

    reserve: PerMille = 300
    capital: PerMille = 250
    patronage: PerMille = 300
    board: PerMille = 50
    education: PerMille = 50
    social: PerMille = 50

    @model_validator(mode="after")
    def _whole(self) -> Self:
        parts = (self.reserve, self.capital, self.patronage)
        if sum(parts) + self.board + self.education + self.social != 1_000:
            raise PydanticCustomError("surplus_shares", "shares that make 1000 together")
        return self


Admission: TypeAlias = Literal["open", "vote"]


class MarginBallot(Part):
    """Members choose the margin on joint purchases: per mille for each option."""

    kind: Literal["margin"]
    week: Week
    question: Text
    options: dict[Id, PerMille] = Field(min_length=2)


class SurplusBallot(Part):
    """Members choose how the surplus will be divided."""

    kind: Literal["surplus"]
    week: Week
    question: Text
    options: dict[Id, SurplusShares] = Field(min_length=2)


class AdmissionBallot(Part):
    """Members choose whether everybody may join, or whom they admit by vote."""

    kind: Literal["admission"]
    week: Week
    question: Text
    options: dict[Id, Admission] = Field(min_length=2)


class OwnProductBallot(Part):
    """Members choose whether no two of them may make the same product."""

    kind: Literal["own_product"]
    week: Week
    question: Text
    options: dict[Id, bool] = Field(min_length=2)


Ballot = Annotated[
    MarginBallot | SurplusBallot | AdmissionBallot | OwnProductBallot, Field(discriminator="kind")
]


class Cooperative(Part):
    """The koperasi, as it is founded: simpanan pokok once, simpanan wajib every week.

    `donated_capital` is a grant it begins with. `margin`: per mille on top of joint purchases. One
    member, one vote; ballots are held in their week, and a tie leaves things as they are.
    """

    name: Text
    principal: Annotated[Rupiah, Field(ge=1)]
    compulsory: Rupiah
    donated_capital: Rupiah = 0
    admission: Admission = "open"
    margin: PerMille = 0
    overhead: Rupiah = Field(default=0, description="a week, from the first member on")
    surplus: SurplusShares = SurplusShares()
    purchase: JointPurchase | None = None
    promotion: JointPromotion | None = None
    equipment: dict[Id, SharedEquipment] = {}
    ballots: dict[Id, Ballot] = {}


class Commitments(Part):
    """What a team decides in the cooperative for one week.

    `pledges`: packs of each ingredient in the joint purchase. `hire_hours`: the most hours of each
    shared piece that it will hire. `votes`: one option of each ballot of the week. `admit`: yes or
    no to those who have applied. Deposits and withdrawals are of simpanan sukarela.
    """

    member: bool = False
    deposit: Rupiah = 0
    withdraw: Rupiah = 0
    pledges: dict[Id, Pieces] = {}
    promotion: Rupiah = 0
    hire_hours: dict[Id, Annotated[int, Field(ge=0, le=168)]] = {}
    votes: dict[Id, Id] = {}
    admit: dict[Id, bool] = {}

    def standing(self) -> Commitments:
        """What holds on when no sheet is handed in: all but what is done once."""
        once: dict[str, object] = {"deposit": 0, "withdraw": 0, "votes": {}, "admit": {}}
        return self.model_copy(update=once)
