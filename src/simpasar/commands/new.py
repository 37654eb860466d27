"""simpasar new: a commented scenario to start from."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from simpasar.commands.manners import WRONG_USE, Failure, language_option, refusals
from simpasar.i18n import _, language, ngettext

if TYPE_CHECKING:
    from simpasar.bench.drafts import DraftProduct
    from simpasar.bench.planning import Size

SIZES = ("small", "medium", "cooperative")
SIZES_ID = {"kecil": "small", "sedang": "medium", "koperasi": "cooperative"}
NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
LONGEST = 60
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
"""What Windows takes for a device, with any ending."""


def add_new(group: click.Group) -> None:
    """Add `new` to the commands."""

    @group.command(
        "new",
        options_metavar=_("[OPTIONS]"),
        help=_(
            "Write NAME.yaml: a scenario with comments to start from. On a terminal it asks for"
            " your own product; with --yes or a product it takes what is usual."
        ),
    )
    @click.argument("name", metavar=_("NAME"))
    @click.option(
        "--from", "source", metavar=_("SCENARIO"), help=_("Copy a scenario with its comments.")
    )
    @click.option("--size", metavar=_("SIZE"), help=_("small, medium or cooperative."))
    @click.option(
        "--product",
        "products",
        multiple=True,
        metavar=_("NAME"),
        help=_("A product. For several, give it and its options again, in the same order."),
    )
    @click.option("--price", "prices", multiple=True, metavar="RP", help=_("Its usual price."))
    @click.option(
        "--batch",
        "batches",
        multiple=True,
        metavar=_("NUMBER"),
        help=_("Units that a batch gives."),
    )
    @click.option("--unit", "units", multiple=True, metavar=_("WORD"), help=_("Sold by the."))
    @click.option(
        "--shelf-life",
        "shelf_lives",
        multiple=True,
        metavar=_("TIME"),
        help=_("Good for sale: 8 (hours) or 3 days."),
    )
    @click.option(
        "--need",
        "needs",
        multiple=True,
        metavar=_("NEED"),
        help=_("Bought for: breakfast, snack, side_dish or keeping."),
    )
    @click.option(
        "--ingredient",
        "ingredients",
        multiple=True,
        metavar=_("TEXT"),
        help=_('Of one batch, such as "Beras; 1,25 kg; 1 kg; 13.700": amount, pack, its price.'),
    )
    @click.option("--yes", is_flag=True, help=_("Ask nothing."))
    @language_option
    def new(
        name: str,
        source: str | None,
        size: str | None,
        products: tuple[str, ...],
        prices: tuple[str, ...],
        batches: tuple[str, ...],
        units: tuple[str, ...],
        shelf_lives: tuple[str, ...],
        needs: tuple[str, ...],
        ingredients: tuple[str, ...],
        yes: bool,
    ) -> None:
        name = _fit_name(name)
        path = Path(f"{name}.yaml")
        details = (prices, batches, units, shelf_lives, needs)
        with refusals():
            _refuse_existing(path)
            if source is not None:
                if size or products or ingredients or any(details):
                    raise click.UsageError(
                        _("--from copies a scenario as it is: leave the other options out.")
                    )
                text = _copied(source, name)
            else:
                drafts = _told(products, details, ingredients)
                text = _made(name, _size(size), drafts, ask=not yes and not products)
            _write(path, text)
            _write_schema()
            _tell(path, text)


# -- names and files ----------------------------------------------------------------------


def _fit_name(name: str) -> str:
    """The name of a scenario and of its file.

    Raises:
        click.UsageError: it can be no such name, with one that can.
    """
    from simpasar.bench.drafts import id_of
    from simpasar.scenario.library import shipped

    bare = name.removesuffix(".yaml").removesuffix(".yml")
    if NAME.fullmatch(bare) and len(bare) <= LONGEST and bare not in RESERVED:
        if bare not in shipped():
            return bare
        message = _("{name} is the name of a scenario that ships: choose another, such as {other}.")
        raise click.UsageError(message.format(name=bare, other=f"{bare}-2"))
    other = id_of(bare, "skenario").replace("_", "-")
    other = f"{other}-1" if other in RESERVED else other
    message = _(
        "A scenario's name has small letters, digits and hyphens, at most {most}; its file stands"
        " in this folder. Try: {other}"
    )
    raise click.UsageError(message.format(most=LONGEST, other=other))


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        message = _("{file} is there already, and nothing is overwritten. Choose another name.")
        raise Failure(message.format(file=path), WRONG_USE)


def _write(path: Path, text: str) -> None:
    """Write a new file, whole or not at all."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except BaseException:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        _refuse_existing(path)


