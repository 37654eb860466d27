"""The language people read: Indonesian first, English second, through gettext.

Messages are written in English in the code; the Indonesian catalogue lies in `locale/`. The choice
never depends on the machine's own locale: an old laptop set to English still speaks Indonesian.
"""

from __future__ import annotations

import gettext as _gettext
import os
from collections.abc import Callable
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


class _Spoken:
    """The language of everybody who was started in one context: they change it together."""

    def __init__(self, language: Language) -> None:
        self.language = language


_chosen: ContextVar[_Spoken | None] = ContextVar("language", default=None)


def use(language: Language) -> None:
    """Speak `language` from now on, here and in what is started from here.

    click asks gettext's global domain for its own sentences ("Usage:", "No such option"), so that
    is set too. gettext looks at LANGUAGE before the machine's locale.
    """
    _chosen.set(_Spoken(language))
    os.environ["LANGUAGE"] = language
    _gettext.bindtextdomain(DOMAIN, str(LOCALE))
    _gettext.textdomain(DOMAIN)


def change(language: Language) -> None:
    """Speak `language` from now on, here and in all that has been started since `use`: the tasks
    and threads of a screen change together."""
    spoken = _chosen.get()
    if spoken is None:
        use(language)
    else:
        spoken.language = language
        os.environ["LANGUAGE"] = language


def shared() -> Callable[[], None]:
    """What a new thread calls first, to speak the language spoken here: threads begin with none."""
    spoken = _chosen.get()

    def speak_it() -> None:
        _chosen.set(spoken)

    return speak_it


def language() -> Language:
    """The language now spoken."""
    spoken = _chosen.get()
    return spoken.language if spoken else preferred()


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message that is translated later, where it is shown."""
    return message


def _(message: str) -> str:
    """`message` in the language now spoken."""
    return _catalogue(language()).gettext(message)


def told_in(language: Language, message: str) -> str:
    """`message` in a language that need not be the one now spoken."""
    return _catalogue(language).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` by `count`, in the language now spoken."""
    return _catalogue(language()).ngettext(one, many, count)
