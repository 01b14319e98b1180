"""Checking on Ray Data: `tokki.ray.check(dataset, "form", key="id")`. Workers need tokki, too.

`tokki.ray.assess(dataset, "dossier", key="id")` tells how duties stand.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

try:
    import pyarrow.compute as pc
    from ray.data import Dataset

    from tokki._rows import (
        COLUMNS,
        FINDINGS,
        GOOD,
        INSTANCE_COLUMNS,
        INSTANCES,
        RowAssessment,
        RowCheck,
        Source,
        inlined,
    )
except ModuleNotFoundError as missing:
    msg = f"tokki.ray needs {missing.name}: pip install 'tokki[ray]'"
    raise ImportError(msg) from None

from tokki._assess import When
from tokki._choices import Severity
from tokki._report import Lang


@dataclass(frozen=True)
class Checked:
    """A dataset that was checked. Nothing runs before it is asked for, as always on Ray Data.

    rows: the dataset with two more columns: `good`, and `findings`, a list. The three others are
          made of it: `checked.materialize()` where more than one of them is used.
    key:  the columns that name a row in the findings
    """

    rows: Dataset
    key: tuple[str, ...]

    def materialize(self) -> "Checked":
        """Check now, and keep the rows in Ray's object store."""
        return replace(self, rows=self.rows.materialize())

    @property
    def findings(self) -> Dataset:
        """A row for each finding: the key, severity, rule, clause, pointer, message."""
        return _mapped(self.rows, inlined, self.key, FINDINGS, COLUMNS)

    @property
    def good(self) -> Dataset:
        """The rows without a finding to fail on, as they came."""
        return _mapped(self.rows, _split, good=True)

    @property
    def quarantine(self) -> Dataset:
        """The other rows, as they came."""
        return _mapped(self.rows, _split, good=False)


def _mapped(rows: Dataset, function: Any, *args: Any, **kwargs: Any) -> Dataset:
    return rows.map_batches(function, batch_format="pyarrow", fn_args=args, fn_kwargs=kwargs)


def _split(rows: Any, *, good: bool) -> Any:
    chosen = rows[GOOD] if good else pc.invert(rows[GOOD])
    return rows.filter(chosen).drop_columns([GOOD, FINDINGS])


def check(
    dataset: Dataset,
    column: str,
    *,
    key: str | Iterable[str] | None = None,
    fail_on: Severity | str = Severity.ERROR,
    edition: Source | Iterable[Source] | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> Checked:
    """Check a column of documents in JSON, text or binary, row by row.

    key:     the columns that name a row in the findings; default: all but `column`
    fail_on: the severity from which on a finding puts its row into quarantine
    edition: the JSON of the terms, or a Path; or several: the first is the default, and each may
             extend those before it
    lang:    the language of the messages, "ja" or "en"
    as_of:   the day of the check; default: today in Japan, when this is called

    What is no JSON, or null, is a row in quarantine, with a finding that says so; it ends no job.
    """
    how = RowCheck.resolve(
        dataset.columns() or (),
        column,
        key=key,
        fail_on=fail_on,
        edition=edition,
        lang=lang,
        as_of=as_of,
    )
    return Checked(_mapped(dataset, how), how.key)


@dataclass(frozen=True)
class Assessed:
    """A dataset that was assessed. Nothing runs before it is asked for, as always on Ray Data.

    rows: the dataset with one more column, `instances`, a list. The others are made of it:
          `assessed.materialize()` where more than one of them is used.
    key:  the columns that name a row in them
    """

    rows: Dataset
    key: tuple[str, ...]

    def materialize(self) -> "Assessed":
        """Assess now, and keep the rows in Ray's object store."""
        return replace(self, rows=self.rows.materialize())

    @property
    def instances(self) -> Dataset:
        """A row for each duty instance: the key columns, then those of tokki.assess_arrow."""
        return _mapped(self.rows, _instances, self.key)

    @property
    def unassessed(self) -> Dataset:
        """The rows that are no dossier: the key columns, and a message that says why."""
        return _mapped(self.rows, _messages, self.key)


def _instances(rows: Any, key: tuple[str, ...]) -> Any:
    every = inlined(rows, key, INSTANCES, INSTANCE_COLUMNS)
    return every.filter(pc.is_valid(every["status"]))


def _messages(rows: Any, key: tuple[str, ...]) -> Any:
    every = inlined(rows, key, INSTANCES, INSTANCE_COLUMNS)
    return every.filter(pc.is_null(every["status"])).select([*key, "message"])


def assess(
    dataset: Dataset,
    column: str,
    *,
    key: str | Iterable[str] | None = None,
    edition: Source | Iterable[Source] | None = None,
    as_of: When | None = None,
    known_at: When | None = None,
    lang: Lang = "ja",
) -> Assessed:
    """Tell how the duties of each dossier in a column of JSON, text or binary, stand.

    key:      the columns that name a row; default: all but `column`
    edition:  as for `check`
    as_of:    the instant, as for tokki.assess; default: now, when this is called
    known_at: leaves out what was recorded later
    lang:     the language of the messages, "ja" or "en"

    What is no dossier, or null, is among `unassessed`; it ends no job.
    """
    how = RowAssessment.resolve(
        dataset.columns() or (),
        column,
        key=key,
        edition=edition,
        as_of=as_of,
        known_at=known_at,
        lang=lang,
    )
    return Assessed(_mapped(dataset, how), how.key)
