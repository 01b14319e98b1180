"""The command, C++, C and Python say the same of what changed, byte for byte.

Usage: same_changes_test.py TOKKI SOURCE_DIR NAME=COMMAND…

Each is asked `COMMAND FORMAT forms OLD NEW` and `COMMAND FORMAT AS_OF DOSSIER…` and prints what
`tokki diff --show-values` does of the two declarations, and of each dossier by itself.
"""

import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

TOKKI, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
PROGRAMS = {
    name: shlex.split(command)
    for name, command in (argument.split("=", 1) for argument in sys.argv[3:])
}
AS_OF = "2026-03-31"


def run(command: list[str], exit_codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(command, cwd=SOURCE, capture_output=True, check=False)
    if done.returncode not in exit_codes:
        sys.exit(f"{command[:4]}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode()


def formats() -> list[str]:
    """Return the formats that `tokki diff` has."""
    completions = run([str(TOKKI), "completions", "bash"])
    found = re.search(r'diff:--format\) _tokki_answer -W "([^"]*)"', completions)
    names = found[1].split() if found else []
    if len(names) < 4:
        sys.exit(f"only {names}: where are the formats?")
    return names


def files(folder: str) -> list[str]:
    """Return the JSON documents in a folder, by their paths."""
    names = [str(path.relative_to(SOURCE)) for path in sorted((SOURCE / folder).glob("*.json"))]
    if len(names) < 10:
        sys.exit(f"only {names}: where is {folder}?")
    return names


def command_says(wanted: str, *arguments: str) -> str:
    options = ["--format", wanted, "--lang", "en", "--show-values"]
    return run([str(TOKKI), "diff", *arguments, *options], (0, 1))


def compare(wanted: str, expected: str, *arguments: str) -> int:
    """Return how many programs say otherwise than the command."""
    wrong = 0
    for name, program in PROGRAMS.items():
        said = run([*program, wanted, *arguments])
        if said != expected:
            wrong += 1
            print(f"{name} differs from the command ({wanted}, {arguments}):")
            print(expected[:1000], said[:1000], sep="\n")
    return wrong


def main() -> int:
    wrong = 0
    dossiers = files("tests/corpus/dossiers")
    changed = "tests/corpus/dossiers/change-not-declared-again.json"
    said = [command_says("json", name, "--as-of", AS_OF) for name in dossiers]
    wrong += compare("json", "".join(said), AS_OF, *dossiers)
    pairs = list(pairwise(files("examples/declarations")))
    for pair in pairs:
        wrong += compare("json", command_says("json", *pair), "forms", *pair)
    for wanted in formats():
        wrong += compare(wanted, command_says(wanted, changed, "--as-of", AS_OF), AS_OF, changed)
        wrong += compare(wanted, command_says(wanted, *pairs[0]), "forms", *pairs[0])
    if '"changed":true' not in said[dossiers.index(changed)]:
        sys.exit(f"nothing changed in {changed}")
    print(f"{len(dossiers)} dossiers, {len(pairs)} pairs of forms: command, ", end="")
    print(f"{', '.join(PROGRAMS)}: {wrong} differences")
    return 1 if wrong else 0


sys.exit(main())
