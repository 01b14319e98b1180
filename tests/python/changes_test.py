"""What changed: tokki.compare and tokki.compare_facts."""

import copy
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import tokki

DAY = datetime.date(2025, 12, 31)
FORM: dict[str, Any] = {
    "format": "tokki.declaration/1",
    "declarant": {"name": "甲野", "address": "青嵐市1"},
}


@pytest.fixture
def later() -> dict[str, Any]:
    form = copy.deepcopy(FORM)
    form["declarant"]["address"] = "青嵐市2"
    return form


@pytest.fixture
def dossier(source: Path) -> Path:
    return source / "tests/corpus/dossiers/change-not-declared-again.json"


def test_forms_are_compared_by_what_they_mean(later: dict[str, Any]) -> None:
    changes = tokki.compare(FORM, later, lang="en")
    (change,) = changes
    assert changes.found
    assert (change.kind, change.matter) == (tokki.ChangeKind.CHANGED, tokki.DeclaredMatter.ADDRESS)
    assert change.cell == "declaration.declarant.address"
    assert change.before is not None
    assert change.after is not None
    assert (change.before.value, change.after.value) == ("青嵐市1", "青嵐市2")
    assert change.before.pointer == "/declarant/address"
    assert change.since is None
    assert change.owed
    assert changes.owed == change.owed
    assert not tokki.compare(FORM, FORM).found
    later["declarant"]["address"] = "青嵐市１"
    assert not tokki.compare(FORM, later).found


def test_any_form_of_a_document_is_taken(later: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "later.json"
    path.write_text(json.dumps(later), "utf-8")
    expected = tokki.compare(FORM, later).to_dict()
    assert tokki.compare(json.dumps(FORM), path.read_bytes()).to_dict() == expected
    record = tokki.Declaration.from_json(json.dumps(FORM))
    named = tokki.compare(record, path).to_dict()
    assert named["results"][0]["after"]["document"] == str(path)


def test_facts_are_compared_with_what_was_declared(dossier: Path) -> None:
    changes = tokki.compare_facts(dossier, as_of=DAY, lang="en")
    change = changes[0]
    assert change.filer == "hibari"
    assert change.kind == tokki.ChangeKind.ADDED
    assert change.after is not None
    assert (change.after.kind, change.after.document) == ("subcontract", str(dossier))
    assert change.since is not None
    assert change.since[0].date() == datetime.date(2025, 10, 1)
    assert change.since[0].utcoffset() == datetime.timedelta(hours=9)
    assert changes.owed == change.owed == ("A3.4.change", "F.change")
    assert not tokki.compare_facts(dossier, as_of=datetime.date(2025, 4, 2)).found
    assert tokki.compare_facts([dossier.read_bytes()], as_of=DAY)[0].since == change.since


def test_values_are_shown_only_when_asked_for(later: dict[str, Any]) -> None:
    changes = tokki.compare(FORM, later, lang="en")
    for wanted in tokki.changes_formats():
        assert "青嵐市" not in changes.write(wanted)
        assert "青嵐市2" in changes.write(wanted, show_values=True)
    assert "青嵐市" not in changes.to_json()
    assert "青嵐市" not in repr(changes) + repr(changes[0])
    assert json.loads(changes.to_json()) == changes.to_dict()
    with pytest.raises(ValueError, match="format is one of text, json"):
        changes.write("docx")
    with pytest.raises(ValueError, match="lang is"):
        changes.write("text", lang="fr")  # type: ignore[arg-type]


def test_what_cannot_be_compared_is_refused(dossier: Path) -> None:
    with pytest.raises(tokki.InvalidDocument, match="no declaration"):
        tokki.compare(FORM, dossier, lang="en")
    with pytest.raises(tokki.InvalidDocument, match="届出書"):
        tokki.compare(dossier, FORM)
    with pytest.raises(tokki.InvalidDocument) as broken:
        tokki.compare("{", FORM)
    assert broken.value.findings
    with pytest.raises(tokki.InvalidDocument, match="no document is a dossier"):
        tokki.compare_facts(FORM, lang="en")
    with pytest.raises(TypeError):
        tokki.compare(FORM, 1)  # type: ignore[arg-type]
