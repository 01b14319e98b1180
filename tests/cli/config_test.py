"""tokki.toml, --select, --ignore and waivers.

Usage: config_test.py TOKKI SOURCE_DIR
"""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

TOKKI = ""
SOURCE = Path()
AS_OF = "2026-11-24"
WAIVER = """
[[waivers]]
rule = "japan-only-contradicted"
path = "{path}"
reason = "agreed with the office"
approver = "Hanako"
expires = {expires}
"""


class Config(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.forms = self.folder / "forms/2025"
        self.forms.mkdir(parents=True)
        example = SOURCE / "examples/declarations/japan-only-dropbox-in-the-usa.json"
        self.form = self.forms / "form.json"
        self.form.write_bytes(example.read_bytes())

    def config(self, text: str) -> None:
        (self.folder / "tokki.toml").write_text(text, encoding="utf-8")

    def run_in(
        self, folder: Path, *arguments: str | Path, command: str = "check"
    ) -> subprocess.CompletedProcess[str]:
        when = ("--as-of", AS_OF) if command in ("check", "chain") else ()
        return subprocess.run(
            [TOKKI, command, *when, *map(str, arguments)],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def check(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return self.run_in(self.forms, "form.json", *arguments)

    def found(self, *arguments: str | Path) -> dict[str, str]:
        run = self.check("--format", "json", *arguments)
        self.assertIn(run.returncode, (0, 1), run.stderr)
        (document,) = json.loads(run.stdout)["documents"]
        return {finding["rule"]: finding["severity"] for finding in document["findings"]}

    def test_is_found_upward_and_the_command_line_wins(self) -> None:
        usual = self.check()
        self.assertEqual(usual.returncode, 1)
        self.assertIn("誤り", usual.stdout)
        self.config('lang = "en"\nfail_on = "never"\n')
        run = self.check()
        self.assertEqual(run.returncode, 0)
        self.assertIn("error", run.stdout)
        self.assertIn("誤り", self.check("--lang", "ja").stdout)
        self.assertEqual(self.check("--fail-on", "error").returncode, 1)
        self.assertEqual(self.check("--no-config").stdout, usual.stdout)
        (self.folder / "other.toml").write_text('fail_on = "review"', encoding="utf-8")
        self.assertEqual(self.check("--config", "../../other.toml").returncode, 1)
        missing = self.check("--config", "nowhere.toml")
        self.assertEqual((missing.returncode, missing.stdout), (2, ""))

    def test_edition_is_relative_to_the_file(self) -> None:
        edition = SOURCE / "tests/editions/hoshikuzu-1.json"
        (self.folder / "office.json").write_bytes(edition.read_bytes())
        self.config('edition = "office.json"')
        run = self.check("--format", "json")
        self.assertEqual(json.loads(run.stdout)["documents"][0]["edition"], "hoshikuzu/1")
        run = self.check("--format", "json", "--edition", "itaku-kunren")
        self.assertTrue(json.loads(run.stdout)["documents"][0]["edition"].startswith("itaku"))
        self.config('edition = ["office.json", "itaku-kunren"]')
        self.assertIn(self.check().returncode, (0, 1))

    def test_rules_are_set(self) -> None:
        usual = self.found()
        self.assertEqual(usual["japan-only-contradicted"], "error")
        self.config('[rules]\njapan-only-contradicted = "warning"\nservice-kind-restricted = "off"')
        found = self.found()
        self.assertEqual(found["japan-only-contradicted"], "warning")
        self.assertEqual(set(found), set(usual) - {"service-kind-restricted"})
        self.assertEqual(self.check().returncode, 0)
        self.assertEqual(
            set(self.found("--select", "service-kind-restricted")), {"service-kind-restricted"}
        )

    def test_rules_are_listed_and_explained_as_they_are_set(self) -> None:
        self.config('[rules]\njapan-only-contradicted = "warning"\nservice-kind-restricted = "off"')
        listed = self.run_in(self.forms, "--lang", "en", command="rules").stdout
        self.assertRegex(listed, r"(?m)^japan-only-contradicted +warning  ")
        self.assertRegex(listed, r"(?m)^service-kind-restricted +\(off\)  ")
        run = self.run_in(self.forms, "japan-only-contradicted", "--lang", "en", command="explain")
        self.assertRegex(run.stdout.splitlines()[0], r"^japan-only-contradicted +warning$")

    def test_rules_are_selected_and_ignored(self) -> None:
        usual = set(self.found())
        self.assertEqual(
            set(self.found("--select", "japan-only-contradicted")), {"japan-only-contradicted"}
        )
        self.assertEqual(set(self.found("--select", ",".join(usual))), usual)
        self.assertEqual(
            set(self.found("--ignore", "japan-only-contradicted,date-in-future")),
            usual - {"japan-only-contradicted"},
        )
        self.config('select = "japan-only-contradicted"\nignore = ["date-in-future"]')
        self.assertEqual(set(self.found()), {"japan-only-contradicted"})
        self.assertEqual(set(self.found("--select", "date-in-future")), set())
        for option in ("--select", "--ignore"):
            run = self.check(option, "japan-only-contradict,x", "--lang", "en")
            self.assertEqual((run.returncode, run.stdout), (2, ""))
            self.assertIn("did you mean japan-only-contradicted?", run.stderr)
            self.assertIn("x: no such rule", run.stderr)

    def test_a_document_that_cannot_be_read_never_passes(self) -> None:
        self.form.write_text('{"format": ', encoding="utf-8")
        self.assertEqual(self.check("--select", "japan-only-contradicted").returncode, 1)
        self.assertEqual(self.check("--select", "json-malformed").returncode, 1)
        run = self.check("--ignore", "json-malformed", "--lang", "en")
        self.assertEqual(run.returncode, 2)
        self.assertIn("cannot be changed", run.stderr)
        waiver = WAIVER.format(path="**", expires=AS_OF)
        for config in (
            'ignore = "json-malformed"',
            '[rules]\njson-malformed = "off"',
            '[rules]\njson-malformed = "note"',
            waiver.replace("japan-only-contradicted", "json-malformed"),
        ):
            self.config(config)
            run = self.check("--lang", "en")
            self.assertEqual((run.returncode, run.stdout), (2, ""))
            self.assertIn("cannot be changed", run.stderr)

    def test_waivers_are_counted_and_shown(self) -> None:
        usual = self.found()
        for path in ("forms/**/*.json", "**", "forms/2025/form.json"):
            self.config(WAIVER.format(path=path, expires=AS_OF))
            run = self.check("--lang", "en")
            self.assertEqual(run.returncode, 0)
            self.assertIn("1 finding waived, not counted", run.stdout)
            self.assertEqual(set(self.found()), set(usual) - {"japan-only-contradicted"})
            log = json.loads(self.check("--format", "sarif").stdout)
            (suppressed,) = [r for r in log["runs"][0]["results"] if "suppressions" in r]
            self.assertEqual(suppressed["ruleId"], "japan-only-contradicted")
            (suppression,) = suppressed["suppressions"]
            self.assertEqual(suppression["justification"], "agreed with the office")
            report = json.loads(self.check("--format", "json").stdout)
            self.assertEqual(report["summary"]["waived"], 1)
            (waived,) = report["documents"][0]["waived"]
            self.assertEqual(waived["rule"], "japan-only-contradicted")
        absolute = self.run_in(Path("/"), "--config", self.folder / "tokki.toml", self.form)
        self.assertEqual(absolute.returncode, 0)
        self.config(WAIVER.format(path="forms/*.json", expires=AS_OF))
        self.assertEqual(self.found(), usual)

    def test_chain_takes_the_same(self) -> None:
        """A dossier's chain counts what the check of the dossier counts."""
        dossier = SOURCE / "examples/dossiers/japan-only-above-a-us-cloud.json"
        errors = ("consent-missing", "declaration-stale")
        self.form.write_bytes(dossier.read_bytes())

        def chain(*arguments: str) -> subprocess.CompletedProcess[str]:
            return self.run_in(self.forms, "form.json", *arguments, command="chain")

        self.assertEqual(chain().returncode, 1)
        self.assertEqual(chain("--fail-on", "never").returncode, 0)
        self.assertEqual(chain("--ignore", errors[0]).returncode, 1)
        self.assertEqual(chain("--ignore", ",".join(errors)).returncode, 0)
        self.assertEqual(chain("--select", "japan-only-contradicted").returncode, 0)
        self.assertIn("\x1b[", chain("--color", "always").stdout)
        waivers = [WAIVER.replace("japan-only-contradicted", rule) for rule in errors]
        self.config("".join(waivers).format(path="forms/**", expires=AS_OF))
        for format_ in ("text", "svg", "json"):
            run = chain("--format", format_, "--lang", "en")
            self.assertEqual(run.returncode, 0)
            self.assertEqual(run.stderr, "tokki: findings waived, not counted: 2\n")
        self.assertEqual(self.check().returncode, 0)

    def test_an_expired_waiver_is_said_and_not_applied(self) -> None:
        self.config("\n" + WAIVER.format(path="**", expires="2026-11-23"))
        run = self.check("--lang", "en")
        self.assertEqual(run.returncode, 1)
        self.assertIn("tokki.toml:3: the waiver of japan-only-contradicted", run.stderr)
        self.assertIn("expired on 2026-11-23", run.stderr)
        self.config(WAIVER.format(path="**", expires='"令和8年11月24日"'))
        self.assertEqual(self.check().returncode, 0)

    def test_all_faults_are_listed_with_their_lines(self) -> None:
        faults: list[tuple[str, str]] = [
            ('editon = "x"', "editon: unknown key; did you mean edition?"),
            ('lang = "fr"', "lang: fr (ja, en)"),
            ('fail_on = "errors"', "did you mean error?"),
            ("select = 3", "select: expected a string"),
            ('ignore = ["entry-repeatd"]', "did you mean entry-repeated?"),
            ("[rules]", ""),
            ('entry-repeated = "of"', "did you mean off?"),
            ('no-such-thing-at-all = "off"', "no such rule"),
            ('json-malformed = "off"', "cannot be changed"),
            ("[[waivers]]", "waivers: approver is missing"),
            ('rule = "x"', "x: no such rule"),
            ('path = ""', "path: expected a string that is not blank"),
            ('reasn = "x"', "did you mean reason?"),
            ('expires = "soon"', "expires: expected a date"),
        ]
        self.config("\n".join(line for line, _ in faults))
        run = self.check("--config", self.folder / "tokki.toml", "--lang", "en")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        said = run.stderr.splitlines()
        for number, (_, fault) in enumerate(faults, 1):
            if fault:
                lines = [x for x in said if f"tokki.toml:{number}: " in x and fault in x]
                self.assertEqual(len(lines), 1, (number, fault, said))
        japanese = self.check("--config", self.folder / "tokki.toml").stderr.splitlines()
        self.assertEqual(len(japanese), len(said))
        self.config("lang = \n")
        run = self.check()
        self.assertEqual(run.returncode, 2)
        self.assertIn("tokki.toml:1: ", run.stderr)

    def test_the_one_in_readme_is_sound(self) -> None:
        edition = SOURCE / "tests/editions/hoshikuzu-1.json"
        (self.folder / "editions").mkdir()
        (self.folder / "editions/office.json").write_bytes(edition.read_bytes())
        for readme in ("README.md", "README.ja.md"):
            text = (SOURCE / readme).read_text(encoding="utf-8")
            (example,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
            self.config(example)
            run = self.check()
            self.assertIn(run.returncode, (0, 1), run.stderr)
            self.assertIn("2026-03-31", run.stderr)  # expired, on the day of these tests

    def test_wrong_types_are_faults(self) -> None:
        values: list[Any] = ["1", '""', "[]", "{}", "true", "1979-05-27", '[["x"]]', "[{}]"]
        for key in ("edition", "lang", "fail_on", "rules", "waivers", "waivers.x"):
            for value in values:
                self.config(f"{key} = {value}")
                with self.subTest(key=key, value=value):
                    self.assertIn(self.check().returncode, (0, 1, 2))


if __name__ == "__main__":
    TOKKI, SOURCE = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1])
