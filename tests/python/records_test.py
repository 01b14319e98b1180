"""Records: made, changed, written, read, and the same on the whole corpus."""

import copy
import dataclasses
import datetime
import json
import keyword
import pickle
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tokki
from hypothesis import given
from hypothesis import strategies as st
from strategies import declarations, dossiers, parts, texts
from tokki import _choices, _records

untyped: Any = tokki  # for what type checkers would refuse
DOCUMENTS = (tokki.Declaration, tokki.Dossier, tokki.DossierRecord)


def readable(paths: list[Path]) -> list[tokki.Record]:
    records: list[tokki.Record] = []
    for path in paths:
        for kind in DOCUMENTS:
            try:
                records.append(kind.from_json(path.read_bytes()))
            except tokki.InvalidDocument:
                continue
    return records


def test_the_corpus_comes_back_from_json_dict_and_pickle(corpus: list[Path]) -> None:
    records = readable(corpus)
    assert len(records) > 100
    for record in records:
        assert type(record).from_json(record.to_json()) == record
        assert type(record).from_dict(record.to_dict()).to_dict() == record.to_dict()
        again = pickle.loads(pickle.dumps(record))  # our own  # noqa: S301
        assert again == record == copy.deepcopy(record)
        assert hash(again) == hash(record)


def test_a_record_is_judged_as_its_document(corpus: list[Path]) -> None:
    for path in corpus:
        try:
            record = tokki.Declaration.from_json(path.read_bytes())
        except tokki.InvalidDocument:
            continue
        of_text = [
            (finding.rule, finding.pointer, finding.message)
            for finding in tokki.check(path)
            if finding.rule != "byte-order-mark"
        ]
        of_record = [(f.rule, f.pointer, f.message) for f in tokki.check(record)]
        assert sorted(of_text) == sorted(of_record), path


@given(declarations | dossiers)
def test_whatever_is_made_comes_back_from_json(record: tokki.Record) -> None:
    assert type(record).from_json(record.to_json()) == record
    assert json.loads(record.to_json()) == record.to_dict()
    assert pickle.loads(pickle.dumps(record)) == record  # our own  # noqa: S301
    tokki.check(record)


@given(parts)
def test_parts_come_back_from_json_too(record: tokki.Record) -> None:
    assert type(record).from_json(record.to_json()) == record
    assert type(record).from_dict(record.to_dict()).to_dict() == record.to_dict()


@given(texts)
def test_what_was_written_is_kept(text: str) -> None:
    assert tokki.Date(text).written == text
    assert tokki.Country(text).written == text


@pytest.mark.parametrize(
    ("written", "value", "reading"),
    [
        ("", None, "blank"),
        ("2025-04-01", datetime.date(2025, 4, 1), "plain"),
        ("令和7年4月1日", datetime.date(2025, 4, 1), "plain"),
        ("令和七年四月一日", datetime.date(2025, 4, 1), "normalised"),
        ("R7.4.1", datetime.date(2025, 4, 1), "normalised"),
        ("7年4月1日", None, "era_missing"),
        ("平成31年5月1日", None, "era_mismatch"),
        ("2025-02-30", None, "impossible"),
        ("近日", None, "unreadable"),
        ("2025年4月1日（水）", None, "weekday_mismatch"),
    ],
)
def test_dates_are_read(written: str, value: datetime.date | None, reading: str) -> None:
    date = tokki.Date(written)
    assert (date.value, date.reading) == (value, reading)
    assert bool(date) is bool(written)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("written", "earliest", "seconds", "reading"),
    [
        ("2025-06-01T14:50:00Z", "2025-06-01T23:50:00+09:00", 0, "plain"),
        ("2025-06-01T15:10Z", "2025-06-02T00:10:00+09:00", 59, "plain"),
        ("令和7年6月1日 9時30分", "2025-06-01T09:30:00+09:00", 59, "normalised"),
        ("令和7年6月1日 午後2時", "2025-06-01T14:00:00+09:00", 3599, "normalised"),
        ("2025-06-01", "2025-06-01T00:00:00+09:00", 86399, "plain"),
    ],
)
def test_times_are_read(written: str, earliest: str, seconds: int, reading: str) -> None:
    instant = tokki.Instant(written)
    assert instant.written == written
    assert instant.earliest == at(earliest)
    assert instant.earliest is not None
    assert instant.earliest.isoformat() == earliest
    assert instant.latest == at(earliest) + datetime.timedelta(seconds=seconds)
    assert instant.reading == reading
    assert instant


@pytest.mark.parametrize(
    ("written", "reading"),
    [
        ("", "blank"),
        ("7年6月1日 9時", "era_missing"),
        ("2025-06-01T25:00", "impossible"),
        ("9時30分", "unreadable"),
    ],
)
def test_times_that_mean_none_are_kept(written: str, reading: str) -> None:
    instant = tokki.Instant(written)
    assert (instant.earliest, instant.latest, instant.reading) == (None, None, reading)
    assert bool(instant) is bool(written)


