"""What workers of a cluster do with a batch of rows; tests/cluster has the clusters."""

import pickle
from typing import Any

import pyarrow as pa
import pytest
import tokki
from tokki._rows import RowCheck

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
