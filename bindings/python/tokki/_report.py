"""What tokki found: a report of findings, in words of either language."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, Literal, Self, get_args, overload

from tokki import _tokki
from tokki._choices import Severity

Lang = Literal["ja", "en"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """A place in the text of a document.

    offset: bytes from the start, 0-based
    line:   1-based
    column: 1-based, in characters
    """

    offset: int
    line: int
    column: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """A member of a document.

    pointer:  JSON Pointer (RFC 6901)
    cell:     the key of the form's cell, declaration.online_storage.services.name; "" outside
    position: None when the document was not given as text
    document: its name, where it is not the report's own
    """

    pointer: str
    cell: str = ""
    position: Position | None = None
    document: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """A value that the message speaks of. Texts of the document are withheld: value is None."""

    name: str
    type: str
    value: str | int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One finding. What was found never depends on the language, only its words do.

    rule:      the rule's id, permanent; `tokki.explain` tells why it exists
    severity:  note, undetermined, review (要確認), warning or error
    message:   what is wrong
    remedy:    what to do
    place:     how a clerk points at the cell, ３ ウ（2件目）; "" without a cell
    clause:    the clause's key, B2.time; "" when no clause is behind it
    citation:  the clause as cited, 遵守事項2(2)
    at:        where it points; `pointer`, `cell` and `position` are its
    related:   other places that the finding rests on
    arguments: the values in the message
    """

    rule: str
    severity: Severity
    message: str
    remedy: str
    place: str
    clause: str
    citation: str
    at: Location
    related: tuple[Location, ...]
    arguments: tuple[Argument, ...]

    @property
    def pointer(self) -> str:
        """Where it points: a JSON Pointer into the document."""
        return self.at.pointer

    @property
    def cell(self) -> str:
        """The key of the form's cell; "" when it points at none."""
        return self.at.cell

    @property
    def position(self) -> Position | None:
        """Where that stands in the text, when the document was given as text."""
        return self.at.position

    def beneath(self, steps: tuple[str | int, ...]) -> Self:
        """Return it as a finding on a part of the document, which was given by itself."""
        prefix = "".join(f"/{step}" for step in steps)

        def moved(location: Location) -> Location:
            return replace(location, pointer=location.pointer.removeprefix(prefix), position=None)

        return replace(self, at=moved(self.at), related=tuple(map(moved, self.related)))


class InvalidDocument(ValueError):  # what it is, not that it is an error  # noqa: N818
    """A document whose structure is at fault. `findings` holds all of them."""

    def __init__(
        self, findings: tuple[Finding, ...] = (), message: str = "", lang: Lang = "ja"
    ) -> None:
        """Say the first finding, and how many there are."""
        super().__init__(findings, message, lang)
        self.findings = findings
        self._message = message
        self._lang = lang

    def __str__(self) -> str:
        """Say the first finding, and how many there are."""
        if not self.findings:
            return self._message
        first = next((f for f in self.findings if f.severity == Severity.ERROR), self.findings[0])
        rest = len(self.findings) - 1
        more = f"（ほか{rest}件）" if self._lang == "ja" else f" (and {rest} more)"
        place = f"{first.pointer}: " if first.pointer else ""
        return f"{place}{first.message} [{first.rule}]{more * (rest > 0)}"


def _location(plain: dict[str, Any]) -> Location:
    position = None
    if "offset" in plain:
        position = Position(offset=plain["offset"], line=plain["line"], column=plain["column"])
    return Location(
        pointer=plain["pointer"],
        cell=plain.get("cell", ""),
        position=position,
        document=plain.get("document", ""),
    )


def known_lang(lang: str) -> Lang:
    """Return the language, or raise ValueError when there is no such."""
    if lang not in get_args(Lang):
        msg = f'lang is "ja" or "en", not {lang!r}'
        raise ValueError(msg)
    return "ja" if lang == "ja" else "en"


def arguments_of(plain: dict[str, Any]) -> tuple[Argument, ...]:
    """Return the arguments of a finding or a reason in JSON."""
    return tuple(
        Argument(name=name, **argument) for name, argument in plain.get("arguments", {}).items()
    )


