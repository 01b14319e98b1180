"""Records made at random, from the types of their fields."""

import json
from dataclasses import fields, is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import tokki
from hypothesis import strategies as st

# What a document may hold: no NUL, which is refused.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
written_dates = texts | st.sampled_from(
    ["令和7年4月1日", "R7.4.1", "2025-02-30", "令和七年四月一日"]
)
written_times = written_dates | st.sampled_from(
    ["2025-06-01T14:50:00Z", "2025-06-01 09:30", "令和7年6月1日 午後2時30分", "2025-06-01T25:00"]
)
objects = st.dictionaries(
    texts,
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63)
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=5,
    ),
    max_size=3,
)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if NoneType in arguments:
        return st.none() | _values(arguments[0])
    if origin is tuple:
        largest = 1 if is_dataclass(arguments[0]) else 2
        return st.lists(_values(arguments[0]), max_size=largest).map(tuple)
    if origin is tokki.Ticked:
        return st.frozensets(_values(arguments[0])).map(tokki.Ticked)
    if hint is tokki.Date:
        return written_dates.map(tokki.Date)
    if hint is tokki.Instant:
        return written_times.map(tokki.Instant)
    if hint is tokki.Country:
        return (texts | st.sampled_from(["米国", "日本"])).map(tokki.Country)
    if hint is tokki.Json:
        return st.just(tokki.Json()) | objects.map(lambda value: tokki.Json(json.dumps(value)))
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return records(hint)
    if hint is int:
        return st.integers(-(2**63), 2**63 - 1)
    return st.booleans() if hint is bool else texts


def records(kind: type) -> st.SearchStrategy[Any]:
    """Return a strategy for records of a kind, most of whose members are empty."""
    hints = get_type_hints(kind)
    members = {field.name: _values(hints[field.name]) for field in fields(kind)}
    return st.fixed_dictionaries({}, optional=members).map(lambda given: kind(**given))


declarations = records(tokki.Declaration)
dossiers = records(tokki.Dossier) | records(tokki.DossierRecord)
parts = st.one_of(
    [
        records(kind)
        for kind in (
            tokki.Service,
            tokki.Party,
            tokki.Subcontract,
            tokki.Contract,
            tokki.Filing,
            tokki.Subcontractor,
            tokki.Consent,
            tokki.Incident,
            tokki.Completion,
            tokki.CarryOut,
            tokki.Waiver,
        )
    ]
)
