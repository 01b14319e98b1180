"""tokki's files for pipelines are valid for their readers and work as described.

Usage: pipelines_test.py TOKKI SOURCE_DIR

Runs in an environment with check-jsonschema (the published schemas of GitHub and GitLab) and
pre-commit, which tools/setup makes. GitHub's and GitLab's machines are not here: of their jobs the
shell steps are run as they stand in the file.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

TOKKI = Path()
SOURCE = Path()
TOOLS = Path(sys.executable).parent
GOOD = "kanji-numerals-and-kabu-mark.json"
BAD = "japan-only-dropbox-in-the-usa.json"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = f"{TOKKI.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "PATH": path, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class Pipelines(unittest.TestCase):
    def setUp(self) -> None:
        # A name with a blank and one with kanji, as forms arrive.
        self.project = Path(tempfile.mkdtemp(prefix="tokki-pipelines-"))
        self.addCleanup(shutil.rmtree, self.project)
        (self.project / "届出 書").mkdir()
        for name in (GOOD, BAD):
            shutil.copy(SOURCE / "examples/declarations" / name, self.project / "届出 書" / name)

    def valid(self, schema: str, path: Path) -> None:
        check = run(TOOLS / "check-jsonschema", "--builtin-schema", schema, path, cwd=SOURCE)
        self.assertEqual(check.returncode, 0, check.stdout)

    def offered(self, output: str, job: subprocess.CompletedProcess[str]) -> bool:
        """Whether this tokki writes that format; if not, the job has failed as misuse."""
        if output in run("tokki", "check", "--help", "--lang", "en", cwd=SOURCE).stdout:
            return True
        self.assertEqual(job.returncode, 2, job.stdout)
        return False

    def test_pre_commit(self) -> None:
        hooks = SOURCE / ".pre-commit-hooks.yaml"
        check = run(TOOLS / "pre-commit", "validate-manifest", hooks, cwd=SOURCE)
        self.assertEqual(check.returncode, 0, check.stdout)

        git = ("git", "-c", "user.name=test", "-c", "user.email=test@example.org")
        offering = self.project / "offering"
        offering.mkdir()
        shutil.copy(hooks, offering)
        run(*git, "init", "--quiet", cwd=offering)
        run(*git, "add", ".", cwd=offering)
        run(*git, "commit", "--quiet", "--no-verify", "--message", "hooks", cwd=offering)
        run(*git, "init", "--quiet", cwd=self.project)
        run(*git, "add", "届出 書", cwd=self.project)

        def hook(*files: str) -> subprocess.CompletedProcess[str]:
            return run(
                *(TOOLS / "pre-commit", "try-repo", offering, "tokki-check", "--files"),
                *(f"届出 書/{name}" for name in files),
                cwd=self.project,
                PRE_COMMIT_HOME=str(self.project / "cache"),
            )

        passed = hook(GOOD)
        self.assertEqual(passed.returncode, 0, passed.stdout)
        self.assertRegex(passed.stdout, r"tokki check\.+Passed")
        failed = hook(GOOD, BAD)
        self.assertEqual(failed.returncode, 1, failed.stdout)
        self.assertIn("japan-only-contradicted", failed.stdout)

    def action(self, inputs: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """The action's shell steps, as a runner runs them."""
        action = parsed(SOURCE / "action.yml")
        given = {name: str(value.get("default", "")) for name, value in action["inputs"].items()}
        self.assertLessEqual(set(inputs), set(given))
        given |= inputs
        output = ""
        for step in action["runs"]["steps"]:
            self.assertEqual(step["shell"], "bash")
            environment = {
                name: re.sub(
                    r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: given[match[1]], value
                ).replace("${{ github.action_path }}", str(SOURCE))
                for name, value in step["env"].items()
            }
            self.assertNotIn("${{", step["run"], "an input could bring shell code of its own")
            script = self.project / "step.sh"
            script.write_text(step["run"], encoding="utf-8")
            ran = run(
                *("bash", "--noprofile", "--norc", "-eo", "pipefail", script),
                cwd=self.project,
                **environment,
            )
            output += ran.stdout
            if ran.returncode != 0:
                break
        ran.stdout = output
        return ran

    def test_github_action(self) -> None:
        self.valid("vendor.github-actions", SOURCE / "action.yml")
        clean = self.action({"paths": f"届出 書/{GOOD}\n"})
        if not self.offered("github", clean):
            return
        self.assertEqual(clean.returncode, 0, clean.stdout)
        found = self.action(
            {"paths": f"届出 書/{GOOD}\n届出 書/{BAD}", "sarif": "tokki.sarif", "lang": "en"}
        )
        self.assertEqual(found.returncode, 1, found.stdout)
        self.assertRegex(found.stdout, rf"(?m)^::error .*file=届出 書/{BAD}.*line=36")
        sarif = json.loads((self.project / "tokki.sarif").read_text(encoding="utf-8"))
        results = sarif["runs"][0]["results"]
        self.assertIn("japan-only-contradicted", {result["ruleId"] for result in results})
        # A path that looks like an option is still a path.
        strange = self.action({"paths": "$(touch harmed)\n--help"})
        self.assertEqual(strange.returncode, 3, strange.stdout)
        self.assertFalse((self.project / "harmed").exists())

    def test_gitlab_job(self) -> None:
        template = SOURCE / "templates/tokki.gitlab-ci.yml"
        self.valid("vendor.gitlab-ci", template)
        job = parsed(template)["tokki-check"]
        (self.project / "届出 書").rename(self.project / "forms")
        script = "set -eo pipefail\n" + "\n".join(job["before_script"] + job["script"])
        variables = {**job["variables"], "TOKKI_PATHS": "forms"}
        ran = run(
            *("bash", "-c", script),
            cwd=self.project,
            CI_PROJECT_DIR=str(self.project),
            **variables,
        )
        if not self.offered("junit", ran):
            return
        self.assertEqual(ran.returncode, 1, ran.stdout)
        suites = ET.parse(self.project / job["artifacts"]["reports"]["junit"])  # noqa: S314 (ours)
        failures = list(suites.iter("failure"))
        self.assertTrue(failures)

    def test_the_page_shows_what_is_there(self) -> None:
        page = (SOURCE / "docs/pipelines.md").read_text(encoding="utf-8")
        shown = [
            yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
        ]
        self.assertEqual(len(shown), 3)
        text = json.dumps(shown)
        self.assertIn(parsed(SOURCE / ".pre-commit-hooks.yaml")[0]["id"], text)
        self.assertIn("templates/tokki.gitlab-ci.yml", text)
        (used,) = (
            step["with"]
            for block in shown
            if "jobs" in block
            for job in block["jobs"].values()
            for step in job["steps"]
            if "with" in step
        )
        self.assertLessEqual(set(used), set(parsed(SOURCE / "action.yml")["inputs"]))
        with tempfile.TemporaryDirectory() as folder:
            for schema, key in (
                ("vendor.github-workflows", "jobs"),
                ("vendor.gitlab-ci", "include"),
            ):
                (block,) = (block for block in shown if key in block)
                path = Path(folder) / f"{key}.yml"
                # YAML reads "on" as true; GitHub does not.
                block = {("on" if name is True else name): part for name, part in block.items()}
                path.write_text(json.dumps(block), encoding="utf-8")
                self.valid(schema, path)


if __name__ == "__main__":
    TOKKI, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
