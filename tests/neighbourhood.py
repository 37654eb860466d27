"""A small town with everything on: four stalls, a cooperative, lenders, programmes, a big order."""

from __future__ import annotations

from typing import Any

from simpasar.scenario.model import Decisions, Scenario
from towns import SEAT, START, TOWN, town

TEAMS = ("anggrek", "kenanga", "melati", "mawar")

LOANS: dict[str, Any] = {
    "kur": {
        "name": "KUR", "by": "bank", "advertised": "6 % setahun", "smallest": 500_000,
        "largest": 5_000_000, "step": 100_000, "instalments": 12, "every": "month",
        "interest": {"rate": 6_000, "per": "year", "method": "declining"},
        "requires": {"programmes": ["nib"], "no_arrears": True},
    },
    "keliling": {
        "name": "Bank keliling", "by": "bank", "advertised": "Cair sekarang",
        "smallest": 100_000, "largest": 1_000_000, "step": 100_000, "instalments": 30,
        "every": "day", "interest": {"rate": 20_000, "per": "term", "method": "flat"},
        "late_fee": 50, "default_weeks": 3,
    },
    "simpan_pinjam": {
        "name": "Pinjaman koperasi", "by": "kelurahan", "advertised": "1 % sebulan",
        "smallest": 100_000, "largest": 1_000_000, "step": 50_000, "instalments": 4,
        "every": "week", "interest": {"rate": 1_000, "per": "month", "method": "declining"},
        "from_savings": True, "times_savings": 5, "requires": {"member": True}, "late_fee": 10,
    },
    "daring": {
        "name": "Pinjaman daring", "by": "bank", "advertised": "Tanpa agunan",
        "smallest": 500_000, "largest": 2_000_000, "step": 500_000, "instalments": 2,
        "every": "week", "interest": {"rate": 275, "per": "day", "method": "flat"},
        "admin_fee": 50, "most_cost": 1_000, "late_fee": 100, "default_weeks": 2,
    },
}  # fmt: skip

PROGRAMMES: dict[str, Any] = {
    "nib": {
        "name": "NIB", "by": "kelurahan", "kind": "permit", "description": "Nomor induk berusaha.",
    },
    "slhs": {
        "name": "SLHS", "by": "kelurahan", "kind": "permit", "description": "Laik higiene.",
        "cost": 100_000, "requires": {"programmes": ["nib"]},
    },
    "dapur_hemat": {
        "name": "Dapur hemat", "by": "lsm", "kind": "training", "description": "Masak hemat.",
        "lead_weeks": 0, "skill": {"recipe": 900, "quality": 150}, "cost": 50_000,
    },
    "hibah": {
        "name": "Hibah alat", "by": "lsm", "kind": "grant", "description": "Untuk yang menabung.",
        "grant": 500_000, "quota": 2, "requires": {"member": True, "weeks_saved": 1},
    },
    "bazar_rptra": {
        "name": "Bazar RPTRA", "by": "kelurahan", "kind": "bazaar", "description": "Tenda gratis.",
        "weeks": [1, 2], "quota": 2, "booths": {"bazar": 800}, "reach": 200,
    },
}  # fmt: skip

CONTRACTS: dict[str, Any] = {
    "pesanan_rt": {
        "name": "Pesanan RT", "by": "pembeli", "news": "Apem untuk arisan RT.", "product": "apem",
        "units": 40, "price": 5_500, "weeks": [1, 2], "due_week": 2, "due_day": 5,
        "hour": "10:00", "penalty": 2_000, "quota": 2, "requires": {"programmes": []},
    },
}  # fmt: skip

