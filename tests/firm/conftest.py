"""A small breakfast stall whose figures can be checked by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest

from simpasar.firm.sheet import DecisionSheet
from simpasar.scenario.model import Decisions, Scenario, Seat

# Prices of domain-facts 2a; amounts make the 288.000 for 40 portions of 2b (assumed split).
PACKS = {
    "beras": (1_000, 14_000),
    "kelapa": (1, 13_000),
    "telur": (1_000, 28_000),
    "minyak": (1_000, 17_000),
    "cabai": (1_000, 60_000),
    "kertas": (100, 35_000),
}
RECIPE = {
    "beras": 4_000, "kelapa": 4, "telur": 3_000, "minyak": 2_000, "cabai": 800, "kertas": 40,
}  # fmt: skip
UNITS = {"kelapa": "pcs", "kertas": "pcs", "minyak": "ml"}


def _product(**changes: Any) -> dict[str, Any]:
    return {
        "need": "sarapan",
        "unit": "porsi",
        "batch": 40,
        "recipe": RECIPE,
        "serve_seconds": 40,
        "reference_price": 12_000,
        "grades": {"biasa": {"name": "Biasa"}, "hemat": {"name": "Hemat", "recipe": 800}},
    } | changes


def _goods(factor: int) -> dict[str, Any]:
    return {
        item: {"amount": amount, "price": price * factor // 1_000}
        for item, (amount, price) in PACKS.items()
    }


START: dict[str, Any] = {
    "prices": {"nasi_uduk": 12_000, "kerak_telor": 20_000},
    "batches": {
        "nasi_uduk": {"weekday": 1, "weekend": 1},
        "kerak_telor": {"weekday": 0, "weekend": 2},
    },
    "grades": {"nasi_uduk": "biasa", "kerak_telor": "biasa"},
    "suppliers": dict.fromkeys(PACKS, "pasar"),
    "promotion": 50_000,
    "opens": "06:00",
    "closes": "10:00",
    "drawings": 250_000,
}

SEAT: dict[str, Any] = {
    "name": "Melati",
    "business": "Nasi uduk",
    "place": "klender",
    "x": 0,
    "y": 0,
    "cash": 500_000,
    "stock": {"beras": 2_000},
    "equipment": {"kompor": 1},
    "hands": 2,
    "kitchen_opens": "03:00",
    "earliest": "05:00",
    "latest": "11:00",
    "rent": 87_500,
    "overhead": 35_000,
    "products": ["nasi_uduk", "kerak_telor"],
    "start": START,
}

SCENARIO: dict[str, Any] = {
    "name": "dapur-uji",
    "title": "Dapur uji",
    "description": "Satu lapak",
    "trainer_note": "-",
    "start": "2026-06-01",
    "weeks": 6,
    "places": {"klender": {"name": "Klender", "x": 0, "y": 0}},
    "needs": {"sarapan": {"name": "Sarapan"}},
    "segments": {
        "ibu": {
            "name": "Ibu",
            "residents": {"klender": 100},
            "patience_minutes": 5,
            "needs": {
                "sarapan": {
                    "weekday": 500, "weekend": 500, "stay_home": 0, "hours": {"06:00": 1},
                }
            },
        }
    },
    "ingredients": {
        item: {"name": item, "unit": UNITS.get(item, "g"), "shelf_life_days": 7} for item in PACKS
    },
    "suppliers": {
        "pasar": {"name": "Pasar", "hour": "04:00", "goods": _goods(1_000)},
        "grosir": {
            "name": "Grosir",
            "hour": "04:00",
            "minimum": 400_000,
            "goods": {"beras": {"amount": 25_000, "price": 325_000}},
        },
    },
    "products": {
        "nasi_uduk": _product(name="Nasi uduk"),
        "kerak_telor": _product(
            name="Kerak telor",
            made="to_order",
            batch=10,
            recipe={"beras": 1_000, "telur": 600},
            reference_price=20_000,
        ),
    },
    "equipment": {"kompor": {"name": "Kompor", "price": 520_000, "life_weeks": 104}},
    "weather": {"cerah": {"name": "Cerah", "weight": 1}},
    "teams": {"melati": SEAT},
    "rules": {
        "unlocked": {
            "price": 1, "production": 1, "ingredients": 1, "quality": 1, "promotion": 1,
            "staff": 1, "hours": 1, "equipment": 3,
        }
    },
}  # fmt: skip


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return Scenario.model_validate_json(json.dumps(SCENARIO))


@pytest.fixture(scope="session")
def seat(scenario: Scenario) -> Seat:
    return scenario.teams["melati"]


@pytest.fixture(scope="session")
def start(seat: Seat) -> Decisions:
    return seat.start


@pytest.fixture(scope="session")
def sheet(start: Decisions) -> DecisionSheet:
    return DecisionSheet(decisions=start)
