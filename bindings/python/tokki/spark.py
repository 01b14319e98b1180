"""Checking on Spark: `tokki.spark.check(df, "form", key="id")`. Workers need tokki and pyarrow.

`tokki.spark.assess(df, "dossier", key="id")` tells how duties stand.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.functions import inline
    from pyspark.sql.types import (
        ArrayType,
        BinaryType,
        BooleanType,
        LongType,
        StringType,
        StructType,
        TimestampType,
    )

    from tokki._rows import (
        COLUMNS,
        FINDINGS,
        FLAGS,
        GOOD,
        INSTANCE_COLUMNS,
        INSTANCES,
        TIMES,
        RowAssessment,
        RowCheck,
        Source,
    )
except ModuleNotFoundError as missing:
    msg = f"tokki.spark needs {missing.name}: pip install 'tokki[spark]'"
    raise ImportError(msg) from None

from tokki._assess import When
from tokki._choices import Severity
from tokki._report import Lang


@dataclass(frozen=True)
class Checked:
    """A table that was checked. Nothing runs before it is asked for, as always on Spark.

    rows: the table with two more columns: `good`, and `findings`, a list. The three others are
          made of it: `checked.rows.cache()` where more than one of them is used.
    key:  the columns that name a row in the findings
    """

    rows: DataFrame
    key: tuple[str, ...]

    @property
    def findings(self) -> DataFrame:
        """A row for each finding: the key, severity, rule, clause, pointer, message."""
        return self.rows.select(*self.key, inline(FINDINGS))

    @property
    def good(self) -> DataFrame:
        """The rows without a finding to fail on, as they came."""
        return self.rows.where(GOOD).drop(GOOD, FINDINGS)

    @property
    def quarantine(self) -> DataFrame:
        """The other rows, as they came."""
        return self.rows.where(f"not {GOOD}").drop(GOOD, FINDINGS)


def _expect_documents(df: DataFrame, column: str) -> None:
    if not isinstance(df.schema[column].dataType, (StringType, BinaryType)):
        msg = f"documents are string or binary, and {column!r} is {df.schema[column].dataType}"
        raise TypeError(msg)


def check(
    df: DataFrame,
    column: str,
    *,
    key: str | Iterable[str] | None = None,
    fail_on: Severity | str = Severity.ERROR,
    edition: Source | Iterable[Source] | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> Checked:
    """Check a column of documents in JSON, string or binary, row by row.

    key:     the columns that name a row in the findings; default: all but `column`
    fail_on: the severity from which on a finding puts its row into quarantine
    edition: the JSON of the terms, or a Path; or several: the first is the default, and each may
             extend those before it
    lang:    the language of the messages, "ja" or "en"
    as_of:   the day of the check; default: today in Japan, when this is called

    What is no JSON, or null, is a row in quarantine, with a finding that says so; it ends no job.
    """
    how = RowCheck.resolve(
        df.columns, column, key=key, fail_on=fail_on, edition=edition, lang=lang, as_of=as_of
    )
    _expect_documents(df, column)
    finding = StructType()
    for name in COLUMNS:
        finding.add(name, StringType(), nullable=name == "clause")
    schema = (
        StructType(list(df.schema.fields))
        .add(GOOD, BooleanType(), nullable=False)
        .add(FINDINGS, ArrayType(finding, containsNull=False), nullable=False)
    )

    def checked(batches: Iterator[Any]) -> Iterator[Any]:
        return map(how, batches)

    return Checked(df.mapInArrow(checked, schema), how.key)


@dataclass(frozen=True)
class Assessed:
    """A table that was assessed. Nothing runs before it is asked for, as always on Spark.

    rows: the table with one more column, `instances`, a list. The others are made of it:
          `assessed.rows.cache()` where more than one of them is used.
    key:  the columns that name a row in them
    """

    rows: DataFrame
    key: tuple[str, ...]

    @property
    def instances(self) -> DataFrame:
        """A row for each duty instance: the key columns, then those of tokki.assess_arrow."""
        return self._every().where("status is not null")

    @property
    def unassessed(self) -> DataFrame:
        """The rows that are no dossier: the key columns, and a message that says why."""
        return self._every().where("status is null").select(*self.key, "message")

    def _every(self) -> DataFrame:
        return self.rows.select(*self.key, inline(INSTANCES))


def assess(
    df: DataFrame,
    column: str,
    *,
    key: str | Iterable[str] | None = None,
    edition: Source | Iterable[Source] | None = None,
    as_of: When | None = None,
    known_at: When | None = None,
    lang: Lang = "ja",
) -> Assessed:
    """Tell how the duties of each dossier in a column of JSON, string or binary, stand.

    key:      the columns that name a row; default: all but `column`
    edition:  as for `check`
    as_of:    the instant, as for tokki.assess; default: now, when this is called
    known_at: leaves out what was recorded later
    lang:     the language of the messages, "ja" or "en"

    What is no dossier, or null, is among `unassessed`; it ends no job.
    """
    how = RowAssessment.resolve(
        df.columns, column, key=key, edition=edition, as_of=as_of, known_at=known_at, lang=lang
    )
    _expect_documents(df, column)
    types = {
        **dict.fromkeys(FLAGS, BooleanType()),
        **dict.fromkeys(TIMES, TimestampType()),
        "delay_seconds": LongType(),
    }
    instance = StructType()
    for name in INSTANCE_COLUMNS:
        instance.add(name, types.get(name, StringType()), nullable=name != "message")
    schema = StructType(list(df.schema.fields)).add(
        INSTANCES, ArrayType(instance, containsNull=False), nullable=False
    )

    def assessed(batches: Iterator[Any]) -> Iterator[Any]:
        return map(how, batches)

    return Assessed(df.mapInArrow(assessed, schema), how.key)
