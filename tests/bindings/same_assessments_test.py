"""The command, C++, C and Python say the same of how duties stand, byte for byte.

Usage: same_assessments_test.py TOKKI SOURCE_DIR NAME=COMMAND…

Each is asked `COMMAND FORMAT AS_OF PATH…` and prints what `tokki status --format FORMAT` does. One
named `python` is also asked for the format "arrow": what the rows of an Arrow table say, a line
each. The digests of the command's JSON are made again from the files.
"""

import hashlib
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
INSTANTS = ("2025-06-02T09:30:00+09:00", "2026-11-24")


def run(command: list[str], exit_codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, check=False)
    if done.returncode not in exit_codes:
        sys.exit(f"{command[:4]}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def formats() -> list[str]:
    """Return the formats that `tokki status` has."""
    completions = run([str(TOKKI), "completions", "bash"])
    found = re.search(r'status:--format\) _tokki_answer -W "([^"]*)"', completions)
    names = found[1].split() if found else []
    if len(names) < 5:
        sys.exit(f"only {names}: where are the formats?")
    return names


def dossiers() -> list[str]:
    """Return the dossiers there are, by their paths: files, records, a folder."""
    files = [
        path
        for folder in ("tests/corpus/dossiers", "examples/dossiers")
        for suffix in ("*.json", "*.ndjson")
        for path in sorted((SOURCE / folder).glob(suffix))
    ]
    names = [str(path.relative_to(SOURCE)) for path in files]
    return [*names, "examples/dossiers/folder-as-filed"]


def command_says(wanted: str, as_of: str, names: list[str]) -> str:
    """Return what the command prints of each file by itself."""
    options = ["--format", wanted, "--as-of", as_of, "--lang", "en"]
    # By itself, since several in text are set apart by a blank line, and tables have one heading.
    return "".join(run([str(TOKKI), "status", *options, name], (0, 1)) for name in names)


def plain_row(instance: dict[str, Any], row: int) -> dict[str, Any]:
    """Return what an Arrow table says of an instance."""
    return {
        "row": row,
        **{name: instance[name] for name in ("key", "duty")},
        "clause": instance["clause"]["key"],
        **{name: instance.get(name) for name in ("trigger", "bearer")},
        **{name: instance[name] for name in ("mirror", "status", "underlying", "overdue")},
        **{name: instance.get(name) for name in ("since", "until", "remedied_at", "delay_seconds")},
        "reasons": " ".join(each["reason"] for each in instance["reasons"]) or None,
        "message": "\n".join(each["message"]["en"] for each in instance["reasons"]),
    }


def first_difference(expected: str, actual: str) -> str:
    pairs = zip([*expected.splitlines(), ""], [*actual.splitlines(), ""], strict=False)
    return "\n".join(next(((a, b) for a, b in pairs if a != b), ("", "")))[:2000]


def compare(wanted: str, as_of: str, names: list[str]) -> int:
    """Return how many programs say otherwise than the command."""
    expected = command_says(wanted, as_of, names)
    wrong = 0
    for name, program in PROGRAMS.items():
        said = "".join(run([*program, wanted, as_of, each]) for each in names)
        if said == expected:
            continue
        wrong += 1
        print(f"{name} differs from the command ({wanted}, {as_of}):")
        print(first_difference(expected, said))
    return wrong


def compare_rows(as_of: str, files: list[str]) -> int:
    """Return 1 if the rows of an Arrow table say otherwise than the command's JSON."""
    if "python" not in PROGRAMS:
        return 0
    expected = "".join(
        json.dumps(plain_row(instance, row), ensure_ascii=False) + "\n"
        for row, name in enumerate(files)
        for instance in json.loads(command_says("json", as_of, [name]))["instances"]
    )
    said = run([*PROGRAMS["python"], "arrow", as_of, *files])
    if said == expected:
        return 0
    print(f"Arrow differs from the command ({as_of}):")
    print(first_difference(expected, said))
    return 1


def digest(said: dict[str, Any], documents: list[bytes], edition: str) -> str:
    """Return the digest as docs/assessment.md says that it is made."""
    lines = [f"document {hashlib.sha256(each).hexdigest()}" for each in documents]
    lines += [f"edition {said['edition']} {edition}", f"as_of {said['as_of']}"]
    if "known_at" in said:
        lines.append(f"known_at {said['known_at']}")
    lines.append(f"tokki {said['tokki']}")
    text = "".join(line + "\n" for line in lines)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def compare_digests(as_of: str) -> int:
    """Return how many digests are not what the documentation says."""
    edition = json.loads(run([str(TOKKI), "terms", "--format", "json"]))["digest"]
    wrong = 0
    one = "tests/corpus/dossiers/notebook-lost-told-a-second-late.json"
    many = "tests/corpus/dossiers/records.ndjson"
    for name, options in ((one, []), (many, []), (many, ["--known-at", "2025-05-01"])):
        text = (SOURCE / name).read_bytes()
        documents = [line for line in text.split(b"\n") if line] if name == many else [text]
        command = [str(TOKKI), "status", "--as-of", as_of, *options, "--format", "json", name]
        said = json.loads(run(command, (0, 1)))
        if said["digest"] != digest(said, documents, edition):
            wrong += 1
            print(f"the digest of {name} is not what docs/assessment.md says")
    return wrong


def main() -> int:
    names = dossiers()
    if len(names) < 25:
        sys.exit(f"only {names}: where are the dossiers?")
    wrong = 0
    for as_of in INSTANTS:
        wrong += compare("json", as_of, names)
        wrong += compare_rows(as_of, [name for name in names if name.endswith(".json")])
        wrong += compare_digests(as_of)
    several = [name for name in names if "notebook" in name or name.endswith("records.ndjson")]
    for wanted in formats():
        wrong += compare(wanted, INSTANTS[0], several)
    print(f"{len(names)} dossiers: command, {', '.join(PROGRAMS)}: {wrong} differences")
    return 1 if wrong else 0


sys.exit(main())