def test_times_are_written() -> None:
    instant = tokki.Instant.of(at("2025-06-01T14:50:00+00:00"))
    assert instant.written == "2025-06-01T14:50:00+00:00"
    assert instant.earliest == instant.latest == at("2025-06-01T23:50:00+09:00")
    with pytest.raises(ValueError, match="zone"):
        tokki.Instant.of(at("2025-06-01T14:50:00"))
    assert pickle.loads(pickle.dumps(instant)) == instant  # our own  # noqa: S301


def test_countries_are_read() -> None:
    assert tokki.Country("米国").value == tokki.Country("アメリカ合衆国").value == "US"
    assert tokki.Country("どこか").value is None
    assert tokki.Date.of(datetime.date(2025, 4, 1)).written == "2025-04-01"


def test_a_tick_group_knows_its_answer() -> None:
    yes, no = tokki.Answer.YES, tokki.Answer.NO
    assert tokki.Ticked({no}).answer() is no
    assert tokki.Ticked[tokki.Answer]().answer() is None
    assert tokki.Ticked({no, yes}).answer() is None
    assert tokki.Ticked({no, yes}).in_order() == (yes, no)
    assert pickle.loads(pickle.dumps(tokki.Ticked({no}))) == {no}  # our own  # noqa: S301


def test_extensions_are_kept_byte_for_byte() -> None:
    text = '{ "a" : 1.0,\t"長い数": 1234567890123456789 }'
    declaration = tokki.Declaration.from_json(
        f'{{"format": "tokki.declaration/1", "extensions": {text}}}'
    )
    assert declaration.extensions.text == text
    assert text in declaration.to_json()
    assert declaration.extensions.value == json.loads(text)
    assert tokki.Json.of({"a": [1]}).text == '{"a":[1]}'
    assert tokki.Json().value is None


def test_records_are_immutable_and_replaced() -> None:
    service = tokki.Service(name="Box")
    with pytest.raises(AttributeError):
        service.name = "Dropbox"  # type: ignore[misc]
    assert dataclasses.replace(service, provider="Box Inc.").provider == "Box Inc."
    assert not hasattr(service, "__dict__")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: untyped.Service(name=3), "Service.name takes str, not int"),
        (lambda: untyped.Service(nme="x"), "nme"),
        (lambda: untyped.Service("x"), "positional"),
        (lambda: untyped.Declaration(declared_on="2025-04-01"), "takes Date, not str"),
        (lambda: untyped.Declaration(storage_media=[]), "takes tuple of StorageMedium, not list"),
        (
            lambda: untyped.OnlineStorage(ticked={untyped.Answer.YES}),
            "takes Ticked of Answer, not set",
        ),
        (
            lambda: untyped.OnlineStorage(ticked=untyped.Ticked({untyped.Place.ABROAD})),
            "takes Ticked of Answer",
        ),
        (lambda: untyped.Subcontractor(subsidiary="yes"), "takes bool or None, not str"),
        (lambda: untyped.Consent(form="written"), "takes ConsentForm or None, not str"),
        (lambda: untyped.Date(7), "takes str, not int"),
        (lambda: untyped.Ticked("yes"), "several choices"),
    ],
)
def test_wrong_types_are_refused(make: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        make()


@pytest.mark.parametrize("text", ["[1]", "{", '{"a": NaN}', "{}{}", "[" * 100_000])
def test_what_is_no_json_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="JSON"):
        tokki.Json(text)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Service\.name"):
        tokki.Service(name="\ud842")
    with pytest.raises(ValueError, match="Date"):
        tokki.Date("\ud842")


def test_structure_at_fault_raises_with_all_findings() -> None:
    with pytest.raises(tokki.InvalidDocument) as caught:
        tokki.Declaration.from_json(
            '{"format":"tokki.declaration/1","contract":[],"decalred_on":""}'
        )
    assert {finding.rule for finding in caught.value.findings} == {"wrong-type", "unknown-field"}
    assert "（ほか1件）" in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert (again.findings, str(again)) == (caught.value.findings, str(caught.value))


