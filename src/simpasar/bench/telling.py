"""A trainer's products as options of a command tell them, and what they leave open filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simpasar.bench.asking import (
    MOST_BATCH,
    MOST_PRODUCTS,
    count_of,
    price_of,
    read_hours,
    read_measure,
)
from simpasar.bench.drafts import USES, DraftIngredient, DraftProduct, Use, id_of, same
from simpasar.bench.pantry import known, suggested
from simpasar.bench.writing import USE_NAMES
from simpasar.classroom.reading import NotUnderstood
from simpasar.i18n import _, language


def told_products(
    names: tuple[str, ...], details: tuple[tuple[str, ...], ...], ingredients: tuple[str, ...]
) -> tuple[DraftProduct, ...]:
    """The products that the options tell.

    Raises:
        NotUnderstood: details without a product, or more of them than products.
    """
    if len(names) > MOST_PRODUCTS:
        message = _("At most {most} products; you can add more in the file.")
        raise NotUnderstood(message.format(most=MOST_PRODUCTS))
    if any(len(values) > len(names) for values in details) or (ingredients and len(names) != 1):
        raise NotUnderstood(
            _(
                "Each --price, --batch, --unit, --shelf-life and --need belongs to a --product, in"
                " the same order; --ingredient to one --product alone."
            )
        )
    return tuple(
        _product(name, [values[i] if i < len(values) else None for values in details], ingredients)
        for i, name in enumerate(names)
    )


def _product(
    name: str, details: Sequence[str | None], ingredients: tuple[str, ...]
) -> DraftProduct:
    """One product; what is left open is that of a product we know, or what is usual."""
    price, batch, unit, hours, need = details
    name = " ".join(name.split())
    if not name:
        raise NotUnderstood(_("A product needs a name."))
    use = _use(need) if need else "breakfast"
    draft = known(name) or suggested(name, use)
    draft = replace(
        draft,
        use=_use(need) if need else draft.use,
        price=price_of(price) if price else draft.price,
        unit=same(unit) if unit else draft.unit,
        shelf_life_hours=read_hours(hours) if hours else draft.shelf_life_hours,
    )
    size = count_of(batch, MOST_BATCH) if batch else draft.batch
    if ingredients:
        return replace(draft, batch=size, ingredients=tuple(map(_ingredient, ingredients)))
    if known(name) is None:
        recipe = suggested(name, draft.use, draft.unit, size, draft.price).ingredients
        return replace(draft, batch=size, ingredients=recipe)
    return replace(draft, batch=size, ingredients=_scaled(draft, size))


def _scaled(ours: DraftProduct, batch: int) -> tuple[DraftIngredient, ...]:
    """A known recipe for another size of the batch."""
    return tuple(
        replace(item, amount=max(1, round(item.amount * batch / ours.batch)))
        for item in ours.ingredients
    )


def _use(word: str) -> Use:
    for use in USES:
        names = {use, id_of(USE_NAMES[use].id, ""), id_of(USE_NAMES[use].en, "")}
        if id_of(word, "") in names | {name.split("_")[0] for name in names}:
            return use
    needs = ", ".join(
        id_of(USE_NAMES[use].id, "").split("_")[0] if language() == "id" else use for use in USES
    )
    message = _("There is no need {need}. The needs are: {needs}.")
    raise NotUnderstood(message.format(need=word, needs=needs))


def _ingredient(text: str) -> DraftIngredient:
    parts = [part.strip() for part in text.split(";")]
    if len(parts) != 4 or not parts[0]:
        message = _('--ingredient tells four things: "Beras; 1,25 kg; 1 kg; 13.700", not “{text}”.')
        raise NotUnderstood(message.format(text=text))
    (unit, amount), (pack_unit, content) = read_measure(parts[1]), read_measure(parts[2])
    if unit != pack_unit:
        message = _("“{text}”: write the amount and the pack in units of one kind.")
        raise NotUnderstood(message.format(text=text))
    return DraftIngredient(same(parts[0]), unit, amount, content, price_of(parts[3]))
