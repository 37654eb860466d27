"""A small town for tests: two stalls, one need, whole and valid, to be changed part by part."""

from __future__ import annotations

import copy
import json
from typing import Any

from simpasar.scenario.model import Scenario

BREAKFAST = {"weekday": 600, "weekend": 700, "stay_home": -3_500, "hours": {"06:00": 1, "07:00": 2}}

START = {
    "prices": {"uduk": 12_000},
    "batches": {"uduk": {"weekday": 2, "weekend": 2}},
    "grades": {"uduk": "biasa"},
    "suppliers": {"beras": "pasar", "kelapa": "pasar"},
    "opens": "06:00",
    "closes": "10:00",
}

SEAT = {
    "name": "Melati",
    "business": "Nasi uduk",
    "place": "klender",
    "x": 0,
    "y": 0,
    "cash": 1_500_000,
    "equipment": {"kompor": 1},
    "hands": 2,
    "kitchen_opens": "03:30",
    "earliest": "05:00",
    "latest": "12:00",
    "rent": 90_000,
    "overhead": 20_000,
    "products": ["uduk"],
    "start": START,
}

TOWN: dict[str, Any] = {
    "name": "kota-kecil",
    "title": "Kota kecil",
    "description": "Dua penjual nasi uduk.",
    "trainer_note": "Untuk uji.",
    "start": "2027-01-04",
    "weeks": 3,
    "places": {"klender": {"name": "Klender", "x": 0, "y": 0}},
    "needs": {"sarapan": {"name": "Sarapan"}},
    "segments": {
        "warga": {
            "name": "Warga",
            "residents": {"klender": 200},
            "patience_minutes": 10,
            "needs": {"sarapan": BREAKFAST},
        }
    },
    "ingredients": {
        "beras": {"name": "Beras", "unit": "g", "shelf_life_days": 90, "price_swing": 30},
        "kelapa": {"name": "Kelapa", "unit": "pcs", "shelf_life_days": 2},
    },
    "suppliers": {
        "pasar": {
            "name": "Pasar",
            "hour": "03:00",
            "goods": {
                "beras": {"amount": 1_000, "price": 14_000},
                "kelapa": {"amount": 1, "price": 13_000},
            },
        },
        "grosir": {
            "name": "Grosir",
            "hour": "14:00",
            "lead_days": 1,
            "delivery_fee": 10_000,
            "minimum": 50_000,
            "local": False,
            "goods": {"beras": {"amount": 5_000, "price": 65_000}},
        },
    },
    "equipment": {"kompor": {"name": "Kompor", "price": 600_000, "life_weeks": 104}},
    "products": {
        "uduk": {
            "name": "Nasi uduk",
            "need": "sarapan",
            "unit": "porsi",
            "batch": 20,
            "recipe": {"beras": 2_000, "kelapa": 4},
            "hands": 2,
            "equipment": "kompor",
            "work_minutes": 60,
            "shelf_life_hours": 8,
            "serve_seconds": 40,
            "serve_seconds_per_unit": 20,
            "reference_price": 12_000,
            "portions": {"1": 7, "2": 3},
            "grades": {
                "biasa": {"name": "Biasa"},
                "mantap": {"name": "Mantap", "recipe": 1_200, "quality": 500},
            },
        },
        "telor": {
            "name": "Kerak telor",
            "need": "sarapan",
            "unit": "porsi",
            "made": "to_order",
            "batch": 10,
            "recipe": {"beras": 700, "kelapa": 2},
            "serve_seconds": 30,
            "serve_seconds_per_unit": 120,
            "reference_price": 15_000,
            "grades": {"biasa": {"name": "Biasa"}},
        },
    },
    "weather": {
        "cerah": {"name": "Cerah", "weight": 700},
        "hujan": {"name": "Hujan", "weight": 300, "going": 500},
    },
    "events": {
        "kelapa_mahal": {
            "kind": "price",
            "name": "Kelapa mahal",
            "news": "Harga kelapa naik.",
            "when": {"weeks": [2]},
            "factors": {"kelapa": 1_800},
        },
        "gajian": {
            "kind": "footfall",
            "name": "Gajian",
            "news": "Tanggal muda.",
            "when": {"days_of_month": [1, 2, 3, 4, 5, 25, 26, 27, 28, 29, 30, 31]},
            "needs": {"sarapan": 1_150},
        },
    },
    "teams": {
        "melati": SEAT,
        "kenanga": {
            **SEAT,
            "name": "Kenanga",
            "x": 300,
            "products": ["uduk", "telor"],
            "start": {
                **START,
                "prices": {"uduk": 12_000, "telor": 15_000},
                "batches": {
                    "uduk": {"weekday": 1, "weekend": 2},
                    "telor": {"weekday": 1, "weekend": 1},
                },
                "grades": {"uduk": "biasa", "telor": "biasa"},
            },
        },
    },
    "rules": {
        "unlocked": {
            "price": 1,
            "production": 1,
            "ingredients": 1,
            "quality": 1,
            "promotion": 2,
            "staff": 2,
            "hours": 2,
            "equipment": 3,
            "household": 1,
        }
    },
}


def town(**changes: Any) -> Scenario:
    """The small town, with parts replaced: `town(teams__melati__cash=0)` replaces one deep part."""
    tree = copy.deepcopy(TOWN)
    for path, value in changes.items():
        *parents, last = path.split("__")
        part = tree
        for parent in parents:
            part = part[parent]
        part[last] = copy.deepcopy(value)  # a later path may replace a part of it
    return Scenario.model_validate_json(json.dumps(tree))
