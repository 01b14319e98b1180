"""The OSCAL catalogs of editions, read by an independent model of OSCAL.

Usage: oscal_test.py TOKKI SOURCE_DIR
"""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

from trestle.oscal.catalog import Catalog  # type: ignore[import-not-found]

TOKKI = ""
SOURCE = Path()


def written(*arguments: str) -> str:
    return subprocess.run(
        [TOKKI, "terms", "--format", "oscal", *arguments],
        cwd=SOURCE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout


def controls(group: Any) -> list[Any]:
    found = []
    for control in group.controls or []:
        found += [control, *controls(control)]
    return found


class Oscal(unittest.TestCase):
    def read(self, text: str) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "catalog.json"
            path.write_text(text, encoding="utf-8")
            return Catalog.oscal_read(path)

    def test_the_catalog_holds_every_clause_duty_and_parameter(self) -> None:
        catalog = self.read(written())
        edition = json.loads((SOURCE / "editions/itaku-kunren.json").read_text(encoding="utf-8"))
        found = {c.id: c for group in catalog.groups for c in controls(group)}
        self.assertEqual(set(found), {c["key"] for c in edition["clauses"]})
        for clause in edition["clauses"]:
            parts = found[clause["key"]].parts
            self.assertEqual(parts[0].prose, clause["wording"]["ja"])
        duties = {p.id for c in found.values() for p in c.parts if p.name == "duty"}
        self.assertEqual(duties, {d["key"] + "_duty" for d in edition["duties"]})
        params = {p.id: p.values for c in found.values() for p in c.params or []}
        self.assertEqual(list(params), ["incident-contact-minutes"])

    def test_it_passes_trestles_validators(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / ".trestle").mkdir()
            (Path(folder) / ".trestle/config.ini").touch()
            target = Path(folder) / "catalogs/terms"
            target.mkdir(parents=True)
            (target / "catalog.json").write_text(written(), encoding="utf-8")
            arguments = [
                "trestle",
                "validate",
                "-f",
                str(target / "catalog.json"),
                "--trestle-root",
                folder,
            ]
            run = subprocess.run(
                [sys.executable, "-m", *arguments],
                cwd=folder,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_the_validator_would_notice(self) -> None:
        broken = written().replace('"uuid"', '"uid"', 1)
        with self.assertRaises(Exception):  # noqa: B017
            self.read(broken)

    def test_the_same_edition_gives_the_same_catalog(self) -> None:
        self.assertEqual(written(), written())


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
