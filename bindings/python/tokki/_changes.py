"""What changed in what was declared."""

import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, overload

from tokki import _tokki
from tokki._assess import Documents, Question, RecordFault, When, fault_of
from tokki._cells import JAPAN
from tokki._check import Document, Terms, as_editions, as_input
from tokki._choices import ChangeKind, DeclaredMatter
from tokki._report import InvalidDocument, Lang, findings_of, known_lang


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeSide:
    """One side of a change: where it is written, and what.

    pointer:  JSON Pointer (RFC 6901) into the document
    document: its name; "" when it was given none
    kind:     of the record, where it is a fact: "subcontract"; `id`: of the record, if it has one
    choice:   the keys of the boxes ticked, joined by commas; "" where it is no box
    value:    what is written in the cell: personal data; the cells of an entry joined by " / "
    """

    pointer: str
    document: str = ""
    kind: str = ""
    id: str = ""
    choice: str = ""
    value: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A difference: of a cell, or of a whole entry of a list that was added or removed.

    kind:     rewritten: written differently, with the same meaning
    matter:   which declared matter; None: none, but the contract cited, or members of tokki's own
    cell:     the key of the form's cell
    place:    how a clerk points at it, ３ ウ（2件目）; `label`: what is printed there
    clause:   the key of the clause behind the cell; `citation`: as cited
    before:   what is declared; None: nothing
    after:    what stands in the later form, or the fact on record; None: nothing
    since:    of a fact: from when to when it may have come about; None: not known
    planned:  of a fact: it has not come about yet
    certain:  False: the records leave open whether it is a change
    older:    of a fact: older than all that was declared: an omission, no change
    owed:     the keys of the duties that it sets off: to report it, to declare again
    filer:    of a fact: whose declaration it is, by id, else by name; "" between two declarations
    """

    kind: ChangeKind
    matter: DeclaredMatter | None
    cell: str
    place: str
    label: str
    clause: str
    citation: str
    before: ChangeSide | None
    after: ChangeSide | None
    since: tuple[datetime.datetime, datetime.datetime] | None
    planned: bool
    certain: bool
    older: bool
    owed: tuple[str, ...]
    filer: str = ""


def _side(plain: dict[str, Any] | None) -> ChangeSide | None:
    return None if plain is None else ChangeSide(**plain)


def _time(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).astimezone(JAPAN)


def _change(plain: dict[str, Any], filer: str, lang: Lang) -> Change:
    clause = plain.get("clause", {})
    since = plain.get("since")
    return Change(
        kind=ChangeKind(plain["kind"]),
        matter=DeclaredMatter(plain["matter"]) if "matter" in plain else None,
        cell=plain["cell"],
        place=plain["place"][lang],
        label=plain["label"][lang],
        clause=clause.get("key", ""),
        citation=clause.get(lang, ""),
        before=_side(plain.get("before")),
        after=_side(plain.get("after")),
        since=None if since is None else (_time(since["from"]), _time(since["to"])),
        planned=plain["planned"],
        certain=plain["certain"],
        older=plain["older"],
        owed=tuple(plain["owed"]),
        filer=filer,
    )


def changes_formats() -> tuple[str, ...]:
    """Return the names of the formats that changes can be written in."""
    return tuple(_tokki.changes_formats())


class Changes(Sequence[Change]):
    """What changed, in the order of the form; of facts, one party after the other. Immutable;
    threads may share it.
    """

    __slots__ = ("_changes", "_lang", "_native", "_plain")

    def __init__(self, native: _tokki.Changes, lang: Lang) -> None:
        """Only tokki.compare and tokki.compare_facts make these."""
        self._native = native
        self._lang: Lang = lang
        self._plain: dict[str, Any] | None = None
        self._changes: tuple[Change, ...] | None = None

    def _said(self) -> dict[str, Any]:
        if self._plain is None:
            self._plain = self.to_dict(show_values=True)
        return self._plain

    def _all(self) -> tuple[Change, ...]:
        if self._changes is None:
            self._changes = tuple(
                _change(one, of.get("filer", ""), self._lang)
                for of in self._said()["results"]
                for one in of["changes"]
            )
        return self._changes

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        """Return a change, or several."""
        return self._all()[index]

    def __len__(self) -> int:
        """Return the number of changes, with those of the way of writing alone."""
        return len(self._all())

    @property
    def found(self) -> bool:
        """Whether something changed but the way of writing."""
        return self._native.found

    @property
    def owed(self) -> tuple[str, ...]:
        """The keys of the duties that the changes set off, each once."""
        return tuple(one["duty"] for one in self._said()["owed"])

    @property
    def edition(self) -> str:
        """The reference of the edition, "id/version"."""
        return str(self._said()["edition"])

    @property
    def faults(self) -> tuple[RecordFault, ...]:
        """Faults of the records that were compared."""
        return tuple(fault_of(one, self._lang) for one in self._said()["faults"])

    def to_json(self, *, show_values: bool = False) -> str:
        """Return all of it as JSON (tokki.diff/1), in both languages.

        show_values: also what is written in the cells: personal data
        """
        return self.write("json", show_values=show_values).removesuffix("\n")

    def to_dict(self, *, show_values: bool = False) -> dict[str, Any]:
        """Return all of it as a dict shaped like its JSON."""
        said: dict[str, Any] = json.loads(self.to_json(show_values=show_values))
        return said

    def write(
        self,
        format: str,  # noqa: A002
        *,
        lang: Lang | None = None,
        width: int = 80,
        show_values: bool = False,
    ) -> str:
        """Return it as `tokki diff --format` writes it.

        format:      one of tokki.changes_formats()
        lang:        the language of the words, where the format has but one
        width:       columns, of text
        show_values: also what is written in the cells: personal data
        """
        if format not in changes_formats():
            msg = f"format is one of {', '.join(changes_formats())}, not {format!r}"
            raise ValueError(msg)
        return self._native.write(format, known_lang(lang or self._lang), width, show_values)

    def __repr__(self) -> str:
        """Say how many changes there are, and what they oblige to."""
        owed = f"; owed: {', '.join(self.owed)}" if self.owed else ""
        return f"<tokki.Changes: {len(self)}{owed}>"


def _no_form(document: bytes, lang: Lang) -> InvalidDocument | None:
    kind, record, faults = _tokki.decode(document)
    if kind == "declaration" and record is not None:
        return None
    msg = (
        "届出書（tokki.declaration/1）ではありません"
        if lang == "ja"
        else "no declaration (tokki.declaration/1)"
    )
    return InvalidDocument(findings_of(faults, lang), msg, lang)


def compare(
    before: Document, after: Document, *, edition: Terms | None = None, lang: Lang = "ja"
) -> Changes:
    """Tell what changed between two declarations, by what their cells mean.

    before, after: each in any form that `check` takes
    edition:       the terms, or several to choose from by `after`; default: the built-in ones
    lang:          the language of the words, "ja" or "en"

    Raises InvalidDocument when one of them is no declaration.
    """
    known = known_lang(lang)
    forms = as_input(before), as_input(after)
    native = _tokki.compare(*forms, list(as_editions(edition)))
    if native is not None:
        return Changes(native, known)
    raise next(filter(None, (_no_form(form[0], known) for form in forms)))


def compare_facts(
    documents: Documents,
    *,
    edition: Terms | None = None,
    as_of: When | None = None,
    known_at: When | None = None,
    lang: Lang = "ja",
) -> Changes:
    """Tell which facts on record the newest declaration of each party does not state.

    Arguments as for `assess`, which also tells what could not be read.

    Raises InvalidDocument when no document is a dossier or a record of one.
    """
    question = Question(edition, as_of, known_at, lang)
    native = question.of_contract(documents)
    question.answer(native)  # which raises where there is no dossier
    compared = _tokki.compare_facts(
        native.records, question.editions, question.as_of, question.known_at
    )
    return Changes(compared, question.lang)
