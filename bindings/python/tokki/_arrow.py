"""Columns of documents in tables: Arrow in, Arrow out, without an Arrow library."""

import datetime
from typing import Any, Protocol

from tokki import _tokki
from tokki._assess import Question, When
from tokki._check import Settings, Terms
from tokki._report import Lang


class ArrowStream(Protocol):
    """A column of any library that speaks the Arrow C stream interface."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Hand out the column."""


class ArrowArray(Protocol):
    """A column of any library that speaks the Arrow C data interface."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        """Hand out the column."""


def check_arrow(
    column: ArrowStream | ArrowArray,
    *,
    edition: Terms | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> _tokki.ArrowTable:
    """Check a column of documents in JSON: utf8 or binary, chunked or not, of pyarrow, polars …

    Returns a table with a row for each finding: row (of the column, from 0), severity, rule,
    clause, pointer, message. `pyarrow.table`, `polars.DataFrame` and others take it. A null is no
    document and has no findings; malformed JSON is a finding like any other.
    """
    settings = Settings(edition, lang, as_of)
    return _tokki.check_arrow(column, settings.checker(), settings.lang)


def assess_arrow(
    column: ArrowStream | ArrowArray,
    *,
    edition: Terms | None = None,
    as_of: When | None = None,
    known_at: When | None = None,
    lang: Lang = "ja",
) -> _tokki.ArrowTable:
    """Assess a column of dossiers in JSON, each a contract: utf8 or binary, chunked or not.

    Returns a table with a row for each duty instance: row (of the column, from 0), key, duty,
    clause, trigger, bearer, mirror, status, underlying, overdue, since, until, remedied_at,
    delay_seconds, reasons (their ids), message (what they say). A null is no document. What is no
    dossier has one row, with a message that says so and nothing else.
    """
    question = Question(edition, as_of, known_at, lang)
    return _tokki.assess_arrow(
        column, question.editions, question.as_of, question.known_at, question.lang
    )
