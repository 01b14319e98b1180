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


class Readme(unittest.TestCase):
    def test_console_blocks_show_what_is_printed(self) -> None:
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        blocks = re.findall(r"```console\n\$ tokki (.*?)\n(.*?)```", readme, re.DOTALL)
        self.assertGreaterEqual(len(blocks), 3)
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
        readme = (SOURCE / "README.md").read_text(encoding="utf-8")
        (shown,) = re.findall(r"```cpp\n(.*?)```", readme, re.DOTALL)
        built = (SOURCE / "examples/cpp/check_form.cpp").read_text(encoding="utf-8")
        self.assertEqual(
            shown.split("int main", 1)[1].strip(), built.split("int main", 1)[1].strip()
        )


if __name__ == "__main__":
    TOKKI, SOURCE = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
