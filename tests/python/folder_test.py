"""Folders from Python: dossiers are joined, and unreadable files are reported."""

import datetime
import errno
import json
import os
import threading
from pathlib import Path

import pytest
import tokki

AS_OF = datetime.date(2026, 11, 24)
FORM = json.dumps({"format": "tokki.declaration/1", "declarant": {"name": "A校"}})
DOSSIER = json.dumps(
    {
        "format": "tokki.dossier/1",
        "contract": {"course_number": "5-01", "contractor": "a"},
        "parties": [{"id": "a", "name": "A校"}],
    }
)


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.json").write_text(text, "utf-8")


def names(reports: list[tokki.Report]) -> list[str]:
    return [Path(report.uri).name for report in reports]


def test_a_folder_is_a_dossier_with_its_forms(tmp_path: Path) -> None:
    write(tmp_path, contract=DOSSIER, form=FORM)
    reports = list(tokki.check_folder(tmp_path, as_of=AS_OF, lang="en"))
    assert names(reports) == ["contract.json", "form.json"]
    assert "contractor-declaration-undetermined" not in [f.rule for f in reports[0]]
    assert "filer-matched" in [f.rule for f in reports[1]]
    assert "A" in reports[1].to_text()
    (chain,) = tokki.chains_in(str(tmp_path), as_of=AS_OF)
    assert names(list(chain.reports)) == names(reports)
    assert [party.name for party in chain.parties] == ["A校"]


def test_folders_stand_among_documents(tmp_path: Path) -> None:
    write(tmp_path, contract=DOSSIER, form=FORM)
    several: list[str | bytes | Path] = [
        FORM,
        tmp_path,
        tmp_path / "form.json",
        tmp_path,
        FORM.encode(),
    ]
    reports = list(tokki.check_many(several, as_of=AS_OF))
    assert names(reports) == ["", *["contract.json", "form.json"], "form.json",
                              *["contract.json", "form.json"], ""]  # fmt: skip
    assert [f.rule for f in reports[2]] != [f.rule for f in reports[3]]


def test_what_cannot_be_read_is_raised_after_all_reports(tmp_path: Path) -> None:
    write(tmp_path, a=FORM, c=FORM)
    (tmp_path / "b.json").symlink_to("nowhere")
    os.mkfifo(tmp_path / "d.json")
    reports = tokki.check_folder(tmp_path)
    assert names([next(reports), next(reports)]) == ["a.json", "c.json"]
    with pytest.raises(FileNotFoundError) as raised:
        next(reports)
    assert raised.value.filename == str(tmp_path / "b.json")
    assert "d.json" in raised.value.__notes__[0]
    (tmp_path / "empty").mkdir()
    with pytest.raises(OSError, match=r"no \.json") as none:
        next(tokki.check_folder(tmp_path / "empty"))
    assert none.value.errno == errno.ENODATA


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    for wrong in (tokki.check, lambda folder: tokki.check_dossier([folder])):
        with pytest.raises(IsADirectoryError, match="check_folder"):
            wrong(tmp_path)
    with pytest.raises(ValueError, match="lang"):
        tokki.check_folder(tmp_path, lang="fr")  # type: ignore[arg-type]


def test_reports_come_as_they_are_wanted(tmp_path: Path) -> None:
    (tmp_path / "many.ndjson").write_text(f"{FORM}\n" * 10_000, "utf-8")
    before = threading.active_count()
    reports = tokki.check_folder(tmp_path)
    assert [next(reports).line for _ in range(3)] == [1, 2, 3]
    reports.close()  # type: ignore[attr-defined]
    assert threading.active_count() == before
