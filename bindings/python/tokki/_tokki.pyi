"""
tokki's extension module: bytes in, reports out. Use the package tokki.
"""
from __future__ import annotations
import collections.abc
import datetime
import typing
import typing_extensions
__all__: list[str] = ['ArrowTable', 'Assessment', 'Chain', 'Changes', 'Checker', 'Edition', 'Records', 'Report', 'assess_arrow', 'assess_path', 'assessment_formats', 'chains_of_path', 'changes_formats', 'check_arrow', 'check_dossier', 'check_path', 'compare', 'compare_facts', 'decode', 'explain', 'load_edition', 'read_country', 'read_date', 'read_instant', 'report_formats', 'rules', 'severity_name', 'status_name', 'today_in_japan', 'version']
class Edition:
    """
    The terms of one office as data, immutable. See tokki.load_edition.
    """
    @staticmethod
    def builtin() -> Edition:
        """
        The edition that comes with tokki.
        """
    def __eq__(self, arg0: typing.Any) -> bool:
        ...
    def __hash__(self) -> int:
        ...
    def __repr__(self) -> str:
        ...
    def citation(self, clause: str, /, *, lang: str = 'ja') -> str:
        """
        The clause as it is cited, by its key or any citation (A3.4, 特記事項３(4)). KeyError when nothing is cited so.
        """
    def title(self, *, lang: str = 'ja') -> str:
        ...
    def wording(self, clause: str, /, *, lang: str = 'ja') -> str:
        """
        The clause word for word, or its translation.
        """
    @property
    def digest(self) -> str:
        """
        SHA-256 of all that it says, in hexadecimal: the same however its file is laid out.
        """
    @property
    def id(self) -> str:
        ...
    @property
    def reference(self) -> str:
        """
        "id/version".
        """
    @property
    def version(self) -> str:
        ...
class Report:
    """
    The findings on one document. See tokki.Report.
    """
    def __len__(self) -> int:
        ...
    def render(self, format: str, lang: str, width: typing.SupportsInt | typing.SupportsIndex) -> str:
        ...
    def to_json(self) -> str:
        ...
    @property
    def edition(self) -> Edition:
        ...
    @property
    def kind(self) -> str:
        ...
    @property
    def line(self) -> int | None:
        ...
    @property
    def uri(self) -> str:
        ...
class Checker:
    """
    Checks one document after the other; one per thread.
    """
    def __init__(self, editions: collections.abc.Sequence[Edition], as_of: datetime.date) -> None:
        ...
    def check(self, batch: collections.abc.Sequence[tuple[bytes, str, typing.SupportsInt | typing.SupportsIndex | None, bool]]) -> list[Report]:
        """
        Checks documents given as (json, uri, line, positions): a report of each. Positions mean nothing for text that the caller made.
        """
class ArrowTable:
    """
    A table for anything that takes Arrow.
    """
    def __arrow_c_schema__(self) -> typing_extensions.CapsuleType:
        """
        The table's schema.
        """
    def __arrow_c_stream__(self, requested_schema: typing.Any = None) -> typing_extensions.CapsuleType:
        """
        The table, as often as it is asked for.
        """
    def __len__(self) -> int:
        ...
class Records:
    """
    Documents joined into one dossier. See tokki.Assessor.
    """
    def __init__(self, documents: collections.abc.Sequence[tuple[bytes, str, typing.SupportsInt | typing.SupportsIndex | None, bool]]) -> None:
        ...
    def assess(self, editions: collections.abc.Sequence[Edition], as_of: typing.SupportsInt | typing.SupportsIndex | None, known_at: typing.SupportsInt | typing.SupportsIndex | None) -> Assessment:
        ...
class Assessment:
    """
    How duties stand. See tokki.Assessment.
    """
    def __len__(self) -> int:
        ...
    def findings(self) -> str:
        """
        What could not be read, as a JSON report.
        """
    def write(self, format: str, lang: str, width: typing.SupportsInt | typing.SupportsIndex, order: str, next: typing.SupportsInt | typing.SupportsIndex | None, all: bool, party: str | None, incident: str, show_values: bool) -> str:
        ...
    @property
    def holds_dossier(self) -> bool:
        ...
    @property
    def records(self) -> Records:
        ...
