"""The examples print the output that is stored with them."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SOURCE

EXAMPLES = sorted((SOURCE / "examples" / "python").glob("*.py"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints_what_stands_beside_it(example: Path) -> None:
    printed = subprocess.run([sys.executable, example], capture_output=True, check=True).stdout
    assert printed.decode() == example.with_suffix(".out").read_text("utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.ja.md"])
def test_readme_shows_an_example_as_it_is(readme: str, source: Path) -> None:
    text = (source / readme).read_text("utf-8")
    shown = text.split("```python\n")[1].split("```")[0]
    example = (source / "examples/python/build_form.py").read_text("utf-8")
    assert shown in example
