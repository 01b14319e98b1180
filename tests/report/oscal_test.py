"""The OSCAL catalogs of editions, and assessment results, read by an independent model of OSCAL.

Usage: oscal_test.py TOKKI SOURCE_DIR
"""

import json
import subprocess
import sys
import tempfile
import unittest
import uuid
from pathlib import Path
from typing import Any

from trestle.oscal.assessment_results import (  # type: ignore[import-not-found]
    AssessmentResults,
)
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


def status(name: str, day: str, *arguments: str) -> str:
    path = f"tests/corpus/dossiers/{name}.json"
    return subprocess.run(
        [TOKKI, "status", path, "--as-of", day, "--fail-on", "never", *arguments],
        cwd=SOURCE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout


def validated(text: str, kind: str, folder: str) -> subprocess.CompletedProcess[str]:
    """What trestle's own validators say of a document in a workspace of its own."""
    (Path(folder) / ".trestle").mkdir()
    (Path(folder) / ".trestle/config.ini").touch()
    target = Path(folder) / kind / "one"
    target.mkdir(parents=True)
    file = target / ("catalog.json" if kind == "catalogs" else "assessment-results.json")
    file.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "trestle", "validate", "-f", str(file), "--trestle-root", folder],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


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
            run = validated(written(), "catalogs", folder)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_the_validator_would_notice(self) -> None:
        broken = written().replace('"uuid"', '"uid"', 1)
        with self.assertRaises(Exception):  # noqa: B017
            self.read(broken)

    def test_the_same_edition_gives_the_same_catalog(self) -> None:
        self.assertEqual(written(), written())


class Results(unittest.TestCase):
    DOSSIERS = (
        ("notebook-lost-told-a-second-late", "2025-07-31"),
        ("notebook-lost-told-within-60-minutes", "2025-06-02 09:30"),
        ("lost-and-told-in-time", "2025-11-06"),
    )

    def read(self, text: str) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "assessment-results.json"
            path.write_text(text, encoding="utf-8")
            return AssessmentResults.oscal_read(path)

    def test_only_what_is_certain_is_a_finding(self) -> None:
        states = {"fulfilled": ("satisfied", "pass"), "breached": ("not-satisfied", "fail")}
        parts = {
            part.id
            for group in Oscal().read(written()).groups
            for control in controls(group)
            for part in control.parts
        }
        seen = set()
        for name, day in self.DOSSIERS:
            whole = json.loads(status(name, day, "--format", "json"))
            (result,) = self.read(status(name, day, "--format", "oscal")).results
            by_key = {}
            for observation in result.observations:
                props = {prop.name: prop.value for prop in observation.props}
                by_key[props["instance"]] = (observation, props)
            findings = {}
            for finding in result.findings or []:
                (related,) = finding.related_observations
                findings[related.observation_uuid] = finding
            self.assertEqual(len(by_key), len(whole["instances"]))
            for each in whole["instances"]:
                observation, props = by_key[each["key"]]
                self.assertEqual(props["status"], each["status"])
                self.assertEqual(props.get("until"), each.get("until"))
                evidence = observation.relevant_evidence or []
                self.assertEqual(
                    [prop.value for some in evidence for prop in some.props],
                    [fact["pointer"] for fact in each["facts"]],
                )
                found = findings.get(observation.uuid)
                seen.add(each["status"])
                if each["status"] not in states:
                    self.assertIsNone(found, each["key"])
                    continue
                assert found is not None, each["key"]
                self.assertIn(found.target.target_id, parts)
                target = found.target.status
                self.assertEqual((target.state.value, target.reason), states[each["status"]])
        self.assertLessEqual({"breached", "due", "undetermined", "fulfilled"}, seen)

    def test_references_lead_somewhere(self) -> None:
        for name, day in self.DOSSIERS:
            results = self.read(status(name, day, "--format", "oscal"))
            there = {"#" + resource.uuid for resource in results.back_matter.resources}
            self.assertIn(results.import_ap.href, there)
            parties = {party.uuid for party in results.metadata.parties}
            ids = [results.uuid]
            for result in results.results:
                ids += [result.uuid, *(each.uuid for each in result.findings or [])]
                for observation in result.observations:
                    ids.append(observation.uuid)
                    for evidence in observation.relevant_evidence or []:
                        self.assertIn(evidence.href, there)
                    self.assertLessEqual(
                        {each.subject_uuid for each in observation.subjects}, parties
                    )
            self.assertEqual(len(ids), len(set(ids)))
            for each in ids:
                self.assertEqual(uuid.UUID(each).version, 5)

    def test_they_pass_trestles_validators(self) -> None:
        for name, day in self.DOSSIERS:
            with tempfile.TemporaryDirectory() as folder:
                run = validated(
                    status(name, day, "--format", "oscal"), "assessment-results", folder
                )
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_the_validator_would_notice(self) -> None:
        broken = status(*self.DOSSIERS[0], "--format", "oscal").replace("not-satisfied", "maybe", 1)
        with self.assertRaises(Exception):  # noqa: B017
            self.read(broken)

    def test_ids_stay_when_time_passes(self) -> None:
        name = self.DOSSIERS[0][0]
        texts = [status(name, day, "--format", "oscal") for day in ("2025-07-31", "2025-08-31")]
        first, second = map(self.read, texts)
        self.assertNotEqual(first.uuid, second.uuid)
        for kind in ("observations", "findings"):
            earlier, later = (getattr(each.results[0], kind) for each in (first, second))
            self.assertTrue({each.uuid for each in earlier} & {each.uuid for each in later})


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
