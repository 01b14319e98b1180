"""What the library finds in files and folders, one result after the other."""

import errno
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from threading import Semaphore
from typing import TypeVar

T = TypeVar("T")
Unreadable = list[tuple[bytes, int]]  # paths, each with its errno

_AHEAD = 64  # results that wait to be taken
_REASONS = {
    errno.ENODATA: "no .json, .ndjson or .jsonl file in this folder",
    errno.ENOTSUP: "a pipe or a device, not a file",
}


def each_result(run: Callable[[Callable[[T], bool]], Unreadable]) -> Iterator[T]:
    """Yield what `run` gives to its callback on another thread, a few ahead of what was taken.

    OSError means the files that it returns; it comes after all results.
    """
    ready: SimpleQueue[T | None] = SimpleQueue()
    room = Semaphore(_AHEAD)
    wanted = True

    def take(one: T) -> bool:
        room.acquire()
        ready.put(one)
        return wanted

    with ThreadPoolExecutor(1, thread_name_prefix="tokki") as pool:
        job = pool.submit(run, take)
        job.add_done_callback(lambda _: ready.put(None))
        try:
            while (one := ready.get()) is not None:
                room.release()
                yield one
        finally:
            wanted = False
            room.release()
        _raise_unreadable(job.result())


def _raise_unreadable(files: Unreadable) -> None:
    errors = [
        OSError(code, _REASONS.get(code) or os.strerror(code), os.fsdecode(path))
        for path, code in files
    ]
    if not errors:
        return
    for other in errors[1:]:
        errors[0].add_note(f"also: {other}")
    raise errors[0]
