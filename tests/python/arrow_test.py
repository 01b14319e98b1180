"""Columns of documents, from several libraries and in every layout, without linking Arrow."""

import gc
import importlib
import json
import subprocess
import sys
from typing import Any

import duckdb
import nanoarrow
import polars as pl
import pyarrow as pa
import pytest
import tokki

FORMS = [
    '{"format":"tokki.declaration/1"}',
    "not JSON",
    None,
    "",
    '{"format":"tokki.declaration/1","storage_location":{"ticked":["japan_only","abroad"]}}',
    "{}",
]
COLUMNS = ["row", "severity", "rule", "clause", "pointer", "message"]


def expected(forms: list[str | None]) -> list[dict[str, Any]]:
    return [
        {
            "row": row,
            "severity": str(finding.severity),
            "rule": finding.rule,
            "clause": finding.clause or None,
            "pointer": finding.pointer,
            "message": finding.message,
        }
        for row, form in enumerate(forms)
        if form is not None
        for finding in tokki.check(form)
    ]


def found(column: Any) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pa.table(tokki.check_arrow(column)).to_pylist()
    return rows


TYPES = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.binary(),
    pa.large_binary(),
    pa.binary_view(),
    pa.dictionary(pa.int8(), pa.string()),
    pa.dictionary(pa.uint32(), pa.large_string()),
]


@pytest.mark.parametrize("layout", TYPES, ids=str)
def test_every_layout_of_text_is_read(layout: pa.DataType) -> None:
    array = pa.array(FORMS)
    array = (
        array.dictionary_encode().cast(layout)
        if "dictionary" in str(layout)
        else array.cast(layout)
    )
    assert found(array) == expected(FORMS)
    assert found(array[1:5]) == expected(FORMS[1:5])
    chunks = pa.chunked_array([array[:2], array[2:2], array[2:]])
    assert found(chunks) == expected(FORMS)


def test_columns_without_documents_have_no_findings() -> None:
    for column in (
        pa.array([], pa.string()),
        pa.nulls(3),
        pa.nulls(3, pa.string()),
    ):
        table = pa.table(tokki.check_arrow(column))
        assert table.num_rows == 0
        assert table.column_names == COLUMNS


def test_polars_gives_and_takes() -> None:
    column = pl.Series(FORMS)
    for same in (column, column.cast(pl.Categorical), column.cast(pl.Binary)):
        frame = pl.DataFrame(tokki.check_arrow(same))
        assert frame.to_dicts() == expected(FORMS)


def test_duckdb_gives_and_takes() -> None:
    connection = duckdb.connect()
    forms = pa.table({"form": FORMS})
    connection.register("forms", forms)
    column = connection.sql("select form from forms").to_arrow_table()["form"]
    findings = tokki.check_arrow(column)
    table = pa.table(findings)
    connection.register("findings", table)
    counted = connection.sql(
        "select row, count(*) from findings group by row order by row"
    ).fetchall()
    rows = [finding["row"] for finding in expected(FORMS)]
    assert counted == [(row, rows.count(row)) for row in sorted(set(rows))]


def test_nanoarrow_gives_and_takes() -> None:
    array = nanoarrow.Array(FORMS, nanoarrow.string())
    stream = nanoarrow.ArrayStream(tokki.check_arrow(array))
    assert [row["rule"] for row in stream.read_all().to_pylist()] == [
        finding["rule"] for finding in expected(FORMS)
    ]


def test_one_array_suffices() -> None:
    class OnlyArray:
        def __init__(self, array: Any) -> None:
            self.array = array

        def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
            return self.array.__arrow_c_array__(requested_schema)

    assert found(OnlyArray(pa.array(FORMS))) == expected(FORMS)


def test_a_table_is_handed_out_as_often_as_asked_for() -> None:
    findings = tokki.check_arrow(pa.array(FORMS))
    first, second = pa.table(findings), pa.table(findings)
    schema = pa.schema(findings)
    assert len(findings) == first.num_rows
    del findings
    gc.collect()
    assert first == second
    assert first.schema == schema
    assert schema.names == COLUMNS
    first.validate(full=True)
    rules = first["rule"]
    del first, second
    gc.collect()
    assert rules.to_pylist() == [finding["rule"] for finding in expected(FORMS)]


