"""Completions, the manual page, colour, statistics, and guesses at what was meant.

Usage: manners_test.py TOKKI SOURCE_DIR
"""

import json
import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOKKI = ""
SOURCE = Path()


def typed_in_zsh(folder: Path, typed: str) -> str:
    """What is on the command line of a real zsh, which finds `_tokki` in the folder, after Tab."""
    pid, terminal = pty.fork()
    if pid == 0:
        own = {**os.environ, "TERM": "dumb", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
        os.execvpe("zsh", ["zsh", "-f", "-i"], own)  # noqa: S606

    def said(mark: bytes, send: str) -> bytes:
        os.write(terminal, send.encode())
        out = b""
        while mark not in out:
            if not select.select([terminal], [], [], 60)[0]:
                raise TimeoutError(out)
            out += os.read(terminal, 65536)
        return out

    said(
        b"READY\r",
        f"PS1=; fpath=({folder} $fpath); autoload -Uz compinit; compinit -D -u;"
        ' show() { print -r -- "<$BUFFER>" }; zle -N show; bindkey "^X" show; print READ"Y"\n',
    )
    line = said(b">", typed + "\t\x18")
    os.close(terminal)  # which ends it
    os.waitpid(pid, 0)
    return line[line.index(b"<") + 1 : line.index(b">")].decode()


def tokki(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [TOKKI, *map(str, arguments)],
        env={**os.environ, **environment},
        cwd=SOURCE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class Completions(unittest.TestCase):
    def complete(self, *words: str) -> list[str]:
        """What bash offers for the last of the words."""
        script = (
            'source <("$0" completions bash); COMP_WORDS=(tokki "$@"); COMP_CWORD=$#;'
            " _tokki 2>/dev/null; printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        run = subprocess.run(
            ["bash", "-c", script, TOKKI, *words],
            cwd=SOURCE,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return run.stdout.split()

    def test_bash_offers_commands_options_values_rules_and_files(self) -> None:
        self.assertEqual(self.complete("che"), ["check"])
        commands = set(self.complete(""))
        self.assertLessEqual({"check", "terms", "man", "--help"}, commands)
        self.assertEqual(self.complete("check", "--fo"), ["--format"])
        formats = self.complete("check", "--format", "")
        self.assertEqual(
            sorted(formats), sorted(["text", "json", "ndjson", "sarif", "junit", "github", "csv"])
        )
        self.assertEqual(self.complete("check", "--format", "=", "sa"), ["sarif"])
        self.assertEqual(
            self.complete("explain", "japan-only-contradicted-"),
            ["japan-only-contradicted-beneath"],
        )
        self.assertIn("japan-only-contradicted", self.complete("check", "--select", "japan"))
        self.assertEqual(self.complete("check", "README.m"), ["README.md"])
        self.assertEqual(self.complete("check", "--config", "pyproj"), ["pyproject.toml"])
        self.assertEqual(self.complete("chain", "--format", "sv"), ["svg"])
        self.assertEqual(self.complete("schema", "dec"), ["declaration"])

    def test_every_command_and_option_of_the_help_is_offered(self) -> None:
        helps = {"": tokki("--help", "--lang", "en").stdout}
        section = helps[""].split("Subcommands:")[1].split("Examples:")[0]
        commands = re.findall(r"^  (\w+) ", section, re.MULTILINE)
        self.assertGreater(len(commands), 6)
        page = tokki("man", "--lang", "en").stdout
        for shell in ("bash", "zsh", "fish"):
            script = tokki("completions", shell).stdout
            for command in commands:
                self.assertRegex(script, rf"\b{command}\b")
                self.assertIn(f".SS tokki {command}", page)
                shown = tokki(command, "--help", "--lang", "en").stdout
                for option in re.findall(r"^  (?:-h,)?--([a-z-]+)", shown, re.MULTILINE):
                    named = rf"-l {option}\b" if shell == "fish" else rf"--{option}\b"
                    self.assertRegex(script, named, (shell, command))
                    self.assertIn("--" + option, page.replace("\\-", "-"))

    def test_zsh_and_fish_read_them(self) -> None:
        for shell, check in (("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])):
            for lang in ("ja", "en"):
                script = tokki("completions", shell, "--lang", lang).stdout
                with tempfile.NamedTemporaryFile("w", suffix=f".{shell}", encoding="utf-8") as file:
                    file.write(script)
                    file.flush()
                    run = subprocess.run(
                        [*check, file.name], capture_output=True, encoding="utf-8", check=False
                    )
                self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_zsh_completes_what_is_typed(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            script = tokki("completions", "zsh").stdout
            (Path(folder) / "_tokki").write_text(script, encoding="utf-8")
            for typed, completed in (
                ("tokki che", "tokki check "),
                ("tokki check --forma", "tokki check --format "),
                ("tokki check --format sar", "tokki check --format sarif "),
                ("tokki explain japan-only-contra", "tokki explain japan-only-contradicted"),
            ):
                self.assertEqual(typed_in_zsh(Path(folder), typed), completed)

    def test_fish_offers_what_it_should(self) -> None:
        script = tokki("completions", "fish", "--lang", "en").stdout
        for line, offered in (
            ("tokki che", "check"),
            ("tokki check --format sa", "sarif"),
            ("tokki explain japan-only-c", "japan-only-contradicted"),
        ):
            run = subprocess.run(
                ["fish", "--no-config", "-c", f"{script}\ncomplete -C '{line}'"],
                capture_output=True,
                encoding="utf-8",
                env={**os.environ, "HOME": tempfile.gettempdir()},
                check=False,
            )
            words = [x.split("\t")[0] for x in run.stdout.splitlines()]
            self.assertIn(offered, words, run.stderr)


class ManualPage(unittest.TestCase):
    def test_groff_has_nothing_to_say(self) -> None:
        for lang, more in (("en", []), ("ja", ["-mja"])):
            page = tokki("man", "--lang", lang).stdout
            run = subprocess.run(
                ["groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z", *more],
                input=page,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            self.assertEqual((run.returncode, run.stderr), (0, ""))
        page = tokki("man", "--lang", "en").stdout
        self.assertEqual((page.count(".TH"), page.count("Exit codes:")), (1, 1))


class Manners(unittest.TestCase):
    FORM = "examples/declarations/japan-only-dropbox-in-the-usa.json"

    def test_colour_as_asked(self) -> None:
        def coloured(*arguments: str, **environment: str) -> bool:
            clean = {"NO_COLOR": "", "CLICOLOR_FORCE": "", **environment}
            return "\x1b[" in tokki("check", self.FORM, *arguments, **clean).stdout

        self.assertFalse(coloured())
        self.assertTrue(coloured("--color", "always"))
        self.assertTrue(coloured("--color", "always", NO_COLOR="1"))
        self.assertFalse(coloured("--color", "never", CLICOLOR_FORCE="1"))
        self.assertTrue(coloured(CLICOLOR_FORCE="1"))
        self.assertFalse(coloured(CLICOLOR_FORCE="0"))
        self.assertFalse(coloured(CLICOLOR_FORCE="1", NO_COLOR="1"))

    def test_statistics_count_by_rule(self) -> None:
        corpus = ("examples", "tests/corpus", "--as-of", "2026-11-24")
        report = json.loads(tokki("check", *corpus, "--format", "json").stdout)
        expected: dict[str, int] = {}
        for document in report["documents"]:
            for finding in document["findings"]:
                expected[finding["rule"]] = expected.get(finding["rule"], 0) + 1
        for lang in ("ja", "en"):
            run = tokki("check", *corpus, "--statistics", "--lang", lang)
            self.assertEqual(run.returncode, 1)
            rows = re.findall(r"^ *(\d+)  ([a-z0-9-]+) ", run.stdout, re.MULTILINE)
            self.assertEqual({rule: int(count) for count, rule in rows}, expected)
            counts = [int(count) for count, _ in rows]
            self.assertEqual(counts, sorted(counts, reverse=True))
        counted = [(r["rule"], r["findings"]) for r in report["summary"]["rules"]]
        self.assertEqual(counted, [(rule, int(count)) for count, rule in rows])
        self.assertEqual(tokki("check", self.FORM, "--statistics", "--format", "csv").returncode, 2)

    def test_what_was_meant_is_guessed(self) -> None:
        guesses = {
            ("chek", "x"): "check",
            ("check", "--formt", "json", "x"): "--format",
            ("check", "--format", "jsn", "x"): "json",
            ("check", "--lang", "en", self.FORM.replace("dropbox", "dropbx")): self.FORM,
            ("explain", "japan-only-contradict"): "japan-only-contradicted",
            ("check", "--select", "japan-only-contradict", "x"): "japan-only-contradicted",
            ("completions", "bsh"): "bash",
            ("schema", "declaraton"): "declaration",
        }
        for arguments, meant in guesses.items():
            run = tokki(*arguments)
            with self.subTest(arguments):
                self.assertIn(run.returncode, (2, 3))
                self.assertRegex(run.stderr, re.escape(meant) + r"[）?\n]")

    def test_what_is_far_is_not_guessed(self) -> None:
        for arguments in (("check", "--lang", "fr", "x"), ("check", "-x", "x")):
            run = tokki(*arguments)
            self.assertEqual(run.returncode, 2)
            self.assertNotRegex(run.stderr, "もしかして|→")

    def test_the_usage_is_said_in_one_language(self) -> None:
        faults = {
            ("check", "--as-of"): ("--as-of に値を指定してください", "--as-of needs a value"),
            ("check", "--format"): ("--format に値を指定", "--format needs a value"),
            ("check", "--select"): ("--select に値を指定", "--select needs a value"),
            ("check", "--select", "date-in-future,cell-blank", "--select"): (
                "--select に値を指定",
                "--select needs a value",
            ),
            ("check", "--as-of", "2026-01-01", "--as-of", "2026-01-02", "x"): (
                "--as-of は一度だけ",
                "--as-of may be given only once",
            ),
            ("terms", "--diff", "itaku-kunren"): ("--diff には値を2つ", "--diff takes 2 values"),
            ("terms", "--diff", "a", "b", "c"): ("--diff には値を2つ", "--diff takes 2 values"),
            ("explain", "cell-blank", "more"): ("余分な指定です：more", "not expected: more"),
            ("check", "--quote=maybe", "x"): ("--quote に値は指定できません", "--quote = maybe"),
        }
        for arguments, said in faults.items():
            for language, words in zip(("ja", "en"), said, strict=True):
                with self.subTest(arguments, language=language):
                    run = tokki(*arguments[:1], "--lang", language, *arguments[1:])
                    self.assertEqual(run.returncode, 2)
                    fault = run.stderr.splitlines()[0]
                    self.assertIn(words, fault)
                    if language == "ja":
                        self.assertNotRegex(fault, "required|received|expected|convert")

    def test_links_and_names_are_faulted_in_one_language(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            circle = Path(folder) / "circle.json"
            circle.symlink_to(circle)
            for path in (circle, Path(folder) / ("x" * 300 + ".json")):
                run = tokki("check", path)
                self.assertEqual(run.returncode, 3)
                self.assertNotRegex(run.stderr.replace(str(path), ""), "[A-Z][a-z]+|links")

    def test_progress_is_for_terminals_only(self) -> None:
        self.assertEqual(tokki("check", "examples", "--as-of", "2026-11-24").stderr, "")


if __name__ == "__main__":
    TOKKI, SOURCE = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1])
