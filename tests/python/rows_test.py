"""What workers of a cluster do with a batch of rows; tests/cluster has the clusters."""

import pickle
from typing import Any

import pyarrow as pa
import pytest
import tokki
from tokki._rows import (
    INSTANCE_COLUMNS,
    INSTANCES,
    RowAssessment,
    RowCheck,
    inlined,
)

FORMS = ['{"format":"tokki.declaration/1"}', "not JSON", None, "", '{"format":"tokki.dossier/1"}']
LAYOUTS = [
    pa.string(),
    pa.large_string(),
    pa.string_view(),
    pa.binary(),
    pa.binary_view(),
    pa.dictionary(pa.int8(), pa.string()),
]


def settled(**options: Any) -> RowCheck:
    how = RowCheck.resolve(
        ("no", "form"),
        "form",
        key=options.get("key"),
        fail_on=options.get("fail_on", "error"),
        edition=options.get("edition"),
        lang="en",
        as_of=None,
    )
    travelled: RowCheck = pickle.loads(pickle.dumps(how))  # our own bytes  # noqa: S301
    assert travelled == how
    return travelled


def rows(layout: pa.DataType) -> pa.Table:
    forms = pa.array(FORMS)
    forms = forms.dictionary_encode() if "dictionary" in str(layout) else forms.cast(layout)
    return pa.table({"no": range(len(FORMS)), "form": forms})


def expected(form: str | None) -> list[dict[str, Any]]:
    return [
        {
            "severity": str(finding.severity),
            "rule": finding.rule,
            "clause": finding.clause or None,
            "pointer": finding.pointer,
            "message": finding.message,
        }
        for finding in tokki.check(form or "", lang="en")
    ]


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_each_row_gets_its_own_findings_however_rows_are_batched(layout: pa.DataType) -> None:
    table, check = rows(layout), settled()
    whole = check(table)
    whole.validate(full=True)
    assert whole.drop_columns(["good", "findings"]) == table
    assert whole["findings"].to_pylist() == list(map(expected, FORMS))
    for size in (1, 2):
        batches = [check(batch) for batch in table.to_batches(max_chunksize=size)]
        assert pa.Table.from_batches(batches).to_pylist() == whole.to_pylist()


def test_no_rows_and_no_documents_are_rows_like_any() -> None:
    check = settled()
    assert check(rows(pa.string())[:0]).num_rows == 0
    nulls = check(pa.table({"no": [1, 2], "form": pa.nulls(2)}))
    assert nulls["good"].to_pylist() == [False, False]


def test_a_row_is_good_without_findings_to_fail_on() -> None:
    for fail_on in tokki.Severity:
        order = list(tokki.Severity)
        grave = order[order.index(fail_on) :]
        good = settled(fail_on=fail_on)(rows(pa.string()))["good"].to_pylist()
        assert good == [
            not any(finding["severity"] in grave for finding in expected(form)) for form in FORMS
        ]


def assessment(**options: Any) -> RowAssessment:
    how = RowAssessment.resolve(
        ("no", "form"),
        "form",
        key=options.get("key"),
        edition=options.get("edition"),
        as_of=options.get("as_of", "2026-04-01"),
        known_at=options.get("known_at"),
        lang="en",
    )
    travelled: RowAssessment = pickle.loads(pickle.dumps(how))  # our own bytes  # noqa: S301
    assert travelled == how
    return travelled


@pytest.mark.parametrize("layout", LAYOUTS, ids=str)
def test_each_row_gets_its_own_instances_however_rows_are_batched(layout: pa.DataType) -> None:
    table, how = rows(layout), assessment()
    whole = how(table)
    whole.validate(full=True)
    parts = pa.concat_tables([how(table[:1]), how(table[1:])])
    assert parts.equals(whole)
    expected = tokki.assess(FORMS[-1] or "", as_of="2026-04-01", lang="en")
    *others, last = whole[INSTANCES].to_pylist()
    assert [one["key"] for one in last] == [one.key for one in expected]
    for other in others:
        (only,) = other
        assert only["status"] is None
        assert only["message"].startswith("no dossier")
    flat = inlined(whole, ("no",), INSTANCES, INSTANCE_COLUMNS)
    assert flat.column_names == ["no", *INSTANCE_COLUMNS]
    assert flat["no"].to_pylist() == [0, 1, 2, 3, *[4] * len(expected)]


def test_the_instant_of_an_assessment_is_settled_with_the_job() -> None:
    now = assessment(as_of=None)
    assert now.as_of.tzinfo is not None
    assert now.known_at is None
    later = assessment(as_of="2025-06-02 09:30", known_at="2025-06-02")
    assert (later.as_of.isoformat(), later.known_at and later.known_at.isoformat()) == (
        "2025-06-02T09:30:59+09:00",
        "2025-06-02T23:59:59+09:00",
    )


def test_a_column_that_assessing_adds_must_be_free() -> None:
    for names, key in ((("no", "form", "Instances"), "no"), (("status", "form"), "status")):
        with pytest.raises(ValueError, match="is added"):
            RowAssessment.resolve(
                names, "form", key=key, edition=None, as_of=None, known_at=None, lang="ja"
            )
