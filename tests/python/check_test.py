"""Checking from Python: every kind of input, wrong use, many documents."""

import datetime
import io
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import tokki
from hypothesis import given
from hypothesis import strategies as st

untyped: Any = tokki  # for what type checkers would refuse
AS_OF = datetime.date(2026, 11, 24)
FORM = {
    "format": "tokki.declaration/1",
    "storage_location": {"ticked": ["japan_only"]},
    "online_storage": {
        "ticked": ["yes"],
        "services": [{"name": "Box", "provider": "Box社", "data_location": "米国"}],
    },
}
TEXT = json.dumps(FORM, ensure_ascii=False)


def rules_of(report: tokki.Report) -> list[str]:
    return [finding.rule for finding in report]


def test_every_kind_of_input_is_judged_alike(tmp_path: Path) -> None:
    path = tmp_path / "form.json"
    path.write_text(TEXT, "utf-8")
    expected = rules_of(tokki.check(TEXT))
    assert "japan-only-contradicted" in expected
    data = TEXT.encode()
    for same in (
        data,
        bytearray(data),
        memoryview(data),
        FORM,
        path,
        io.StringIO(TEXT),
        io.BytesIO(data),
        tokki.Declaration.from_json(TEXT),
    ):
        assert rules_of(tokki.check(same)) == expected
    with path.open("rb") as file:
        report = tokki.check(file)
    assert rules_of(report) == expected
    assert report.uri == tokki.check(path).uri == str(path)


def test_findings_are_typed() -> None:
    report = tokki.check(TEXT, lang="en", as_of=AS_OF)
    (finding,) = (f for f in report if f.rule == "japan-only-contradicted")
    assert finding.severity is tokki.Severity.ERROR
    assert finding.pointer == "/online_storage/services/0/data_location"
    assert finding.cell == "declaration.online_storage.services.data_location"
    assert finding.place == "Row 3 ウ (entry 1)"
    assert finding.clause == "F2.japan_only"
    assert finding.citation == "Form 2"
    assert "United States" in finding.message
    assert finding.remedy
    assert finding.position is not None
    assert TEXT.encode()[finding.position.offset :].startswith('"米国"'.encode())
    assert [other.pointer for other in finding.related] == ["/storage_location/ticked"]
    assert tokki.Argument(name="country", type="country", value="US") in finding.arguments


def test_what_is_found_does_not_depend_on_the_language() -> None:
    japanese, english = (tokki.check(TEXT, lang=lang) for lang in ("ja", "en"))
    assert rules_of(japanese) == rules_of(english)
    assert [f.severity for f in japanese] == [f.severity for f in english]
    assert all(a.message != b.message for a, b in zip(japanese, english, strict=True))
    assert japanese.to_json() == english.to_json()
    assert japanese.to_text(lang="en") == english.to_text()


def test_sarif_is_what_the_command_writes(source: Path) -> None:
    path = source / "examples/declarations/japan-only-dropbox-in-the-usa.json"
    report = tokki.check(path, as_of=AS_OF)
    assert report.as_of == AS_OF
    languages: tuple[tokki.Lang, ...] = ("ja", "en")
    for lang in languages:
        options = (f"--lang={lang}", f"--as-of={AS_OF}")
        run = subprocess.run(
            [sys.executable, "-m", "tokki", "check", "--format=sarif", *options, path],
            capture_output=True,
            check=False,
        )
        log = json.loads(report.to_sarif(lang=lang))
        assert log == json.loads(run.stdout)
        assert log["version"] == "2.1.0"
        (sarif,) = log["runs"]
        assert [result["ruleId"] for result in sarif["results"]] == rules_of(report)
        assert sarif["invocations"][0]["exitCode"] == run.returncode == 1
    assert report.to_sarif() == report.to_sarif(lang="ja") != report.to_sarif(lang="en")
    english = tokki.check(path, as_of=AS_OF, lang="en")
    assert english.to_sarif() == report.to_sarif(lang="en")
    with pytest.raises(ValueError, match="fr"):
        report.to_sarif(lang="fr")  # type: ignore[arg-type]


