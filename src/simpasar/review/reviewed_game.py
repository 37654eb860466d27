"""A REVIEW.json read again: what many reviews together need of it, strictly checked."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from simpasar.game.bots.par import VERSION
from simpasar.i18n import _
from simpasar.review.jobs import Spent
from simpasar.review.marks import MARKED, Mark
from simpasar.review.progress import ReviewRefused
from simpasar.scenario.model import Measure

FAMILY = "simpasar-review/"
"""Begins the `format` of every review, of this version or another."""


class _Read(BaseModel):
    """Read strictly, but for what others may have added."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class ReviewedDecision(_Read):
    """A decision of a week: its mark, and rupiah lost by objective where it is marked."""

    week: Annotated[int, Field(ge=1)]
    mark: Mark
    objectives: dict[Measure, int]

    @property
    def marked(self) -> bool:
        return self.mark in MARKED


class ReviewedTeam(_Read):
    """A seat. `bot`: who played it, None for people; `unit`: rupiah that par gains in a week."""

    bot: str | None
    unit: Annotated[int, Field(gt=0)]
    weeks: Sequence[ReviewedDecision]

    @property
    def people(self) -> bool:
        return not self.bot


class _Weeks(_Read):
    lived: Annotated[int, Field(ge=1)]


class _Effort(_Read):
    name: Spent


class ReviewedGame(_Read):
    """A review of one game. `record`: the digest of its record; `warnings`: what whoever reads it
    must know of the record."""

    format: Literal["simpasar-review/1"]
    engine: str
    par: str
    record: Annotated[str, Field(min_length=1)]
    scenario: Annotated[str, Field(min_length=1)]
    title: str
    complete: bool
    weeks: _Weeks
    effort: _Effort
    teams: Annotated[dict[str, ReviewedTeam], Field(min_length=1)]
    warnings: Sequence[str] = ()

    @model_validator(mode="after")
    def _each_week_once(self) -> ReviewedGame:
        for team, mine in self.teams.items():
            weeks = [decision.week for decision in mine.weeks]
            if len(weeks) != len(set(weeks)) or max(weeks, default=0) > self.weeks.lived:
                raise ValueError(f"teams.{team}.weeks")
            if self.complete and len(weeks) != self.weeks.lived:
                raise ValueError(f"teams.{team}.weeks")
        return self

    def serves(self, spent: Spent) -> bool:
        """Whether it says just what a review made now, with that effort, would say."""
        now = (version("simpasar"), VERSION, spent)
        return self.complete and (self.engine, self.par, self.effort.name) == now


def is_review(document: Any) -> bool:
    """Whether a document calls itself a review, sound or not."""
    named = document.get("format") if isinstance(document, dict) else None
    return isinstance(named, str) and named.startswith(FAMILY)


def read_review(document: Any) -> ReviewedGame:
    """A review's document, checked.

    Raises:
        ReviewRefused: it is none, or not whole; a sentence says where.
    """
    if not is_review(document):
        raise ReviewRefused(_("it is no review of simpasar."))
    try:
        return ReviewedGame.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or str(first["ctx"]["error"])
        message = _("what stands at {place} is not what a review has there.")
        raise ReviewRefused(message.format(place=place)) from None
