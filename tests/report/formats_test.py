"""Every output format of tokki check, read back by an independent reader of the format, holds the same findings.

Usage: formats_test.py TOKKI SOURCE_DIR

Oracles: python3-jsonschema for our own JSON, Microsoft's sarif-multitool for SARIF, Python's
standard library for XML and CSV.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]

TOKKI = ""
SOURCE = Path()
CORPUS = ("examples", "tests/corpus")
JA = {"誤り": "error", "注意": "warning", "要確認": "review", "未確定": "undetermined"}
JA["参考"] = "note"

# A finding as every format can tell it: file, line in that file, rule.
Said = tuple[str, int, str]


def check(*arguments: str | Path, cwd: Path | None = None) -> tuple[int, str, str]:
    run = subprocess.run(
        [TOKKI, "check", "--as-of", "2026-11-24", *map(str, arguments)],
        cwd=cwd or SOURCE,
        capture_output=True,
        check=False,
    )
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def line_of(document: dict[str, Any], at: dict[str, Any]) -> int:
    return int(document.get("line", 1)) + int(at.get("line", 1)) - 1


def said_in_json(text: str) -> Iterator[Said]:
    for document in json.loads(text)["documents"]:
        for finding in document["findings"]:
            yield document["uri"], line_of(document, finding["at"]), finding["rule"]


def said_in_ndjson(text: str) -> Iterator[Said]:
    for line in text.splitlines():
        finding = json.loads(line)
        yield finding["uri"], line_of(finding, finding["at"]), finding["rule"]


def said_in_sarif(text: str) -> Iterator[Said]:
    (run,) = json.loads(text)["runs"]
    for result in run["results"]:
        (location,) = result["locations"]
        physical = location["physicalLocation"]
        uri = urllib.parse.unquote(physical["artifactLocation"]["uri"])
        yield uri, physical["region"]["startLine"], result["ruleId"]


def said_in_junit(text: str) -> Iterator[Said]:
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314
        if "file" in case.attrib:
            yield case.attrib["file"], int(case.attrib["line"]), case.attrib["name"].split()[0]


def said_in_github(text: str) -> Iterator[Said]:
    command = re.compile(r"^::(\w+) file=([^,]*),line=(\d+),col=\d+,title=(\S+) \((.*)\)::(.*)$")
    for line in text.splitlines():
        if line.startswith("::"):
            found = command.match(line)
            assert found, line
            file = re.sub("%([0-9A-F]{2})", lambda m: chr(int(m[1], 16)), found[2])
            yield file, int(found[3]), found[4]


def said_in_csv(text: str) -> Iterator[Said]:
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    for row in rows[1:]:
        yield row[0], int(row[2]), row[5]


READERS = {
    "json": said_in_json,
    "ndjson": said_in_ndjson,
    "sarif": said_in_sarif,
    "junit": said_in_junit,
    "github": said_in_github,
    "csv": said_in_csv,
}


class Formats(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def faulty(self, **changes: Any) -> dict[str, Any]:
        form = SOURCE / "examples/declarations/japan-only-dropbox-in-the-usa.json"
        document: dict[str, Any] = json.loads(form.read_text(encoding="utf-8"))
        return document | changes

    def test_all_say_the_same_in_both_languages(self) -> None:
        _, reference, _ = check(*CORPUS, "--format", "json")
        expected = list(said_in_json(reference))
        self.assertGreater(len(expected), 250)
        for level in ("error", "note", "never"):
            codes = set()
            for format_, read in READERS.items():
                for lang in ("ja", "en"):
                    arguments = ("--format", format_, "--lang", lang, "--fail-on", level)
                    code, text, _ = check(*CORPUS, *arguments)
                    codes.add(code)
                    with self.subTest(format=format_, lang=lang):
                        self.assertEqual(list(read(text)), expected)
            codes.add(check(*CORPUS, "--fail-on", level)[0])
            self.assertEqual(codes, {0 if level == "never" else 1})

    def test_severities_are_the_same(self) -> None:
        _, reference, _ = check(*CORPUS, "--format", "json")
        documents = json.loads(reference)["documents"]
        expected = [f["severity"] for d in documents for f in d["findings"]]
        _, text, _ = check(*CORPUS, "--format", "csv")
        rows = list(csv.reader(io.StringIO(text[1:], newline="")))[1:]
        self.assertEqual([JA[row[4]] for row in rows], expected)
        _, text, _ = check(*CORPUS, "--format", "sarif")
        levels = {
            "error": ("fail", "error"),
            "warning": ("fail", "warning"),
            "review": ("review", "none"),
            "undetermined": ("open", "none"),
            "note": ("fail", "note"),
        }
        results = json.loads(text)["runs"][0]["results"]
        self.assertEqual([(r["kind"], r["level"]) for r in results], [levels[s] for s in expected])
        _, text, _ = check(*CORPUS, "--format", "junit", "--fail-on", "review")
        suites = ET.fromstring(text)  # noqa: S314
        failures = sum(s in ("error", "warning", "review") for s in expected)
        self.assertEqual(len(list(suites.iter("failure"))), failures)
        counted = {"failures": "failure", "errors": "error", "skipped": "skipped"}
        for suite in suites:
            self.assertEqual(int(suite.attrib["tests"]), len(suite))
            for attribute, element in counted.items():
                self.assertEqual(int(suite.attrib[attribute]), len(list(suite.iter(element))))

    def test_json_is_what_its_schema_says(self) -> None:
        broken = self.folder / "broken.json"
        broken.write_text(json.dumps(self.faulty(surprise="秘密")), encoding="utf-8")
        inputs = (*CORPUS, "tests/editions/declarations", broken, "missing.json")
        for arguments in ((), ("--show-values",)):
            code, text, _ = check(*inputs, "--format", "json", *arguments)
            self.assertEqual(code, 3)
            report = json.loads(text)
            for draft in ("draft-07", "draft-2020-12"):
                file = SOURCE / f"schemas/report-1.{draft}.json"
                schema = json.loads(file.read_text(encoding="utf-8"))
                validator = jsonschema.validators.validator_for(schema)
                validator.check_schema(schema)
                self.assertEqual(list(validator(schema).iter_errors(report)), [])
                damages: list[dict[str, Any]] = [{"format": "x"}, {"documents": [{}]}, {"more": 1}]
                for damage in damages:
                    self.assertFalse(validator(schema).is_valid(report | damage))

    def test_microsofts_validator_accepts_the_sarif(self) -> None:
        oracle = SOURCE / "build/oracle-npm/node_modules/@microsoft/sarif-multitool-linux"
        schema = json.loads((oracle / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
        validator = jsonschema.validators.validator_for(schema)(schema)

        def faults(log: Path) -> list[str]:
            found = self.folder / "validated.sarif"
            run = subprocess.run(
                [
                    oracle / "Sarif.Multitool",
                    "validate",
                    log,
                    "--output",
                    found,
                    "--log",
                    "ForceOverwrite",
                ],
                env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            self.assertTrue(found.exists(), run.stdout + run.stderr)
            (validation,) = json.loads(found.read_text(encoding="utf-8-sig"))["runs"]
            found.unlink()
            # SARIF2005 asks for a web page of the tool.
            return sorted({r["ruleId"] for r in validation["results"]} - {"SARIF2005"})

        for lang in ("ja", "en"):
            _, text, _ = check(*CORPUS, "missing.json", "--format", "sarif", "--lang", lang)
            log = self.folder / "log.sarif"
            log.write_text(text, encoding="utf-8")
            self.assertEqual(faults(log), [])
            self.assertEqual(list(validator.iter_errors(json.loads(text))), [])
        broken = json.loads(text)
        broken["runs"][0]["results"][0]["ruleIndex"] = 999
        log.write_text(json.dumps(broken), encoding="utf-8")
        self.assertIn("SARIF1009", faults(log))
        broken["runs"][0]["columnKind"] = "inches"
        self.assertFalse(validator.is_valid(broken))

    def test_sarif_tells_rules_places_and_the_run(self) -> None:
        code, text, _ = check(*CORPUS, "missing.json", "--format", "sarif", "--lang", "en")
        (run,) = json.loads(text)["runs"]
        rules = run["tool"]["driver"]["rules"]
        pinned = (SOURCE / "tests/rules/rule_ids.txt").read_text(encoding="utf-8").split()
        self.assertEqual(sorted(r["id"] for r in rules), sorted(pinned))
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
            location = run["artifacts"][artifact["index"]]["location"]
            self.assertEqual(location["uri"], artifact["uri"])
        (contradicted,) = (r for r in rules if r["id"] == "japan-only-contradicted")
        edition = json.loads((SOURCE / "editions/itaku-kunren.json").read_text(encoding="utf-8"))
        wordings = {c["key"]: c["wording"]["en"] for c in edition["clauses"]}
        clause = contradicted["properties"]["clause"]
        self.assertIn(wordings[clause], contradicted["help"]["text"])
        self.assertEqual(run["columnKind"], "unicodeCodePoints")
        self.assertTrue(any("relatedLocations" in r for r in run["results"]))
        (invocation,) = run["invocations"]
        self.assertEqual((invocation["exitCode"], code), (3, 3))
        (notification,) = invocation["toolExecutionNotifications"]
        self.assertIn("missing.json", notification["message"]["text"])

    def test_fingerprints_stay_when_lines_move(self) -> None:
        def prints(name: str, text: str) -> list[str]:
            (self.folder / name).write_text(text, encoding="utf-8")
            _, log, _ = check(name, "--format", "sarif", cwd=self.folder)
            results = json.loads(log)["runs"][0]["results"]
            return [r["partialFingerprints"]["tokki/v1"] for r in results]

        form = self.faulty()
        pretty = prints("a.json", json.dumps(form, indent=2, ensure_ascii=False))
        self.assertEqual(len(set(pretty)), len(pretty))
        self.assertGreater(len(pretty), 1)
        self.assertEqual(prints("b.json", "\n\n" + json.dumps(form)), pretty)
        ndjson = prints("c.ndjson", (json.dumps(form) + "\n") * 2)
        self.assertEqual(ndjson, pretty * 2)

    def test_names_and_values_cannot_break_out(self) -> None:
        form = self.faulty(id="=1+1", declared_on='\u200b@SUM(A1),"x"\n<&>]]>%\x7f')
        name = "=a,b:c%41 \"<&>'\n::error::x.json"
        (self.folder / name).write_text(json.dumps(form), encoding="utf-8")
        expected = None
        for format_, read in READERS.items():
            for lang in ("ja", "en"):
                arguments = ("--format", format_, "--lang", lang, "--show-values")
                code, text, _ = check(name, *arguments, cwd=self.folder)
                self.assertEqual(code, 1)
                found = [
                    (file.removeprefix("'").removeprefix("./"), line, rule)
                    for file, line, rule in read(text)
                ]
                expected = expected or found
                with self.subTest(format=format_):
                    self.assertEqual(found, expected)
                    self.assertEqual(found[0][0], name)
        _, text, _ = check(name, "--format", "csv", "--show-values", cwd=self.folder)
        for row in list(csv.reader(io.StringIO(text[1:], newline="")))[1:]:
            for cell in row:
                self.assertNotRegex(cell, r"\A[=+@\t\r\n-]")
        self.assertEqual(text.count("\r\n"), len(found) + 1)

    def test_a_path_that_is_no_text_breaks_nothing(self) -> None:
        path = os.fsencode(self.folder) + b"/\xff\x1b.json"
        Path(os.fsdecode(path)).write_text(json.dumps(self.faulty()), encoding="utf-8")
        for format_ in ("json", "ndjson", "sarif", "junit"):
            run = subprocess.run(
                [os.fsencode(TOKKI), b"check", b"\xff\x1b.json", b"--format", format_.encode()],
                cwd=self.folder,
                capture_output=True,
                check=False,
            )
            self.assertGreaterEqual(len(list(READERS[format_](run.stdout.decode()))), 1)
            if format_ == "sarif":
                self.assertIn(b'"%FF%1B.json"', run.stdout)

    def test_what_cannot_be_read_is_in_every_format(self) -> None:
        for format_ in READERS:
            for lang in ("ja", "en"):
                code, text, complaint = check("nowhere.json", "--format", format_, "--lang", lang)
                self.assertEqual(code, 3)
                self.assertIn("nowhere.json", text)
                self.assertIn("nowhere.json", complaint)

    def test_a_stream_needs_no_more_memory_than_a_document(self) -> None:
        line = json.dumps(self.faulty()).encode() + b"\n"

        def peak(format_: str, count: int) -> int:
            with subprocess.Popen(
                [TOKKI, "check", "-", "--input", "ndjson", "--format", format_],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                # Under the address sanitizer what is freed is kept for a while: not much, here.
                env={
                    **os.environ,
                    "ASAN_OPTIONS": "quarantine_size_mb=1:thread_local_quarantine_size_kb=64",
                },
            ) as run:
                assert run.stdin is not None
                for _ in range(count // 100):
                    run.stdin.write(line * 100)
                run.stdin.close()
                _, status, usage = os.wait4(run.pid, 0)
                run.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(run.returncode, 1)
            return usage.ru_maxrss  # kilobytes

        for format_ in READERS:
            with self.subTest(format_):
                self.assertLess(peak(format_, 4000), peak(format_, 400) + 4_000)


if __name__ == "__main__":
    TOKKI, SOURCE = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1])
