"""The command tokki chain, and dossiers as tokki check reads them.

Usage: chain_command_test.py TOKKI SOURCE_DIR
"""

import json
import shutil
import sys
import tempfile
import unicodedata
import unittest
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.dom import minidom

import cli_test
from cli_test import AS_OF, tokki

SOURCE = Path()


def example(name: str) -> Path:
    return SOURCE / "examples" / "dossiers" / name


def chain(name: str | Path, *arguments: str) -> str:
    run = tokki("chain", example(str(name)), *AS_OF, *arguments)
    assert not run.stderr, run.stderr
    return run.stdout


def documents(*arguments: str | Path) -> dict[str, list[dict[str, Any]]]:
    """The findings of tokki check by document."""
    report = json.loads(tokki("check", *arguments, *AS_OF, "--format", "json").stdout)
    return {document["uri"]: document["findings"] for document in report["documents"]}


def rules(findings: list[dict[str, Any]]) -> set[str]:
    return {finding["rule"] for finding in findings}


def all_texts(svg: str) -> list[str]:
    """The texts of a picture, which must be well-formed."""
    elements = minidom.parseString(svg).getElementsByTagName("text")  # noqa: S318
    return [
        "".join(child.data for child in element.childNodes if isinstance(child, minidom.Text))
        for element in elements
    ]


class AFolder(unittest.TestCase):
    """Which files of a folder are one dossier."""

    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name: str, content: dict[str, Any]) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
        return path

    def contract(self, course: str, contractor: str = "A校") -> dict[str, Any]:
        return {
            "format": "tokki.dossier/1",
            "contract": {"course_number": course},
            "parties": [{"id": "a", "name": contractor}],
        }

    def form(self, name: str = "A校") -> dict[str, Any]:
        return {"format": "tokki.declaration/1", "declarant": {"name": name}}

    def test_whole_dossiers_stay_apart(self) -> None:
        self.write("one.json", self.contract("5-01"))
        self.write("two.json", self.contract("5-02", "B校"))
        for findings in documents(self.folder).values():
            self.assertNotIn("contract-conflict", rules(findings))
            self.assertIn("contractor-declaration-undetermined", rules(findings))

    def test_forms_beside_a_dossier_belong_to_it(self) -> None:
        self.write("contract.json", self.contract("5-01"))
        self.write("forms/a.json", self.form())
        found = documents(self.folder)
        self.assertNotIn(
            "contractor-declaration-undetermined",
            rules(found[str(self.folder / "contract.json")]),
        )
        self.assertIn("filer-matched", rules(found[str(self.folder / "forms/a.json")]))

    def test_parts_of_a_dossier_belong_together(self) -> None:
        self.write("contract.json", self.contract("5-01"))
        self.write(
            "subcontracts.json",
            {"format": "tokki.dossier/1", "subcontracts": [{"from": "a", "to": "nobody"}]},
        )
        found = documents(self.folder)
        self.assertIn("party-unknown", rules(found[str(self.folder / "subcontracts.json")]))
        self.assertNotIn("contract-missing", set().union(*map(rules, found.values())))

    def test_forms_alone_are_no_dossier(self) -> None:
        self.write("a.json", self.form())
        self.write("b.json", self.form("B校"))
        found = documents(self.folder)
        self.assertEqual(len(found), 2)
        self.assertNotIn("filer-matched", set().union(*map(rules, found.values())))

    def test_folders_within_folders_are_dossiers_of_their_own(self) -> None:
        for course in ("5-01", "5-02"):
            self.write(f"{course}/contract.json", self.contract(course))
            self.write(f"{course}/a.json", self.form())
        found = documents(self.folder)
        self.assertNotIn("contract-conflict", set().union(*map(rules, found.values())))
        for path, findings in found.items():
            if path.endswith("/a.json"):
                self.assertIn("filer-matched", rules(findings))

    def test_an_unreadable_file_leaves_the_others(self) -> None:
        self.write("contract.json", self.contract("5-01"))
        self.write("a.json", self.form())
        (self.folder / "gone.json").symlink_to(self.folder / "nowhere")
        run = tokki("check", self.folder, *AS_OF, "--format", "json")
        self.assertEqual(run.returncode, 3)
        self.assertIn("gone.json", run.stderr)
        self.assertEqual(len(json.loads(run.stdout)["documents"]), 2)

    def test_files_are_named_where_a_finding_points_to_another(self) -> None:
        found = documents(example("folder-as-filed"))
        (missing,) = (
            finding
            for finding in found[str(example("folder-as-filed/contract.json"))]
            if finding["rule"] == "declaration-missing"
        )
        (related,) = missing["related"]
        self.assertEqual(related["document"], str(example("folder-as-filed/subcontracts.json")))
        self.assertGreater(related["line"], 1)


