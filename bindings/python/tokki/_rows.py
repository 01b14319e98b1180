"""Rows of a cluster's table, checked or assessed batch by batch: what tokki.spark and tokki.ray
share.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tokki import _tokki
from tokki._arrow import assess_arrow, check_arrow
from tokki._assess import Question, When
from tokki._check import Settings
from tokki._choices import Severity
from tokki._report import Lang
from tokki._terms import load_edition

Source = bytes | str | Path
"""An edition's JSON, or the path of its file. Not a tokki.Edition: workers load their own."""

GOOD = "good"
FINDINGS = "findings"
COLUMNS = ("severity", "rule", "clause", "pointer", "message")  # of a finding

INSTANCES = "instances"
INSTANCE_COLUMNS = (  # of a duty instance, as assess_arrow has them
    "key",
    "duty",
    "clause",
    "trigger",
    "bearer",
    "mirror",
    "status",
    "underlying",
    "overdue",
    "since",
    "until",
    "remedied_at",
    "delay_seconds",
    "reasons",
    "message",
)
FLAGS = ("mirror", "overdue")
TIMES = ("since", "until", "remedied_at")


@lru_cache(maxsize=8)
def _loaded(sources: tuple[bytes, ...]) -> tuple[_tokki.Edition, ...]:
    editions: list[_tokki.Edition] = []
    for source in sources:
        editions.append(load_edition(source, known=editions))
    return tuple(editions)


def _as_bytes(source: Source) -> bytes:
    if isinstance(source, Path):
        return source.read_bytes()
    if isinstance(source, str):
        return source.encode("utf-8", "surrogatepass")
    if isinstance(source, bytes):
        return source
    msg = (
        "edition takes the JSON of the terms, or the Path of its file: workers load it. "
        f"Not {type(source).__name__}"
    )
    raise TypeError(msg)


def _sources(edition: Source | Iterable[Source] | None) -> tuple[bytes, ...]:
    if edition is None:
        edition = ()
    elif isinstance(edition, (Source, _tokki.Edition)):
        edition = (edition,)
    return tuple(map(_as_bytes, edition))


def _key(
    names: Iterable[str],
    column: str,
    key: str | Iterable[str] | None,
    added: tuple[str, ...],
    columns: tuple[str, ...],
) -> tuple[str, ...]:
    """Return the columns that name a row, or raise ValueError when that cannot be.

    names:   the columns that the rows have
    added:   those that they get
    columns: those that stand beside the key in what is made of a row
    """
    names = tuple(names)
    if key is None:
        key = (name for name in names if name != column)
    key = (key,) if isinstance(key, str) else tuple(key)
    for name in (column, *key):
        if names.count(name) != 1:
            msg = f"one column {name!r} is wanted, of {', '.join(names)}"
            raise ValueError(msg)
    if not key:
        msg = "key names the columns that tell rows apart: there is none beside the document"
        raise ValueError(msg)
    for taken, mine in ((names, added), (key, columns)):
        if twice := {name.lower() for name in taken} & set(mine):
            msg = f"a column {min(twice)!r} is added: rename yours, or leave it out of key"
            raise ValueError(msg)
    return key


def _documents(rows: Any, column: str) -> Any:
    # A row without a document is treated like one with an empty document.
    return rows.column(column).cast(pa.large_binary()).fill_null(b"")


def _listed(table: Any, rows: int, columns: tuple[str, ...]) -> Any:
    """Return the rows of a table, which says of which row each is, as a list for each row."""
    counts = Counter(table["row"].to_pylist())
    ends = accumulate(counts[row] for row in range(rows))
    return pa.ListArray.from_arrays(
        pa.array([0, *ends], pa.int32()),
        table.select(columns).combine_chunks().to_struct_array().combine_chunks(),
    )


def inlined(rows: Any, key: tuple[str, ...], listed: str, columns: tuple[str, ...]) -> Any:
    """Return a row for each entry of a column of lists: the key, and the entry's columns."""
    named = rows.select(key).take(pc.list_parent_indices(rows[listed]))
    entries = pc.list_flatten(rows[listed])
    for name in columns:
        named = named.append_column(name, pc.struct_field(entries, name))
    return named


@dataclass(frozen=True, kw_only=True, slots=True)
class RowCheck:
    """How rows are checked; resolved where the job is made, then pickled to the workers."""

    column: str
    key: tuple[str, ...]
    fail_on: Severity
    sources: tuple[bytes, ...]
    lang: Lang
    as_of: datetime.date

    @classmethod
    def resolve(
        cls,
        names: Iterable[str],
        column: str,
        *,
        key: str | Iterable[str] | None,
        fail_on: str,
        edition: Source | Iterable[Source] | None,
        lang: str,
        as_of: datetime.date | None,
    ) -> "RowCheck":
        """Resolve the arguments, or raise an error before any worker starts.

        names: the columns that the rows have
        key:   the columns that name a row in the findings; default: all but `column`
        """
        key = _key(names, column, key, (GOOD, FINDINGS), COLUMNS)
        sources = _sources(edition)
        settings = Settings(_loaded(sources), lang, as_of)
        return cls(
            column=column,
            key=key,
            fail_on=Severity(fail_on),
            sources=sources,
            lang=settings.lang,
            as_of=settings.as_of,
        )

    def __call__(self, rows: Any) -> Any:
        """Return the rows of a batch with their findings, and whether they are good."""
        findings = pa.table(
            check_arrow(
                _documents(rows, self.column),
                edition=_loaded(self.sources),
                lang=self.lang,
                as_of=self.as_of,
            )
        )
        order = list(Severity)
        grave = pa.array(map(str, order[order.index(self.fail_on) :]))
        bad = findings.filter(pc.is_in(findings["severity"], grave))["row"].unique()
        good = pc.invert(pc.is_in(pa.array(range(rows.num_rows), pa.int64()), bad))
        listed = _listed(findings, rows.num_rows, COLUMNS)
        return rows.append_column(GOOD, good).append_column(FINDINGS, listed)


@dataclass(frozen=True, kw_only=True, slots=True)
class RowAssessment:
    """How rows are assessed; resolved where the job is made, then pickled to the workers."""

    column: str
    key: tuple[str, ...]
    sources: tuple[bytes, ...]
    lang: Lang
    as_of: datetime.datetime
    known_at: datetime.datetime | None

    @classmethod
    def resolve(
        cls,
        names: Iterable[str],
        column: str,
        *,
        key: str | Iterable[str] | None,
        edition: Source | Iterable[Source] | None,
        as_of: When | None,
        known_at: When | None,
        lang: str,
    ) -> "RowAssessment":
        """Resolve the arguments, or raise an error before any worker starts."""
        key = _key(names, column, key, (INSTANCES,), INSTANCE_COLUMNS)
        sources = _sources(edition)
        question = Question(_loaded(sources), as_of, known_at, lang)
        return cls(
            column=column,
            key=key,
            sources=sources,
            lang=question.lang,
            as_of=question.instant,
            known_at=question.known_instant,
        )

    def __call__(self, rows: Any) -> Any:
        """Return the rows of a batch, each with a list of its duty instances."""
        instances = pa.table(
            assess_arrow(
                _documents(rows, self.column),
                edition=_loaded(self.sources),
                as_of=self.as_of,
                known_at=self.known_at,
                lang=self.lang,
            )
        )
        listed = _listed(instances, rows.num_rows, INSTANCE_COLUMNS)
        return rows.append_column(INSTANCES, listed)