@pytest.mark.parametrize(
    "read",
    [
        lambda lang: tokki.Declaration.from_json("{}", lang=lang),
        lambda lang: tokki.Service.from_json("3", lang=lang),
        lambda lang: tokki.Service.from_dict({"name": 3, "nam": ""}, lang=lang),
        lambda lang: tokki.Dossier.from_json('{"format":"tokki.declaration/1"}', lang=lang),
        lambda lang: tokki.load_edition("{}", lang=lang),
    ],
)
def test_what_is_wrong_is_said_in_the_language_asked_for(
    read: Callable[[tokki.Lang], object],
) -> None:
    for lang in ("ja", "en"):
        with pytest.raises(tokki.InvalidDocument) as caught:
            read(lang)
        assert bool(re.search("[ぁ-ん]", str(caught.value))) is (lang == "ja")
    with pytest.raises(ValueError, match="fr"):
        read("fr")  # type: ignore[arg-type]


def test_findings_on_a_part_point_into_the_part() -> None:
    with pytest.raises(tokki.InvalidDocument) as caught:
        tokki.Service.from_dict({"name": "Box", "countries": ["米国", 3]})
    assert [finding.pointer for finding in caught.value.findings] == ["/countries/1"]


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "3", '"x"', '{},"id":{}', "{}]", '{"a":1,"a":2}', '{"name":3}', b"\xff"],
)
def test_no_text_sneaks_in_as_a_part(text: str | bytes) -> None:
    with pytest.raises(tokki.InvalidDocument):
        tokki.Service.from_json(text)


def test_a_document_of_another_kind_is_refused() -> None:
    with pytest.raises(tokki.InvalidDocument, match="declarationの文書"):
        tokki.Dossier.from_json('{"format":"tokki.declaration/1"}')


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Counted(tokki.Record):
    """A record as none is yet: with numbers."""

    _standing = ("tokki.counted/1",)

    rooms: int | None = None
    floors: int | None = None
    years: tuple[int, ...] = ()
    rented: bool | None = None


def test_numbers_are_written_as_numbers() -> None:
    counted = Counted(rooms=0, years=(0, -7), rented=False)
    written = {"format": "tokki.counted/1", "rooms": 0, "years": [0, -7], "rented": False}
    assert json.loads(counted.to_json()) == written
    assert counted.to_dict() == written
    assert Counted._made(written) == counted
    assert Counted().to_json() == '{"format":"tokki.counted/1"}'
    with pytest.raises(TypeError, match="rooms takes int or None, not bool"):
        Counted(rooms=True)


def test_from_is_spelt_with_an_underscore() -> None:
    edge = tokki.Subcontract.from_dict({"from": "甲社", "to": "乙社", "planned": False})
    assert edge.from_ == "甲社"
    assert edge.planned is False
    assert edge.to_dict() == {"from": "甲社", "to": "乙社", "planned": False}


def test_keywords_are_spelt_with_an_underscore() -> None:
    waiver = tokki.Waiver.from_dict({"as": "client", "span": {"from": "2025-06-01"}})
    assert waiver.as_ is tokki.Giver.CLIENT
    assert waiver.span.from_ == tokki.Instant("2025-06-01")
    assert waiver.to_dict() == {"as": "client", "span": {"from": "2025-06-01"}}
    record = tokki.DossierRecord(return_=tokki.Return(asset="a"))
    assert record.to_dict()["return"] == {"asset": "a"}
    kinds: list[Any] = list(tokki.Record.__subclasses__())
    named = {field.name for kind in kinds for field in dataclasses.fields(kind)}
    assert {"from_", "as_", "return_"} <= named
    assert not {name for name in named if keyword.iskeyword(name)}


def test_numbers_and_what_is_denied_come_back() -> None:
    completion = tokki.Completion(item=0, partly=False)
    assert completion.to_json() == '{"item":0,"partly":false}'
    assert tokki.Completion.from_json(completion.to_json()) == completion


def test_docstrings_carry_label_and_clause_in_both_languages() -> None:
    said = tokki.Service.__doc__ or ""
    assert "サービス名称 · Name of the service (届出書3ア · Form 3ア)" in said


def test_every_record_is_offered() -> None:
    kinds = [kind for kind in tokki.Record.__subclasses__() if kind.__module__ != __name__]
    defined = {kind.__name__ for kind in kinds}
    assert len(defined) > 10
    named = vars(_records)
    choices = {
        key for key, kind in vars(_choices).items() if isinstance(kind, type) and key in named
    }
    assert "Answer" in choices
    assert defined | choices <= set(tokki.__all__)


@pytest.mark.parametrize("what", ["records", "choices"])
def test_the_generated_files_are_fresh(what: str, source: Path, generator: Path) -> None:
    written = subprocess.run([generator, what], capture_output=True, check=True).stdout.decode()
    assert (source / f"bindings/python/tokki/_{what}.py").read_text("utf-8") == written


@given(
    st.binary()
    | st.text()
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(json.dumps)
)
def test_junk_is_read_or_refused(junk: bytes | str) -> None:
    for kind in (*DOCUMENTS, tokki.Service, tokki.Party):
        try:
            kind.from_json(junk)
        except tokki.InvalidDocument:
            continue
