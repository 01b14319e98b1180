"""The tokki command, as used by people and pipelines.

Usage: cli_test.py TOKKI SOURCE_DIR
"""

import json
import os
import pty
import re
import subprocess
import sys
import tempfile
import unicodedata
import unittest
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TOKKI = ""
SOURCE = Path()
AS_OF = ("--as-of", "2026-11-24")
FORMAT = "tokki.declaration/1"


def tokki(
    *arguments: str | Path, stdin: str | bytes | None = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs the command; `stdin=None` closes it."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    run = subprocess.run(
        [TOKKI, *map(str, arguments)],
        input=data if data is not None else None,
        stdin=None,
        capture_output=True,
        env={**os.environ, **environment},
        preexec_fn=(lambda: os.close(0)) if data is None else None,
        check=False,
    )
    return subprocess.CompletedProcess(
        run.args, run.returncode, run.stdout.decode(), run.stderr.decode()
    )


def on_terminal(*arguments: str | Path, columns: int = 80, **environment: str) -> str:
    """What the command writes to a terminal."""
    leader, follower = pty.openpty()
    os.set_blocking(leader, True)
    subprocess.run(["stty", "cols", str(columns), "-opost"], stdin=follower, check=True)
    environment = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen(
        [TOKKI, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=follower,
        stderr=subprocess.DEVNULL,
        env=environment,
    ):
        os.close(follower)
        shown = b""
        while True:
            try:
                piece = os.read(leader, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
    os.close(leader)
    return shown.decode()


def columns(line: str) -> int:
    """The columns of a line where ambiguous characters are wide, as on Japanese terminals."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WFA" else 1
        for c in line
    )


def findings(report: str) -> list[dict[str, Any]]:
    documents = json.loads(report)["documents"]
    return [finding for document in documents for finding in document["findings"]]


def rules(run: subprocess.CompletedProcess[str]) -> list[str]:
    return [finding["rule"] for finding in findings(run.stdout)]


class Command(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        examples = SOURCE / "examples/declarations"
        every = sorted(examples.glob("*.json"))
        severities = {p: {f["severity"] for f in self.expected(p)} for p in every}
        self.clean = next(p for p in every if not severities[p])
        self.faulty = next(p for p in every if "error" in severities[p])

    @staticmethod
    def expected(path: Path) -> list[dict[str, Any]]:
        text = path.with_name(path.stem + ".expected").read_text(encoding="utf-8")
        found: list[dict[str, Any]] = json.loads(text)
        return found

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


class ExitCodes(Command):
    def test_say_what_was_found(self) -> None:
        self.assertEqual(tokki("check", *AS_OF, self.clean).returncode, 0)
        self.assertEqual(tokki("check", *AS_OF, self.faulty).returncode, 1)
        self.assertEqual(tokki("check", *AS_OF, self.faulty, "--fail-on", "never").returncode, 0)

    def test_follow_the_fail_level(self) -> None:
        complete = json.loads(self.clean.read_text(encoding="utf-8"))
        complete["storage_media"] = [{"name": "ＵＳＢﾒﾓﾘ"}]  # half-width kana: a note at most
        form = self.write("form.json", json.dumps(complete, ensure_ascii=False))
        report = findings(tokki("check", *AS_OF, form, "--format", "json").stdout)
        self.assertEqual(len(report), 1)
        levels = ["note", "review", "warning", "error"]
        for level in levels:
            fails = levels.index(report[0]["severity"]) >= levels.index(level)
            code = tokki("check", *AS_OF, form, "--fail-on", level).returncode
            self.assertEqual(code, 1 if fails else 0, level)

    def test_usage_is_2_and_says_where_help_is(self) -> None:
        for arguments in (
            [],
            ["chek"],
            ["check"],
            ["check", "--formt", "json", "x"],
            ["check", "--format", "xml", "x"],
            ["check", "--lang", "fr", "x"],
            ["check", "--as-of", "きのう", str(self.clean)],
            ["check", "--edition", str(self.folder / "none.json"), str(self.clean)],
            ["explain", "no-such-rule"],
            ["schema", "dossiers"],
        ):
            with self.subTest(arguments):
                run = tokki(*arguments)
                self.assertEqual(run.returncode, 2)
                self.assertNotEqual(run.stderr, "")
                self.assertEqual(run.stdout, "")

    def test_what_cannot_be_read_is_3_and_the_rest_is_checked(self) -> None:
        missing = self.folder / "missing.json"
        dangling = self.folder / "dangling.json"
        dangling.symlink_to("nowhere")
        unending = self.folder / ("x" * 300 + ".json")
        run = tokki("check", *AS_OF, missing, self.faulty, dangling, unending, "--format", "json")
        self.assertEqual(run.returncode, 3)
        self.assertEqual(
            json.loads(run.stdout)["unreadable"], [str(missing), str(dangling), str(unending)]
        )
        self.assertEqual(len(findings(run.stdout)), len(self.expected(self.faulty)))
        for path in (missing, dangling, unending):
            self.assertIn(str(path), run.stderr)

    def test_why_and_what_to_do_is_said_in_the_readers_language(self) -> None:
        empty = self.folder / "empty"
        empty.mkdir()
        dangling = self.folder / "dangling.json"
        dangling.symlink_to("nowhere")
        for language, words in (
            ("ja", ("見つかりません", "フォルダーに .json", "届出書のあるフォルダー", "指す先が")),
            ("en", ("not found", "file in this directory", "directory of the decl", "target is")),
        ):
            inputs = (empty, self.folder / "missing.json", dangling)
            run = tokki("check", *inputs, "--lang", language)
            self.assertEqual(run.returncode, 3)
            for word in words:
                self.assertIn(word, run.stderr)
            self.assertEqual(run.stderr.count(str(dangling)), 1)

    def test_a_closed_input_is_not_the_file_before_it(self) -> None:
        run = tokki("check", *AS_OF, self.clean, "-", "--format", "json", stdin=None)
        self.assertEqual(run.returncode, 3)
        report = json.loads(run.stdout)
        self.assertEqual(report["unreadable"], ["<stdin>"])
        self.assertEqual(len(report["documents"]), 1)

    def test_a_directory_is_no_edition(self) -> None:
        run = tokki("check", self.clean, "--edition", self.folder, "--lang", "en")
        self.assertEqual(run.returncode, 2)
        self.assertIn("it is a directory", run.stderr)

    def test_a_full_disk_is_70(self) -> None:
        dossier = SOURCE / "examples/dossiers/japan-only-above-a-us-cloud.json"
        for arguments in (
            ["check", str(self.faulty)],
            ["chain", str(dossier)],
            ["status", str(dossier)],
            ["diff", str(dossier)],
            ["terms"],
            ["terms", "--diff", "itaku-kunren", "itaku-kunren"],
            ["rules"],
            ["explain", "date-in-future"],
            ["schema", "declaration"],
            ["completions", "bash"],
            ["man"],
            ["check", "--help"],
        ):
            for language, said in (("ja", "標準出力に書き込めません"), ("en", "standard output")):
                with Path("/dev/full").open("wb") as full, self.subTest(arguments):
                    run = subprocess.run(
                        [TOKKI, *arguments, "--lang", language],
                        stdout=full,
                        stderr=subprocess.PIPE,
                        check=False,
                    )
                    self.assertEqual(run.returncode, 70)
                    self.assertIn(said, run.stderr.decode())
                    self.assertEqual(run.stderr.count(b"\n"), 1)

    def test_a_reader_that_goes_away_is_nobodys_fault(self) -> None:
        shell = f"'{TOKKI}' check '{SOURCE}/tests/corpus' --format json; echo $? >&2"
        run = subprocess.run(
            ["bash", "-c", f"({shell}) | head -c 1"], capture_output=True, check=False
        )
        self.assertEqual(run.stdout, b"{")
        self.assertIn(run.stderr.decode().strip(), {"0", "1"})


class Inputs(Command):
    def test_standard_input_is_json_or_ndjson(self) -> None:
        one = self.faulty.read_text(encoding="utf-8")
        line = json.dumps(json.loads(one), ensure_ascii=False)
        alone = rules(tokki("check", *AS_OF, "-", "--format", "json", stdin=one))
        self.assertEqual(alone, rules(tokki("check", *AS_OF, self.faulty, "--format", "json")))
        for mark, of_it in (("", []), ("\ufeff", ["byte-order-mark"])):
            lines = f"{mark}{line}\r\n\n{line}\n"
            run = tokki("check", *AS_OF, "-", "--format", "json", stdin=lines)
            self.assertEqual(rules(run), of_it + alone * 2)
            self.assertEqual([d["line"] for d in json.loads(run.stdout)["documents"]], [1, 3])

    def test_no_input_is_no_pass(self) -> None:
        run = tokki("check", "-", "--format", "json", stdin="")
        self.assertEqual((run.returncode, rules(run)), (1, ["document-empty"]))
        run = tokki("check", "-", stdin=None)
        self.assertEqual(run.returncode, 3)
        (self.folder / "empty").mkdir()
        run = tokki("check", self.folder / "empty", "--lang", "en")
        self.assertEqual(run.returncode, 3)
        self.assertIn("no .json", run.stderr)

    def test_directories_are_walked_in_order(self) -> None:
        text = self.clean.read_text(encoding="utf-8")
        for name in ("b.json", "a/z.json", "c.json", "c.expected.json", ".hidden.json", "d.txt"):
            self.write(name, text)
        report = json.loads(tokki("check", *AS_OF, self.folder, "--format", "json").stdout)
        names = [str(Path(d["uri"]).relative_to(self.folder)) for d in report["documents"]]
        self.assertEqual(names, ["a/z.json", "b.json", "c.expected.json", "c.json"])

    def test_damaged_files_are_findings(self) -> None:
        for path in sorted((SOURCE / "tests/corpus/broken").glob("*.json")):
            with self.subTest(path.name):
                run = tokki("check", *AS_OF, path, "--format", "json")
                expected = sorted(f["rule"] for f in self.expected(path))
                self.assertEqual(sorted(rules(run)), expected)

    def test_an_encoding_is_named_only_when_it_can_be_that(self) -> None:
        text = self.clean.read_text(encoding="utf-8")
        for content, named in (
            (text.encode("shift_jis", "replace"), "iconv -f Shift_JIS"),
            (text.encode("euc_jp", "replace"), "iconv -f EUC-JP"),
            (text.encode("utf-16"), "iconv -f UTF-16LE"),
            (b'{"format": "' + FORMAT.encode() + b'", "id": "Caf\xe9"}', "Save it as UTF-8.\n"),
            (text.encode().replace("県".encode(), "県".encode()[:2]), "Save it as UTF-8.\n"),
        ):
            run = tokki("check", *AS_OF, self.write("encoded.json", content), "--lang", "en")
            with self.subTest(named):
                self.assertEqual(run.returncode, 1)
                self.assertIn(named, run.stdout)

    def test_a_damaged_line_leaves_the_others(self) -> None:
        mixed = SOURCE / "tests/corpus/ndjson/mixed.ndjson"
        report = json.loads(tokki("check", *AS_OF, mixed, "--format", "json").stdout)
        found = [
            (document["line"], finding["rule"])
            for document in report["documents"]
            for finding in document["findings"]
        ]
        expected = [(f["line"], f["rule"]) for f in self.expected(mixed)]
        self.assertEqual(sorted(found), sorted(expected))

    def test_monsters_are_findings(self) -> None:
        good = json.dumps(json.loads(self.clean.read_text(encoding="utf-8")))
        monsters = {
            "deep": f'{{"format":"{FORMAT}","id":' + "[" * 100_000 + "]" * 100_000 + "}",
            "string": f'{{"format":"{FORMAT}","id":"{"x" * 50_000_000}"}}',
            "nested": f'{{"format":"{FORMAT}","extensions":' + '{"a":' * 99 + "1" + "}" * 100,
        }
        for name, monster in monsters.items():
            with self.subTest(name):
                run = tokki("check", *AS_OF, "-", "--format", "json", stdin=monster)
                self.assertEqual((run.returncode, rules(run)), (1, ["limit-exceeded"]))
        huge = f'{{"format":"{FORMAT}","id":"{"x" * 17_000_000}"}}'
        lines = self.write("lines.ndjson", f"{good}\n{huge}\n{good}\n")
        run = tokki("check", *AS_OF, lines, "--format", "json")
        documents = json.loads(run.stdout)["documents"]
        self.assertEqual([len(d["findings"]) for d in documents], [0, 1, 0])

    def test_a_stream_needs_no_more_memory_than_a_document(self) -> None:
        line = json.dumps(json.loads(self.clean.read_text(encoding="utf-8"))).encode() + b"\n"

        def peak(megabytes: int) -> int:
            with subprocess.Popen(
                [TOKKI, "check", *AS_OF, "-", "--input", "ndjson"],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
            ) as run:
                assert run.stdin is not None
                block = line * (1_000_000 // len(line))
                for _ in range(megabytes):
                    run.stdin.write(block)
                run.stdin.close()
                _, status, usage = os.wait4(run.pid, 0)
                run.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(run.returncode, 0)
            return usage.ru_maxrss  # kilobytes

        self.assertLess(peak(40), peak(4) + 16_000)

    def test_a_folder_needs_no_more_memory_than_a_document(self) -> None:
        def peak(folder: Path) -> int:
            # Freed memory that the address sanitizer holds back would count as used.
            options = {**os.environ, "ASAN_OPTIONS": "quarantine_size_mb=1"}
            with subprocess.Popen(
                [TOKKI, "check", *AS_OF, str(folder)], stdout=subprocess.DEVNULL, env=options
            ) as run:
                _, status, usage = os.wait4(run.pid, 0)
                run.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(run.returncode, 1)
            return usage.ru_maxrss  # kilobytes

        one = peak(self.write("one/form.json", self.faulty.read_bytes()).parent)
        with self.write("huge/form.json", f'{{"format":"{FORMAT}"').open("r+b") as huge:
            huge.truncate(300_000_000)
        self.assertLess(peak(self.folder / "huge"), one + 50_000)
        for number in range(40):
            form = f'{{"format":"{FORMAT}","id":"{" " * 4_000_000}"}}'
            self.write(f"many/{number}.json", form)
        self.assertLess(peak(self.folder / "many"), one + 50_000)

    def test_folders_that_lead_round_in_a_circle_end(self) -> None:
        form = self.write("forms/below/form.json", self.clean.read_bytes())
        (form.parent / "up").symlink_to(self.folder / "forms")
        (form.parent / "up.json").symlink_to(self.folder / "forms")
        run = tokki("check", *AS_OF, self.folder / "forms", "--format", "json")
        self.assertEqual(run.returncode, 0)
        self.assertEqual([d["uri"] for d in json.loads(run.stdout)["documents"]], [str(form)])

    def test_a_pipe_in_a_folder_is_named_and_not_waited_for(self) -> None:
        self.write("forms/form.json", self.clean.read_bytes())
        pipe = self.folder / "forms/pipe.json"
        os.mkfifo(pipe)
        for lang, said in (("ja", "パイプ"), ("en", "a pipe or a device")):
            run = tokki("check", *AS_OF, pipe.parent, "--format", "json", "--lang", lang)
            self.assertEqual(run.returncode, 3)
            self.assertIn(said, run.stderr)
            self.assertEqual(json.loads(run.stdout)["unreadable"], [str(pipe)])
            self.assertEqual(len(json.loads(run.stdout)["documents"]), 1)
        by_itself = f"'{TOKKI}' check --as-of 2026-11-24 <(cat '{self.clean}')"
        self.assertEqual(subprocess.run(["bash", "-c", by_itself], check=False).returncode, 0)


class Output(Command):
    def test_both_languages_say_the_same(self) -> None:
        corpus = (SOURCE / "examples", SOURCE / "tests/corpus")
        ja = tokki("check", *AS_OF, *corpus, "--format", "json")
        en = tokki("check", *AS_OF, *corpus, "--format", "json", "--lang", "en")
        self.assertEqual((ja.returncode, ja.stdout), (en.returncode, en.stdout))
        for finding in findings(ja.stdout):
            self.assertNotRegex(finding["message"]["en"], "[ぁ-ん]")
            self.assertRegex(finding["message"]["ja"], "[ぁ-ん]")
        pattern = re.compile(r"^ {10}([a-z0-9-]+)  \d+:\d+(?:  /\S*)?$", re.MULTILINE)
        texts = [tokki("check", *AS_OF, *corpus, "--lang", lang).stdout for lang in ("ja", "en")]
        self.assertEqual(pattern.findall(texts[0]), pattern.findall(texts[1]))
        self.assertGreater(len(pattern.findall(texts[0])), 100)

    def too_wide(self, text: str, width: int) -> Iterator[str]:
        for line in text.splitlines():
            pointer = re.fullmatch(r" {10}/\S*", line)  # is copied, so never cut
            if columns(line) > width and not pointer and not line.startswith(str(SOURCE)):
                yield line

    def test_text_keeps_to_the_terminals_width(self) -> None:
        corpus = (SOURCE / "examples", SOURCE / "tests/corpus")
        for lang in ("ja", "en"):
            piped = tokki("check", *AS_OF, *corpus, "--lang", lang, "--quote").stdout
            self.assertEqual(list(self.too_wide(piped, 80)), [])
            for width in (60, 120):
                shown = on_terminal(
                    "check", *AS_OF, self.faulty, "--lang", lang, columns=width, NO_COLOR="1"
                )
                self.assertEqual(list(self.too_wide(shown, width)), [])
                self.assertTrue(any(columns(line) > width - 20 for line in shown.splitlines()))

    def test_colour_is_for_terminals_that_want_it(self) -> None:
        arguments = ("check", *AS_OF, self.faulty)
        self.assertIn("\x1b[", on_terminal(*arguments))
        self.assertNotIn("\x1b", on_terminal(*arguments, NO_COLOR="1"))
        self.assertNotIn("\x1b", on_terminal(*arguments, TERM="dumb"))
        self.assertNotIn("\x1b", tokki(*arguments).stdout)

    def test_values_are_withheld_unless_asked_for(self) -> None:
        form = json.loads(self.clean.read_text(encoding="utf-8"))
        form["declarant"]["name"] = "秘密株式会社〇〇"
        form["declared_on"] = "ひみつの日"
        form["secret"] = 1
        path = self.write("form.json", json.dumps(form, ensure_ascii=False))
        for format_ in ("text", "json"):
            run = tokki("check", *AS_OF, path, "--format", format_)
            self.assertNotRegex(run.stdout + run.stderr, "秘密株式会社|ひみつ")
            run = tokki("check", *AS_OF, path, "--format", format_, "--show-values")
            self.assertRegex(run.stdout, "秘密株式会社〇〇")
            self.assertRegex(run.stdout, "ひみつの日")

    def test_text_on_a_terminal_shows_values_and_names(self) -> None:
        form = json.loads(self.clean.read_text(encoding="utf-8"))
        form["declared_on"] = "ひみつの日"
        path = self.write("form.json", json.dumps(form, ensure_ascii=False))
        self.assertIn("ひみつの日", on_terminal("check", *AS_OF, path))
        self.assertNotIn("ひみつの日", on_terminal("check", *AS_OF, path, "--no-show-values"))
        self.assertNotIn("ひみつの日", on_terminal("check", *AS_OF, path, "--format", "json"))
        dossier = {
            "format": "tokki.dossier/1",
            "contract": {"contractor": "a"},
            "parties": [
                {"id": "a", "name": "学校法人しらかば学園"},
                {"id": "b", "name": "ひみつ印刷"},
            ],
            "subcontracts": [
                {"from": "a", "to": "b", "work": "印刷", "starts_on": "令和8年4月1日"}
            ],
        }
        path = self.write("dossier.json", json.dumps(dossier, ensure_ascii=False))
        self.assertRegex(on_terminal("check", *AS_OF, path), "再委託等（ひみつ印刷）")
        self.assertRegex(
            on_terminal("check", *AS_OF, path, "--no-show-values"), "再委託等（1件目）"
        )

    def test_quote_adds_the_wording(self) -> None:
        edition = json.loads((SOURCE / "editions/itaku-kunren.json").read_text(encoding="utf-8"))
        wording = {c["key"]: c["wording"]["ja"] for c in edition["clauses"]}["F2.japan_only"]
        form = SOURCE / "examples/declarations/japan-only-dropbox-in-the-usa.json"
        run = tokki("check", *AS_OF, form, "--quote")
        self.assertIn(f"「{wording}」", run.stdout)

    def test_the_day_of_the_check_matters(self) -> None:
        form = json.loads(self.clean.read_text(encoding="utf-8"))
        form["declared_on"] = "令和8年1月5日"
        form["contract"]["concluded_on"] = "令和8年1月4日"
        path = self.write("form.json", json.dumps(form, ensure_ascii=False))
        before = rules(tokki("check", "--as-of", "令和８年１月４日", path, "--format", "json"))
        after = rules(tokki("check", "--as-of", "2026-01-05", path, "--format", "json"))
        self.assertIn("date-in-future", before)
        self.assertNotIn("date-in-future", after)


class Knowledge(Command):
    def test_every_rule_is_explained(self) -> None:
        ids = [line.split()[0] for line in tokki("rules").stdout.splitlines()]
        pinned = (SOURCE / "tests/rules/rule_ids.txt").read_text(encoding="utf-8").split()
        self.assertEqual(sorted(ids), sorted(pinned))
        for rule in ids:
            for lang in ("ja", "en"):
                run = tokki("explain", rule, "--lang", lang)
                self.assertEqual(run.returncode, 0)
                self.assertIn(rule, run.stdout)

    def test_a_typo_is_helped(self) -> None:
        run = tokki("explain", "japan-only-contradict", "--lang", "en")
        self.assertIn("did you mean japan-only-contradicted", run.stderr)
        self.assertIn("no such command: chek", tokki("chek", "--lang", "en").stderr)

    def test_schemas_are_json(self) -> None:
        for document in ("declaration", "edition"):
            for draft in ("7", "2020-12"):
                schema = json.loads(tokki("schema", document, "--draft", draft).stdout)
                self.assertIn(draft, schema["$schema"])
        lenient, complete = (
            json.loads(tokki("schema", "declaration", *more).stdout)
            for more in ([], ["--complete"])
        )
        self.assertEqual(lenient["required"], ["format"])
        self.assertIn("storage_media", complete["required"])

    def test_help_fits_and_speaks_both_languages(self) -> None:
        helps = re.findall(r"^  (\w+)  ", tokki("--help").stdout, re.MULTILINE)
        self.assertGreater(len(helps), 6)
        for command in ([], *([name] for name in helps)):
            for lang in ("ja", "en"):
                run = tokki(*command, "--lang", lang, "--help")
                self.assertEqual(run.returncode, 0, command)
                self.assertEqual([x for x in run.stdout.splitlines() if columns(x) > 80], [])
                self.assertEqual(bool(re.search("[ぁ-ん]", run.stdout)), lang == "ja")
        for name in helps:
            shown = tokki(name, "--help", "--lang", "en").stdout.split("Examples:")[1]
            examples = re.findall(r"\btokki (\w+)", shown)
            self.assertEqual(set(examples), {name})
        self.assertRegex(tokki("--version").stdout, r"^tokki \d+\.\d+\.\d+\n$")


class Terms(Command):
    def test_the_tree_names_every_clause(self) -> None:
        edition = json.loads((SOURCE / "editions/itaku-kunren.json").read_text(encoding="utf-8"))
        shown = [
            line.split()[0]
            for line in tokki("terms").stdout.splitlines()
            if line[:1] in ("A", "B", "F")
        ]
        self.assertEqual(sorted(shown), sorted(c["key"] for c in edition["clauses"]))

    def test_a_clause_is_shown_by_key_and_by_citation(self) -> None:
        wanted = tokki("terms", "A3.4").stdout
        self.assertIn("特記事項3(4)", wanted)
        self.assertIn("A3.4.provider", wanted)
        self.assertIn("On the occasion of the Contract", wanted)
        for citation in ("特記事項３(4)", "special terms 3(4)", "a3.4"):
            self.assertEqual(tokki("terms", citation).stdout, wanted)
        ambiguous = tokki("terms", "第３項第４号")
        self.assertEqual(ambiguous.stdout, wanted)
        self.assertIn("遵守事項3(4)", ambiguous.stderr)

    def test_what_is_not_there_is_said(self) -> None:
        run = tokki("terms", "特記事項99", "--lang", "en")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn("no clause is cited so", run.stderr)
        self.assertEqual(tokki("terms", "--search", "存在しない語").returncode, 1)
        self.assertEqual(
            tokki("terms", "--duties", "--clause", "B2", "--record", "cost").returncode, 1
        )
        self.assertEqual(tokki("terms", "--bearer", "nobody-knows").returncode, 2)
        self.assertEqual(tokki("terms", "--rule", "no-such-rule").returncode, 2)

    def test_a_part_is_shown_by_its_name(self) -> None:
        run = tokki("terms", "遵守事項", "--format", "json")
        keys = [c["key"] for c in json.loads(run.stdout)["clauses"]]
        self.assertEqual((keys[0], "B7" in keys, "A1" in keys), ("B1", True, False))

    def test_duties_are_filtered(self) -> None:
        run = tokki("terms", "--duties", "--bearer", "client", "--format", "json")
        duties = json.loads(run.stdout)["duties"]
        self.assertEqual({d["bearer"] for d in duties}, {"client"})
        run = tokki(
            "terms",
            "--duties",
            "--clause",
            "特記事項9",
            "--promptness",
            "at_once",
            "--format",
            "json",
        )
        self.assertEqual([d["key"] for d in json.loads(run.stdout)["duties"]], ["A9.2", "A9.3"])

    def test_duties_of_a_part_are_all_that_it_states(self) -> None:
        def of(clause: str) -> list[str]:
            run = tokki("terms", "--duties", "--clause", clause, "--format", "json")
            return [duty["key"] for duty in json.loads(run.stdout)["duties"]]

        whole = of("A")
        self.assertIn("A14", " ".join(whole))
        for name in ("特記事項", "Special Terms"):
            self.assertEqual(of(name), whole)

    def test_two_editions_are_compared(self) -> None:
        other = "tests/editions/hoshikuzu-1.json"
        run = tokki("terms", "--diff", "itaku-kunren", SOURCE / other, "--format", "json")
        self.assertEqual(run.returncode, 1)
        diff = json.loads(run.stdout)
        (parameter,) = diff["parameters"]
        self.assertEqual((parameter["before"]["value"], parameter["after"]["value"]), (60, 30))
        changes = {c["key"]: c["change"] for c in diff["clauses"]}
        self.assertEqual((changes["A15"], changes["B5.strap"]), ("added", "removed"))
        rules = {r["rule"]: r for r in diff["rules"]}
        self.assertEqual(rules["entry-repeated"]["after"], "off")
        self.assertEqual(rules["entry-undecided"]["because"], ["lists.undecided"])
        same = tokki("terms", "--diff", SOURCE / other, SOURCE / other)
        self.assertEqual(same.returncode, 0)

    def test_a_difference_is_no_oscal_catalog(self) -> None:
        editions = ("itaku-kunren", SOURCE / "tests/editions/hoshikuzu-1.json")
        run = tokki("terms", "--diff", *editions, "--format", "oscal")
        self.assertEqual((run.returncode, run.stdout), (2, ""))
        self.assertIn("text、json、markdown", run.stderr)

    def test_every_format_in_both_languages(self) -> None:
        for more in (
            [],
            ["A5"],
            ["--search", "承認"],
            ["--duties"],
            ["--diff", "itaku-kunren", str(SOURCE / "tests/editions/hoshikuzu-1.json")],
        ):
            for format_ in ("text", "json", "markdown"):
                texts = [
                    tokki("terms", *more, "--format", format_, "--lang", lang).stdout
                    for lang in ("ja", "en")
                ]
                self.assertTrue(all(texts), more)
                if format_ != "text":
                    self.assertEqual(texts[0], texts[1])


class Editions(Command):
    def test_an_edition_may_extend_one_given_after_it(self) -> None:
        one, two = (SOURCE / f"tests/editions/hoshikuzu-{n}.json" for n in (1, 2))
        form = SOURCE / "tests/editions/declarations/after-the-successor-took-over.json"
        run = tokki("check", *AS_OF, form, "--edition", two, "--edition", one, "--format", "json")
        (document,) = json.loads(run.stdout)["documents"]
        self.assertEqual(document["edition"], "hoshikuzu/2")
        run = tokki("check", *AS_OF, form, "--edition", two, "--lang", "en")
        self.assertEqual(run.returncode, 2)
        self.assertIn("edition-unknown-base", run.stderr)

    def test_the_built_in_edition_is_a_file_like_any(self) -> None:
        path = SOURCE / "editions/itaku-kunren.json"
        run = tokki("check", *AS_OF, self.faulty, "--edition", path)
        self.assertEqual(run.stdout, tokki("check", *AS_OF, self.faulty).stdout)

    def test_a_faulty_edition_shows_all_its_faults(self) -> None:
        edition = json.loads((SOURCE / "editions/itaku-kunren.json").read_text(encoding="utf-8"))
        edition["rules"] = [{"rule": "no-such-rule"}]
        edition["colour"] = "red"
        edition["cells"][0]["clause"] = "Z9"
        path = self.write("edition.json", json.dumps(edition, ensure_ascii=False))
        run = tokki("check", self.clean, "--edition", path, "--lang", "en")
        self.assertEqual(run.returncode, 2)
        for expected in (
            "edition-unknown-rule",
            "unknown-field",
            "edition-dangling-key",
            "/colour",
        ):
            self.assertIn(expected, run.stderr)


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1])
