"""README shows real output: every console block is run and compared.

Usage: readme_test.py TOKKI SOURCE_DIR
"""

import re
import shlex
import subprocess
import sys
import unittest
from pathlib import Path

TOKKI = ""
SOURCE = Path()
READMES = ("README.md", "README.ja.md")


class Readme(unittest.TestCase):
    def test_console_blocks_show_what_is_printed(self) -> None:
        blocks = []
        for readme in READMES:
            text = (SOURCE / readme).read_text(encoding="utf-8")
            found = re.findall(r"```console\n\$ tokki (.*?)\n(.*?)```", text, re.DOTALL)
            self.assertGreaterEqual(len(found), 3, readme)
            blocks += found
        for arguments, shown in blocks:
            with self.subTest(arguments):
                run = subprocess.run(
                    [TOKKI, *shlex.split(arguments)],
                    cwd=SOURCE,
                    stdout=subprocess.PIPE,
                    encoding="utf-8",
                    check=False,
                )
                self.assertEqual(run.stdout.strip(), shown.strip())

    def test_the_cpp_example_is_the_one_that_is_built(self) -> None:
        built = (SOURCE / "examples/cpp/check_form.cpp").read_text(encoding="utf-8")
        for readme in READMES:
            text = (SOURCE / readme).read_text(encoding="utf-8")
            (shown,) = re.findall(r"```cpp\n(.*?)```", text, re.DOTALL)
            self.assertEqual(
                shown.split("int main", 1)[1].strip(), built.split("int main", 1)[1].strip()
            )

    def test_both_languages_tell_the_same(self) -> None:
        """As far as a machine can see: the same sections, with the same blocks, rows and links."""
        outlines = []
        for readme in READMES:
            text = (SOURCE / readme).read_text(encoding="utf-8")
            prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
            outline = []
            for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
                blocks = re.findall(r"^```(\w+)", section, re.MULTILINE)
                outline.append((blocks, section.count("\n- "), section.count("\n|")))
            links = set(re.findall(r"\]\(([^)]*)\)", prose)) - set(READMES)
            outlines.append((outline, links))
        self.assertEqual(*outlines)


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
