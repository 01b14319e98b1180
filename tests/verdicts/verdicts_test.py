"""The verdicts of tokki beside those of a careful clerk, in the tables of this folder.

Usage: verdicts_test.py TOKKI SOURCE_DIR [--held-back] [--renew]

`--held-back` lists and judges the held-back tables too, whose rate alone is printed otherwise;
`--renew` writes disagreements.tsv anew, and keeps the reasons it gives.
"""

import copy
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LIST = HERE / "disagreements.tsv"
HEAD = "row\texpected\tfound\treason"
AS_OF = ("--as-of", "2026-11-24")
DITTO = "〃"
# From the worst; a note stops nobody.
SEVERITIES = ("error", "warning", "review", "undetermined")


@dataclass
class Finding:
    """What tokki says, and where."""

    severity: str
    rule: str
    at: str


@dataclass
class Row:
    """A row of a table: cells written into a base, and the verdict noted beforehand."""

    table: str
    base: str
    cells: dict[str, str]
    verdict: str
    why: str
    found: list[Finding] = field(default_factory=list)

    def name(self) -> str:
        """What tells the row from all others."""
        cells = "; ".join(f"{cell}={text}" for cell, text in self.cells.items() if text)
        return f"{self.table}: {self.base}: {cells}" if self.base else f"{self.table}: {cells}"

    def held_back(self) -> bool:
        """Whether it was kept from those who mend."""
        return self.table.startswith("held-back/")

    def worst(self) -> str:
        """The worst severity found."""
        found = {finding.severity for finding in self.found}
        return next((severity for severity in SEVERITIES if severity in found), "clean")

    def agrees(self) -> bool:
        """Whether one of the verdicts that a clerk would accept was given."""
        return any(self._accepts(verdict.split()) for verdict in self.verdict.split(" or "))

    def is_false_alarm(self) -> bool:
        """An error or a warning where a clerk might see nothing amiss, and would not see that."""
        return "clean" in self.verdict.split(" or ") and self.worst() in ("error", "warning")

    def _accepts(self, words: list[str]) -> bool:
        severity, rules = words[0], {word for word in words[1:] if word not in ("/", "once")}
        if severity != self.worst() or ("once" in words and len(self.found) != 1):
            return False
        said = {finding.rule for finding in self.found if finding.severity == severity}
        return not rules or bool(rules & said)


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of the Markdown tables of a file, each by its heading; 〃 is what stands above."""
    heading: list[str] = []
    above: dict[str, str] = {}
    base = ""
    for line in path.read_text().splitlines():
        if line.startswith("Base: "):
            base = line.removeprefix("Base: ")
        if not line.startswith("|"):
            heading = []
            continue
        entries = [entry.strip() for entry in line.strip("|").split("|")]
        if not heading:
            heading, above = entries, {}
        elif set(line) != {"|", "-"}:
            row = dict(zip(heading, entries, strict=True))
            for column in set(row) & {"verdict", "why", "of"}:
                row[column] = above[column] if row[column] == DITTO else row[column]
            above = row
            yield {"base": base, **row}


def read(table: Path) -> Iterator[Row]:
    """The rows of a table with their verdicts."""
    for row in rows_of(table):
        base, verdict, why = row.pop("base"), row.pop("verdict"), row.pop("why")
        name = str(table.relative_to(HERE).with_suffix(""))
        yield Row(name, base, row, verdict, why)


def value(text: str) -> Any:
    """What a cell holds: a text, or JSON where it can be nothing else."""
    if text.startswith(("[", '"')) or text in ("true", "false"):
        return json.loads(text)
    return text.replace("⏎", "\n")


def put(document: Any, pointer: str, content: Any) -> None:
    """Writes into a document, and makes the lists and objects that lead there."""
    steps = pointer.split("/")[1:]
    for step, following in zip(steps, [*steps[1:], None], strict=True):
        fresh = content if following is None else [] if following.isdigit() else {}
        key: Any = int(step) if isinstance(document, list) else step
        if isinstance(document, list):
            document.extend({} for _ in range(len(document), key + 1))
        if following is None or key not in (
            range(len(document)) if isinstance(document, list) else document
        ):
            document[key] = fresh
        document = document[key]


class Clerk:
    """The bases, the cells and the command."""

    def __init__(self, tokki: str) -> None:
        self.tokki = tokki
        self.bases = {path.stem: json.loads(path.read_text()) for path in HERE.glob("bases/*.json")}
        self.cells = {row["cell"]: row["stands at"].split() for row in rows_of(HERE / "cells.md")}
        self.known = {base: self.check([document])[0] for base, document in self.bases.items()}

    def check(self, documents: list[Any]) -> list[list[Finding]]:
        """The findings on each document, but notes."""
        lines = "\n".join(json.dumps(document, ensure_ascii=False) for document in documents)
        found: list[list[Finding]] = [[] for _ in documents]
        # What the chains of a stream say of each other is left out: each row is judged alone.
        alone = ("--ignore", "answers-differ-across-contracts")
        for line, finding in self._run("-", "--input", "ndjson", *alone, stdin=lines):
            found[line - 1].append(finding)
        return found

    def check_folder(self, bases: list[str]) -> list[Finding]:
        """The findings on a folder that holds these."""
        with tempfile.TemporaryDirectory() as folder:
            for base in bases:
                text = json.dumps(self.bases[base], ensure_ascii=False)
                Path(folder, f"{base}.json").write_text(text)
            found = [finding for _, finding in self._run(folder)]
        for base in bases:
            found = [finding for finding in found if finding not in self.known[base]]
        return found

    def document(self, row: Row) -> Any:
        """The base with the cells of a row written into it."""
        document = copy.deepcopy(self.bases[row.base])
        for cell, text in row.cells.items():
            if text:
                for pointer in self.cells[cell]:
                    put(document, pointer, value(text))
        return document

    def judge(self, rows: list[Row]) -> None:
        """Sets what is found on each row, without what is found on its base anyway."""
        in_bases = [row for row in rows if row.base]
        found = self.check([self.document(row) for row in in_bases])
        for row, findings in zip(in_bases, found, strict=True):
            known = self.known[row.base]
            row.found = [finding for finding in findings if finding not in known]
        for row in rows:
            if not row.base:
                row.found = self.check_folder(row.cells["files"].split(", "))

    def _run(self, *arguments: str, stdin: str = "") -> Iterator[tuple[int, Finding]]:
        run = subprocess.run(
            [self.tokki, "check", *arguments, *AS_OF, "--no-config", "--format", "ndjson"],
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
        if run.stderr or run.returncode not in (0, 1):
            sys.exit(f"tokki check: exit {run.returncode}: {run.stderr.decode()}")
        for line in run.stdout.decode().splitlines():
            said = json.loads(line)
            if said["severity"] in SEVERITIES:
                at = said["at"]["pointer"] if said["at"] else ""
                yield said.get("line", 1), Finding(said["severity"], said["rule"], at)


def print_rates(title: str, rows: list[Row]) -> None:
    """How many rows of each kind agree."""
    total, agree, alarms = Counter[str](), Counter[str](), Counter[str]()
    for row in rows:
        kind = Path(row.table).name
        total[kind] += 1
        agree[kind] += row.agrees()
        alarms[kind] += row.is_false_alarm()
    for count in (total, agree, alarms):
        count["all"] = count.total()
    print(f"{title:32}{'rows':>6}{'agree':>7}{'rate':>9}{'false alarms':>14}")
    for kind in total:
        rate = 100 * agree[kind] / total[kind]
        print(f"  {kind:30}{total[kind]:6}{agree[kind]:7}{rate:8.1f}%{alarms[kind]:14}")


def found_on(row: Row) -> str:
    """The findings on a row in short."""
    return ", ".join(f"{finding.severity} {finding.rule}" for finding in row.found) or "clean"


def listed() -> dict[str, str]:
    """The known disagreements and their reasons."""
    entries = [line.split("\t") for line in LIST.read_text().splitlines()[1:]]
    return {entry[0]: entry[3] for entry in entries}


def main() -> None:
    """Judges the tables; see the usage."""
    clerk = Clerk(sys.argv[1])
    tables = sorted(set(HERE.glob("*.md")) - {HERE / "README.md", HERE / "cells.md"})
    own = [row for table in tables for row in read(table)]
    held_back = [row for table in sorted(HERE.glob("held-back/*.md")) for row in read(table)]
    names = Counter(row.name() for row in own + held_back)
    faults = [f"written twice: {name}" for name, times in names.items() if times > 1]
    clerk.judge(own + held_back)
    print_rates("verdicts", own)
    print_rates("held back", held_back)

    judged = own + held_back if "--held-back" in sys.argv else own
    known = listed() if LIST.exists() else {}
    apart = [row for row in judged if not row.agrees()]
    if "--renew" in sys.argv:
        lines = [
            "\t".join((row.name(), row.verdict, found_on(row), known.get(row.name(), "to mend")))
            for row in apart
        ]
        LIST.write_text("\n".join([HEAD, *lines, ""]))
        known = listed()
    for row in apart:
        if row.name() not in known:
            kind = "false alarm" if row.is_false_alarm() else "disagreement"
            faults.append(
                f"{kind}: {row.name()}\n  expected {row.verdict}（{row.why}）\n  found {found_on(row)}"
            )
    agreeing = {row.name() for row in own + held_back if row.agrees()}
    for name in known:
        if name in agreeing:
            faults.append(f"agrees by now, so strike it from {LIST.name}: {name}")
        elif name not in names:
            faults.append(f"in {LIST.name}, but in no table: {name}")
    print(f"{len(apart)} disagreements, {len(known)} of them listed")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
