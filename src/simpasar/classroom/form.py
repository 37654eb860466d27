"""The form of a team's decision sheet: what it may decide this week, in the order one learns it."""

from __future__ import annotations

from collections.abc import Iterator

from simpasar.classroom.fields import Choice, Field, Form, Group
from simpasar.classroom.form_dealings import dealing_groups, forecast_group
from simpasar.classroom.form_making import Maker, money_step
from simpasar.classroom.names import counted_in
from simpasar.classroom.opening import thrift_of
from simpasar.firm.commitments import why_not_arisan
from simpasar.firm.costing import half_up, unit_cost
from simpasar.firm.findings import called
from simpasar.firm.legality import ingredients_of
from simpasar.game.bulletin import percent
from simpasar.game.view import TeamView
from simpasar.i18n import _, language, ngettext
from simpasar.market.news import market_price
from simpasar.money import grouped, rupiah
from simpasar.scenario.model import Product
from simpasar.scenario.parts import clock_text


def form_of(view: TeamView) -> Form:
    """The form of `view`'s sheet, last week's values filled in, in the language now spoken."""
    make = Maker(view)
    groups = (*_stall_groups(make), *dealing_groups(make), forecast_group(make))
    standing = view.sheet.decisions.standing()
    return Form(tuple(group for group in groups if group.fields), standing)


def _stall_groups(make: Maker) -> Iterator[Group]:
    open_now = make.view.unlocked
    if "price" in open_now:
        about = _("What a buyer pays. A higher price earns more on each sale, but fewer buy.")
        yield Group("price", _("Prices"), about, tuple(_prices(make)))
    if "production" in open_now:
        about = _("How much is made each day. Too little sells out, too much is thrown away.")
        yield Group("production", _("Batches"), about, tuple(_batches(make)))
    if "ingredients" in open_now:
        about = _("Where each ingredient is bought. Some are cheap but come a day later.")
        yield Group("ingredients", _("Suppliers"), about, tuple(_suppliers(make)))
        about = _("What is kept at hand beyond the plan, in case something does not come.")
        yield Group("safety", _("Safety stock"), about, tuple(_safety(make)))
    if "quality" in open_now:
        about = _("Better goods cost more ingredients, and buyers like them more.")
        yield Group("quality", _("Quality"), about, tuple(_grades(make)))
    if "promotion" in open_now:
        about = _("Money that makes the stall known to more people.")
        yield Group("promotion", _("Promotion"), about, (_promotion(make),))
    staff = (*_helpers(make), *_hours(make))
    about = _("Who works, and when the stall is open.")
    yield Group("staff", _("Hands & hours"), about, staff)
    if "equipment" in open_now:
        about = _("Bought once, used for years. More pieces let more batches be made at a time.")
        yield Group("equipment", _("Equipment"), about, tuple(_equipment(make)))
    if "household" in open_now:
        about = _("What the family gets. Business money and household money are kept apart.")
        yield Group("household", _("Household"), about, tuple(_household(make)))


def _prices(make: Maker) -> Iterator[Field]:
    rules = make.scenario.rules
    for name in make.seat.products:
        product = make.scenario.products[name]
        usual = product.reference_price
        yield make.field(
            f"prices.{name}",
            "rupiah",
            called(make.scenario, name),
            _("The price of one {unit}. Usual around here: {usual}.").format(
                unit=product.unit.of(language()), usual=rupiah(usual)
            ),
            step=money_step(usual, rules.price_step),
        )


def _batches(make: Maker) -> Iterator[Field]:
    for name in make.seat.products:
        product, item = make.scenario.products[name], called(make.scenario, name)
        parts = [("weekday", _("Mon-Fri: {product}"))]
        if make.scenario.days > 5:
            parts.append(("weekend", _("Sat-Sun: {product}")))
        for part, label in parts:
            yield make.field(
                f"batches.{name}.{part}",
                "count",
                label.format(product=item),
                _a_batch(product),
                unit=_("batches"),
                most=make.scenario.rules.max_batches,
            )


def _a_batch(product: Product) -> str:
    unit = counted_in(product.unit)
    if product.made == "to_order":
        message = _("Ingredients for so many: one batch is enough for {count} {unit} a day.")
    else:
        message = _("Batches a day: one batch gives {count} {unit}.")
    return message.format(count=product.batch, unit=unit)


def _suppliers(make: Maker) -> Iterator[Field]:
    suppliers = make.scenario.suppliers
    for item in ingredients_of(make.scenario, make.seat):
        sellers = [name for name, supplier in suppliers.items() if item in supplier.goods]
        if len(sellers) > 1:
            yield make.field(
                f"suppliers.{item}",
                "choice",
                called(make.scenario, item),
                _("Where this is bought, at the prices last seen."),
                choices=tuple(_seller(make, name, item) for name in sellers),
            )


