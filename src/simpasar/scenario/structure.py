"""What pydantic's annotations say of the fields of a scenario: marks, sizes, times of day."""

from __future__ import annotations

from typing import Annotated, Any, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo


def whole(field: FieldInfo) -> Any:
    """A field's annotation with its marks, which pydantic keeps apart."""
    marks = tuple(field.metadata)
    return Annotated[(field.annotation, *marks)] if marks else field.annotation


def marks_of(kind: Any) -> list[Any]:
    """All marks of an annotation, those within Field included."""
    found: list[Any] = []
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        found += marks_of(inner)
        for mark in marks:
            found += mark.metadata if isinstance(mark, FieldInfo) else [mark]
    return found


def is_clock(kind: Any) -> bool:
    """Whether a value of a kind is a time of day, which is written "06:30"."""
    return any(isinstance(mark, BeforeValidator) for mark in marks_of(kind))


def bounds(kind: Any) -> tuple[int, int | None]:
    """The least and the greatest number that a kind allows; None where there is no greatest."""
    marks = marks_of(kind)
    low = max((mark.ge for mark in marks if getattr(mark, "ge", None) is not None), default=0)
    high = min((mark.le for mark in marks if getattr(mark, "le", None) is not None), default=None)
    return low, high
