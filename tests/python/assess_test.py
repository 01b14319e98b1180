"""How duties stand, from Python."""

import copy
import datetime
import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tokki
from tokki import Status

untyped: Any = tokki  # for what type checkers would refuse
JAPAN = datetime.timezone(datetime.timedelta(hours=9))
DAY = datetime.date(2025, 6, 2)


@pytest.fixture
def too_late(source: Path) -> Path:
    return source / "tests/corpus/dossiers/notebook-lost-told-a-second-late.json"


@pytest.fixture
def in_time(source: Path) -> Path:
    return source / "tests/corpus/dossiers/notebook-lost-told-within-60-minutes.json"


@pytest.fixture
def three(source: Path) -> Path:
    return source / "examples/dossiers/many-courses-of-one-school.ndjson"


def by_key(assessment: tokki.Assessment) -> dict[str, tokki.DutyInstance]:
    return {one.key: one for one in assessment}


def test_a_second_makes_the_difference(too_late: Path, in_time: Path) -> None:
    late = by_key(tokki.assess(too_late, as_of=DAY, lang="en"))["B2.time@inc-1/hibari"]
    assert late.status is late.underlying is Status.BREACHED
    assert (late.duty, late.clause, late.trigger, late.bearer) == (
        "B2.time",
        "B2.time",
        "inc-1",
        "hibari",
    )
    assert late.citation == "Compliance Items 2(2)"
    assert late.delay == datetime.timedelta(hours=1, seconds=1)
    assert (late.mirror, late.overdue, late.since) == (False, False, None)
    assert late.reasons[0].message == "Done after its time ran out"
    assert not late.reasons[0].settles
    fact = late.facts[0]
    assert (fact.document, fact.kind, fact.id) == (str(too_late), "incident", "inc-1")
    assert fact.pointer == "/incidents/0"
    kept = by_key(tokki.assess(in_time, as_of=DAY))["B2.time@inc-1/hibari"]
    assert kept.status is Status.FULFILLED


def test_an_instant_is_written_in_many_ways(too_late: Path) -> None:
    half_past_nine = datetime.datetime(2025, 6, 2, 9, 30, tzinfo=JAPAN)
    written = tokki.assess(too_late, as_of="2025-06-02T00:30:00Z")
    assert written.as_of == half_past_nine
    assert written.as_of.tzname() == "JST"
    assert written == tokki.assess(too_late, as_of=half_past_nine)
    assert written == tokki.assess(too_late, as_of=half_past_nine.astimezone(datetime.UTC))
    due = by_key(written)["B2.time@inc-1/hibari"]
    assert due in written.due
    assert due.until == datetime.datetime(2025, 6, 2, 10, 0, tzinfo=JAPAN)
    day = tokki.assess(too_late, as_of=DAY)
    assert day.as_of == datetime.datetime(2025, 6, 2, 23, 59, 59, tzinfo=JAPAN)
    assert day == tokki.assess(too_late, as_of="令和7年6月2日")
    assert day == tokki.assess(too_late, as_of=tokki.Instant("2025-06-02"))
    assert day.known_at is None
    known = tokki.assess(too_late, as_of=DAY, known_at=half_past_nine)
    assert known.known_at == half_past_nine
    now = datetime.datetime.now(JAPAN)
    assert abs(tokki.assess(too_late).as_of - now) < datetime.timedelta(minutes=1)
    for wrong in ("someday", datetime.datetime(2025, 6, 2, 9, 30)):  # no zone  # noqa: DTZ001
        with pytest.raises(ValueError, match="as_of"):
            tokki.assess(too_late, as_of=wrong)
    with pytest.raises(TypeError, match="known_at"):
        untyped.assess(too_late, known_at=1748824200)


