"""The published schemas, read by another language's validator, agree with the decoder.

Usage: oracle_test.py TOKKI SOURCE_DIR

python3-jsonschema is the oracle: without it the test fails, it does not skip. Every document, from
the corpus or made here, is judged by tokki in one run and by the schemas of both drafts.
"""

import contextlib
import copy
import json
import re
import subprocess
import sys
import unittest
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import jsonschema  # type: ignore[import-untyped]

TOKKI = ""
SOURCE = Path()

DRAFTS = ("draft-07", "draft-2020-12")
AS_OF = "2026-11-24"  # the corpus is judged as of this day

# What the decoder finds and a schema can check, too …
STRUCTURAL = frozenset(
    {"wrong-type", "unknown-field", "unknown-choice", "format-missing", "format-unknown"}
)
# … and what no schema can check: the text itself, duplicates and limits.
ABOUT_TEXT = frozenset(
    {
        "document-empty",
        "not-utf8",
        "nul-character",
        "byte-order-mark",
        "json-malformed",
        "duplicate-key",
        "limit-exceeded",
        "findings-truncated",
    }
)

# What the form asks for and the complete schema demands.
FILLED_IN = {"cell-blank", "tick-none", "tick-both", "yes-without-details"}

# Forms of the corpus that have no finding and are refused by the complete schema, and why.
STRICTER = {
    "blanks-nulls-and-empty-lists": "lines left blank under 無: it wants every line filled in",
    "service-countries-only": "countries stand for data_location: it wants the latter",
}

# Put in the place of every member and item of the sample, at every depth, and of the whole.
REPLACEMENTS: tuple[Any, ...] = (
    None,
    "",
    " ",
    "\u3000",
    "x",
    "yes",
    0,
    1,
    1.5,
    True,
    False,
    [],
    {},
    [None],
    [""],
    ["x"],
    [1],
    [True],
    [[]],
    [{}],
    [{}, None],
    {"unknown": 1},
    {"name": 1},
    {"ticked": ["x"]},
)
# "format" is a member of the root only; "a/b~c" needs escaping in a pointer.
UNKNOWN_MEMBERS = ("unknown", "", "Name", "name ", "ticked ", "a/b~c", "$schema", "format")

Way = tuple[str | int, ...]


@dataclass(frozen=True)
class Judged:
    """A document and tokki's findings: (rule, pointer)."""

    name: str
    document: Any
    findings: frozenset[tuple[str, str]]

    @property
    def rules(self) -> set[str]:
        return {rule for rule, _ in self.findings}

    @property
    def faults(self) -> set[str]:
        """Where the decoder found fault with the structure."""
        return {pointer for rule, pointer in self.findings if rule in STRUCTURAL}


class RepeatedMemberError(Exception):
    """A member occurs twice, which has no defined meaning."""


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise RepeatedMemberError
    return members


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=once)


def schema(name: str, draft: str) -> Any:
    return read(SOURCE / "schemas" / f"{name}.{draft}.json")


def validator(of: Any) -> Any:
    return jsonschema.validators.validator_for(of, default=None)(of)


