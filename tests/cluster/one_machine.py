"""Many documents and what is said of them on one machine, to compare Spark and Ray with."""

import datetime
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import tokki

SOURCE = Path(__file__).resolve().parents[2]
AS_OF = datetime.date(2026, 11, 24)


def declarations(count: int) -> pa.Table:
    """Make as many rows: the corpus over and over, each with its own id; some broken, some null."""
    texts = [
        path.read_text("utf-8")
        for folder in ("examples/declarations", "tests/corpus/declarations")
        for path in sorted((SOURCE / folder).glob("*.json"))
    ]

    def form(row: int) -> str | None:
        text = texts[row % len(texts)].replace("{", f'{{"id": "{row}",', 1)
        if row % 97 == 0:
            return None
        return text[: len(text) // 2] if row % 101 == 0 else text

    return pa.table(
        {
            "no": pa.array(range(count), pa.int64()),
            "office": [f"課{row % 7}" for row in range(count)],
            "form": [form(row) for row in range(count)],
        }
    )


@dataclass(frozen=True)
class OneMachine:
    """Rows, and their findings by tokki.check_arrow on one machine."""

    rows: pa.Table
    findings: pa.Table

    @classmethod
    def of(cls, rows: pa.Table, **options: Any) -> "OneMachine":
        """Check them; a null as an empty document."""
        texts = pc.fill_null(rows["form"], "")
        findings = pa.table(tokki.check_arrow(texts, as_of=AS_OF, **options))
        return cls(rows, findings.rename_columns({"row": "no"}))

    def split(self, *severities: str) -> tuple[pa.Table, pa.Table]:
        """Return the rows without findings of these severities, and those with them."""
        grave = pc.is_in(self.findings["severity"], pa.array(severities))
        bad = pc.is_in(self.rows["no"], self.findings.filter(grave)["no"].unique())
        return self.rows.filter(pc.invert(bad)), self.rows.filter(bad)


def in_order(table: pa.Table) -> pa.Table:
    """Put rows in the order of the input; those of one `no` stay as they are (Arrow's is stable)."""
    return table.take(pc.sort_indices(table, [("no", "ascending")])).combine_chunks()


def same(found: pa.Table, expected: pa.Table) -> bool:
    """Tell whether two tables hold the same rows, in whatever order the input's rows came."""
    assert found.column_names == expected.column_names
    plain = pa.schema([pa.field(field.name, field.type) for field in expected.schema])
    return bool(in_order(found.cast(plain)) == in_order(expected.cast(plain)))


@cache
def few() -> OneMachine:
    """Return a thousand declarations."""
    return OneMachine.of(declarations(1_000))


@cache
def dossiers() -> tuple[pa.Table, pa.Table]:
    """Return rows with the dossiers of the corpus, one broken, one null, and their duties."""
    texts: list[str | None] = [
        path.read_text("utf-8")
        for folder in ("examples/dossiers", "tests/corpus/dossiers")
        for path in sorted((SOURCE / folder).glob("*.json"))
    ]
    assert len(texts) > 20
    texts += ["{", None]
    rows = pa.table({"no": pa.array(range(len(texts)), pa.int64()), "dossier": texts})
    filled = pc.fill_null(rows["dossier"], "")
    instances = pa.table(tokki.assess_arrow(filled, as_of=AS_OF, lang="en"))
    known = instances.filter(pc.is_valid(instances["status"]))
    return rows, known.rename_columns({"row": "no"})
