"""The type annotations are correct, and sufficient for examples and tests."""

import os
import subprocess
import sys
from pathlib import Path

import tokki

PACKAGE = Path(tokki.__file__).parent


def run(*command: str | Path, cwd: Path) -> None:
    paths = f"{PACKAGE.parent}:{Path(__file__).parent}"
    done = subprocess.run(
        [sys.executable, "-m", *command],
        env=os.environ | {"MYPYPATH": paths, "PYTHONPATH": str(PACKAGE.parent)},
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_stub_of_the_extension_is_fresh(tmp_path: Path, source: Path) -> None:
    run("pybind11_stubgen", "tokki._tokki", "-o", tmp_path, "--exit-code", cwd=tmp_path)
    stub = (tmp_path / "tokki" / "_tokki.pyi").read_text("utf-8")
    assert (source / "bindings/python/tokki/_tokki.pyi").read_text("utf-8") == stub


def test_package_examples_and_tests_are_strictly_typed(tmp_path: Path, source: Path) -> None:
    settings = ("--strict", "--config-file", source / "pyproject.toml", "--cache-dir", tmp_path)
    run("mypy", *settings, "-p", "tokki", cwd=tmp_path)
    folders = ("examples/python", "tests/python", "tests/cluster", "tests/bindings")
    scripts = [script for folder in folders for script in (source / folder).glob("*.py")]
    run("mypy", *settings, "--scripts-are-modules", *scripts, cwd=tmp_path)


def test_stubs_agree_with_what_runs(tmp_path: Path, source: Path) -> None:
    allowlist = Path(__file__).parent / "stubtest_allowlist.txt"
    run(
        "mypy.stubtest",
        "tokki",
        "--allowlist",
        allowlist,
        "--ignore-unused-allowlist",
        "--mypy-config-file",
        source / "pyproject.toml",
        cwd=tmp_path,
    )
