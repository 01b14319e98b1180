"""The command, C++, C and Python give the same findings on the whole corpus, in the same order.

Usage: same_findings_test.py TOKKI SOURCE_DIR NAME=COMMAND…

Each is asked `COMMAND (json|ja|en) FILE…` and prints each document's report, JSON one a
line, as of 2026-11-24. One named `c` is also asked `findings`, which it reads through its getters.
`COMMAND FORMAT FILE` prints the report of one document as `tokki check --format FORMAT FILE` does.
A binding that is to be compared adds such a program (tests/bindings/) and its NAME=COMMAND. A name
that ends in a slash is a folder, to be checked as one.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

TOKKI, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
PROGRAMS = {
    name: shlex.split(command)
    for name, command in (argument.split("=", 1) for argument in sys.argv[3:])
}
FOLDERS = ("tests/corpus/", "examples/dossiers/")
SUMMARY_STARTS = {"ja": "件の文書を確認しました", "en": " documents checked, "}


ONE_FILE = "examples/declarations/japan-only-dropbox-in-the-usa.json"


def formats_of_streams() -> list[str]:
    """Return the formats in which one document is written as a stream of one."""
    completions = run([str(TOKKI), "completions", "bash"])
    formats = re.search(r'check:--format\) _tokki_answer -W "([^"]*)"', completions)
    found = formats[1].split() if formats else []
    if len(found) < 7:
        sys.exit(f"only {found}: where are the formats?")
    return [name for name in found if name not in ("text", "json")]


def corpus() -> list[str]:
    """Every document there is, by its path below the source directory."""
    folders = ["tests/corpus", "tests/editions/declarations", "examples/declarations"]
    found = [
        path
        for folder in folders
        for suffix in ("*.json", "*.ndjson")
        for path in sorted((SOURCE / folder).rglob(suffix))
    ]
    return [str(path.relative_to(SOURCE)) for path in found]


def run(command: list[str], exit_codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, check=False)
    if done.returncode not in exit_codes:
        sys.exit(f"{command[:4]}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def command_says(wanted: str, files: list[str]) -> str:
    """What the command prints for the documents, without what it prints around them."""
    options = ["--format", "json"] if wanted == "json" else ["--format", "text", "--lang", wanted]
    out = run([str(TOKKI), "check", "--as-of", "2026-11-24", *options, *files], (0, 1))
    lines = out.splitlines(keepends=True)
    if wanted == "json":
        return "".join(line.rstrip(",\n") + "\n" for line in lines[1:-1])
    end = next(i for i, line in enumerate(lines) if SUMMARY_STARTS[wanted] in line)
    return "".join(lines[:end])


def location(at: dict[str, Any]) -> list[str]:
    numbers = [str(at.get(name, 0)) for name in ("offset", "line", "column")]
    return [at["pointer"], at.get("cell", ""), *numbers]


def finding(uri: str, one: dict[str, Any]) -> str:
    clause = one.get("clause", {})
    place = one.get("place", {})
    parts = [uri, one["rule"], one["severity"]]
    parts += [clause.get(name, "") for name in ("key", "ja", "en")]
    parts += [place.get(name, "") for name in ("ja", "en")]
    parts += [one[said][language] for said in ("message", "remedy") for language in ("ja", "en")]
    for at in (one["at"], *one.get("related", [])):
        parts += location(at)
    return "".join(part + "\x1f" for part in parts) + "\n"


def first_difference(expected: str, actual: str) -> str:
    pairs = zip([*expected.splitlines(), ""], [*actual.splitlines(), ""], strict=False)
    differing = ((a, b) for a, b in pairs if a != b)
    return "\n".join(next(differing, ("", "")))


def compare(files: list[str]) -> tuple[int, int, int]:
    """How many documents and findings there are, and how many programs differ."""
    expected = {wanted: command_says(wanted, files) for wanted in ("json", "ja", "en")}
    documents = [json.loads(line) for line in expected["json"].splitlines()]
    findings = [
        finding(document["uri"], one) for document in documents for one in document["findings"]
    ]
    expected["findings"] = "".join(findings)
    wrong = 0
    for name, program in PROGRAMS.items():
        for wanted in ("json", "ja", "en", *(["findings"] if name == "c" else [])):
            said = run([*program, wanted, *files])
            if said == expected[wanted]:
                continue
            wrong += 1
            print(f"{name} differs from the command ({wanted}, {files[0]} …):")
            print(first_difference(expected[wanted], said))
    return len(documents), len(findings), wrong


def compare_streams() -> int:
    """Compare one document as a stream of each format; return the number of differences."""
    wrong = 0
    for wanted in formats_of_streams():
        options = ["--as-of", "2026-11-24", "--format", wanted]
        expected = run([str(TOKKI), "check", *options, ONE_FILE], (1,))
        for name, program in PROGRAMS.items():
            if run([*program, wanted, ONE_FILE]) == expected:
                continue
            wrong += 1
            print(f"{name} writes {wanted} otherwise than the command")
    return wrong


def main() -> int:
    files = corpus()
    counts = [compare(files), *(compare([folder]) for folder in FOLDERS)]
    if len(files) < 150 or any(found < 300 for _, found, _ in counts[:2]):
        sys.exit(f"only {len(files)} files with {counts}: where is the corpus?")
    documents, findings, wrong = (sum(each) for each in zip(*counts, strict=True))
    wrong += compare_streams()
    print(f"{len(files)} files and {len(FOLDERS)} folders, {documents} documents, ", end="")
    print(f"{findings} findings: command, {', '.join(PROGRAMS)}: {wrong} differences")
    return 1 if wrong else 0


sys.exit(main())
