"""Products of the neighbourhood that a new scenario may begin with, with the sources of prices."""

from __future__ import annotations

from simpasar.bench.drafts import Both, DraftIngredient, DraftProduct, Unit, Use, id_of, same
from simpasar.bench.planning import Size

ASSUMED = Both("asumsi", "assumption")


def _item(
    name: str,
    english: str,
    unit: Unit,
    amount: int,
    pack: tuple[int, int],
    days: int,
    source: str = "",
) -> DraftIngredient:
    told = Both(f"sumber: {source}", f"source: {source}") if source else ASSUMED
    return DraftIngredient(Both(name, english), unit, amount, *pack, days, told)


def _rice(amount: int) -> DraftIngredient:
    source = "Panel Bapanas 13.373-14.240/kg"
    return _item("Beras", "Rice", "g", amount, (1_000, 13_700), 120, source)


def _flour(amount: int) -> DraftIngredient:
    source = "bisnis 22 Apr 2024, 11.000-13.400/kg"
    return _item("Terigu", "Wheat flour", "g", amount, (1_000, 13_000), 120, source)


def _glutinous(amount: int) -> DraftIngredient:
    return _item("Beras ketan", "Glutinous rice", "g", amount, (1_000, 20_000), 120)


def _sugar(amount: int) -> DraftIngredient:
    source = "matabanua; bisnis 22 Apr 2024, 18.000/kg"
    return _item("Gula pasir", "Sugar", "g", amount, (500, 9_000), 365, source)


def _oil(amount: int) -> DraftIngredient:
    source = "umkmfeeds 2025, 15.000-19.000/l"
    return _item("Minyak goreng", "Cooking oil", "ml", amount, (1_000, 17_500), 180, source)


def _eggs(amount: int) -> DraftIngredient:
    source = "okezone 24 Feb 2026, 28.000-29.000/kg"
    return _item("Telur", "Eggs", "g", amount, (250, 7_100), 14, source)


def _coconut(amount: int) -> DraftIngredient:
    source = "beritapagi88 Apr 2025, 12.000-15.000"
    return _item("Kelapa", "Coconut", "pcs", amount, (1, 13_500), 5, source)


def _seasoning(amount: int) -> DraftIngredient:
    source = "okezone 24 Feb 2026: cabai 60.000, bawang 40.000/kg"
    return _item("Cabai dan bawang", "Chilli and shallot", "g", amount, (100, 5_000), 7, source)


def _vegetables(amount: int) -> DraftIngredient:
    return _item("Sayur", "Vegetables", "g", amount, (500, 4_500), 3)


def _cassava(amount: int) -> DraftIngredient:
    return _item("Singkong", "Cassava", "g", amount, (1_000, 7_000), 3)


def _gas(amount: int) -> DraftIngredient:
    return _item("Gas LPG", "Cooking gas", "g", amount, (3_000, 20_000), 365)


def _paper(amount: int) -> DraftIngredient:
    return _item("Kertas nasi", "Rice paper", "pcs", amount, (20, 8_000), 365)


def _bags(amount: int) -> DraftIngredient:
    return _item("Plastik dan mika", "Plastic and trays", "pcs", amount, (50, 7_500), 365)


def _pouches(amount: int) -> DraftIngredient:
    return _item("Kantong dan label", "Pouch and label", "pcs", amount, (20, 30_000), 365)


_PIECE, PORTION, _PACK = Both("buah", "piece"), Both("porsi", "portion"), Both("bungkus", "pack")

NASI_UDUK = DraftProduct(
    Both("Nasi uduk", "Coconut rice"), PORTION, "breakfast", 10, 8, 12_000,
    (_rice(1_250), _coconut(1), _eggs(400), _seasoning(300), _paper(10), _gas(400)),
    Both("resep dan harga 10-15 ribu: asumsi", "recipe and price of 10-15 thousand: assumption"),
)  # fmt: skip
GORENGAN = DraftProduct(
    Both("Gorengan", "Fritters"), _PIECE, "snack", 50, 6, 1_500,
    (_flour(1_500), _oil(700), _vegetables(900), _seasoning(60), _bags(10), _gas(500)),
    Both("harga: detik 7 Okt 2019 dan asumsi", "price: detik 7 Oct 2019 and assumption"),
)  # fmt: skip
KUE_BASAH = DraftProduct(
    Both("Kue basah", "Traditional cakes"), _PIECE, "snack", 50, 12, 2_500,
    (_glutinous(1_100), _sugar(700), _coconut(2), _eggs(150), _bags(50), _gas(400)),
    Both("harga eceran 2.500-3.500: asumsi", "retail price 2.500-3.500: assumption"),
)  # fmt: skip
KERIPIK = DraftProduct(
    Both("Keripik singkong 100 g", "Cassava crisps 100 g"), _PACK, "keeping", 20, 2_160, 10_000,
    (_cassava(6_000), _oil(1_500), _sugar(300), _pouches(20), _gas(1_000)),
    Both("harga 10-15 ribu: asumsi", "price of 10-15 thousand: assumption"),
)  # fmt: skip

KNOWN = (NASI_UDUK, GORENGAN, KUE_BASAH, KERIPIK)


def known(name: str) -> DraftProduct | None:
    """The product of that name in either language; None where the pantry has none."""
    wanted = id_of(name, "")
    for product in KNOWN:
        names = {id_of(product.name.id, ""), id_of(product.name.en, "")}
        if wanted and wanted in names | {each.removesuffix("_100_g") for each in names}:
            return product
    return None


USUAL_HOURS: dict[Use, int] = {"breakfast": 8, "snack": 8, "side_dish": 12, "keeping": 720}
"""Hours that food of a kind is good for sale (assumption)."""

DEFAULTS: dict[Size, tuple[DraftProduct, ...]] = {
    "small": (NASI_UDUK,),
    "medium": (NASI_UDUK, GORENGAN, KUE_BASAH),
    "cooperative": (NASI_UDUK, GORENGAN, KUE_BASAH),
}
"""What a new scenario sells where the trainer names nothing."""


def suggested(
    name: str, use: Use, unit: Both = PORTION, batch: int = 10, price: int = 10_000, hours: int = 0
) -> DraftProduct:
    """A product of which hardly more than the name is known: ingredients for about 60 % of the
    price, so that the margin lies where the sourced cases lie (29-40 %). `hours`: its shelf life,
    0 for what is usual."""
    pack_price = max(500, price * 2 // 5 // 500 * 500)
    packaging = DraftIngredient(Both("Kemasan", "Packaging"), "pcs", batch, 20, pack_price, 365)
    left = price * batch * 60 // 100 - int(packaging.cost)
    whole = (packaging,) if left > 0 else ()
    left = left if left > 0 else price * batch * 60 // 100
    main = DraftIngredient(
        Both("Bahan utama", "Main ingredient"), "g", max(1, left // 20), 1_000, 20_000
    )
    return DraftProduct(
        same(name), unit, use, batch, hours or USUAL_HOURS[use], price, (main, *whole)
    )