def _write_schema() -> None:
    """Lay the schema beside the scenario, where its first line says: so an editor finds it without
    a network, and on another laptop too when the folder is copied."""
    from simpasar.scenario.saving import save
    from simpasar.scenario.schema import FILES, schema_text

    folder = Path("schema")
    folder.mkdir(exist_ok=True)
    save(folder / FILES[language()], schema_text(language()))


# -- a scenario of its own ----------------------------------------------------------------


def _made(name: str, size: Size | None, drafts: Sequence[DraftProduct], ask: bool) -> str:
    from simpasar.bench.asking import ask_products, ask_size
    from simpasar.bench.pantry import DEFAULTS
    from simpasar.bench.writing import scenario_text
    from simpasar.scenario.loader import load_text

    if ask and sys.stdin.isatty() and sys.stdout.isatty():
        talk = _Terminal()
        size = size or ask_size(talk)
        drafts = ask_products(talk, size)
        click.echo()
    size = size or ("small" if len(drafts) <= 1 else "medium")
    title = name.replace("-", " ").capitalize()
    text = scenario_text(name, title, size, drafts or DEFAULTS[size], language())
    load_text(text, f"{name}.yaml")
    return text


class _Terminal:
    """Questions on a terminal."""

    def ask(self, question: str, suggestion: str = "") -> str:
        answer: str = click.prompt(
            question, default=suggestion, show_default=bool(suggestion), type=str
        )
        return answer

    def say(self, sentence: str) -> None:
        click.echo(sentence)


def _told(
    names: tuple[str, ...], details: tuple[tuple[str, ...], ...], ingredients: tuple[str, ...]
) -> tuple[DraftProduct, ...]:
    """The products that the options tell.

    Raises:
        click.UsageError: what they say cannot be read, or does not fit together.
    """
    from simpasar.bench.telling import told_products
    from simpasar.classroom.reading import NotUnderstood

    try:
        return told_products(names, details, ingredients)
    except NotUnderstood as error:
        raise click.UsageError(str(error)) from None


def _size(word: str | None) -> Size | None:
    from simpasar.bench.planning import SIZES as KNOWN

    if word is None:
        return None
    meant = SIZES_ID.get(word.lower(), word.lower())
    for size in KNOWN:
        if size == meant:
            return size
    sizes = ", ".join(SIZES_ID if language() == "id" else SIZES)
    raise click.UsageError(
        _("There is no size {size}. The sizes are: {sizes}.").format(size=word, sizes=sizes)
    )


# -- a copy -------------------------------------------------------------------------------


def _copied(source: str, name: str) -> str:
    """The text of a scenario with its comments, under a new name and with the key words of the
    language now spoken.

    Raises:
        ScenarioProblems: it has errors.
        Failure: its name does not stand where it can be changed.
    """
    from simpasar.bench.writing import plain
    from simpasar.scenario.library import find
    from simpasar.scenario.loader import load_text
    from simpasar.scenario.source import raw_text
    from simpasar.scenario.translate import translated

    path = find(source)
    text = translated(raw_text(path), language(), str(path)).text
    text = re.sub(
        r"(?m)^(nama|name):[ ]*[^\s#]+", lambda found: f"{found[1]}: {plain(name)}", text, count=1
    )
    if load_text(text, str(path)).name != name:
        message = _(
            "{file}: the name does not stand on a line of its own, so it cannot be changed."
        )
        raise Failure(message.format(file=path), WRONG_USE)
    return text


# -- what now -----------------------------------------------------------------------------


def _tell(path: Path, text: str) -> None:
    """What was written, its figures, and what to do next."""
    from simpasar.bench.layout import Paper
    from simpasar.bench.watch_page import paint_figures
    from simpasar.scenario.loader import load_text

    paper, file = Paper(), shlex.quote(str(path))
    scenario = load_text(text, str(path))
    paper.sentence(_("{file} is written.").format(file=path), style="bold")
    teams = ngettext("{count} team", "{count} teams", len(scenario.teams))
    weeks = ngettext("{count} week", "{count} weeks", scenario.weeks)
    counts = teams.format(count=len(scenario.teams)), weeks.format(count=scenario.weeks)
    paper.sentence(", ".join(counts) + ".")
    paint_figures(paper, scenario)
    paper.print()
    paper.sentence(_("Now open it in a text editor, change what you know better, and:"))
    for command, what in (
        ("check", _("what is wrong with it, and in which line")),
        ("preview", _("what the class will see")),
        ("play", _("play it with a class")),
    ):
        paper.row(f"  simpasar {command} {file}  # {what}")
