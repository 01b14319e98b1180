"""The examples of rules do what is said of them when they are pasted into a file.

For every rule: the example that `tokki explain` prints fires it, the near miss does not, and
docs/rules.md shows the same two.

Usage: examples_test.py TOKKI SOURCE_DIR
"""

import json
import re
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path

TOKKI = ""
SOURCE = Path()
AS_OF = "2026-11-24"  # of the corpus
FIRES, NEAR_MISS, EDITION = (
    "An example that fires",
    "A near miss",
    "In this edition, given by --edition",
)


def tokki(*arguments: str) -> str:
    run = subprocess.run(
        [TOKKI, *arguments, "--lang", "en"], capture_output=True, encoding="utf-8", check=False
    )
    if run.returncode > 1:
        raise AssertionError(run.stderr)
    return run.stdout


def explained(rule: str) -> dict[str, str]:
    """The blocks of an explanation, by their headings."""
    blocks = re.split(r"^(\S.*)\n", tokki("explain", rule), flags=re.MULTILINE)
    return {
        heading: textwrap.dedent(block).strip("\n")
        for heading, block in zip(blocks[1::2], blocks[2::2], strict=True)
    }


def documented() -> dict[str, list[str]]:
    """The JSON blocks of each rule's section in docs/rules.md."""
    page = (SOURCE / "docs/rules.md").read_text(encoding="utf-8")
    sections = re.split(r'^## <a id="([^"]+)">', page, flags=re.MULTILINE)
    return {
        name: re.findall(r"```json\n(.*?)\n```", body, re.DOTALL)
        for name, body in zip(sections[1::2], sections[2::2], strict=True)
    }


class Pasted:
    """A folder in which examples are saved and checked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def saved(self, name: str, example: str) -> Path:
        if example.startswith("printf "):
            subprocess.run(["/bin/sh", "-c", example], cwd=self.folder, check=True)
            return self.folder / "form.json"
        lines = example.splitlines()
        several = len(lines) > 1 and all(line.startswith("{") for line in lines)
        path = self.folder / f"{name}.{'ndjson' if several else 'json'}"
        path.write_text(example, encoding="utf-8")
        return path

    def found(self, example: str, edition: str | None) -> set[str]:
        """The rules that fire on an example."""
        arguments = ["--as-of", AS_OF, "--format", "json"]
        if edition is not None:
            arguments += ["--edition", str(self.saved("edition", edition))]
        report = tokki("check", str(self.saved("example", example)), *arguments)
        return {
            finding["rule"]
            for document in json.loads(report)["documents"]
            for finding in document["findings"]
        }


class Examples(unittest.TestCase):
    def test_every_example_holds_when_pasted_into_a_file(self) -> None:
        pages = documented()
        tried = 0
        with tempfile.TemporaryDirectory() as folder:
            pasted = Pasted(Path(folder))
            for line in tokki("rules").splitlines():
                rule = line.split()[0]
                blocks = explained(rule)
                if FIRES not in blocks:
                    continue
                shown = [blocks[name] for name in (FIRES, NEAR_MISS, EDITION) if name in blocks]
                with self.subTest(rule):
                    self.assertEqual([block.strip() for block in pages[rule]], shown)
                    edition = blocks.get(EDITION)
                    self.assertIn(rule, pasted.found(blocks[FIRES], edition))
                    self.assertNotIn(rule, pasted.found(blocks[NEAR_MISS], edition))
                    tried += 1
        self.assertGreater(tried, 130)


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
