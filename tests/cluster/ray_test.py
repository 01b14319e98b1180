"""tokki.ray on workers of Ray, compared with one machine."""

import os
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest
import ray
import tokki
import tokki.ray
from one_machine import AS_OF, SOURCE, OneMachine, declarations, dossiers, few, same
from ray.data import Dataset


@pytest.fixture(scope="session", autouse=True)
def workers() -> Iterator[None]:
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "RAY_DATA_DISABLE_PROGRESS_BARS": "1"}
    ray.init(num_cpus=2, include_dashboard=False, object_store_memory=512 << 20)
    yield
    ray.shutdown()


def table(dataset: Dataset) -> pa.Table:
    return pa.concat_tables(ray.get(dataset.to_arrow_refs()))


def test_declarations_are_judged_as_on_one_machine() -> None:
    one = OneMachine.of(declarations(10_000))
    rows = ray.data.from_arrow(one.rows)
    checked = tokki.ray.check(rows.repartition(2), "form", key="no", as_of=AS_OF).materialize()
    assert same(table(checked.findings), one.findings)
    for part, expected in zip((checked.good, checked.quarantine), one.split("error"), strict=True):
        assert same(table(part), expected)

    # However the rows are spread, the findings are the same.
    spread = tokki.ray.check(rows.repartition(7), "form", key="no", as_of=AS_OF)
    assert same(table(spread.findings), one.findings)


def test_what_is_no_document_is_a_row_with_its_finding() -> None:
    forms = {
        "broken": b"{",
        "binary": b"\xff\x00",
        "null": None,
        "empty": b"",
        "deep": b"[" * 9_999,
    }
    rows = ray.data.from_arrow(pa.table({"name": list(forms), "form": list(forms.values())}))
    checked = tokki.ray.check(rows, "form", lang="en")
    assert checked.good.count() == 0
    assert checked.quarantine.count() == len(forms)
    found = checked.findings.to_pandas()
    assert set(found["name"]) == set(forms)
    assert found[found["name"] == "null"]["rule"].tolist() == ["document-empty"]


def test_editions_languages_and_severities_reach_the_workers() -> None:
    other = SOURCE / "tests/editions/hoshikuzu-1.json"
    one = OneMachine.of(few().rows, edition=tokki.load_edition(other), lang="en")
    checked = tokki.ray.check(
        ray.data.from_arrow(few().rows),
        "form",
        key="no",
        fail_on="warning",
        edition=other,
        lang="en",
        as_of=AS_OF,
    )
    assert same(table(checked.findings), one.findings)
    assert same(table(checked.quarantine), one.split("error", "warning")[1])


@pytest.mark.parametrize(
    ("column", "options", "said"),
    [
        ("Form", {}, "one column 'Form' is wanted, of no, office, form"),
        ("form", {"key": "number"}, "one column 'number' is wanted"),
    ],
)
def test_wrong_use_is_said_before_a_job_runs(
    column: str, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        tokki.ray.check(ray.data.from_arrow(few().rows), column, **options)


def test_duties_stand_as_on_one_machine() -> None:
    rows, instances = dossiers()
    dataset = ray.data.from_arrow(rows).repartition(3)
    assessed = tokki.ray.assess(dataset, "dossier", key="no", as_of=AS_OF, lang="en").materialize()
    assert same(table(assessed.instances), instances)
    unassessed = table(assessed.unassessed).to_pylist()
    assert {row["no"] for row in unassessed} == {rows.num_rows - 2, rows.num_rows - 1}
    assert all(row["message"].startswith("no dossier") for row in unassessed)
