"""Says how duties stand, through the Python API: status.py FORMAT AS_OF PATH…

A *.json is given as bytes, all else by its path. The format "arrow" gives each file as a row of a
column, and prints what the rows say as JSON.
"""

import json
import sys
from pathlib import Path

import pyarrow as pa
import tokki

_, wanted, as_of, *names = sys.argv
sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]


def say_rows() -> None:
    column = pa.array([Path(name).read_bytes() for name in names])
    for row in pa.table(tokki.assess_arrow(column, as_of=as_of, lang="en")).to_pylist():
        plain = {
            name: value.isoformat() if hasattr(value, "isoformat") else value
            for name, value in row.items()
        }
        print(json.dumps(plain, ensure_ascii=False))


def say(name: str) -> None:
    if name.endswith(".json"):
        one = tokki.Assessor().add(Path(name).read_bytes(), uri=name)
        print(one.assess(as_of=as_of, lang="en").write(wanted), end="")
        return
    for each in tokki.assess_stream(name, as_of=as_of, lang="en"):
        print(each.write(wanted), end="")


if wanted == "arrow":
    say_rows()
else:
    for name in names:
        say(name)
