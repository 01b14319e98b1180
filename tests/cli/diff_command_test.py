"""The command tokki diff.

Usage: diff_command_test.py TOKKI SOURCE_DIR
"""

import csv
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

import cli_test
import jsonschema  # type: ignore[import-untyped]
from cli_test import columns, tokki

SOURCE = Path()
FORMS = "examples/declarations"


def form() -> dict[str, Any]:
    name = "training-school-google-workspace-and-box.json"
    text = (SOURCE / FORMS / name).read_text(encoding="utf-8")
    made: dict[str, Any] = json.loads(text)
    return made


def dossier() -> Path:
    return SOURCE / "tests/corpus/dossiers/change-not-declared-again.json"


class Diff(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name: str, content: dict[str, Any]) -> Path:
        path = Path(self.folder.name) / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def two(self, **changes: Any) -> tuple[Path, Path]:
        later = form()
        later["declared_on"] = "令和8年9月1日"
        later.update(changes)
        return self.file("old.json", form()), self.file("new.json", later)

    def test_exit_codes_are_those_of_a_diff(self) -> None:
        self.assertEqual(tokki("diff", *self.two()).returncode, 0)
        declarant = {**form()["declarant"], "address": "別の市1-1"}
        self.assertEqual(tokki("diff", *self.two(declarant=declarant)).returncode, 1)
        old, new = self.two()
        self.assertEqual(tokki("diff", old, "no-such-file.json").returncode, 3)
        self.assertEqual(
            tokki("diff", old, SOURCE / "tests/corpus/broken/shift-jis.json").returncode, 3
        )
        for arguments in (
            (old,),
            (old, new, new),
            (old, dossier()),
            (old, new, "--as-of", "2025-04-01"),
        ):
            run = tokki("diff", *arguments)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertTrue(run.stderr)
            self.assertFalse(run.stdout)
        self.assertEqual(tokki("diff", dossier(), "--as-of", "someday").returncode, 2)

    def test_written_differently_is_no_change(self) -> None:
        name = form()["declarant"]["name"]
        spaced = {**form()["declarant"], "name": name + "　"}
        run = tokki("diff", *self.two(declarant=spaced), "--lang", "en")
        self.assertEqual(run.returncode, 0)
        self.assertIn("No change", run.stdout)
        self.assertIn("Written differently, with the same meaning", run.stdout)
        self.assertNotIn("What the changes set off", run.stdout)

    def test_values_are_withheld_unless_asked_for(self) -> None:
        declarant = {**form()["declarant"], "address": "秘密市ひみつ町1-1"}
        media = [{"name": "金庫内のテープ"}]
        forms = self.two(declarant=declarant, storage_media=media)
        for each in ("text", "json", "csv", "markdown"):
            run = tokki("diff", *forms, "--format", each)
            for value in ("秘密市ひみつ町1-1", "金庫内のテープ"):
                self.assertNotIn(value, run.stdout)
                shown = tokki("diff", *forms, "--format", each, "--show-values").stdout
                self.assertIn(value, shown)

    def test_a_change_names_the_cell_and_what_it_sets_off(self) -> None:
        declarant = {**form()["declarant"], "address": "別の市1-1"}
        run = tokki("diff", *self.two(declarant=declarant))
        self.assertIn("届出者 住所", run.stdout)
        self.assertIn("届出書※：届出者は、届出事項に変更があった場合には", run.stdout)
        self.assertNotIn("特記事項3(4)", run.stdout)  # of rows 1 to 4 only
        run = tokki("diff", *self.two(storage_media=[{"name": "テープ"}]), "--lang", "en")
        self.assertIn("Special Terms 3(4)", run.stdout)
        self.assertIn("Where the later form has been filed", " ".join(run.stdout.split()))

    def test_forms_of_different_contracts_oblige_to_nothing(self) -> None:
        contract = {**form()["contract"], "course_number": "9-99"}
        changes = {"contract": contract, "storage_media": [{"name": "テープ"}]}
        run = tokki("diff", *self.two(**changes), "--format", "json")
        said = json.loads(run.stdout)
        self.assertTrue(said["results"][0]["other_contract"])
        self.assertEqual(said["owed"], [])
        self.assertNotIn("3(4)", tokki("diff", *self.two(**changes)).stdout)

    def test_lines_fit_the_terminal(self) -> None:
        forms = self.two(storage_media=[{"name": "媒体" * 100}], online_storage={"ticked": ["no"]})
        for language in ("ja", "en"):
            for arguments in (forms, (dossier(), "--as-of", "2026-03-31")):
                run = tokki("diff", *arguments, "--lang", language, "--show-values")
                for line in run.stdout.splitlines():
                    if not line.startswith("/"):
                        self.assertLessEqual(columns(line), 80, line)

    def test_json_is_as_its_schema_says(self) -> None:
        schema = json.loads(tokki("schema", "diff", "--draft", "7").stdout)
        forms = self.two(storage_media=[], online_storage={"ticked": ["yes", "no"]})
        for arguments in (
            forms,
            (*forms, "--show-values"),
            (dossier(), "--as-of", "2026-03-31"),
            (dossier(), "--as-of", "2026-03-31", "--known-at", "2026-03-31", "--show-values"),
        ):
            run = tokki("diff", *arguments, "--format", "json")
            self.assertEqual(run.returncode, 1, run.stderr)
            jsonschema.validate(json.loads(run.stdout), schema)

    def test_facts_that_the_newest_form_lacks(self) -> None:
        run = tokki("diff", dossier(), "--as-of", "2026-03-31", "--format", "json")
        of_hibari = json.loads(run.stdout)["results"][0]
        self.assertEqual(of_hibari["filer"], "hibari")
        first, second = of_hibari["changes"]
        self.assertEqual(first["matter"], "subcontracting")
        self.assertEqual(first["since"]["from"], "2025-10-01T00:00:00+09:00")
        self.assertEqual(first["owed"], ["A3.4.change", "F.change"])
        self.assertFalse(second["certain"])  # whether it handles electronic data is not said
        run = tokki("diff", dossier(), "--as-of", "2025-09-30")
        self.assertEqual(run.returncode, 0, run.stdout)

    def test_a_table(self) -> None:
        table = tokki(
            "diff", *self.two(storage_media=[{"name": "テープ"}]), "--format", "csv"
        ).stdout
        rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
        self.assertEqual({len(row) for row in rows}, {10})
        self.assertGreater(len(rows), 1)

    def test_standard_input(self) -> None:
        old, _ = self.two()
        run = tokki("diff", old, "-", stdin=json.dumps(form()))
        self.assertEqual(run.returncode, 0, run.stderr)


if __name__ == "__main__":
    cli_test.TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