def _seller(make: Maker, name: str, item: str) -> Choice:
    supplier, unit = make.scenario.suppliers[name], make.unit(item)
    pack = supplier.goods[item]
    price = market_price(pack.price, make.view.prices[item])
    notes = [
        _("{price} for {amount} {unit}").format(
            price=rupiah(price), amount=grouped(pack.amount), unit=unit
        )
    ]
    if supplier.delivery_fee:
        notes.append(_("delivery {fee}").format(fee=rupiah(supplier.delivery_fee)))
    if supplier.minimum:
        notes.append(_("orders from {minimum}").format(minimum=rupiah(supplier.minimum)))
    if supplier.lead_days:
        days = supplier.lead_days
        notes.append(
            ngettext("comes {days} day later", "comes {days} days later", days).format(days=days)
        )
    return Choice(name, called(make.scenario, name), "; ".join(notes))


def _safety(make: Maker) -> Iterator[Field]:
    for item in ingredients_of(make.scenario, make.seat):
        supplier = make.scenario.suppliers[make.view.sheet.decisions.suppliers[item]]
        ingredient = make.scenario.ingredients[item]
        message = _("Kept beyond the plan. At hand now: {stock} {unit}; it keeps {days} days.")
        yield make.field(
            f"safety.{item}",
            "quantity",
            called(make.scenario, item),
            message.format(
                stock=grouped(make.view.stock.get(item, 0)),
                unit=make.unit(item),
                days=grouped(ingredient.shelf_life_days),
            ),
            unit=ingredient.unit,
            step=supplier.goods[item].amount if item in supplier.goods else 1,
            most=100_000_000,
        )


def _grades(make: Maker) -> Iterator[Field]:
    for name in make.seat.products:
        product = make.scenario.products[name]
        if len(product.grades) > 1:
            yield make.field(
                f"grades.{name}",
                "choice",
                called(make.scenario, name),
                _("How good it is. Better goods cost more ingredients."),
                choices=tuple(_grade(make, name, grade) for grade in product.grades),
            )


def _grade(make: Maker, name: str, grade: str) -> Choice:
    view, product = make.view, make.scenario.products[name]
    suppliers = view.sheet.decisions.suppliers
    cost = unit_cost(make.scenario, name, grade, suppliers, view.prices)
    cost = half_up(cost * thrift_of(view)[name], 1_000)
    quality = product.grades[grade].quality
    liked = _("buyers like it more") if quality > 0 else _("buyers like it less")
    notes = [_("ingredients {cost} each").format(cost=rupiah(cost)), *([liked] if quality else [])]
    return Choice(grade, product.grades[grade].name.of(language()), "; ".join(notes))


def _promotion(make: Maker) -> Field:
    history = make.view.history
    known = history[-1].awareness if history else make.seat.awareness
    return make.field(
        "promotion",
        "rupiah",
        _("Promotion this week"),
        _("Paid on Monday. {share} of the people around know the stall now.").format(
            share=percent(known)
        ),
        step=10_000,
    )


def _helpers(make: Maker) -> Iterator[Field]:
    if "staff" not in make.view.unlocked:
        return
    rules = make.scenario.rules
    message = _("Hired for the whole week: {wage} a day each. The family works without wages.")
    yield make.field(
        "helpers",
        "count",
        _("Helpers"),
        message.format(wage=rupiah(rules.helper_wage)),
        unit=_("people"),
        most=min(50, rules.max_helpers),
    )


def _hours(make: Maker) -> Iterator[Field]:
    if "hours" not in make.view.unlocked:
        return
    seat = make.seat
    about = _("Between {earliest} and {latest}.").format(
        earliest=clock_text(seat.earliest), latest=clock_text(seat.latest)
    )
    for path, label in (("opens", _("Opens at")), ("closes", _("Closes at"))):
        yield make.field(path, "clock", label, about, step=1_800, most=86_400)


def _equipment(make: Maker) -> Iterator[Field]:
    for name, kind in make.scenario.equipment.items():
        message = _("{price} each, lasts {weeks} weeks. You have {count}.")
        yield make.field(
            f"buy_equipment.{name}",
            "count",
            called(make.scenario, name),
            message.format(
                price=rupiah(kind.price),
                weeks=kind.life_weeks,
                count=make.view.books.equipment.get(name, 0),
            ),
            unit=_("to buy"),
            most=50,
        )


def _household(make: Maker) -> Iterator[Field]:
    household, view = make.seat.household, make.view
    about = _("Taken home on Sunday, as far as the cash goes.")
    if household is not None:
        message = _("The family needs {need} a week; its purse holds {purse}.")
        about += " " + message.format(
            need=rupiah(household.weekly_need), purse=rupiah(view.purse or 0)
        )
    yield make.field("drawings", "rupiah", _("Drawings for home"), about, step=50_000)
    if make.scenario.arisan is not None and household is not None:
        message = _("{amount} a week out of the household's purse; the pot goes to each in turn.")
        yield make.yes_no(
            "arisan",
            _("Arisan"),
            message.format(amount=rupiah(make.scenario.arisan.contribution)),
            closed=why_not_arisan(view.standing),
        )
