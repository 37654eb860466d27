"""The text of a new scenario: templates with comments, filled with the numbers of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from simpasar.bench.drafts import VALUES, Both, DraftProduct, Use
from simpasar.bench.planning import Plan, PlannedSeat, Size, plan
from simpasar.i18n import Language
from simpasar.money import rupiah
from simpasar.scenario.schema import modeline
from simpasar.scenario.translate import translated

TEMPLATES = Path(__file__).parent / "templates"
WEEKS: dict[Size, int] = {"small": 3, "medium": 5, "cooperative": 6}

USE_NAMES: dict[Use, Both] = {
    "breakfast": Both("Sarapan", "Breakfast"),
    "snack": Both("Jajanan", "Snacks"),
    "side_dish": Both("Lauk untuk di rumah", "A dish for home"),
    "keeping": Both("Camilan tahan lama", "Snacks that keep"),
}
_USE_IDS: dict[Use, Both] = {
    "breakfast": Both("sarapan", "breakfast"),
    "snack": Both("jajanan", "snacks"),
    "side_dish": Both("lauk", "side_dish"),
    "keeping": Both("camilan", "keeping_snacks"),
}
_HOURS: dict[Use, tuple[tuple[str, int], ...]] = {
    "breakfast": (("06:00", 5), ("07:00", 5), ("08:00", 3), ("09:00", 1)),
    "snack": (("06:00", 2), ("07:00", 3), ("08:00", 4), ("09:00", 3), ("10:00", 2)),
    "side_dish": (("07:00", 3), ("08:00", 4), ("09:00", 3), ("10:00", 2)),
    "keeping": (("07:00", 2), ("08:00", 3), ("09:00", 4), ("10:00", 3), ("11:00", 1)),
}
_NUMBERS = {
    3: Both("tiga", "three"), 4: Both("empat", "four"), 5: Both("lima", "five"),
    6: Both("enam", "six"),
}  # fmt: skip
_CLOSED = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class _Segment:
    """Residents: `near` and `far` people, per mille of them going out by use."""

    id: str
    name: Both
    near: int
    far: int
    patience: int
    weekday: dict[Use, int]
    weekend: dict[Use, int]


def scenario_text(
    name: str, title: str, size: Size, products: Sequence[DraftProduct], language: Language
) -> str:
    """A whole scenario file with key words, comments and ids in `language`.

    Templates have the Indonesian key words, which are then translated: so both languages are one
    text that cannot drift apart.
    """
    made = plan(size, tuple(products), language)
    template = _environment(language).get_template("scenario.yaml.jinja")
    text = template.render(_context(name, title, made, language))
    return translated(text, language, f"{name}.yaml").text


def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters |= {
        "text": quoted,
        "both": lambda text: f"{{id: {quoted(text.id)}, en: {quoted(text.en)}}}",
        "said": lambda text: text.of(language),
        "rupiah": rupiah,
    }
    return environment


def quoted(text: str) -> str:
    """A text between quotation marks that YAML reads back as it is, whatever is in it."""
    signs = (_CLOSED.get(sign) or (sign if sign.isprintable() else _coded(sign)) for sign in text)
    return f'"{"".join(signs)}"'


def plain(name: str) -> str:
    """A scenario's name as YAML reads it back: between quotation marks where it would be taken
    for a number, a date or another value."""
    return name if name[0].isalpha() and name not in VALUES else quoted(name)


def _coded(sign: str) -> str:
    number = ord(sign)
    return f"\\x{number:02x}" if number < 0x100 else f"\\U{number:08x}"


def _context(name: str, title: str, made: Plan, language: Language) -> dict[str, Any]:
    weeks, first = WEEKS[made.size], made.ingredients[0].draft.name
    ordered = made.products[0]
    units = ordered.draft.batch * ordered.batches
    step = made.price_step
    return {
        "modeline": modeline("id"),
        "name": name,
        "plain_name": plain(name),
        "title": title,
        "language": language,
        "size": made.size,
        "weeks": weeks,
        "weeks_id": _NUMBERS[weeks].id,
        "weeks_en": _NUMBERS[weeks].en,
        "count_id": _NUMBERS[len(made.seats)].id,
        "count_en": _NUMBERS[len(made.seats)].en,
        "say": lambda indonesian, english: english if language == "en" else indonesian,
        "listed": lambda texts, tongue: ", ".join(text.of(tongue) for text in texts),
        "uses": made.uses,
        "use_id": {use: text.of(language) for use, text in _USE_IDS.items()},
        "use_name": USE_NAMES,
        "hours": _HOURS,
        "segments": _segments(made, language),
        "unit_word": {"g": "g", "ml": "ml", "pcs": "buah"},
        "ingredients": made.ingredients,
        "products": made.products,
        "seats": made.seats,
        "business": _business,
        "start_price": made.start_price,
        "price_step": step,
        "pooled": made.pooled,
        "dear": Both(f"{first.id} mahal", f"Dear: {first.en}"),
        "dear_news": Both(f"Harga naik: {first.id}.", f"Prices are up: {first.en}."),
        "order": {
            "product": ordered,
            "units": units,
            "price": max(step, ordered.draft.price * 95 // 100 // step * step),
            "penalty": max(step, ordered.draft.price // 4 // step * step),
        },
        "order_news": Both(
            f"Sebuah kantor memesan untuk acaranya: {ordered.draft.name.id}.",
            f"An office orders for an event: {ordered.draft.name.en}.",
        ),
    }


def _business(seat: PlannedSeat) -> Both:
    names = [product.draft.name for product in seat.products]
    return Both(" + ".join(name.id for name in names), " + ".join(name.en for name in names))


def _segments(made: Plan, language: Language) -> tuple[_Segment, ...]:
    """Three kinds of residents, who together are as many as the plan has."""
    kinds: tuple[tuple[Both, Both, int, int, int, int], ...] = (
        (Both("ibu", "homemakers"), Both("Ibu rumah tangga", "Homemakers"), 45, 10, 950, 1_150),
        (Both("pekerja", "workers"), Both("Pekerja", "Workers"), 35, 5, 1_150, 650),
        (
            Both("lansia", "elderly"),
            Both("Warga lanjut usia", "Elderly residents"),
            20,
            15,
            900,
            950,
        ),
    )

    def people(share: int) -> int:
        return made.residents * share // 100

    def going(factor: int) -> dict[Use, int]:
        return {
            use: max(1, min(1_000, chance * factor // 1_000)) for use, chance in made.going.items()
        }

    return tuple(
        _Segment(
            id=key.of(language),
            name=name,
            near=people(share) * 6 // 10,
            far=people(share) - people(share) * 6 // 10,
            patience=patience,
            weekday=going(weekday),
            weekend=going(weekend),
        )
        for key, name, share, patience, weekday, weekend in kinds
    )