def test_a_report_is_written_in_every_format(source: Path) -> None:
    report = tokki.check(source / "examples/declarations/japan-only-dropbox-in-the-usa.json")
    written = {name: report.to(name) for name in tokki.report_formats()}
    assert written["json"] == report.to_json()
    assert written["text"] == report.to_text()
    assert written["sarif"] == report.to_sarif()
    assert len(set(written.values())) == len(written) >= 7
    assert all("japan-only-contradicted" in text for text in written.values())
    assert report.to("csv", lang="en") != written["csv"]
    with pytest.raises(ValueError, match=r"format is one of text, json, .*, not 'docx'"):
        report.to("docx")


def test_a_report_is_a_sequence_that_is_true_when_there_is_something_to_say(source: Path) -> None:
    report = tokki.check(TEXT)
    assert report
    assert len(report) == len(list(report)) > 3
    assert report[0] in report
    assert report[:2] == (report[0], report[1])
    assert report.gravest is tokki.Severity.ERROR
    assert set(report.errors) == {f for f in report if f.severity == "error"}
    assert report.kind == "declaration"
    assert report.edition == tokki.Edition.builtin()
    clean = tokki.check(source / "examples/declarations/sole-proprietor-usb-only.json", as_of=AS_OF)
    assert not clean.errors
    assert bool(clean) is (len(clean) > 0)
    with pytest.raises(IndexError):
        report[len(report)]


def test_the_command_says_the_same_of_the_whole_corpus(corpus: list[Path]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tokki", "check", "--format=json", f"--as-of={AS_OF}", *corpus],
        capture_output=True,
        check=False,
    )
    documents = json.loads(run.stdout)["documents"]
    assert len(documents) == len(corpus)
    reports = tokki.check_many(corpus, as_of=AS_OF)
    for document, report in zip(documents, reports, strict=True):
        # The one rule that compares documents with one another.
        document["findings"] = [
            finding
            for finding in document["findings"]
            if finding["rule"] != "answers-differ-across-contracts"
        ]
        assert document == json.loads(report.to_json())


@pytest.mark.parametrize(
    ("wrong", "raised", "said"),
    [
        (lambda: untyped.check(None), TypeError, "not NoneType"),
        (lambda: untyped.check(3), TypeError, "not int"),
        (lambda: untyped.check([TEXT]), TypeError, "not list"),
        (lambda: untyped.check(untyped.Service()), TypeError, "only a part"),
        (lambda: untyped.check(TEXT, lang="fr"), ValueError, '"ja" or "en"'),
        (lambda: untyped.check(TEXT, as_of="2026-01-01"), TypeError, "datetime.date"),
        (lambda: untyped.check(TEXT, edition="itaku-kunren"), TypeError, "Edition"),
        (lambda: untyped.check(TEXT, AS_OF), TypeError, "positional"),
        (lambda: untyped.check({"a": {1, 2}}), TypeError, "JSON"),
        (lambda: untyped.check({"a": float("nan")}), ValueError, "JSON"),
        (lambda: untyped.check(Path("no such file")), OSError, "no such file"),
        (lambda: untyped.check_many(TEXT), TypeError, "in a list"),
        (lambda: untyped.check_many([TEXT], workers=0), ValueError, "at least 1"),
    ],
)
def test_wrong_use_raises(wrong: Any, raised: type[Exception], said: str) -> None:
    with pytest.raises(raised, match=said):
        wrong()


def test_a_dict_that_holds_itself_is_wrong_use() -> None:
    loop: dict[str, Any] = {}
    loop["self"] = loop
    with pytest.raises(ValueError, match=r"itself|[Cc]ircular"):
        tokki.check(loop)


@given(
    st.binary() | st.text(st.characters()) | st.dictionaries(st.text(), st.text() | st.integers())
)
def test_bad_data_never_raises(junk: Any) -> None:
    report = tokki.check(junk)
    assert report
    assert report.to_text()
    assert report._repr_html_()


@pytest.mark.parametrize("text", ["[" * 1_000_000, '{"format":' * 10_000, "\ud842", "\0", ""])
def test_hostile_text_is_a_finding(text: str) -> None:
    assert tokki.check(text).errors