def test_it_is_a_sequence_with_filters(too_late: Path) -> None:
    assessment = tokki.assess(too_late, as_of=DAY)
    assert len(assessment) == len(list(assessment)) == len(assessment.instances)
    assert assessment[0] is assessment.instances[0]
    assert assessment[1:3] == assessment.instances[1:3]
    counts = assessment.to_dict()["counts"]
    for status in Status:
        assert len(assessment.with_status(status)) == counts[status]
    assert assessment.breached == assessment.with_status("breached")
    assert assessment.undetermined
    assert not assessment.overdue
    both = assessment.with_status(Status.BREACHED, Status.DUE)
    assert len(both) == len(assessment.breached) + len(assessment.due)
    of_party = assessment.of_party("hibari")
    assert of_party
    assert {one.bearer for one in of_party} == {"hibari"}
    of_incident = assessment.of_incident("inc-1")
    assert 0 < len(of_incident) < len(assessment)
    assert {"B2.time@inc-1/hibari", "A12.obey@ins-1/hibari"} <= {one.key for one in of_incident}
    with pytest.raises(KeyError):
        assessment.of_incident("inc-9")
    assert assessment.edition == "itaku-kunren/1"
    assert "A.def" in assessment.undecided


def test_it_is_written_in_every_format(too_late: Path) -> None:
    assessment = tokki.assess(too_late, as_of=DAY)
    assert {"text", "json", "ndjson"} <= set(tokki.assessment_formats())
    for name in tokki.assessment_formats():
        assert assessment.write(name)
    assert assessment.write("json") == assessment.to_json() + "\n"
    assert assessment.to_dict() == json.loads(assessment.to_json())
    assert len(assessment.write("ndjson").splitlines()) == len(assessment)
    assert len(assessment.write("ndjson", next=1).splitlines()) == 1
    assert assessment.write("text", lang="en").startswith("How the duties stand")
    assert assessment.write("text", party="株式会社ひばり職業訓練校", order="due", all=True)
    assert "10:00" in assessment.write("text", incident="inc-1")
    with pytest.raises(KeyError):
        assessment.write("text", party="nobody")
    with pytest.raises(KeyError):
        assessment.write("text", incident="inc-9")
    with pytest.raises(ValueError, match="format is one of"):
        assessment.write("docx")
    with pytest.raises(ValueError, match="at least 1"):
        assessment.write("text", next=0)


def test_it_is_a_value(too_late: Path, in_time: Path) -> None:
    assessment = tokki.assess(too_late, as_of=DAY, lang="en")
    assert copy.deepcopy(assessment) is copy.copy(assessment) is assessment
    travelled: tokki.Assessment = pickle.loads(pickle.dumps(assessment))  # our own  # noqa: S301
    assert travelled == assessment
    assert hash(travelled) == hash(assessment)
    assert travelled.instances == assessment.instances
    assert len(travelled) == len(assessment)
    assert travelled.write("json") == assessment.write("json")
    with pytest.raises(ValueError, match="pickled"):
        travelled.write("text")
    with pytest.raises(ValueError, match="pickled"):
        travelled.write("json", party="hibari")
    with pytest.raises(ValueError, match="pickled"):
        travelled.of_incident("inc-1")
    assert assessment != tokki.assess(in_time, as_of=DAY)
    assert assessment != "assessment"


def test_what_is_printed_names_nobody(too_late: Path) -> None:
    plain = json.loads(too_late.read_text("utf-8"))
    name = "株式会社ひばり職業訓練校"
    plain["contract"]["contractor"] = name
    plain["parties"] = [{"name": name}]
    assessment = tokki.assess(plain, as_of=DAY)
    assert name in {one.bearer for one in assessment}
    assert name not in repr(assessment) + "".join(map(repr, assessment))
    assert repr(tokki.assess(too_late, as_of=DAY)).startswith(
        "<tokki.Assessment as of 2025-06-02T23:59:59+09:00: 3 breached, 1 due, "
    )
    assert repr(assessment.breached[0]).startswith("<tokki.DutyInstance ")
    assert "<table>" in tokki.assess(too_late, as_of=DAY)._repr_html_()