COOPERATIVE: dict[str, Any] = {
    "name": "Koperasi Warga", "principal": 100_000, "compulsory": 20_000,
    "donated_capital": 500_000, "margin": 20, "overhead": 5_000,
    "purchase": {
        "name": "Grosir Kramat Jati", "delivery_day": 1, "hour": "02:00", "delivery_fee": 20_000,
        "unpaid": "advance",
        "goods": {
            "beras": {"amount": 5_000, "price": 68_000, "tiers": {"4": 960, "8": 920}},
            "kelapa": {"amount": 10, "price": 130_000, "tiers": {"3": 950}},
        },
    },
    "promotion": {"need": "sarapan", "lift": 300, "half": 100_000},
    "equipment": {"kenceng": {"count": 1, "hourly_fee": 5_000}},
    "ballots": {
        "margin": {
            "kind": "margin", "week": 1, "question": "Berapa margin?",
            "options": {"kecil": 10, "besar": 50},
        },
        "shu": {
            "kind": "surplus", "week": 2, "question": "Pembagian SHU?",
            "options": {"biasa": {}, "usaha": {"capital": 200, "patronage": 350}},
        },
        "pintu": {
            "kind": "admission", "week": 1, "question": "Siapa boleh masuk?",
            "options": {"buka": "open", "suara": "vote"},
        },
        "kue": {
            "kind": "own_product", "week": 2, "question": "Boleh membuat kue yang sama?",
            "options": {"boleh": False, "tidak": True},
        },
    },
}  # fmt: skip

EVENTS: dict[str, Any] = {
    "bazar": {
        "kind": "footfall", "name": "Bazar", "news": "Bazar di RPTRA.",
        "when": {"weeks": [3], "weekdays": [6]}, "needs": {"sarapan": 1_200},
    },
    "pemeriksaan": {
        "kind": "inspection", "name": "Pemeriksaan", "news": "Petugas datang.",
        "when": {"weeks": [3], "weekdays": [3]}, "permits": ["slhs"], "fine": 150_000,
        "closes": True,
    },
}  # fmt: skip

RULES = {
    **TOWN["rules"],
    "unlocked": dict.fromkeys(
        [*TOWN["rules"]["unlocked"], "programmes", "contracts", "finance", "cooperative"], 1
    ),
}

APEM = {
    **TOWN["products"]["uduk"], "name": "Apem", "batch": 15, "work_minutes": 50, "hands": 1,
    "equipment": "kenceng", "shelf_life_hours": 80, "recipe": {"beras": 900},
    "reference_price": 6_000, "serve_seconds": 20, "grades": {"biasa": {"name": "Biasa"}},
}  # fmt: skip


def _seat(place: int) -> dict[str, Any]:
    products = ["uduk", "apem"]
    start = {
        **START,
        "prices": {"uduk": 12_000, "apem": 6_000},
        "batches": {name: {"weekday": 1, "weekend": 1} for name in products},
        "grades": dict.fromkeys(products, "biasa"),
        "drawings": 300_000,
    }
    return {
        **SEAT, "products": products, "start": start, "x": 100 * place, "hands": 3,
        "household": {"weekly_need": 320_000, "cash": 50_000},
    }  # fmt: skip


def neighbourhood(**changes: Any) -> Scenario:
    """The town with everything on, with parts replaced as by `town`."""
    parts: dict[str, Any] = {
        "products__apem": APEM,
        "equipment__kenceng": {"name": "Kenceng", "price": 2_000_000, "life_weeks": 208},
        "segments__warga__residents": {"klender": 300},
        "teams": {team: _seat(place) for place, team in enumerate(TEAMS)},
        "events": {**TOWN["events"], **EVENTS},
        "stakeholders": {
            name: {"name": name.title(), "description": "Mitra."}
            for name in ("kelurahan", "bank", "lsm", "pembeli")
        },
        "loans": LOANS,
        "programmes": PROGRAMMES,
        "contracts": CONTRACTS,
        "arisan": {"contribution": 20_000, "first_week": 1},
        "cooperative": COOPERATIVE,
        "rules": RULES,
    }
    return town(**{**parts, **changes})


def deciding(scenario: Scenario, team: str, **changes: Any) -> Decisions:
    """A team's start decisions with changes; `cooperative` may name some commitments only."""
    start = scenario.teams[team].start
    if "cooperative" in changes:
        ours = start.cooperative.model_copy(update={"member": True, **changes["cooperative"]})
        changes["cooperative"] = ours
    return start.model_copy(update=changes)
