"""The calendar of what is due, read by an independent reader of iCalendar.

Usage: ical_test.py TOKKI SOURCE_DIR
"""

import functools
import json
import subprocess
import sys
import unittest
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from icalendar import Calendar  # type: ignore[import-untyped]

TOKKI = ""
SOURCE = Path()
VIEWS = (("2025-06-02 09:30", "ja"), ("2025-07-31", "en"), ("2025-11-06", "ja"))
JAPAN = timezone(timedelta(hours=9))
ODD = 'a,b;c\\d:e"f\u202e'


@functools.cache
def status(path: Path | str, *arguments: str, stdin: str = "") -> bytes:
    run = subprocess.run(
        [TOKKI, "status", str(path), "--fail-on", "never", *arguments],
        cwd=SOURCE,
        input=stdin.encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    return run.stdout


def dossiers() -> list[Path]:
    return sorted((SOURCE / "tests/corpus/dossiers").glob("*.json"))


def entries(text: bytes) -> dict[str, Any]:
    calendar = Calendar.from_ical(text)
    assert not calendar.errors, calendar.errors
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        assert str(event["UID"]) not in found
        found[str(event["UID"])] = event
    return found


class Ical(unittest.TestCase):
    def each(self) -> Any:
        for path in dossiers():
            for day, lang in VIEWS:
                yield path, ("--as-of", day, "--lang", lang)

    def test_an_entry_for_each_time_that_is_set(self) -> None:
        total = 0
        for path, view in self.each():
            report = json.loads(status(path, *view, "--format", "json"))
            due = [
                each
                for each in report["instances"]
                if (each["status"] == "due" or each["overdue"]) and "until" in each
            ]
            found = entries(status(path, *view, "--format", "ical"))
            self.assertEqual(len(found), len(due))
            total += len(due)
            said = {}
            for event in found.values():
                start = event["DTSTART"].dt
                if not isinstance(start, datetime):
                    self.assertIs(type(start), date)
                    start = datetime(start.year, start.month, start.day, 23, 59, 59, 0, JAPAN)
                self.assertNotIn("DTEND", event)
                self.assertEqual(event["DTSTAMP"].dt, datetime.fromisoformat(report["as_of"]))
                said[str(event["DESCRIPTION"]).split("\n")[0]] = start
            for each in due:
                (start,) = (at for head, at in said.items() if head.endswith(each["key"]))
                self.assertEqual(start, datetime.fromisoformat(each["until"]))
        self.assertGreater(total, 10)

    def test_what_has_no_time_is_counted_and_no_entry(self) -> None:
        path = SOURCE / "tests/corpus/dossiers/notebook-lost-told-within-60-minutes.json"
        view = ("--as-of", "2025-06-02 09:30", "--lang", "en")
        report = json.loads(status(path, *view, "--format", "json"))
        timeless = [
            each
            for each in report["instances"]
            if (each["status"] == "due" or each["overdue"]) and "until" not in each
        ]
        self.assertTrue(timeless)
        calendar = Calendar.from_ical(status(path, *view, "--format", "ical"))
        self.assertIn(f"Left out: {len(timeless)} due", str(calendar["X-WR-CALDESC"]))

    def test_lines_are_as_the_standard_wants_them(self) -> None:
        for path, view in self.each():
            text = status(path, *view, "--format", "ical")
            self.assertTrue(text.endswith(b"\r\nEND:VCALENDAR\r\n"))
            lines = text.split(b"\r\n")
            self.assertNotIn(b"\n", b"".join(lines))
            for line in lines:
                self.assertLessEqual(len(line), 75)
                line.decode("utf-8")  # no character is cut

    def test_a_calendar_of_nothing_is_one(self) -> None:
        empty = json.dumps({"format": "tokki.dossier/1", "contract": {"contractor": "hibari"}})
        text = status("-", "--as-of", "2001-01-01", "--format", "ical", stdin=empty)
        self.assertEqual(entries(text), {})
        self.assertIn(b"BEGIN:VTIMEZONE", text)

    def test_ids_stay_when_time_passes(self) -> None:
        path = SOURCE / "tests/corpus/dossiers/notebook-lost-told-a-second-late.json"
        before = entries(status(path, "--as-of", "2025-06-02 12:00", "--format", "ical"))
        after = entries(status(path, "--as-of", "2025-07-31", "--format", "ical"))
        self.assertTrue(set(before) & set(after))
        # The same records of another contract are other duties.
        other = json.loads(path.read_text(encoding="utf-8"))
        other["contract"]["course_number"] = "another"
        others = status("-", "--as-of", "2025-07-31", "--format", "ical", stdin=json.dumps(other))
        self.assertFalse(set(entries(others)) & set(after))

    def test_what_must_be_escaped_is_read_back(self) -> None:
        path = SOURCE / "tests/corpus/dossiers/notebook-lost-told-a-second-late.json"
        odd = json.loads(path.read_text(encoding="utf-8"))
        odd["instructions"][0]["id"] = ODD
        text = status("-", "--as-of", "2025-07-31", "--format", "ical", stdin=json.dumps(odd))
        shown = ODD.replace("\u202e", "<U+202E>")
        descriptions = [str(event["DESCRIPTION"]) for event in entries(text).values()]
        self.assertTrue(any(f"@{shown}/hibari\n" in each for each in descriptions), descriptions)


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
