"""The command tokki status.

Usage: status_command_test.py TOKKI SOURCE_DIR
"""

import csv
import io
import json
import re
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import cli_test
import jsonschema  # type: ignore[import-untyped]
from cli_test import columns, on_terminal, tokki

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


class Page(HTMLParser):
    """What is wrong with a page, and what it says."""

    VOID = ("meta", "br")
    # Their end may be left out.
    OPTIONAL = ("html",)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID + self.OPTIONAL:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for found, attrs in self.tags if found == tag]


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

    def test_what_is_next_needs_no_number(self) -> None:
        path = too_late()
        day = ("--as-of", "2025-06-02 09:30")
        ten = tokki("status", path, *day, "--next", "10").stdout
        self.assertIn("期限", ten)
        for arguments in (
            (path, "--next", *day),
            ("--next", path, *day),
            (path, *day, "--next"),
            (*day, "--next", "--lang", "ja", path),
        ):
            run = tokki("status", *arguments)
            self.assertEqual((run.stdout, run.stderr), (ten, ""), arguments)
        one = tokki("status", "--next", "1", path, *day, "--format", "json").stdout
        self.assertEqual(len(by_key(one)), 1)
        self.assertEqual(tokki("status", path, *day, "--next=1", "--format", "json").stdout, one)
        # No other command or option takes it.
        self.assertEqual(tokki("status", path, "--party").returncode, 2)
        self.assertEqual(tokki("check", "--next", path).returncode, 2)

    def test_thousands_do_not_drown_the_few(self) -> None:
        whole = json.loads(too_late().read_text(encoding="utf-8"))
        whole["mails"] = [{"id": f"mail-{i}", "at": "2025-06-05"} for i in range(2000)]
        whole["incidents"] += [
            {"id": f"false-alarm-{i}", "at": "2025-06-05", "occurred": False} for i in range(2000)
        ]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "dossier.json"
            path.write_text(json.dumps(whole), encoding="utf-8")
            report = json.loads(tokki("status", path, *DAY, "--format", "json").stdout)
            self.assertGreater(report["counts"]["not_triggered"], 2000)
            for lang, first, rest in (
                ("ja", "違反（", "未発生"),
                ("en", "Breached (", "not triggered"),
            ):
                shown = on_terminal("status", path, *DAY, "--lang", lang)
                lines = re.sub("\x1b\\[[0-9;]*m", "", shown).splitlines()
                self.assertLess(len(lines), 250)
                for line in lines:
                    self.assertLessEqual(columns(line), 80, line)
                self.assertTrue(lines[3].startswith(first), lines[3])
                self.assertIn("B2.time@inc-1/hibari", "".join(lines[:20]))
                self.assertIn(rest, "".join(lines[-4:]))
                few = on_terminal("status", path, *DAY, "--next", "--lang", lang)
                self.assertLess(len(few.splitlines()), 100)

    def test_a_page_is_sound_and_stands_alone(self) -> None:
        for lang, words in (
            ("ja", ("違反", "未確定", "履行済み")),
            ("en", ("Breached", "Undetermined", "fulfilled")),
        ):
            for view in ((), ("--all",), ("--incident", "inc-1")):
                run = tokki("status", too_late(), *DAY, *view, "--format", "html", "--lang", lang)
                page = Page(run.stdout)
                self.assertEqual(page.open, [])
                self.assertEqual(page.all("html"), [{"lang": lang}])
                self.assertEqual(len(page.all("title")), 1)
                self.assertEqual(len(page.all("h1")), 1)
                for word in words:
                    self.assertIn(word.lower(), page.text.lower())
                self.assertTrue(all(each.get("scope") in ("row", "col") for each in page.all("th")))
                # Nothing is fetched, and nothing runs.
                self.assertFalse(
                    {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
                )
                self.assertNotRegex(run.stdout, r"url\(|@import|https?:| on\w+=|(src|href)=")
                rows = re.findall(r"<tr>.*?</tr>", run.stdout)
                self.assertGreater(len(rows), 3)
                for row in rows:
                    self.assertIn(len(re.findall("<t[hd][ >]", row)), (2, 5), row)

    def test_a_page_holds_several_dossiers_and_any_id(self) -> None:
        odd = json.loads(too_late().read_text(encoding="utf-8"))
        odd["instructions"][0]["id"] = '<script>alert("&")</script>'
        run = tokki("status", in_time(), "-", *DAY, "--format", "html", stdin=json.dumps(odd))
        page = Page(run.stdout)
        self.assertEqual(page.open, [])
        self.assertEqual(len(page.all("article")), 2)
        self.assertEqual(len(page.all("html")), 1)
        self.assertEqual(page.all("script"), [])
        self.assertIn('<script>alert("&")</script>', page.text)

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
        for arguments in (
            ("--party", "nobody"),
            ("--incident", "com-1"),
            ("--next", "0"),
            ("--next", "-1"),
        ):
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
