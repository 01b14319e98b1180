"""tokki.spark on a cluster of two executors in separate processes, compared with one machine."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import tokki
import tokki.spark
from one_machine import AS_OF, SOURCE, OneMachine, declarations, dossiers, few, same
from pyspark.sql import DataFrame, SparkSession


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_HOSTNAME": "localhost"}
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.memory", "1g")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="session")
def small(spark: SparkSession) -> DataFrame:
    frame: DataFrame = spark.createDataFrame(few().rows)
    return frame.repartition(3)


def same_findings(checked: tokki.spark.Checked, one: OneMachine) -> bool:
    return same(checked.findings.toArrow(), one.findings)


def test_many_declarations_are_judged_as_on_one_machine(
    spark: SparkSession, tmp_path: Path
) -> None:
    one = OneMachine.of(declarations(200_000))
    assert one.findings.num_rows > 200_000
    pq.write_table(one.rows, tmp_path / "forms", row_group_size=20_000)
    rows = spark.read.parquet(str(tmp_path / "forms"))

    checked = tokki.spark.check(rows, "form", key="no", as_of=AS_OF)
    assert same_findings(checked, one)
    _, bad = one.split("error")
    assert same(checked.quarantine.select("no").toArrow(), bad.select(["no"]))

    # However the rows are spread, the findings are the same.
    offices = rows.repartition(5, "office")
    assert offices.rdd.getNumPartitions() != rows.rdd.getNumPartitions()
    assert same_findings(tokki.spark.check(offices, "form", key="no", as_of=AS_OF), one)


def test_rows_are_split_as_they_came(small: DataFrame) -> None:
    for fail_on, severities in (("error", ("error",)), ("warning", ("error", "warning"))):
        checked = tokki.spark.check(small, "form", fail_on=fail_on, as_of=AS_OF)
        parts = checked.good, checked.quarantine
        for part, expected in zip(parts, few().split(*severities), strict=True):
            assert part.schema == small.schema
            assert same(part.toArrow(), expected)


def test_what_is_no_document_is_a_row_with_its_finding(spark: SparkSession) -> None:
    forms = {
        "broken": b"{",
        "binary": b"\xff\x00",
        "null": None,
        "empty": b"",
        "deep": b"[" * 9_999,
    }
    frame = spark.createDataFrame(list(forms.items()), "name string, form binary")
    checked = tokki.spark.check(frame, "form", lang="en")
    assert checked.good.count() == 0
    assert checked.quarantine.count() == len(forms)
    found = checked.findings.toPandas()
    assert set(found["name"]) == set(forms)
    assert found[found["name"] == "null"]["rule"].tolist() == ["document-empty"]


def test_findings_name_their_row_by_the_other_columns_unless_told(small: DataFrame) -> None:
    finding = ["severity", "rule", "clause", "pointer", "message"]
    assert tokki.spark.check(small, "form").findings.columns == ["no", "office", *finding]
    by_office = tokki.spark.check(small, "form", key=("office",))
    assert by_office.findings.columns == ["office", *finding]


def test_editions_languages_and_days_reach_the_workers(small: DataFrame) -> None:
    other = SOURCE / "tests/editions/hoshikuzu-1.json"
    one = OneMachine.of(few().rows, edition=tokki.load_edition(other), lang="en")
    assert one.findings != OneMachine.of(few().rows, lang="en").findings
    for edition in (other, other.read_text("utf-8"), [other.read_bytes()]):
        checked = tokki.spark.check(
            small, "form", key="no", edition=edition, lang="en", as_of=AS_OF
        )
        assert same_findings(checked, one)


@pytest.mark.parametrize(
    ("column", "options", "said"),
    [
        ("Form", {}, "one column 'Form' is wanted, of no, office, form"),
        ("form", {"key": "number"}, "one column 'number' is wanted"),
        ("form", {"key": ()}, "key names the columns"),
        ("form", {"lang": "fr"}, "lang is"),
        ("form", {"fail_on": "never"}, "never"),
        ("form", {"edition": "{"}, "edition|JSON"),
    ],
)
def test_wrong_use_is_said_before_a_job_runs(
    small: DataFrame, column: str, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        tokki.spark.check(small, column, **options)


def test_columns_that_cannot_be_checked_or_added_are_wrong_use(small: DataFrame) -> None:
    with pytest.raises(TypeError, match="string or binary"):
        tokki.spark.check(small, "no")
    with pytest.raises(TypeError, match="workers load it"):
        tokki.spark.check(small, "form", edition=tokki.Edition.builtin())  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="'findings' is added"):
        tokki.spark.check(small.withColumnRenamed("no", "Findings"), "form")
    with pytest.raises(ValueError, match="'rule' is added"):
        tokki.spark.check(small.withColumnRenamed("no", "rule"), "form")


def test_duties_stand_as_on_one_machine(spark: SparkSession) -> None:
    rows, instances = dossiers()
    frame = spark.createDataFrame(rows).repartition(3)
    assessed = tokki.spark.assess(frame, "dossier", key="no", as_of=AS_OF, lang="en")
    found = assessed.instances.toArrow()
    # Spark gives times in the zone of its session.
    assert same(found.cast(instances.schema), instances)
    unassessed = {row["no"]: row["message"] for row in assessed.unassessed.collect()}
    assert set(unassessed) == {rows.num_rows - 2, rows.num_rows - 1}
    assert all(message.startswith("no dossier") for message in unassessed.values())
    with pytest.raises(TypeError, match="string or binary"):
        tokki.spark.assess(frame, "no", key="dossier")
