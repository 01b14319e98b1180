"""Says what tokki says of files, asked from Python: dump.py (json|ja|en) FILE…

As of 2026-11-24, like the corpus. A file that ends in .ndjson holds a document a line.
"""

import datetime
import sys
from pathlib import Path

import tokki

_, wanted, *files = sys.argv
sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
for report in tokki.check_many(map(Path, files), as_of=datetime.date(2026, 11, 24)):
    if wanted == "json":
        print(report.to_json())
    else:
        print(report.to_text(lang="en" if wanted == "en" else "ja"), end="")
