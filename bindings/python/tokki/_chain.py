"""A dossier (案件) that several documents make up, and the subcontract chain in it."""

import datetime
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokki import _tokki
from tokki._check import Document, Settings, Terms, each_input
from tokki._choices import Expected
from tokki._files import Unreadable, each_result
from tokki._report import Lang, Report


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainParty:
    """A party of the chain.

    tier:        subcontracts between 乙 and the party by the shortest way, 0 for 乙; None when no
                 way leads there
    declaration: whether it must file, and has
    declared_on: the day of its declaration in force
    inspection:  whether 甲 may inspect it on site (特記事項10): yes, no, undetermined
    """

    id: str
    name: str
    corporate_number: str
    tier: int | None
    declaration: Expected
    declared_on: datetime.date | None
    inspection: str


class Chain:
    """The chain of a dossier as of a day, and what was found in its documents. Immutable."""

    __slots__ = ("_lang", "_native", "reports")

    def __init__(self, native: _tokki.Chain, lang: Lang, as_of: datetime.date) -> None:
        """Only tokki.check_dossier and tokki.chains_in make chains."""
        self._native = native
        self._lang = lang
        self.reports: tuple[Report, ...] = tuple(Report(one, lang, as_of) for one in native.reports)

    @property
    def parties(self) -> tuple[ChainParty, ...]:
        """All parties."""
        return tuple(
            ChainParty(
                id=party["id"],
                name=party["name"],
                corporate_number=party.get("corporate_number", ""),
                tier=party["tier"],
                declaration=Expected(party["declaration"]),
                declared_on=_day(party.get("declared_on")),
                inspection=party["inspection"],
            )
            for party in self.to_dict()["parties"]
        )

    def describe(self, party: str, *, lang: Lang | None = None, width: int = 80) -> str:
        """Tell of a party, by id, corporate number or name: its way from 乙, and those beneath it.

        Raises KeyError when there is none.
        """
        return self._native.describe_party(party, lang or self._lang, width)

    def to_dict(self) -> dict[str, Any]:
        """Return parties, subcontracts, where the data lies, and all findings, as in JSON."""
        chain: dict[str, Any] = json.loads(self.to_json())
        return chain

    def to_json(self) -> str:
        """Return parties, subcontracts, where the data lies, and all findings."""
        return self._native.to_string("json", self._lang, 80)

    def to_text(self, *, lang: Lang | None = None, width: int = 80) -> str:
        """Return the chain as a tree, for reading."""
        return self._native.to_string("text", lang or self._lang, width)

    def to_mermaid(self, *, lang: Lang | None = None) -> str:
        """Return the chain as a Mermaid diagram."""
        return self._native.to_string("mermaid", lang or self._lang, 80)

    def to_html(self, *, lang: Lang | None = None) -> str:
        """Return the chain as a whole HTML page, which needs nothing else."""
        return self._native.to_string("html", lang or self._lang, 80)

    def _repr_html_(self) -> str:
        """Return the picture of the chain, for notebooks."""
        return self._native.to_string("svg", self._lang, 80)

    def __repr__(self) -> str:
        """Say how many parties and documents there are."""
        return f"<tokki.Chain of {len(self.parties)} parties, {len(self.reports)} documents>"


def _day(text: str | None) -> datetime.date | None:
    return None if text is None else datetime.date.fromisoformat(text)


def check_dossier(
    documents: Iterable[Document],
    *,
    edition: Terms | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> Chain:
    """Join documents into one dossier and check it: dossiers, records of one, declarations.

    documents: as for `check_many`; a declaration counts as filed under this contract

    The chain has a report for each document, in their order. A single document is checked by
    `check` too, which gives its report alone.
    """
    settings = Settings(edition, lang, as_of)
    if isinstance(documents, (str, bytes, Path, dict)):
        msg = "check_dossier takes several documents: put a single one in a list"
        raise TypeError(msg)
    batch = list(each_input(documents))
    if not batch:
        msg = "a dossier has at least one document"
        raise ValueError(msg)
    native = _tokki.check_dossier(batch, list(settings.editions), settings.as_of)
    return Chain(native, settings.lang, settings.as_of)


def chains_in(
    folder: str | os.PathLike[str],
    *,
    edition: Terms | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> Iterator[Chain]:
    """Check what is in a folder; yield the chain of each dossier, with its reports.

    folder: as for `check_folder`; a declaration that belongs to no dossier is one by itself
    """
    how = Settings(edition, lang, as_of)

    def run(take: Callable[[_tokki.Chain], bool]) -> Unreadable:
        return _tokki.chains_of_path(os.fsencode(folder), list(how.editions), how.as_of, take)

    return (Chain(native, how.lang, how.as_of) for native in each_result(run))
