"""What the xAPI specification 1.0.3 asks of a statement, rule by rule, strict where a store may be.

Numbers in the messages are sections of its part two, "Experience API Data". Only what is used
here is known: any other property, which a store may refuse, is refused (2.2, "LRS Requirements").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing",
    "likert", "numeric", "other",
}  # fmt: skip
CONTEXTS = {"parent", "grouping", "category", "other"}
IFI = {"mbox", "mbox_sha1sum", "openid", "account"}


def broken_rules(statement: Any) -> list[str]:
    """The rules that a statement breaks; none where a store must take it."""
    return list(_statement(statement))


def _statement(s: Any) -> Iterator[str]:
    if not isinstance(s, dict):
        yield "2.2 a statement is an object"
        return
    yield from _nulls(s)
    yield from _keys(
        s, {"actor", "verb", "object"}, {"id", "result", "context", "timestamp"}, "2.4"
    )
    if "id" in s:
        yield from _uuid(s["id"], "2.4.1 id")
    yield from _agent(s.get("actor"))
    yield from _verb(s.get("verb"))
    yield from _activity(s.get("object"), "2.4.4")
    if "result" in s:
        yield from _result(s["result"])
    if "context" in s:
        yield from _context(s["context"])
    if "timestamp" in s:
        yield from _timestamp(s["timestamp"])


def _nulls(node: Any) -> Iterator[str]:
    if node is None:
        yield "2.2 no null values"
    for child in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from _nulls(child)


def _keys(node: Any, needed: set[str], allowed: set[str], section: str) -> Iterator[str]:
    if not isinstance(node, dict):
        yield f"{section} an object is needed"
        return
    yield from (f"{section} {key} is missing" for key in sorted(needed - node.keys()))
    yield from (
        f"2.2 {section} {key} is not allowed" for key in sorted(node.keys() - needed - allowed)
    )


def _uuid(value: Any, section: str) -> Iterator[str]:
    """4.4: in the standard string form; 2.4.1: variant 2 of RFC 4122."""
    try:
        found = UUID(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or str(found) != value.lower() or found.variant != "specified in RFC 4122":
        yield f"{section} 4.4 is no UUID in standard form"


def _iri(value: Any, section: str) -> Iterator[str]:
    """4.3, and 2.2: with a scheme. RFC 3987 allows no spaces, quotes or brackets of these kinds."""
    bad = not isinstance(value, str) or re.search(r"[\s<>\"{}|\\^`\x00-\x1f]", value)
    if bad or not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", value) or not urlsplit(value).scheme:
        yield f"{section} 4.3 is no IRI with a scheme"


def _language_map(node: Any, section: str) -> Iterator[str]:
    """4.2: tags of RFC 5646 and texts."""
    if not isinstance(node, dict):
        yield f"{section} 4.2 is no language map"
        return
    for tag, text in node.items():
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?", tag):
            yield f"{section} 4.2 {tag} is no language tag"
        if not isinstance(text, str):
            yield f"{section} 4.2 is no text"


def _agent(node: Any) -> Iterator[str]:
    yield from _keys(node, set(), {"objectType", "name", *IFI}, "2.4.2.1")
    if not isinstance(node, dict):
        return
    if node.get("objectType", "Agent") != "Agent":
        yield "2.4.2.1 objectType is not Agent"
    if len(IFI & node.keys()) != 1:
        yield "2.4.2.1 just one inverse functional identifier"
    if not isinstance(node.get("name", ""), str):
        yield "2.4.2.1 name is no text"
    if "account" in node:
        yield from _keys(node["account"], {"homePage", "name"}, set(), "2.4.2.4")
        if isinstance(node["account"], dict):
            yield from _iri(node["account"].get("homePage"), "2.4.2.4 homePage")
            name = node["account"].get("name")
            if not isinstance(name, str) or not name:
                yield "2.4.2.4 name is no text"


def _verb(node: Any) -> Iterator[str]:
    yield from _keys(node, {"id"}, {"display"}, "2.4.3")
    if isinstance(node, dict):
        yield from _iri(node.get("id"), "2.4.3 id")
        yield from _language_map(node.get("display", {}), "2.4.3 display")


def _activity(node: Any, section: str) -> Iterator[str]:
    yield from _keys(node, {"id"}, {"objectType", "definition"}, "2.4.4.1")
    if not isinstance(node, dict):
        return
    if node.get("objectType", "Activity") != "Activity":
        yield f"{section} objectType is not Activity"
    yield from _iri(node.get("id"), f"{section} id")
    if "definition" in node:
        yield from _definition(node["definition"])


def _definition(node: Any) -> Iterator[str]:
    described = {"name", "description", "type", "moreInfo", "extensions"}
    interaction = {"interactionType", "correctResponsesPattern", "choices"}
    yield from _keys(node, set(), described | interaction, "2.4.4.1")
    if not isinstance(node, dict):
        return
    for key in ("name", "description"):
        yield from _language_map(node.get(key, {}), f"2.4.4.1 {key}")
    if "type" in node:
        yield from _iri(node["type"], "2.4.4.1 type")
    if interaction & node.keys() and node.get("interactionType") not in INTERACTIONS:
        yield "2.4.4.1 a valid interactionType"
    if "interactionType" in node and not str(node.get("type")).endswith("/cmi.interaction"):
        yield "2.4.4.1 an interaction should have the type cmi.interaction"


def _result(node: Any) -> Iterator[str]:
    known = {"score", "success", "completion", "response", "duration", "extensions"}
    yield from _keys(node, set(), known, "2.4.5")
    if not isinstance(node, dict):
        return
    for key in ("success", "completion"):
        if not isinstance(node.get(key, True), bool):
            yield f"2.4.5 {key} is no boolean"
    if not isinstance(node.get("response", ""), str):
        yield "2.4.5 response is no text"
    if "score" in node:
        yield from _score(node["score"])


def _score(node: Any) -> Iterator[str]:
    yield from _keys(node, set(), {"scaled", "raw", "min", "max"}, "2.4.5.1")
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"2.4.5.1 {key} is no number"
            return
    if not -1 <= node.get("scaled", 0) <= 1:
        yield "2.4.5.1 scaled lies between -1 and 1"
    low, high = node.get("min"), node.get("max")
    if low is not None and high is not None and not low < high:
        yield "2.4.5.1 min is less than max"
    raw = node.get("raw")
    if raw is not None and ((low is not None and raw < low) or (high is not None and raw > high)):
        yield "2.4.5.1 raw lies between min and max"


def _context(node: Any) -> Iterator[str]:
    known = {
        "registration", "instructor", "team", "contextActivities", "revision", "platform",
        "language", "statement", "extensions",
    }  # fmt: skip
    yield from _keys(node, set(), known, "2.4.6")
    if not isinstance(node, dict):
        return
    if "registration" in node:
        yield from _uuid(node["registration"], "2.4.6 registration")
    if not isinstance(node.get("platform", ""), str):
        yield "2.4.6 platform is no text"
    around = node.get("contextActivities", {})
    yield from _keys(around, set(), CONTEXTS, "2.4.6.2")
    for kind, activities in around.items() if isinstance(around, dict) else ():
        if not isinstance(activities, list) or not activities:
            yield f"2.4.6.2 {kind} is a list of activities"
            continue
        for activity in activities:
            yield from _activity(activity, f"2.4.6.2 {kind}")


def _timestamp(value: Any) -> Iterator[str]:
    """4.5: ISO 8601, as in RFC 3339, with a time zone; stores refuse the unknown offset -00:00."""
    form = r"\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?"
    if not isinstance(value, str) or not re.fullmatch(form + r"(Z|[+-]\d\d:\d\d)", value):
        yield "4.5 is no timestamp of RFC 3339"
    elif value.endswith("-00:00"):
        yield "4.5 an offset of -00:00 says nothing"
