"""Checking: one document, or as many as there are."""

import datetime
import errno
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby, islice
from pathlib import Path
from typing import IO, Any, TypeVar, cast

from tokki import _tokki
from tokki._files import Unreadable, each_result
from tokki._record import Record, as_json
from tokki._report import Lang, Report, known_lang

Document = bytes | bytearray | memoryview | str | Mapping[str, Any] | Path | Record | IO[Any]
"""What can be checked: JSON as bytes or str, a dict shaped like it, the path of a file, a record,
or an open file."""

Terms = _tokki.Edition | Iterable[_tokki.Edition]
"""The edition to check with; or several, of which the documents may refer to any and the first is
the default."""

_Input = tuple[bytes, str, int | None, bool]  # JSON, name, line, whether positions mean anything

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 64  # documents that a worker takes at once
_LINES = {".ndjson", ".jsonl"}
_mine = threading.local()


def as_input(document: Document) -> _Input:
    """Return a document as the extension module takes it."""
    match document:
        case bytes():
            return document, "", None, True
        case bytearray() | memoryview():
            return bytes(document), "", None, True
        case str():
            return document.encode("utf-8", "surrogatepass"), "", None, True
        case Path():
            if document.is_dir():
                reason = "a folder: check_folder checks what is in it"
                raise IsADirectoryError(errno.EISDIR, reason, str(document))
            return document.read_bytes(), str(document), None, True
        case Record():
            if len(document._standing) > 1:
                msg = f"a {type(document).__name__} is only a part of what can be checked"
                raise TypeError(msg)
            return document.to_json().encode(), "", None, False
        case Mapping():
            return as_json(document), "", None, False
    if hasattr(document, "read"):
        text = document.read()
        name = getattr(document, "name", "")
        if isinstance(text, (bytes, str)):
            return as_input(text)[0], name if isinstance(name, str) else "", None, True
    msg = (
        "a document is bytes, str, dict, Path, a record or an open file, "
        f"not {type(document).__name__}"
    )
    raise TypeError(msg)


def as_editions(edition: Terms | None) -> tuple[_tokki.Edition, ...]:
    """Return the editions that were given; none: the built-in one."""
    if edition is None:
        edition = ()
    elif isinstance(edition, _tokki.Edition):
        edition = (edition,)
    editions = tuple(edition)
    for one in editions:
        if not isinstance(one, _tokki.Edition):
            msg = f"edition takes tokki.Edition, not {type(one).__name__}: load_edition makes one"
            raise TypeError(msg)
    return editions


class Settings:
    """The settings of a check, resolved once."""

    def __init__(self, edition: Terms | None, lang: str, as_of: datetime.date | None) -> None:
        self.editions = as_editions(edition)
        if as_of is not None and not isinstance(as_of, datetime.date):
            msg = f"as_of takes a datetime.date, not {type(as_of).__name__}"
            raise TypeError(msg)
        self.as_of = as_of or _tokki.today_in_japan()
        self.lang = known_lang(lang)

    def checker(self) -> _tokki.Checker:
        """Return the checker of this thread."""
        key = self.editions, self.as_of
        if getattr(_mine, "key", None) != key:
            _mine.checker = _tokki.Checker(list(self.editions), self.as_of)
            _mine.key = key
        checker: _tokki.Checker = _mine.checker
        return checker

    def run(self, batch: list[_Input]) -> list[Report]:
        """Check some documents."""
        return [Report(native, self.lang, self.as_of) for native in self.checker().check(batch)]