def test_the_digest_is_that_of_the_bytes(too_late: Path) -> None:
    text = too_late.read_bytes()
    digest = tokki.assess(too_late, as_of=DAY).digest
    assert digest.startswith("sha256:")
    assert tokki.assess(text, as_of=DAY).digest == digest
    assert tokki.assess(text.decode(), as_of=DAY).digest == digest
    assert next(tokki.assess_stream([text], as_of=DAY)).digest == digest
    assert tokki.assess(text + b" ", as_of=DAY).digest != digest
    record = tokki.Dossier.from_json(text)
    made = tokki.assess(record, as_of=DAY)
    assert made.digest == tokki.assess(record.to_json(), as_of=DAY).digest
    assert len(tokki.Edition.builtin().digest) == 64


def test_documents_are_joined(too_late: Path, source: Path, tmp_path: Path) -> None:
    plain = json.loads(too_late.read_text("utf-8"))
    incidents = plain.pop("incidents")
    lines = tmp_path / "records.ndjson"
    lines.write_text(
        "\n".join(
            json.dumps({"format": "tokki.dossier-record/1", "incident": one}) for one in incidents
        ),
        "utf-8",
    )
    contract = tmp_path / "contract.json"
    contract.write_text(json.dumps(plain), "utf-8")
    whole = {one.key: one.status for one in tokki.assess(too_late, as_of=DAY)}
    assessor = tokki.Assessor().add(contract)
    assert "B2.time@inc-1/hibari" not in by_key(assessor.assess(as_of=DAY))
    assessor.add(lines)
    for joined in (
        tokki.assess([contract, lines], as_of=DAY),
        assessor.assess(as_of=DAY),
    ):
        assert {one.key: one.status for one in joined} == whole
        (fact,) = {fact.document for one in joined for fact in one.facts if fact.kind == "incident"}
        assert fact == f"{lines}:1"
    folder = tokki.assess(source / "examples/dossiers/folder-as-filed", as_of=DAY)
    assert len({fact.document for one in folder for fact in one.facts}) > 1
    named = tokki.Assessor().add(too_late.read_bytes(), uri="x", line=3).assess(as_of=DAY)
    assert {fact.document for one in named for fact in one.facts} == {"x:3"}


def test_what_is_no_dossier_is_refused(too_late: Path, source: Path, tmp_path: Path) -> None:
    form = source / "examples/declarations/japan-only-dropbox-in-the-usa.json"
    with pytest.raises(tokki.InvalidDocument) as refused:
        tokki.assess(b"{", lang="en")
    assert [finding.rule for finding in refused.value.findings] == ["json-malformed"]
    for without in (form, form.read_bytes(), [form]):
        with pytest.raises(tokki.InvalidDocument, match="no document is a dossier"):
            tokki.assess(without, lang="en")
    empty = tmp_path / "empty.ndjson"
    empty.touch()
    with pytest.raises(tokki.InvalidDocument):
        tokki.assess(empty)
    with pytest.raises(ValueError, match="at least one"):
        tokki.assess([])
    with pytest.raises(OSError, match="no-such"):
        tokki.assess(Path("no-such.json"))
    # Beside a dossier it is a finding.
    both = tokki.assess([too_late, b"{"], as_of=DAY)
    assert [finding.rule for finding in both.findings] == ["json-malformed"]
    assert both.findings[0].position is not None
    made = tokki.assess([too_late, {"format": "tokki.dossier/1", "colour": 1}], as_of=DAY)
    assert [finding.position for finding in made.findings] == [None]