class Chain:
    """
    A dossier's chain and its reports. See tokki.Chain.
    """
    def describe_party(self, reference: str, lang: str, width: typing.SupportsInt | typing.SupportsIndex) -> str:
        ...
    def to_string(self, format: str, lang: str, width: typing.SupportsInt | typing.SupportsIndex) -> str:
        ...
    @property
    def reports(self) -> list[Report]:
        ...
class Changes:
    """
    What changed. See tokki.Changes.
    """
    def write(self, format: str, lang: str, width: typing.SupportsInt | typing.SupportsIndex, show_values: bool) -> str:
        ...
    @property
    def found(self) -> bool:
        ...
def assess_arrow(column: typing.Any, editions: collections.abc.Sequence[Edition], as_of: typing.SupportsInt | typing.SupportsIndex | None, known_at: typing.SupportsInt | typing.SupportsIndex | None, lang: str) -> ArrowTable:
    ...
def assess_path(path: bytes, editions: collections.abc.Sequence[Edition], as_of: typing.SupportsInt | typing.SupportsIndex | None, known_at: typing.SupportsInt | typing.SupportsIndex | None, take: collections.abc.Callable[[Assessment], bool]) -> list[tuple[bytes, int]]:
    """
    Gives how the duties of each contract stand to `take` until that returns False; returns the files that could not be read, each with its errno.
    """
def assessment_formats() -> list[str]:
    ...
def chains_of_path(path: bytes, editions: collections.abc.Sequence[Edition], as_of: datetime.date, take: collections.abc.Callable[[Chain], bool]) -> list[tuple[bytes, int]]:
    """
    The same for the chain of each dossier.
    """
def changes_formats() -> list[str]:
    ...
def check_arrow(column: typing.Any, checker: Checker, lang: str) -> ArrowTable:
    ...
def check_dossier(documents: collections.abc.Sequence[tuple[bytes, str, typing.SupportsInt | typing.SupportsIndex | None, bool]], editions: collections.abc.Sequence[Edition], as_of: datetime.date) -> Chain:
    ...
def check_path(path: bytes, editions: collections.abc.Sequence[Edition], as_of: datetime.date, take: collections.abc.Callable[[Report], bool]) -> list[tuple[bytes, int]]:
    """
    Gives the report on each document to `take` until that returns False; returns the files that could not be read, each with its errno.
    """
def compare(before: tuple[bytes, str, typing.SupportsInt | typing.SupportsIndex | None, bool], after: tuple[bytes, str, typing.SupportsInt | typing.SupportsIndex | None, bool], editions: collections.abc.Sequence[Edition]) -> Changes | None:
    """
    What changed between two declarations; None when one of them is none.
    """
def compare_facts(records: Records, editions: collections.abc.Sequence[Edition], as_of: typing.SupportsInt | typing.SupportsIndex | None, known_at: typing.SupportsInt | typing.SupportsIndex | None) -> Changes:
    """
    The facts on record that declarations do not state.
    """
def decode(json: bytes) -> tuple[str, dict[str, typing.Any] | None, str]:
    ...
def explain(rule: str, edition: Edition, lang: str, width: typing.SupportsInt | typing.SupportsIndex) -> str:
    ...
def load_edition(json: bytes, known: collections.abc.Sequence[Edition]) -> tuple[Edition | None, str]:
    """
    The edition, or None, and its faults as a JSON report.
    """
def read_country(written: str) -> str | None:
    ...
def read_date(written: str) -> tuple[datetime.date | None, str]:
    ...
def read_instant(written: str) -> tuple[tuple[int, int] | None, str]:
    ...
def report_formats() -> list[str]:
    ...
def rules() -> list[str]:
    ...
def severity_name(severity: str, lang: str) -> str:
    ...
def status_name(status: str, lang: str) -> str:
    ...
def today_in_japan() -> datetime.date:
    ...
def version() -> str:
    ...