def check(
    document: Document,
    *,
    edition: Terms | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> Report:
    """Check a declaration (届出書) or a dossier (案件).

    document: JSON as bytes or str, a dict shaped like it, a Path, a record or an open file
    edition:  the terms, or several to choose from by the document; default: the built-in ones
    lang:     the language of the words, "ja" or "en"; findings do not depend on it
    as_of:    the day of the check; default: today in Japan

    Bad data never raises: it is a finding. TypeError and ValueError mean wrong use, OSError a
    file that cannot be read. Safe to call from any thread.
    """
    return Settings(edition, lang, as_of).run([as_input(document)])[0]


def check_many(
    documents: Iterable[Document],
    *,
    edition: Terms | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
    workers: int | None = None,
    progress: bool = False,
) -> Iterator[Report]:
    """Check many documents, on several threads; yield their reports in order, as they are ready.

    Each is judged by itself: the command, besides, compares one contractor's dossiers.

    documents: as for `check`; a Path *.ndjson or *.jsonl holds one document a line, and that of a
               folder is as for `check_folder`. They are taken as they are needed, so that there
               may be any number of them.
    workers:   threads; default: one for each processor
    progress:  show a progress bar (tqdm)

    A report names its document by `uri` and `line`. OSError means a file that cannot be read; like
    whatever `documents` raises, it comes after the reports of all that stood before.
    """
    how = Settings(edition, lang, as_of)
    if isinstance(documents, (str, bytes, Path, Mapping, Record)):
        msg = "check_many takes several documents: put a single one in a list"
        raise TypeError(msg)
    if workers is None:
        workers = os.cpu_count() or 1
    elif workers < 1:
        msg = "workers is at least 1"
        raise ValueError(msg)
    reports = _each_report(how, documents, workers)
    if not progress:
        return reports
    try:
        from tqdm.auto import tqdm  # wanted only for this  # noqa: PLC0415
    except ImportError:
        msg = "progress=True needs tqdm: pip install tqdm"
        raise ImportError(msg) from None
    return iter(tqdm(reports, unit="doc"))


def check_folder(
    folder: str | os.PathLike[str],
    *,
    edition: Terms | None = None,
    lang: Lang = "ja",
    as_of: datetime.date | None = None,
) -> Iterator[Report]:
    """Check what is in a folder; yield a report of each document, as the command prints them.

    folder: its *.json, *.ndjson and *.jsonl and those of the folders below, in the order of their
            paths; or a single file

    Files that make up one dossier are joined: a folder's dossiers, and the declarations in it and
    in folders below that hold no dossier; or records, a line each. One contractor's dossiers are
    compared with one another. OSError means files that cannot be read; it comes after the reports
    of all others.
    """
    return _reports_in(folder, Settings(edition, lang, as_of))


def _reports_in(folder: str | os.PathLike[str], how: Settings) -> Iterator[Report]:
    def run(take: Callable[[_tokki.Report], bool]) -> Unreadable:
        return _tokki.check_path(os.fsencode(folder), list(how.editions), how.as_of, take)

    return (Report(native, how.lang, how.as_of) for native in each_result(run))


def _is_folder(document: Document) -> bool:
    return isinstance(document, Path) and document.is_dir()


def _each_report(how: Settings, documents: Iterable[Document], workers: int) -> Iterator[Report]:
    for folders, group in groupby(documents, _is_folder):
        if folders:
            for folder in group:
                yield from _reports_in(cast("Path", folder), how)
        else:
            yield from streamed(how.run, each_input(group), workers)


def each_input(documents: Iterable[Document]) -> Iterator[_Input]:
    """Yield the documents; of NDJSON, each line."""
    for document in documents:
        if not (isinstance(document, Path) and document.suffix in _LINES):
            yield as_input(document)
            continue
        with document.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield line.removesuffix(b"\n"), str(document), number, True


def streamed(run: Callable[[list[T]], list[R]], inputs: Iterator[T], workers: int) -> Iterator[R]:
    """Run batches on threads, a few ahead of what has been asked for.

    What the inputs raise is raised after the results of those that were there.
    """
    failure: Exception | None = None
    with ThreadPoolExecutor(workers, thread_name_prefix="tokki") as pool:
        ahead: deque[Future[list[R]]] = deque()
        try:
            while failure is None:
                batch: list[T] = []
                try:
                    for one in islice(inputs, _BATCH):
                        batch.append(one)  # noqa: PERF402  # what is there stays there
                except Exception as error:  # noqa: BLE001
                    failure = error
                if not batch:
                    break
                ahead.append(pool.submit(run, batch))
                if len(ahead) > 2 * workers:
                    yield from ahead.popleft().result()
            while ahead:
                yield from ahead.popleft().result()
        finally:
            for future in ahead:
                future.cancel()
    if failure is not None:
        raise failure
