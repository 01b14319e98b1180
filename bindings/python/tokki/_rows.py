"""Rows of a cluster's table, checked batch by batch: what tokki.spark and tokki.ray share."""

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
from tokki._arrow import check_arrow
from tokki._check import Settings
from tokki._choices import Severity
from tokki._report import Lang
from tokki._terms import load_edition

Source = bytes | str | Path
"""An edition's JSON, or the path of its file. Not a tokki.Edition: workers load their own."""

GOOD = "good"
FINDINGS = "findings"
COLUMNS = ("severity", "rule", "clause", "pointer", "message")  # of a finding


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
        for taken, mine in ((names, (GOOD, FINDINGS)), (key, COLUMNS)):
            if twice := {name.lower() for name in taken} & set(mine):
                msg = f"a column {min(twice)!r} is added: rename yours, or leave it out of key"
                raise ValueError(msg)
        if edition is None:
            edition = ()
        elif isinstance(edition, (Source, _tokki.Edition)):
            edition = (edition,)
        sources = tuple(map(_as_bytes, edition))
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
        # A row without a document is checked like one with an empty document.
        documents = rows.column(self.column).cast(pa.large_binary()).fill_null(b"")
        findings = pa.table(
            check_arrow(documents, edition=_loaded(self.sources), lang=self.lang, as_of=self.as_of)
        )
        order = list(Severity)
        grave = pa.array(map(str, order[order.index(self.fail_on) :]))
        bad = findings.filter(pc.is_in(findings["severity"], grave))["row"].unique()
        good = pc.invert(pc.is_in(pa.array(range(rows.num_rows), pa.int64()), bad))
        counts = Counter(findings["row"].to_pylist())
        ends = accumulate(counts[row] for row in range(rows.num_rows))
        listed = pa.ListArray.from_arrays(
            pa.array([0, *ends], pa.int32()),
            findings.select(COLUMNS).combine_chunks().to_struct_array().combine_chunks(),
        )
        return rows.append_column(GOOD, good).append_column(FINDINGS, listed)