class Cells(HTMLParser):
    """The tags of a table, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "<img src=x onerror=alert(1)>.json"
    path.write_text('{"format":"tokki.declaration/1","<script>":1}', "utf-8")
    cells = Cells()
    cells.feed(tokki.check(path)._repr_html_())
    assert cells.tags == {"table", "caption", "tr", "td"}
    assert "<img" in cells.text


def test_an_edition_is_loaded_and_checks(source: Path) -> None:
    edition = tokki.load_edition(source / "tests/editions/hoshikuzu-1.json")
    report = tokki.check(TEXT, edition=edition)
    assert report.edition == edition
    assert edition.reference == f"{edition.id}/{edition.version}"
    assert edition.title(lang="ja") != edition.title(lang="en")
    assert tokki.check(TEXT, edition=[tokki.Edition.builtin(), edition]).edition != edition
    with pytest.raises(tokki.InvalidDocument) as caught:
        tokki.load_edition("{}")
    assert caught.value.findings
    with pytest.raises(TypeError):
        tokki.load_edition(3)  # type: ignore[arg-type]


def test_clauses_are_cited_and_quoted() -> None:
    terms = tokki.Edition.builtin()
    assert terms.citation("b2.time") == "遵守事項2(2)"
    assert "60分以内" in terms.wording("遵守事項２(2)")
    assert "60 minutes" in terms.wording("B2.time", lang="en")
    with pytest.raises(KeyError):
        terms.wording("no such clause")


def test_rules_are_explained() -> None:
    assert "cell-blank" in tokki.rules()
    assert tokki.explain("cell-blank", lang="en").startswith("cell-blank")
    with pytest.raises(KeyError, match="cell-blank"):
        tokki.explain("cell-blnk")


def test_many_are_answered_in_order(tmp_path: Path) -> None:
    ndjson = tmp_path / "forms.ndjson"
    ndjson.write_text(f"{TEXT}\n\n{{}}\n", "utf-8")
    documents: list[tokki.Document] = [
        *(f'{{"format": "tokki.declaration/1", "id{i}": 1}}' for i in range(300)),
        ndjson,
    ]
    reports = list(tokki.check_many(documents, workers=3))
    assert [report[0].pointer for report in reports[:300]] == [f"/id{i}" for i in range(300)]
    assert [(report.uri, report.line) for report in reports[300:]] == [
        (str(ndjson), 1),
        (str(ndjson), 3),
    ]
    assert [r.to_json() for r in tokki.check_many(documents, workers=1)] == [
        r.to_json() for r in reports
    ]


def test_many_are_taken_only_as_they_are_needed() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield TEXT

    reports = tokki.check_many(endless(), workers=2)
    assert taken == 0
    next(reports)
    assert taken < 1000
    reports.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize("before", [0, 3, 64, 200])
def test_what_cannot_be_read_leaves_the_reports_before_it(tmp_path: Path, before: int) -> None:
    documents: list[tokki.Document] = [*[TEXT] * before, tmp_path / "gone.json", TEXT]
    reports = tokki.check_many(documents, workers=2)
    for _ in range(before):
        assert "japan-only-contradicted" in rules_of(next(reports))
    with pytest.raises(FileNotFoundError, match=r"gone\.json"):
        next(reports)


def test_progress_is_shown_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(list(tokki.check_many([TEXT] * 3, progress=True))) == 3
    assert "3doc" in capsys.readouterr().err


def test_the_lock_is_released_while_tokki_works() -> None:
    big = json.dumps(FORM | {"storage_media": [{"name": "クラウド"}] * 100_000})
    ticks: list[float] = []
    done = threading.Event()

    def tick() -> None:
        while not done.is_set():
            ticks.append(time.perf_counter())
            time.sleep(0.0005)

    ticker = threading.Thread(target=tick)
    ticker.start()
    begin = time.perf_counter()
    tokki.check(big)
    end = time.perf_counter()
    done.set()
    ticker.join()
    assert sum(begin < at < end for at in ticks) > 3


def test_threads_do_not_disturb_each_other(corpus: list[Path]) -> None:
    texts = [path.read_bytes() for path in corpus]
    alone = [tokki.check(text, as_of=AS_OF).to_json() for text in texts]
    reports = tokki.check_many(texts * 4, workers=4, as_of=AS_OF)
    assert [report.to_json() for report in reports] == alone * 4


def test_the_command_comes_along() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tokki", "check", "-", "--format", "json"],
        input=TEXT.encode(),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 1
    (document,) = json.loads(run.stdout)["documents"]
    assert [f["rule"] for f in document["findings"]] == rules_of(tokki.check(TEXT))
    assert tokki.__version__
