"""The small types every part of a scenario is built from: ids, clocks, shares, texts."""

from __future__ import annotations

from dataclasses import MISSING
from dataclasses import field as dataclass_field
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    model_validator,
)
from pydantic_core import PydanticCustomError

DAY = 24 * 60 * 60
WEEK = 7 * DAY


class Part(BaseModel):
    """Base of everything in a scenario or a sheet: strict, frozen, no unknown keys.

    Named parts stand in the order of their ids, however a file orders them: the same scenario
    plays the same game, whether it was just written or comes from the sorted text of a record.
    """

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for name, value in self.__dict__.items():
            if isinstance(value, dict) and list(value) != sorted(value):
                self.__dict__[name] = {key: value[key] for key in sorted(value)}
        return self


def _clock(value: Any) -> Any:
    """Read "06:30" as seconds since midnight; "24:00" is the end of the day."""
    if isinstance(value, str):
        hour, colon, minute = value.partition(":")
        if colon and hour.isascii() and hour.isdigit() and len(minute) == 2 and minute.isdigit():
            seconds = int(hour) * 3600 + int(minute) * 60
            if int(minute) < 60 and len(hour) <= 2 and seconds <= DAY:
                return seconds
    raise PydanticCustomError("clock", "a time of day such as 06:30")


def clock_text(seconds: int) -> str:
    """Seconds since midnight as "06:30"."""
    return f"{seconds // 3600:02d}:{seconds % 3600 // 60:02d}"


def _whole_hour(seconds: int) -> int:
    if seconds % 3600 or seconds >= DAY:
        raise PydanticCustomError("whole_hour", "a whole hour such as 06:00")
    return seconds


def added(default: Any = MISSING, *, factory: Any = MISSING) -> Any:
    """`later`, for a field of a dataclass in a state."""
    return dataclass_field(default=default, default_factory=factory, metadata={"added": True})


def later(default: Any, **described: Any) -> Any:
    """A field that a part has gained since records were first written.

    It is left out of the plain text of a part while it holds `default`, so that older scenarios,
    sheets and states keep their text and their digest.
    """
    return Field(default=default, exclude_if=lambda value: value == default, **described)


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Clock = Annotated[int, BeforeValidator(_clock), PlainSerializer(clock_text, return_type=str)]
Hour = Annotated[Clock, AfterValidator(_whole_hour)]
Rupiah = Annotated[int, Field(ge=0, le=10_000_000_000)]
PerMille = Annotated[int, Field(ge=0, le=1_000)]
Factor = Annotated[int, Field(ge=0, le=20_000, description="per mille; 1000 changes nothing")]
MilliUtils = Annotated[int, Field(ge=-20_000, le=20_000)]
Quantity = Annotated[int, Field(ge=0, le=100_000_000, description="grams, millilitres or pieces")]
Metres = Annotated[int, Field(ge=-50_000, le=50_000)]


class Text(Part):
    """A text people read, in Indonesian, English or both; a bare string serves both."""

    id: str = ""
    en: str = ""

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, value: Any) -> Any:
        return {"id": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _some(self) -> Self:
        if not (self.id or self.en):
            raise PydanticCustomError("empty_text", "a text, not an empty one")
        return self

    def of(self, language: str) -> str:
        """The text in `language` ("id" or "en"), or in the other where it is missing."""
        return (self.en or self.id) if language == "en" else (self.id or self.en)
