"""The command tokki status.

Usage: status_command_test.py TOKKI SOURCE_DIR
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
DAY = ("--as-of", "2025-06-02")


def dossier(name: str) -> Path:
    return SOURCE / "tests" / "corpus" / "dossiers" / f"{name}.json"


def in_time() -> Path:
    return dossier("notebook-lost-told-within-60-minutes")


def too_late() -> Path:
    return dossier("notebook-lost-told-a-second-late")


def by_key(report: str) -> dict[str, dict[str, Any]]:
    return {each["key"]: each for each in json.loads(report)["instances"]}


class Status(unittest.TestCase):
    def test_a_second_makes_the_difference(self) -> None:
        for path, status in ((in_time(), "fulfilled"), (too_late(), "breached")):
            run = tokki("status", path, *DAY, "--format", "json")
            self.assertEqual(run.returncode, 1, run.stderr)  # to lose it is a breach by itself
            self.assertEqual(by_key(run.stdout)["B2.time@inc-1/hibari"]["status"], status)

    def test_as_of_is_a_day_or_an_instant(self) -> None:
        def status(*as_of: str) -> dict[str, Any]:
            run = tokki("status", too_late(), "--as-of", *as_of, "--format", "json")
            return by_key(run.stdout).get("B2.time@inc-1/hibari", {})

        due = status("2025-06-02T00:30:00Z")
        self.assertEqual((due["status"], due["until"]), ("due", "2025-06-02T10:00:00+09:00"))
        self.assertEqual(status("2025-06-02 10:00:00")["status"], "due")
        self.assertEqual(status("令和7年6月2日")["status"], "breached")
        self.assertEqual(status("2025-06-01"), {})
        for option in ("--as-of", "--known-at"):
            run = tokki("status", too_late(), option, "someday", "--lang", "en")
            self.assertEqual(run.returncode, 2)
            self.assertIn(f"{option} someday", run.stderr)

    def test_the_level_of_failure(self) -> None:
        found_again = json.loads(in_time().read_text(encoding="utf-8"))
        del found_again["incidents"][0]["carry_out"]  # so that nothing carried out was lost
        records = json.dumps(found_again)
        for level, code in (
            ("breached", 0),
            ("overdue", 0),
            ("due", 1),
            ("undetermined", 1),
            ("never", 0),
        ):
            run = tokki(
                "status", "-", "--as-of", "2025-06-02 09:30", "--fail-on", level, stdin=records
            )
            self.assertEqual(run.returncode, code, level)

    def test_text_fits_a_terminal_in_both_languages(self) -> None:
        views = ((), ("--all",), ("--by", "party"), ("--by", "due"), ("--next", "3"))
        for path in (in_time(), too_late(), dossier("lost-and-told-in-time")):
            for view in (*views, ("--incident", "inc-1")):
                for lang in ("ja", "en"):
                    run = tokki("status", path, "--as-of", "2025-11-06", *view, "--lang", lang)
                    self.assertFalse(run.stderr)
                    self.assertTrue(run.stdout)
                    for line in run.stdout.splitlines():
                        self.assertLessEqual(columns(line), 80, line)
                        self.assertEqual(line, line.rstrip())

    def test_help_is_in_both_languages(self) -> None:
        for lang, said in (("ja", "義務の履行状況"), ("en", "how each duty stands")):
            run = tokki("status", "--help", "--lang", lang)
            self.assertEqual(run.returncode, 0)
            self.assertIn(said, run.stdout)
            for line in run.stdout.splitlines():
                self.assertLessEqual(columns(line), 80, line)

    def test_standard_input(self) -> None:
        text = too_late().read_text(encoding="utf-8")
        run = tokki("status", "-", *DAY, "--format", "json", stdin=text)
        self.assertEqual(run.returncode, 1)
        fact = by_key(run.stdout)["B2.time@inc-1/hibari"]["facts"][0]
        self.assertEqual(fact["document"], "<stdin>")

    def test_records_a_line_and_folders_make_one_dossier(self) -> None:
        whole = json.loads(too_late().read_text(encoding="utf-8"))
        schema = json.loads(tokki("schema", "dossier-record").stdout)
        # A record's key is the singular of the dossier's list: in the same order.
        singular = [key for key in schema["properties"] if key != "format"]
        plural = [
            key
            for key in json.loads(tokki("schema", "dossier").stdout)["properties"]
            if key != "format"
        ]
        names = dict(zip(plural, singular, strict=True))
        lines = [
            json.dumps({"format": "tokki.dossier-record/1", names[key]: record})
            for key, records in whole.items()
            if key != "format"
            for record in (records if isinstance(records, list) else [records])
        ]
        run = tokki("status", "-", *DAY, "--format", "json", stdin="\n".join(lines))
        expected = by_key(tokki("status", too_late(), *DAY, "--format", "json").stdout)
        found = by_key(run.stdout)
        self.assertEqual(
            {key: each["status"] for key, each in found.items()},
            {key: each["status"] for key, each in expected.items()},
        )
        fact = found["B2.time@inc-1/hibari"]["facts"][0]
        number = int(fact["document"].rpartition(":")[2])
        self.assertIn("incident", json.loads(lines[number - 1]))
        with tempfile.TemporaryDirectory() as folder:
            form = whole.pop("declarations")[0]["declaration"]
            (Path(folder) / "dossier.json").write_text(json.dumps(whole), encoding="utf-8")
            (Path(folder) / "form.json").write_text(
                json.dumps({"format": "tokki.declaration/1", **form}), encoding="utf-8"
            )
            run = tokki("status", folder, *DAY, "--format", "json")
        self.assertEqual(
            {key: each["status"] for key, each in by_key(run.stdout).items()},
            {key: each["status"] for key, each in expected.items()},
        )

    def test_json_is_as_its_schema_says(self) -> None:
        schema = json.loads(tokki("schema", "assessment", "--draft", "7").stdout)
        broken = json.dumps({"format": "tokki.dossier/1", "contract": {"surprise": 1}})
        for arguments, stdin in (
            ((in_time(),), ""),
            ((too_late(), "--known-at", "2025-06-03"), ""),
            ((dossier("lost-and-told-in-time"), "--incident", "inc-1"), ""),
            (("-",), broken),
        ):
            run = tokki(
                "status", *arguments, "--as-of", "2025-11-06", "--format", "json", stdin=stdin
            )
            jsonschema.validate(json.loads(run.stdout), schema)

    def test_other_formats(self) -> None:
        whole = json.loads(tokki("status", too_late(), *DAY, "--format", "json").stdout)
        lines = tokki("status", too_late(), *DAY, "--format", "ndjson").stdout.splitlines()
        self.assertEqual(len(lines), len(whole["instances"]))
        for line, instance in zip(map(json.loads, lines), whole["instances"], strict=True):
            self.assertLessEqual(instance.items(), line.items())
        table = tokki("status", too_late(), *DAY, "--format", "csv").stdout
        rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
        self.assertEqual(len(rows), len(lines) + 1)
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        # Several dossiers are one table.
        both = tokki("status", in_time(), too_late(), *DAY, "--format", "csv").stdout
        self.assertEqual(both.count("\ufeff"), 1)
        self.assertIn("## 違反", tokki("status", too_late(), *DAY, "--format", "markdown").stdout)

    def test_names_are_withheld_unless_asked_for(self) -> None:
        name = "株式会社ひばり職業訓練校"
        self.assertNotIn(name, tokki("status", too_late(), *DAY).stdout)
        self.assertIn(name, tokki("status", too_late(), *DAY, "--show-values").stdout)

    def test_what_is_unknown_is_an_error(self) -> None:
        for arguments in (("--party", "nobody"), ("--incident", "com-1"), ("--next", "0")):
            run = tokki("status", too_late(), *DAY, *arguments)
            self.assertEqual(run.returncode, 2, arguments)
            self.assertIn(arguments[1], run.stderr)
            self.assertFalse(run.stdout)
        self.assertEqual(tokki("status", "no-such-file.json").returncode, 3)

    def test_what_is_no_dossier_has_no_status(self) -> None:
        form = SOURCE / "examples/declarations/japan-only-dropbox-in-the-usa.json"
        run = tokki("status", form, *DAY)
        self.assertEqual(run.returncode, 3)
        self.assertIn("届出書であり", run.stderr)
        run = tokki("status", SOURCE / "tests/corpus/broken/shift-jis.json", *DAY)
        self.assertEqual(run.returncode, 3)
        self.assertFalse(run.stdout)

    def test_one_party(self) -> None:
        run = tokki(
            "status",
            dossier("lost-and-told-in-time"),
            *("--as-of", "2025-11-06", "--party", "kaede", "--format", "json"),
        )
        self.assertEqual({each["bearer"] for each in by_key(run.stdout).values()}, {"kaede"})


if __name__ == "__main__":
    cli_test.TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
