"""What the tests of the Python package share."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Quick, and the same on every machine; HYPOTHESIS_PROFILE=default looks further.
settings.register_profile(
    "quick",
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

SOURCE = Path(__file__).resolve().parents[2]
CORPUS = sorted(
    path
    for folder in ("tests/corpus", "examples/declarations")
    for path in (SOURCE / folder).rglob("*.json")
)


@pytest.fixture(scope="session")
def source() -> Path:
    """Return the repository."""
    return SOURCE


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """Return all documents of the corpus, broken ones included."""
    assert len(CORPUS) > 100
    return CORPUS


@pytest.fixture(scope="session")
def generator(pytestconfig: pytest.Config) -> Path:
    """Return the program that writes the classes of the records."""
    return Path(pytestconfig.getoption("generator"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the program that writes the classes of the records."""
    parser.addoption("--generator", required=True)