class AChain(unittest.TestCase):
    HEADLINE = "japan-only-above-a-us-cloud.json"

    def test_the_tree_says_what_a_clerk_looks_for(self) -> None:
        text = chain(self.HEADLINE)
        for said in ("乙", "第1段階", "第2段階", "承諾なし", "国内のみ", "国外：アメリカ合衆国"):
            self.assertIn(said, text)
        self.assertIn("no consent", chain(self.HEADLINE, "--lang", "en"))

    def test_the_tree_keeps_to_the_width(self) -> None:
        for path in sorted((SOURCE / "examples" / "dossiers").glob("*.json")):
            for line in tokki("chain", path, *AS_OF).stdout.splitlines():
                wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
                self.assertLessEqual(wide, 80, line)

    def test_exit_codes_are_those_of_check(self) -> None:
        for path in sorted((SOURCE / "tests/corpus/dossiers").glob("*.json")):
            for level in ("error", "review", "never"):
                codes = [
                    tokki(command, path, *AS_OF, "--fail-on", level).returncode
                    for command in ("check", "chain")
                ]
                self.assertEqual(codes[0], codes[1], path)
        self.assertEqual(tokki("chain", "no-such-file.json").returncode, 3)

    def test_what_is_no_dossier_has_no_picture(self) -> None:
        form = SOURCE / "examples/declarations/japan-only-dropbox-in-the-usa.json"
        damaged = SOURCE / "tests/corpus/broken/shift-jis.json"
        for path, ja, en in (
            (form, "届出書であり、案件ではありません", "a declaration, not a dossier"),
            (damaged, "案件として読めません", "cannot be read as a dossier"),
        ):
            for lang, said in (("ja", ja), ("en", en)):
                run = tokki("chain", path, *AS_OF, "--lang", lang)
                self.assertEqual(run.returncode, 1)
                self.assertIn(f"{path}: {said}", run.stdout)
                self.assertEqual(run.stdout.count("\n"), 1)
        run = tokki("chain", form, example(self.HEADLINE), *AS_OF)
        self.assertIn("届出書であり", run.stdout)
        self.assertIn("国外にあるデータ", run.stdout)
        self.assertIn("parties", json.loads(tokki("chain", form, "--format", "json").stdout))

    def test_json_does_not_depend_on_the_language(self) -> None:
        whole = chain(self.HEADLINE, "--format", "json")
        self.assertEqual(whole, chain(self.HEADLINE, "--format", "json", "--lang", "en"))
        told = json.loads(whole)
        self.assertEqual([party["tier"] for party in told["parties"]], [0, 1, 2])
        abroad = [place for place in told["exposure"] if place["country"] == "US"]
        self.assertEqual(abroad[0]["way"], [0, 1, 2])
        self.assertTrue(abroad[0]["certain"])
        self.assertEqual(told["subcontracts"][1]["consent"], "none")

    def test_the_picture_is_svg_in_words(self) -> None:
        texts = all_texts(chain(self.HEADLINE, "--format", "svg"))
        for said in ("株式会社もみじデータ", "承諾なし", "国外：アメリカ合衆国"):
            self.assertIn(said, texts)

    def test_names_cannot_break_out_of_a_picture(self) -> None:
        nasty = "<script>\"&'`-->{}|\\"
        dossier = {
            "format": "tokki.dossier/1",
            "contract": {"contractor": "a", "title": nasty},
            "parties": [{"id": "a", "name": nasty}],
        }
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "nasty.json"
            path.write_text(json.dumps(dossier), encoding="utf-8")
            made = {
                form: tokki("chain", path, *AS_OF, "--format", form).stdout
                for form in ("svg", "html", "dot", "mermaid")
            }
        self.assertIn(nasty, all_texts(made["svg"]))
        tags: list[str] = []
        parser = HTMLParser()
        parser.handle_starttag = lambda tag, attrs: tags.append(tag)  # type: ignore[method-assign]  # noqa: ARG005
        parser.feed(made["html"])
        self.assertNotIn("script", tags)
        self.assertIn("table", tags)
        (label,) = (line for line in made["dot"].splitlines() if "p0 [" in line)
        self.assertIn(r"<script>\"&", label)
        self.assertNotIn(nasty, made["mermaid"])

    def test_one_party_is_described(self) -> None:
        text = chain(self.HEADLINE, "--party", "株式会社もみじデータ")
        for said in ("特記事項6", "特記事項9(2)", "未確定", "→", "アメリカ合衆国"):
            self.assertIn(said, text)
        run = tokki("chain", example(self.HEADLINE), "--party", "nobody")
        self.assertEqual(run.returncode, 2)
        self.assertIn("nobody", run.stderr)

    def test_many_dossiers_are_shown_one_after_the_other(self) -> None:
        text = chain("many-courses-of-one-school.ndjson")
        self.assertEqual(text.count("委託訓練契約書"), 3)
        run = tokki("chain", example("many-courses-of-one-school.ndjson"), "--format", "svg")
        self.assertEqual(run.returncode, 2)

    def test_records_make_one_chain(self) -> None:
        text = tokki("chain", SOURCE / "tests/corpus/dossiers/records.ndjson", *AS_OF).stdout
        self.assertIn("承諾なし", text)
        self.assertEqual(text.count("コース番号"), 1)


if __name__ == "__main__":
    cli_test.TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
