"""Checking on Ray Data: `tokki.ray.check(dataset, "form", key="id")`. Workers need tokki, too."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

try:
    import pyarrow.compute as pc
    from ray.data import Dataset

    from tokki._rows import COLUMNS, FINDINGS, GOOD, RowCheck, Source
except ModuleNotFoundError as missing:
    msg = f"tokki.ray needs {missing.name}: pip install 'tokki[ray]'"
    raise ImportError(msg) from None

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
        return _mapped(self.rows, _inlined, self.key)

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


def _inlined(rows: Any, key: tuple[str, ...]) -> Any:
    named = rows.select(key).take(pc.list_parent_indices(rows[FINDINGS]))
    findings = pc.list_flatten(rows[FINDINGS])
    for name in COLUMNS:
        named = named.append_column(name, pc.struct_field(findings, name))
    return named


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
