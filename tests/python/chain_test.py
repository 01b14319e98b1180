"""Dossiers from Python: joined, checked, shown."""

import datetime
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import tokki
from tokki import Date

untyped: Any = tokki  # for what type checkers would refuse
AS_OF = datetime.date(2026, 11, 24)
CONTRACT = tokki.Contract(
    client="長野県",
    contractor="a",
    concluded_on=Date("令和7年4月1日"),
    course_number="5-07-20-001-02-0001",
)
PARTIES = (
    tokki.Party(id="a", name="甲乙研修株式会社"),
    tokki.Party(id="b", name="<b>北信</b>印刷"),
)
PRINTING = tokki.Subcontract(
    from_="a", to="b", work="教材の印刷", handles_electronic_data=True, starts_on=Date("2025-05-01")
)
DOSSIER = tokki.Dossier(contract=CONTRACT, parties=PARTIES, subcontracts=(PRINTING,))


def test_a_dossier_of_several_documents_is_one_chain() -> None:
    chain = tokki.check_dossier([DOSSIER], as_of=AS_OF)
    contractor, printer = chain.parties
    assert (contractor.id, contractor.tier) == ("a", 0)
    assert (printer.id, printer.tier) == ("b", 1)
    assert printer.declaration is tokki.Expected.MISSING
    (report,) = chain.reports
    assert report.kind == "dossier"
    assert report.errors
    assert [f.rule for f in report] == [f.rule for f in tokki.check(DOSSIER, as_of=AS_OF)]
    assert all(finding.position is None for finding in report)
    records = [
        tokki.DossierRecord(contract=CONTRACT),
        *(tokki.DossierRecord(party=party) for party in PARTIES),
        tokki.DossierRecord(subcontract=PRINTING),
    ]
    apart = tokki.check_dossier(records, as_of=AS_OF)
    assert apart.parties == chain.parties
    assert len(apart.reports) == 4
    assert sorted(f.rule for one in apart.reports for f in one) == sorted(f.rule for f in report)


def test_records_a_line_make_a_dossier(tmp_path: Path) -> None:
    path = tmp_path / "dossier.ndjson"
    lines = [tokki.DossierRecord(party=party).to_json() for party in PARTIES]
    path.write_text("\n".join(lines), "utf-8")
    chain = tokki.check_dossier([path, tokki.DossierRecord(contract=CONTRACT)], as_of=AS_OF)
    named = [(report.uri, report.line) for report in chain.reports]
    assert named == [(str(path), 1), (str(path), 2), ("", None)]


def test_a_chain_is_shown() -> None:
    chain = tokki.check_dossier([DOSSIER], as_of=AS_OF)
    assert json.loads(chain.to_json()) == chain.to_dict()
    assert chain.to_dict()["as_of"] == "2026-11-24"
    assert "甲乙研修" in chain.to_text()
    assert chain.to_text() != chain.to_text(lang="en")
    assert "甲乙研修" in chain.describe("a")
    assert "甲乙研修" in chain.to_mermaid()
    assert repr(chain) == "<tokki.Chain of 2 parties, 1 documents>"
    with pytest.raises(KeyError):
        chain.describe("nobody")
    for page in (chain.to_html(), chain._repr_html_()):
        assert "<svg" in page
        assert "<b>北信" not in page
        HTMLParser().feed(page)


def test_bad_documents_are_findings_and_wrong_use_raises() -> None:
    chain = tokki.check_dossier(["not JSON", DOSSIER], as_of=AS_OF)
    assert chain.reports[0][0].rule == "json-malformed"
    assert len(chain.parties) == 2
    with pytest.raises(ValueError, match="at least one"):
        tokki.check_dossier([])
    with pytest.raises(TypeError, match="in a list"):
        untyped.check_dossier("{}")
    with pytest.raises(TypeError, match="only a part"):
        tokki.check_dossier([tokki.Party()])
