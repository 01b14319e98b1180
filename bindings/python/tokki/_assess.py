"""How the duties of contracts stand, as of an instant."""

import datetime
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Self, overload

from tokki import _tokki
from tokki._cells import JAPAN, Instant
from tokki._check import Document, Terms, as_editions, as_input, each_input, streamed
from tokki._choices import AssessmentOrder, RecordFaultKind, Status
from tokki._files import Unreadable, each_result
from tokki._record import Record
from tokki._report import (
    Argument,
    Finding,
    InvalidDocument,
    Lang,
    arguments_of,
    findings_of,
    known_lang,
)

When = datetime.datetime | datetime.date | Instant | str
"""An instant: a datetime with a zone; or a day, or a time as documents write it, whose last second
in Japan counts."""

Documents = Document | Iterable[Document]
"""What makes up one contract: a document, or several."""

_MOST_FINDINGS = 1_000  # kept of what is no dossier in a stream


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A place in the documents that a status rests on.

    document: its name and line, "records.ndjson:3"; "" when it was given none
    pointer:  JSON Pointer (RFC 6901) into that document
    kind:     of the record: "incident"
    id:       of the record, if it has one
    """

    pointer: str
    document: str = ""
    kind: str = ""
    id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """Why a duty has its status.

    id:        public and permanent
    message:   what decided it, or what is wanting to decide it
    settles:   what would settle it; "" where nothing is open
    reading:   the id of the open reading of the wording that it is about; "" when none is
    question:  the question of that reading
    arguments: the values in the message
    """

    id: str
    message: str
    settles: str = ""
    reading: str = ""
    question: str = ""
    arguments: tuple[Argument, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True, repr=False)
class DutyInstance:
    """One duty, what set it off, and who bears it.

    key:         stable when other records are added: "B2.time@inc-3/hibari"
    duty:        the duty's key in the edition
    clause:      the clause's key; `citation`: the clause as cited
    summary:     what is owed
    trigger:     the id of the record that set it off; "": the contract
    bearer:      the id of the party, else its name; "": 甲
    mirror:      a subcontractor's own, by the terms that flow down to it
    status:      how it stands; `underlying`: beneath a waiver
    overdue:     undetermined, and its time has run out
    since:       of one that is due: since when. Times are Japan's
    until:       until when, where a time is set
    remedied_at: of a breach: when it was done after all
    delay:       from the trigger to the performance, at most
    """

    key: str
    duty: str
    clause: str
    citation: str
    summary: str
    trigger: str
    bearer: str
    mirror: bool
    status: Status
    underlying: Status
    overdue: bool
    since: datetime.datetime | None
    until: datetime.datetime | None
    remedied_at: datetime.datetime | None
    delay: datetime.timedelta | None
    reasons: tuple[Reason, ...]
    facts: tuple[Fact, ...]

    def __repr__(self) -> str:
        """Say which duty it is and how it stands, without whom it is about."""
        return f"<tokki.DutyInstance {self.duty}: {self.status}{', overdue' * self.overdue}>"


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordFault:
    """A fault of the records themselves. What rests on such a record is undetermined.

    other: the other record, if one is involved
    """

    fault: RecordFaultKind
    message: str
    at: Fact
    other: Fact | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Liability:
    """For whose acts 乙 is liable, jointly and severally with them (特記事項6).

    party:     the id of a counterparty at any tier, else its name
    path:      the shortest way of subcontracts, from 乙 to it; empty: not shown to be a counterparty
    breaches:  the keys of the duties that it breached
    incidents: incidents on record that occurred there
    """

    party: str
    path: tuple[str, ...]
    breaches: tuple[str, ...]
    incidents: tuple[Fact, ...]


def _time(text: str | None) -> datetime.datetime | None:
    return None if text is None else datetime.datetime.fromisoformat(text).astimezone(JAPAN)


def _fact(plain: dict[str, Any]) -> Fact:
    return Fact(**plain)


def _reason(plain: dict[str, Any], lang: Lang) -> Reason:
    reading = plain.get("reading", {})
    return Reason(
        id=plain["reason"],
        message=plain["message"][lang],
        settles=plain.get("settles", {}).get(lang, ""),
        reading=reading.get("id", ""),
        question=reading.get("question", {}).get(lang, ""),
        arguments=arguments_of(plain),
    )


def _instance(plain: dict[str, Any], lang: Lang) -> DutyInstance:
    clause = plain.get("clause", {})
    delay = plain.get("delay_seconds")
    return DutyInstance(
        key=plain["key"],
        duty=plain["duty"],
        clause=clause.get("key", ""),
        citation=clause.get(lang, ""),
        summary=plain.get("summary", {}).get(lang, ""),
        trigger=plain.get("trigger", ""),
        bearer=plain.get("bearer", ""),
        mirror=plain["mirror"],
        status=Status(plain["status"]),
        underlying=Status(plain["underlying"]),
        overdue=plain["overdue"],
        since=_time(plain.get("since")),
        until=_time(plain.get("until")),
        remedied_at=_time(plain.get("remedied_at")),
        delay=None if delay is None else datetime.timedelta(seconds=delay),
        reasons=tuple(_reason(one, lang) for one in plain["reasons"]),
        facts=tuple(map(_fact, plain["facts"])),
    )


def fault_of(plain: dict[str, Any], lang: Lang) -> RecordFault:
    """Return a fault of records in JSON."""
    other = plain.get("other")
    return RecordFault(
        fault=RecordFaultKind(plain["fault"]),
        message=plain["message"][lang],
        at=_fact(plain["at"]),
        other=None if other is None else _fact(other),
    )


def assessment_formats() -> tuple[str, ...]:
    """Return the names of the formats that an assessment can be written in."""
    return tuple(_tokki.assessment_formats())


class Assessment(Sequence[DutyInstance]):
    """How the duties of a contract stand, in the order of its edition. Immutable; threads may
    share it.

    Two are equal when they say the same. A pickled one keeps what it says, not the records: then
    `write` knows "json" alone, and `of_incident` nothing.
    """

    __slots__ = ("_instances", "_json", "_lang", "_native", "_plain")

    def __init__(self, native: _tokki.Assessment | None, text: str | None, lang: Lang) -> None:
        """Only tokki.assess, its like, and pickle make assessments."""
        self._native = native
        self._json = text
        self._lang: Lang = lang
        self._plain: dict[str, Any] | None = None
        self._instances: tuple[DutyInstance, ...] | None = None

    def _said(self) -> dict[str, Any]:
        if self._plain is None:
            self._plain = json.loads(self.to_json())
        return self._plain

    @property
    def instances(self) -> tuple[DutyInstance, ...]:
        """Each duty with what set it off and who bears it."""
        if self._instances is None:
            self._instances = tuple(_instance(one, self._lang) for one in self._said()["instances"])
        return self._instances

    @overload
    def __getitem__(self, index: int) -> DutyInstance: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[DutyInstance, ...]: ...
    def __getitem__(self, index: int | slice) -> DutyInstance | tuple[DutyInstance, ...]:
        """Return an instance, or several."""
        return self.instances[index]

    def __len__(self) -> int:
        """Return the number of instances."""
        return len(self.instances if self._native is None else self._native)

    def with_status(self, *statuses: Status | str) -> tuple[DutyInstance, ...]:
        """Return those that stand so."""
        wanted = {Status(status) for status in statuses}
        return tuple(one for one in self if one.status in wanted)

    @property
    def breached(self) -> tuple[DutyInstance, ...]:
        """Those not done, or done too late."""
        return self.with_status(Status.BREACHED)

    @property
    def due(self) -> tuple[DutyInstance, ...]:
        """Those to be done, and still in time."""
        return self.with_status(Status.DUE)

    @property
    def undetermined(self) -> tuple[DutyInstance, ...]:
        """Those that the records or the wording leave open."""
        return self.with_status(Status.UNDETERMINED)

    @property
    def overdue(self) -> tuple[DutyInstance, ...]:
        """Those of them whose time has run out."""
        return tuple(one for one in self if one.overdue)

    def of_party(self, party: str) -> tuple[DutyInstance, ...]:
        """Return the duties of one party, by its id, or by its name where it has none; "": 甲."""
        return tuple(one for one in self if one.bearer == party)

    def of_incident(self, incident: str) -> tuple[DutyInstance, ...]:
        """Return what an incident and the records about it set off. KeyError: there is none."""
        native = self._records("of_incident")
        text = native.write("json", self._lang, 80, "clause", None, True, None, incident, False)
        keys = {one["key"] for one in json.loads(text)["instances"]}
        return tuple(one for one in self if one.key in keys)

    @property
    def as_of(self) -> datetime.datetime:
        """The instant that it is about, in Japan's time."""
        return datetime.datetime.fromisoformat(self._said()["as_of"]).astimezone(JAPAN)

    @property
    def known_at(self) -> datetime.datetime | None:
        """What was recorded later is left out; None: nothing is."""
        return _time(self._said().get("known_at"))

    @property
    def edition(self) -> str:
        """The reference of the edition, "id/version"."""
        return str(self._said()["edition"])

    @property
    def digest(self) -> str:
        """Return "sha256:…" of what went in: documents, editions, instants, version."""
        return str(self._said()["digest"])

    @property
    def liabilities(self) -> tuple[Liability, ...]:
        """For whose acts 乙 is liable, too, where something of theirs is on record."""
        return tuple(
            Liability(
                party=one["party"],
                path=tuple(one["path"]),
                breaches=tuple(one["breaches"]),
                incidents=tuple(map(_fact, one["incidents"])),
            )
            for one in self._said()["liabilities"]
        )

    @property
    def undecided(self) -> tuple[str, ...]:
        """The keys of the duties that no kind of decision covers."""
        return tuple(self._said()["undecided"])

    @property
    def faults(self) -> tuple[RecordFault, ...]:
        """Faults of the records themselves."""
        return tuple(fault_of(one, self._lang) for one in self._said()["faults"])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What could not be read in the documents."""
        return findings_of(self.to_json(), self._lang)

    def to_json(self) -> str:
        """Return all of it as JSON (tokki.assessment/1), in both languages."""
        if self._json is None:
            self._json = self.write("json").removesuffix("\n")
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as a dict shaped like its JSON."""
        said: dict[str, Any] = json.loads(self.to_json())
        return said

    def write(
        self,
        format: str,  # noqa: A002
        *,
        lang: Lang | None = None,
        width: int = 80,
        order: AssessmentOrder | str = AssessmentOrder.CLAUSE,
        next: int | None = None,  # noqa: A002
        all: bool = False,  # noqa: A002
        party: str | None = None,
        incident: str | None = None,
        show_values: bool = False,
    ) -> str:
        """Return it as `tokki status --format` writes it.

        format:      one of tokki.assessment_formats()
        lang:        the language of the words, where the format has but one
        width:       columns, of text
        order:       clause, party or due, of text, Markdown and HTML
        next:        only what is due, at most so many, overdue first
        all:         text, Markdown, HTML: also list what is fulfilled or not triggered
        party:       only this one's duties: its id, corporate number or name; 甲
        incident:    only what this incident set off, as a timeline
        show_values: also what is written in the records: personal data

        KeyError: no such party or incident.
        """
        if format not in assessment_formats():
            msg = f"format is one of {', '.join(assessment_formats())}, not {format!r}"
            raise ValueError(msg)
        if next is not None and next < 1:
            msg = "next is at least 1"
            raise ValueError(msg)
        if self._native is None and self._json is not None:
            plain = not (next or all or party or incident or show_values)
            if format == "json" and plain:
                return self._json + "\n"
        native = self._records("write")
        language = known_lang(lang or self._lang)
        return native.write(
            format,
            language,
            width,
            str(AssessmentOrder(order)),
            next,
            all,
            party,
            incident or "",
            show_values,
        )

    def _records(self, what: str) -> _tokki.Assessment:
        if self._native is None:
            msg = f"{what} needs the records, which an assessment that was pickled lacks"
            raise ValueError(msg)
        return self._native

    def __eq__(self, other: object) -> bool:
        """Tell whether both say the same."""
        return isinstance(other, Assessment) and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        """Return the hash of what it says."""
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep what it says."""
        return Assessment, (None, self.to_json(), self._lang)

    def __copy__(self) -> Self:
        """Return itself, which never changes."""
        return self

    def __deepcopy__(self, _: object) -> Self:
        """Return itself, which never changes."""
        return self

    def __repr__(self) -> str:
        """Say as of when it is, and how many duties stand how."""
        said = self._said()["counts"]
        counts = [f"{said[name]} {name}" for name in (*Status, "overdue") if said[name]]
        return (
            f"<tokki.Assessment as of {self.as_of.isoformat()}: {', '.join(counts) or 'nothing'}>"
        )

    def _repr_html_(self) -> str:
        """Return the duties that need attention as a table, for notebooks."""
        from html import escape  # wanted only in notebooks  # noqa: PLC0415

        plain = Status.FULFILLED, Status.NOT_TRIGGERED, Status.NOT_EXERCISABLE
        rows = "".join(
            "<tr>"
            + "".join(
                f"<td>{escape(cell)}</td>"
                for cell in (
                    _tokki.status_name(one.status, self._lang),
                    one.citation,
                    one.summary,
                    one.bearer,
                    one.until.isoformat() if one.until else "",
                    " ".join(reason.message for reason in one.reasons),
                )
            )
            + "</tr>"
            for one in self
            if one.status not in plain
        )
        caption = f"{self.edition}, {self.as_of.isoformat()}"
        return f"<table><caption>{escape(caption)}</caption>{rows}</table>"


class Question:
    """What is asked of records, resolved once."""

    def __init__(
        self, edition: Terms | None, as_of: When | None, known_at: When | None, lang: str
    ) -> None:
        self.lang = known_lang(lang)
        self.editions = list(as_editions(edition))
        self.as_of = _second(datetime.datetime.now(JAPAN) if as_of is None else as_of, "as_of")
        self.known_at = None if known_at is None else _second(known_at, "known_at")

    @property
    def instant(self) -> datetime.datetime:
        """The instant that it is about."""
        return datetime.datetime.fromtimestamp(self.as_of, JAPAN)

    @property
    def known_instant(self) -> datetime.datetime | None:
        """The instant up to which records count, if one was given."""
        if self.known_at is None:
            return None
        return datetime.datetime.fromtimestamp(self.known_at, JAPAN)

    def of(self, records: _tokki.Records) -> _tokki.Assessment:
        """Assess records."""
        return records.assess(self.editions, self.as_of, self.known_at)

    def in_path(self, path: Path, take: Callable[[_tokki.Assessment], bool]) -> Unreadable:
        """Assess what is in a file or a folder."""
        return _tokki.assess_path(os.fsencode(path), self.editions, self.as_of, self.known_at, take)

    def of_contract(self, documents: Documents) -> _tokki.Assessment:
        """Assess the one contract that documents, or those of a Path, make up."""
        if not isinstance(documents, Path):
            return self.of(_records(documents))
        found: list[_tokki.Assessment] = list(each_result(partial(self.in_path, documents)))
        contracts = [one for one in found if one.holds_dossier]
        if len(contracts) > 1:
            msg = f"{documents} holds {len(contracts)} contracts: assess_stream assesses each"
            raise ValueError(msg)
        if not found:
            raise _no_dossier((), self.lang)
        return (contracts or found)[0]

    def answer(self, native: _tokki.Assessment) -> Assessment:
        """Return the assessment, or raise InvalidDocument when no document is a dossier."""
        if not native.holds_dossier:
            raise _no_dossier(findings_of(native.findings(), self.lang), self.lang)
        return Assessment(native, None, self.lang)


def _second(when: When, what: str) -> int:
    match when:
        case datetime.datetime():
            if when.tzinfo is None:
                msg = f"{what} takes a datetime with a zone"
                raise ValueError(msg)
            return int(when.timestamp() // 1)
        case datetime.date():
            last = datetime.time(23, 59, 59, tzinfo=JAPAN)
            return int(datetime.datetime.combine(when, last).timestamp())
        case str():
            when = Instant(when)
    if not isinstance(when, Instant):
        msg = f"{what} takes a datetime, a date, an Instant or str, not {type(when).__name__}"
        raise TypeError(msg)
    if when.latest is None:
        msg = f"{what} is neither a time nor a day: {when.written!r}"
        raise ValueError(msg)
    return int(when.latest.timestamp())


def _no_dossier(findings: tuple[Finding, ...], lang: Lang) -> InvalidDocument:
    msg = (
        "案件（tokki.dossier/1）もその記録もありません"
        if lang == "ja"
        else "no document is a dossier (tokki.dossier/1) or a record of one"
    )
    return InvalidDocument(findings, msg, lang)


def _records(documents: Documents) -> _tokki.Records:
    alone = isinstance(documents, (str, bytes, bytearray, memoryview, Path, Mapping, Record))
    if alone or hasattr(documents, "read"):
        documents = [documents]  # type: ignore[list-item]
    batch = list(each_input(documents))  # type: ignore[arg-type]
    if not batch:
        msg = "a contract has at least one document"
        raise ValueError(msg)
    return _tokki.Records(batch)


class Assessor:
    """Joins documents into one dossier, to be assessed as often as wanted. Not for several threads
    at once.

        assessor = tokki.Assessor()
        assessor.add(Path("contract.json")).add(Path("records.ndjson"))
        before, after = (assessor.assess(as_of=day) for day in days)
    """

    def __init__(self) -> None:
        """Begin a dossier."""
        self._inputs: list[tuple[bytes, str, int | None, bool]] = []
        self._records: _tokki.Records | None = None

    def add(self, document: Document, *, uri: str | None = None, line: int | None = None) -> Self:
        """Add a document of any kind; of a Path *.ndjson, each line. Return self.

        uri, line: how the document is called, where it is not a Path

        A declaration counts as filed under this contract. Of several contracts the first counts.
        """
        if uri is None and line is None:
            self._inputs += each_input([document])
        else:
            text, name, number, positions = as_input(document)
            self._inputs.append(
                (text, name if uri is None else uri, number if line is None else line, positions)
            )
        self._records = None
        return self

    def assess(
        self,
        *,
        edition: Terms | None = None,
        as_of: When | None = None,
        known_at: When | None = None,
        lang: Lang = "ja",
    ) -> Assessment:
        """Return how the duties stand; arguments as for tokki.assess."""
        question = Question(edition, as_of, known_at, lang)
        if self._records is None:
            self._records = _tokki.Records(self._inputs)
        return question.answer(question.of(self._records))


def assess(
    documents: Documents,
    *,
    edition: Terms | None = None,
    as_of: When | None = None,
    known_at: When | None = None,
    lang: Lang = "ja",
) -> Assessment:
    """Tell how each duty of a contract stands, as of an instant.

    documents: a dossier, or several documents that make one up, as for `check`; or the Path of a
               file or a folder that holds one
    edition:   the terms, or several to choose from by the document; default: the built-in ones
    as_of:     the instant; a day means its end in Japan. Default: now
    known_at:  leaves out what was recorded later; default: nothing
    lang:      the language of the words, "ja" or "en"

    Raises InvalidDocument when no document is a dossier or a record of one. Whatever else is wrong
    with them is among the findings of the assessment, or makes a duty undetermined.
    """
    question = Question(edition, as_of, known_at, lang)
    return question.answer(question.of_contract(documents))


def assess_stream(
    contracts: str | os.PathLike[str] | Iterable[Documents],
    *,
    edition: Terms | None = None,
    as_of: When | None = None,
    known_at: When | None = None,
    lang: Lang = "ja",
    workers: int | None = None,
) -> Iterator[Assessment]:
    """Tell how the duties of many contracts stand, one after the other, as they are asked for.

    contracts: the path of a file or a folder; or an iterable, of which each item makes up one
               contract, as for `assess`
    workers:   threads, for an iterable; default: one for each processor
    as_of:     default: now, when this is called

    In an NDJSON file a line that is a dossier (tokki.dossier/1) is a contract; the lines of a file
    that begins with a record of one (tokki.dossier-record/1) are one contract. The files of a
    folder are grouped as the command does. Memory does not grow with their number.

    What is no dossier is left out; InvalidDocument, which says what was wrong, comes after all
    assessments, and so does OSError for files that cannot be read.
    """
    question = Question(edition, as_of, known_at, lang)
    if isinstance(contracts, (str, os.PathLike)):
        return _those_known(each_result(partial(question.in_path, Path(contracts))), question)
    if workers is None:
        workers = os.cpu_count() or 1
    elif workers < 1:
        msg = "workers is at least 1"
        raise ValueError(msg)

    def run(batch: list[_tokki.Records]) -> list[_tokki.Assessment]:
        return [question.of(records) for records in batch]

    return _those_known(streamed(run, map(_records, contracts), workers), question)


def _those_known(found: Iterable[_tokki.Assessment], question: Question) -> Iterator[Assessment]:
    findings: list[Finding] = []
    unknown = False
    for native in found:
        if native.holds_dossier:
            yield Assessment(native, None, question.lang)
            continue
        unknown = True
        if len(findings) < _MOST_FINDINGS:
            findings += findings_of(native.findings(), question.lang)
    if unknown:
        raise _no_dossier(tuple(findings), question.lang)
