"""The language people read: Indonesian first, English second, through gettext.

Messages are written in English in the code; the Indonesian catalogue lies in `locale/`. The choice
never depends on the machine's own locale: an old laptop set to English still speaks Indonesian.
"""

from __future__ import annotations

import gettext as _gettext
import os
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["id", "en"]

LANGUAGES: tuple[Language, ...] = ("id", "en")
DOMAIN = "simpasar"
LOCALE = Path(__file__).parent / "locale"
VARIABLE = "SIMPASAR_LANG"


@cache
def _catalogue(language: Language) -> _gettext.NullTranslations:
    if language == "en":
        return _gettext.NullTranslations()
    return _gettext.translation(DOMAIN, LOCALE, languages=[language], fallback=True)


def preferred() -> Language:
    """The language that SIMPASAR_LANG asks for; Indonesian where it asks for none we have."""
    return "en" if os.environ.get(VARIABLE, "").lower().startswith("en") else "id"


_chosen: ContextVar[Language | None] = ContextVar("language", default=None)


def use(language: Language) -> None:
    """Speak `language` from now on.

    click asks gettext's global domain for its own sentences ("Usage:", "No such option"), so that
    is set too. gettext looks at LANGUAGE before the machine's locale.
    """
    _chosen.set(language)
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain(DOMAIN, str(LOCALE))
    _gettext.textdomain(DOMAIN)


def language() -> Language:
    """The language now spoken."""
    return _chosen.get() or preferred()


def _(message: str) -> str:
    """`message` in the language now spoken."""
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` by `count`, in the language now spoken."""
    return _catalogue(language()).ngettext(one, many, count)