def pointer_to(path: Way) -> str:
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def paths(value: Any, path: Way = ()) -> Iterator[Way]:
    """Ways to the value itself and to everything in it."""
    yield path
    if isinstance(value, dict):
        for key, member in value.items():
            yield from paths(member, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from paths(item, (*path, index))


def at(document: Any, path: Way) -> Any:
    for step in path:
        document = document[step]
    return document


def replaced(document: Any, path: Way, value: Any) -> Any:
    if not path:
        return value
    changed = copy.deepcopy(document)
    at(changed, path[:-1])[path[-1]] = value
    return changed


def removed(document: Any, path: Way) -> Any:
    changed = copy.deepcopy(document)
    del at(changed, path[:-1])[path[-1]]
    return changed


def blanks(value: Any) -> list[Any]:
    """How an empty cell of this kind may be written."""
    if isinstance(value, str):
        return [None, ""]
    if isinstance(value, list):
        return [None, []]
    if isinstance(value, dict):
        return [None, {}]
    return [None]


def ticks(choices: list[str]) -> list[Any]:
    """Boxes ticked in all ways, repeated, misspelt, and beside what is no choice at all."""
    first, second = choices[:2]
    rest: list[Any] = [
        "unknown",
        "",
        first.upper(),
        first + " ",
        "有",
        None,
        1,
        True,
        [],
        {},
        [first],
    ]
    return [
        *([each] for each in choices),
        [first, second],
        [second, first],
        [first, first],
        [second] * 50,
        [first, second, first],
        first,
        {first: True},
        *([each] for each in rest),
        *([first, each] for each in rest),
        *([each, second] for each in rest),
    ]


def mutations(sample: Any, choices: dict[str, list[str]]) -> Iterator[tuple[str, Any]]:
    for path in paths(sample):
        where = pointer_to(path)
        value = at(sample, path)
        if path:
            yield f"{where} removed", removed(sample, path)
        others = list(REPLACEMENTS)
        if path and path[-1] == "ticked":
            others += ticks(choices[where])
        if isinstance(value, list):
            others += [value * 2, [*value, None], [None, *value], [*value, 1], [*value, "x"]]
        if isinstance(value, dict):
            others += [{**value, name: 1} for name in UNKNOWN_MEMBERS if name not in value]
            others += [{"unknown": None, **value}]
        if where == "/format":
            others += [
                f"tokki.declaration/{version}" for version in ("0", "2", "10", "01", "1 ", "")
            ]
            others += ["tokki.edition/1", "TOKKI.DECLARATION/1", ["tokki.declaration/1"]]
        for other in others:
            yield (
                f"{where} = {json.dumps(other, ensure_ascii=False)}",
                replaced(sample, path, other),
            )


def is_choice(of: Any, path: Way) -> bool:
    """Whether a member of the sample is one of several words, by the schema."""
    for step in path:
        of = of["items"] if isinstance(step, int) else of["properties"][step]
    return "enum" in of


def blanked(sample: Any, of: Any) -> Iterator[tuple[str, Any]]:
    """Every cell of the sample, written as empty in all ways that mean it. No word is not one."""
    for path in paths(sample):
        if not path or path == ("format",) or (len(path) > 1 and path[-2] == "ticked"):
            continue
        if path[0] == "extensions" and len(path) > 1:
            continue
        for blank in [None] if is_choice(of, path) else blanks(at(sample, path)):
            yield f"{pointer_to(path)} = {json.dumps(blank)}", replaced(sample, path, blank)


def tokki(*arguments: str, given: str = "") -> str:
    run = subprocess.run(
        [TOKKI, *arguments],
        cwd=SOURCE,
        input=given,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in (0, 1):
        raise AssertionError(f"tokki {' '.join(arguments)}: exit code {run.returncode}")
    return run.stdout


def judge(documents: list[tuple[str, Any]]) -> list[Judged]:
    lines = "".join(json.dumps(each, ensure_ascii=False) + "\n" for _, each in documents)
    options = ("--format", "json", "--input", "ndjson", "--as-of", AS_OF)
    report = json.loads(tokki("check", "-", *options, given=lines))
    found = {
        each["line"]: frozenset((one["rule"], one["at"]["pointer"]) for one in each["findings"])
        for each in report["documents"]
    }
    if sorted(found) != list(range(1, len(documents) + 1)):
        raise AssertionError("tokki did not report every line once")
    return [
        Judged(name, document, found[line])
        for line, (name, document) in enumerate(documents, start=1)
    ]


def schema_faults(lenient: Any, document: Any) -> set[str]:
    """The schema's errors, in the form of the decoder's findings."""
    faults = set()
    for error in lenient.iter_errors(document):
        path = tuple(error.absolute_path)
        if error.validator == "required":
            faults.add(pointer_to((*path, "format")))
        elif error.validator == "additionalProperties":
            known = error.schema["properties"]
            faults |= {pointer_to((*path, key)) for key in error.instance if key not in known}
        else:
            faults.add(pointer_to(path))
    # A document of an unknown format is not read any further.
    return {"/format"} if "/format" in faults else faults


def every(value: Any) -> Iterator[Any]:
    return (at(value, path) for path in paths(value))


def has_white_text(document: Any) -> bool:
    """White space only: blank on a form, but not to minLength."""
    return any(isinstance(each, str) and each.isspace() for each in every(document))


class Schemas(unittest.TestCase):
    maxDiff = None

    def test_the_schemas_are_valid_against_their_metaschema(self) -> None:
        files = sorted((SOURCE / "schemas").iterdir())
        self.assertEqual(len(files), 16)
        for path in files:
            with self.subTest(path.name):
                of = read(path)
                # An unknown $schema has no validator here, rather than the newest one.
                checker = jsonschema.validators.validator_for(of, default=None)
                self.assertIn(
                    checker, (jsonschema.Draft7Validator, jsonschema.Draft202012Validator)
                )
                self.assertEqual(checker is jsonschema.Draft7Validator, "draft-07" in path.name)
                checker.check_schema(of)

    def test_the_editions_are_accepted(self) -> None:
        editions = list((SOURCE / "editions").glob("*.json"))
        self.assertTrue(editions)
        for path in editions:
            for draft in DRAFTS:
                with self.subTest(path.name, draft=draft):
                    validator(schema("edition-1", draft)).validate(read(path))

    def test_every_structural_rule_is_sorted_here(self) -> None:
        header = (SOURCE / "src/rules/catalog/document_rules.hpp").read_text(encoding="utf-8")
        self.assertEqual(
            set(re.findall(r'\.id = "([a-z0-9-]+)"', header)), set(STRUCTURAL | ABOUT_TEXT)
        )


class Agreement(unittest.TestCase):
    maxDiff = None
    corpus: ClassVar[list[Judged]]
    mutated: ClassVar[list[Judged]]
    blank: ClassVar[list[Judged]]
    choices: ClassVar[dict[str, list[str]]]

    @classmethod
    def setUpClass(cls) -> None:
        folders = [SOURCE / "tests/corpus/declarations", SOURCE / "examples/declarations"]
        files = [path for folder in folders for path in sorted(folder.glob("*.json"))]
        corpus = []
        for path in files:
            with contextlib.suppress(RepeatedMemberError):
                corpus.append((str(path.relative_to(SOURCE)), read(path)))
        sample = read(SOURCE / "tests/schema/every-member.json")
        form = schema("declaration-1", DRAFTS[0])
        members = form["properties"]
        cls.choices = {
            f"/{row}/ticked": of["properties"]["ticked"]["items"]["enum"]
            for row, of in members.items()
            if "ticked" in of.get("properties", {})
        }
        mutated = list(mutations(sample, cls.choices))
        blank = list(blanked(sample, form))
        judged = judge(corpus + mutated + blank)
        cls.corpus = judged[: len(corpus)]
        cls.mutated = judged[len(corpus) : -len(blank)]
        cls.blank = judged[-len(blank) :]

    def test_the_sample_holds_every_member_of_the_schema(self) -> None:
        def described(of: Any, path: Way = ()) -> Iterator[Way]:
            for key, member in of.get("properties", {}).items():
                yield (*path, key)
                yield from described(member, (*path, key))
                yield from described(member.get("items", {}), (*path, key, 0))

        sample = read(SOURCE / "tests/schema/every-member.json")
        missing = set(described(schema("declaration-1", DRAFTS[1]))) - set(paths(sample))
        self.assertEqual(missing, set())
        self.assertEqual(len(self.choices), 3)

    def test_only_what_a_schema_can_see_is_compared(self) -> None:
        self.assertGreater(len(self.corpus), 120)
        for each in self.corpus + self.mutated + self.blank:
            self.assertFalse(each.rules & ABOUT_TEXT, each.name)

    def test_the_lenient_schema_and_the_decoder_find_the_same_faults(self) -> None:
        """Both accept, or both point at the same members."""
        judged = self.corpus + self.mutated + self.blank
        for draft in DRAFTS:
            lenient = validator(schema("declaration-1", draft))
            differences = [
                f"{each.name}: schema {sorted(faults)}, tokki {sorted(each.faults)}"
                for each in judged
                if (faults := schema_faults(lenient, each.document)) != each.faults
            ]
            self.assertEqual(differences, [], draft)
        accepted = sum(not each.faults for each in judged)
        self.assertGreater(accepted, 300)
        self.assertGreater(len(judged) - accepted, 500)

    def test_an_empty_cell_is_no_fault(self) -> None:
        self.assertGreater(len(self.blank), 60)
        for each in self.blank:
            self.assertEqual(each.faults, set(), each.name)
            for draft in DRAFTS:
                errors = list(validator(schema("declaration-1", draft)).iter_errors(each.document))
                self.assertEqual(errors, [], f"{draft}: {each.name}")

    def test_what_the_complete_schema_accepts_the_decoder_accepts(self) -> None:
        for draft in DRAFTS:
            complete = validator(schema("declaration-1.complete", draft))
            differences = [
                each.name
                for each in self.corpus + self.mutated + self.blank
                if complete.is_valid(each.document) and each.faults
            ]
            self.assertEqual(differences, [], draft)

    def test_what_the_complete_schema_accepts_has_no_blank_cell(self) -> None:
        for draft in DRAFTS:
            complete = validator(schema("declaration-1.complete", draft))
            accepted = [
                each
                for each in self.corpus + self.mutated + self.blank
                if complete.is_valid(each.document)
            ]
            blank = [
                f"{each.name}: {sorted(each.rules & FILLED_IN)}"
                for each in accepted
                if each.rules & FILLED_IN and not has_white_text(each.document)
            ]
            self.assertEqual(blank, [], draft)

    def test_the_complete_schema_accepts_what_has_no_finding(self) -> None:
        clean = [each for each in self.corpus if not each.findings]
        self.assertGreater(len(clean), 30)
        for draft in DRAFTS:
            complete = validator(schema("declaration-1.complete", draft))
            refused = {
                Path(each.name).stem for each in clean if not complete.is_valid(each.document)
            }
            self.assertEqual(refused, set(STRICTER), draft)


if __name__ == "__main__":
    TOKKI, SOURCE = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1])