def test_large_tables_come_in_batches() -> None:
    forms = pa.array(["{}"] * 70_000)
    reader = pa.RecordBatchReader.from_stream(tokki.check_arrow(forms))
    sizes = [batch.num_rows for batch in reader]
    assert sum(sizes) == 70_000
    assert len(sizes) == 2


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (pa.table({"form": FORMS}), "one of its columns"),
        (pa.array([1, 2]), "neither utf8 nor binary"),
        (pa.array([["{}"]]), "neither utf8 nor binary"),
        (FORMS, "__arrow_c_stream__"),
    ],
)
def test_what_is_no_column_of_text_is_wrong_use(column: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        tokki.check_arrow(column)


def test_languages_and_editions_are_as_for_check() -> None:
    column = pa.array(FORMS[:1])
    english = pa.table(tokki.check_arrow(column, lang="en"))["message"].to_pylist()
    assert english == [finding.message for finding in tokki.check(FORMS[0] or "", lang="en")]
    with pytest.raises(ValueError, match="ja"):
        tokki.check_arrow(column, lang="fr")  # type: ignore[arg-type]


def test_no_arrow_library_is_imported() -> None:
    code = (
        "import sys, tokki; tokki.check('{}');"
        "print([name for name in ('pyarrow', 'polars', 'duckdb', 'nanoarrow', 'tqdm')"
        " if name in sys.modules])"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert json.loads(printed) == []


@pytest.mark.parametrize(("module", "library"), [("spark", "pyspark"), ("ray", "ray")])
def test_a_cluster_library_that_is_missing_is_named_in_a_line(module: str, library: str) -> None:
    with pytest.raises(ImportError) as raised:
        importlib.import_module(f"tokki.{module}")
    assert str(raised.value) == f"tokki.{module} needs {library}: pip install 'tokki[{module}]'"


DOSSIERS = [
    '{"format":"tokki.dossier/1","contract":{"contractor":"a","concluded_on":"2025-04-01"},'
    '"parties":[{"id":"a","name":"甲乙研修株式会社"}]}',
    "not JSON",
    None,
    '{"format":"tokki.declaration/1"}',
]


def assessed(column: Any) -> list[dict[str, Any]]:
    table = pa.table(tokki.assess_arrow(column, as_of="2026-04-01", lang="en"))
    table.validate(full=True)
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows


@pytest.mark.parametrize("layout", TYPES, ids=str)
def test_each_dossier_of_a_column_is_assessed(layout: pa.DataType) -> None:
    texts = pa.array(DOSSIERS)
    column = texts.dictionary_encode() if "dictionary" in str(layout) else texts.cast(layout)
    rows = assessed(pa.chunked_array([column[:1], column[1:]]))
    dossier = tokki.assess(DOSSIERS[0] or "", as_of="2026-04-01", lang="en")
    assert len(dossier) > 3
    assert [row["key"] for row in rows if row["row"] == 0] == [one.key for one in dossier]
    for row, one in zip(rows, dossier, strict=False):
        assert (row["duty"], row["clause"], row["status"]) == (one.duty, one.clause, one.status)
        assert (row["bearer"] or "", row["trigger"] or "") == (one.bearer, one.trigger)
        assert (row["since"], row["until"]) == (one.since, one.until)
        assert (row["mirror"], row["overdue"]) == (one.mirror, one.overdue)
        assert row["reasons"] == " ".join(reason.id for reason in one.reasons)
        assert row["message"] == "\n".join(reason.message for reason in one.reasons)
    rest = rows[len(dossier) :]
    assert [(row["row"], row["key"], row["status"]) for row in rest] == [
        (1, None, None),
        (3, None, None),
    ]
    assert "JSON" in rest[0]["message"]
    assert rest[1]["message"] == "no dossier (tokki.dossier/1)"


def test_an_assessed_column_goes_to_other_libraries() -> None:
    table = tokki.assess_arrow(pl.Series(DOSSIERS), as_of="2026-04-01")
    frame = pl.DataFrame(table)
    assert frame.height == len(table) == len(assessed(pa.array(DOSSIERS)))
    assert set(frame["status"].drop_nulls()) <= set(tokki.Status)
    with pytest.raises(TypeError, match="assess_arrow takes a column of text"):
        tokki.assess_arrow(pa.array([1]))