def findings_of(report: str, lang: Lang) -> tuple[Finding, ...]:
    """Return the findings of a report in JSON."""
    return tuple(
        Finding(
            rule=plain["rule"],
            severity=Severity(plain["severity"]),
            message=plain["message"][lang],
            remedy=plain["remedy"][lang],
            place=plain.get("place", {}).get(lang, ""),
            clause=plain.get("clause", {}).get("key", ""),
            citation=plain.get("clause", {}).get(lang, ""),
            at=_location(plain["at"]),
            related=tuple(map(_location, plain.get("related", ()))),
            arguments=arguments_of(plain),
        )
        for plain in json.loads(report)["findings"]
    )


def report_formats() -> tuple[str, ...]:
    """Return the names of the formats that a report can be written in."""
    return tuple(_tokki.report_formats())


class Report(Sequence[Finding]):
    """The findings on one document, in the order of the form. Immutable; threads may share it.

    A report is true when it has findings, like any sequence: `if report:` asks whether there is
    anything to say, `if report.errors:` whether the document must be corrected.
    """

    __slots__ = ("_as_of", "_findings", "_lang", "_native")

    def __init__(self, native: _tokki.Report, lang: Lang, as_of: datetime.date) -> None:
        """Only tokki.check makes reports."""
        self._native = native
        self._lang = lang
        self._as_of = as_of
        self._findings: tuple[Finding, ...] | None = None

    def _all(self) -> tuple[Finding, ...]:
        if self._findings is None:
            self._findings = findings_of(self._native.to_json(), self._lang) if len(self) else ()
        return self._findings

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Finding, ...]: ...
    def __getitem__(self, index: int | slice) -> Finding | tuple[Finding, ...]:
        """Return a finding, or several."""
        return self._all()[index]

    def __len__(self) -> int:
        """Return the number of findings."""
        return len(self._native)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Those that the document must be corrected for."""
        return tuple(finding for finding in self._all() if finding.severity == Severity.ERROR)

    @property
    def gravest(self) -> Severity | None:
        """The gravest severity, or None without findings."""
        order = list(Severity)
        return max((finding.severity for finding in self._all()), key=order.index, default=None)

    @property
    def uri(self) -> str:
        """The document's name, as the caller named it."""
        return self._native.uri

    @property
    def line(self) -> int | None:
        """The line of an NDJSON file, 1-based."""
        return self._native.line

    @property
    def kind(self) -> str:
        """What the document is: declaration, dossier …; "" when that could not be told."""
        return self._native.kind

    @property
    def edition(self) -> _tokki.Edition:
        """The edition it was checked with."""
        return self._native.edition

    @property
    def as_of(self) -> datetime.date:
        """The day of the check."""
        return self._as_of

    def to_json(self) -> str:
        """Return it as JSON, with messages in both languages."""
        return self._native.to_json()

    def to_sarif(self, *, lang: Lang | None = None) -> str:
        """Return it as SARIF 2.1.0, for code scanning: one run, with all rules."""
        return self.to("sarif", lang=lang)

    def to_text(self, *, lang: Lang | None = None, width: int = 80) -> str:
        """Return it as text for people; empty without findings."""
        return self.to("text", lang=lang, width=width)

    def to(self, format: str, *, lang: Lang | None = None, width: int = 80) -> str:  # noqa: A002
        """Return it as `tokki check --format` writes it of one document.

        format: one of tokki.report_formats()
        lang:   the language of the words, where the format has but one
        width:  columns, of text
        """
        if format not in report_formats():
            msg = f"format is one of {', '.join(report_formats())}, not {format!r}"
            raise ValueError(msg)
        return self._native.render(format, lang or self._lang, width)

    def __repr__(self) -> str:
        """Say how many findings of which severity there are."""
        counts = [
            f"{count} {severity}"
            for severity in reversed(Severity)
            if (count := sum(finding.severity == severity for finding in self._all()))
        ]
        name = f" {self.uri}" if self.uri else ""
        return f"<tokki.Report{name}: {', '.join(counts) or 'no findings'}>"

    def _repr_html_(self) -> str:
        """Return it as a table, for notebooks."""
        rows = [
            (
                _tokki.severity_name(finding.severity, self._lang),
                finding.place or finding.pointer,
                f"{finding.message} {finding.remedy}",
                finding.citation,
                finding.rule,
            )
            for finding in self._all()
        ]
        caption = self.uri or self.kind or "tokki"
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
        )
        return f"<table><caption>{escape(caption)} ({len(rows)})</caption>{body}</table>"