def test_faults_of_records_are_told(too_late: Path) -> None:
    plain = json.loads(too_late.read_text("utf-8"))
    plain["incidents"].append(plain["incidents"][0] | {"at": "2025-06-03"})
    (fault,) = tokki.assess(plain, as_of=DAY, lang="en").faults
    assert fault.fault is tokki.RecordFaultKind.REPEATED
    assert fault.message
    assert {fault.at.pointer, fault.other and fault.other.pointer} == {
        "/incidents/0/id",
        "/incidents/1/id",
    }


def test_for_whose_acts_the_contractor_is_liable() -> None:
    dossier = {
        "format": "tokki.dossier/1",
        "contract": {"client": "青嵐県", "contractor": "a", "concluded_on": "2025-04-01"},
        "parties": [{"id": "a", "name": "株式会社あ"}, {"id": "b", "name": "株式会社い"}],
        "subcontracts": [{"from": "a", "to": "b", "work": "入力", "starts_on": "2025-05-01"}],
        "incidents": [
            {"id": "i", "at": "2025-06-01", "party": "b", "kinds": ["security"], "occurred": True}
        ],
    }
    (liable,) = tokki.assess(dossier, as_of=DAY).liabilities
    assert (liable.party, liable.path) == ("b", ("a", "b"))
    assert [(incident.kind, incident.id) for incident in liable.incidents] == [("incident", "i")]
    del dossier["incidents"]
    assert not tokki.assess(dossier, as_of=datetime.date(2025, 4, 30)).liabilities


def test_a_stream_is_many_contracts(three: Path, too_late: Path) -> None:
    each = list(tokki.assess_stream(three, as_of=DAY))
    assert len(each) == 3
    with pytest.raises(ValueError, match="3 contracts"):
        tokki.assess(three)
    lines = three.read_bytes().splitlines()
    again = list(tokki.assess_stream(lines, as_of=DAY, workers=2))
    assert [one.digest for one in again] == [one.digest for one in each]
    mixed: list[Any] = [too_late, [json.loads(lines[0])], tokki.Dossier.from_json(lines[1])]
    assert [len(one) for one in tokki.assess_stream(mixed, as_of=DAY)] == [
        len(tokki.assess(too_late, as_of=DAY)),
        len(each[0]),
        len(each[1]),
    ]
    with pytest.raises(ValueError, match="workers"):
        tokki.assess_stream(lines, workers=0)


def test_a_stream_is_taken_as_it_is_asked_for(three: Path) -> None:
    line = three.read_bytes().splitlines()[0]
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        while True:
            taken += 1
            yield line

    stream = tokki.assess_stream(endless(), as_of=DAY, workers=1)
    first = next(stream)
    assert next(stream) == first
    stream.close()  # type: ignore[attr-defined]
    assert taken < 1_000


def test_in_a_stream_what_is_no_dossier_comes_last(three: Path, tmp_path: Path) -> None:
    lines = three.read_bytes().splitlines()
    path = tmp_path / "broken.ndjson"
    path.write_bytes(b"\n".join([lines[0], b"{", lines[1]]))
    for stream in (
        tokki.assess_stream(path, as_of=DAY, lang="en"),
        tokki.assess_stream([lines[0], b"{", lines[1]], as_of=DAY, lang="en"),
    ):
        assert len([next(stream), next(stream)]) == 2
        with pytest.raises(tokki.InvalidDocument) as refused:
            next(stream)
        assert [finding.rule for finding in refused.value.findings] == ["json-malformed"]
    missing = tokki.assess_stream(tmp_path / "no-such.ndjson")
    with pytest.raises(OSError, match="no-such"):
        next(missing)


def test_another_office(too_late: Path, source: Path) -> None:
    other = tokki.load_edition(source / "tests/editions/hoshikuzu-1.json")
    assessment = tokki.assess(too_late, edition=other, as_of=DAY)
    assert assessment.edition == "hoshikuzu/1"
    assert assessment.digest != tokki.assess(too_late, as_of=DAY).digest
    with pytest.raises(TypeError, match="load_edition"):
        untyped.assess(too_late, edition="hoshikuzu")
