"""The CSV tables: which there are, and every column's unit and meaning."""

from __future__ import annotations

from simpasar.game.summary import has_neighbourhood
from simpasar.scenario.lessons import has_households
from simpasar.scenario.model import Scenario

_WHEN = {"week": "week of the game, from 1", "team": "id of the team"}
_DAY = {"day": "market day of the week, 1 is Monday", "date": "ISO date"}
_COUNTS = {
    "made": "units made",
    "sold": "units sold",
    "revenue": "rupiah taken for them",
    "customers": "buyers served",
    "wait_seconds": "seconds waited by all of them together",
    "lost_stockout": "units wanted and not on the shelf",
    "lost_queue": "units wanted by those who would not wait so long",
    "lost_closed": "units wanted while the stall was closed",
    "wasted": "units thrown away",
}
_COLUMNS: dict[str, dict[str, str]] = {
    "weeks": {
        **_WHEN,
        "bot": "who plays the seat; empty for people",
        "revenue": "rupiah of sales",
        "profit": "net profit in rupiah (laba bersih)",
        "cash": "rupiah in cash on Sunday night",
        "stock_value": "rupiah of ingredients and goods, at cost",
        "payables": "rupiah owed",
        "drawings": "rupiah the household took (prive)",
        "wealth": "rupiah of assets less debts",
        "made": "units made",
        "sold": "units sold",
        "customers": "buyers served",
        "lost_stockout": _COUNTS["lost_stockout"],
        "lost_queue": _COUNTS["lost_queue"],
        "lost_closed": _COUNTS["lost_closed"],
        "wasted": "units thrown away",
        "mean_wait_seconds": "seconds a buyer waited, rounded down",
        "regulars": "residents with a strong habit of buying here",
        "reputation": "per mille",
        "awareness": "per mille of residents who know the stall",
    },
    "days": {
        **_WHEN,
        **_DAY,
        "product": "id of the product",
        "price": "rupiah a unit",
        **_COUNTS,
    },
    "news": {
        "week": _WHEN["week"],
        **_DAY,
        "weather": "id of the kind of weather",
        "events": "ids of the events, separated by spaces",
    },
    "ingredient_prices": {
        "week": _WHEN["week"],
        **_DAY,
        "ingredient": "id of the ingredient",
        "price": "per mille of the usual price",
    },
    "decisions": {
        **_WHEN,
        "decision": "dotted name of the decision",
        "value": "rupiah, units, batches, seconds of the day, ids between spaces, or 1 for yes",
    },
    "forecasts": {
        **_WHEN,
        "quantity": "units or cash",
        "forecast": "units, or rupiah, that the team expected",
        "actual": "what came",
    },
    "shortfalls": {
        **_WHEN,
        "kind": "batches not made, or packs not delivered",
        "item": "id of the product or ingredient",
        "reason": "why",
        "count": "batches or packs",
    },
    "ledger": {
        "week": _WHEN["week"],
        "books": "business, household or cooperative",
        "team": "id of the team; empty in the cooperative's books",
        "entry": "number of the entry of the week in these books, from 1",
        "date": _DAY["date"],
        "kind": "what happened",
        "detail": "id of what or whom it is about: supplier, product, lender, member ...",
        "account": "account of the ledger",
        "amount": "rupiah, debit above 0, credit below",
    },
}
_HOUSEHOLDS = {
    **_WHEN,
    "received": "rupiah drawn from the business (prive)",
    "needed": "rupiah the family needs for the week",
    "short": "rupiah of it that it could not pay",
    "paid_in": "rupiah paid into the arisan",
    "pot": "rupiah got from the arisan",
    "cash": "rupiah in the purse on Sunday night",
}
_LOANS = {
    **_WHEN,
    "loan": "id of the lender's offer",
    "principal": "rupiah borrowed",
    "owed": "rupiah still owed on Sunday night",
    "overdue": "rupiah of it not paid in time",
    "defaulted": "1 where all of it is due at once (kredit macet), else 0",
}
_COOPERATIVE = {
    "week": _WHEN["week"],
    "team": "id of the member",
    "savings": "rupiah of simpanan pokok and wajib on Sunday night",
    "voluntary": "rupiah of simpanan sukarela on Sunday night",
    "trade": "rupiah of trade with the cooperative since joining",
    "pledged": "packs pledged in the joint purchase",
    "unpaid": "packs of them not paid and not delivered",
    "advanced": "rupiah that the cooperative advanced until Sunday",
    "contributed": "rupiah given for the joint promotion",
    "hired_hours": "hours of shared equipment",
    "missed": "1 where the simpanan wajib was not paid, else 0",
    "share": "rupiah of the surplus (SHU)",
}
_COMMUNITY = {
    "week": _WHEN["week"],
    "helper_days": "days of work paid to helpers",
    "wages": "rupiah of wages",
    "purchases": "rupiah of all ingredients bought",
    "local_purchases": "rupiah of them bought locally",
    "household_income": "rupiah that all households got from their businesses",
    "household_weeks": "households counted",
    "need_short": "rupiah that families needed and could not pay",
    "joint_actions": "parts taken in joint purchases, promotions and hires",
    "votes": "votes cast by members",
    "skills": "trainings that took effect",
    "permits": "permits that took effect",
}


def columns_of(scenario: Scenario) -> dict[str, dict[str, str]]:
    """Every table and column of a game of this scenario, with its unit and meaning."""
    parts = {
        "households": (_HOUSEHOLDS, has_households(scenario)),
        "loans": (_LOANS, scenario.loans),
        "cooperative": (_COOPERATIVE, scenario.cooperative),
        "community": (_COMMUNITY, has_neighbourhood(scenario)),
    }
    return _COLUMNS | {table: columns for table, (columns, there) in parts.items() if there}
