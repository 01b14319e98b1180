"""Prints tokki's reports on files, through the Python API: dump.py (ja|en|FORMAT) FILE…

As of 2026-11-24, like the corpus. A file that ends in .ndjson holds a document a line; one that
ends in records.ndjson, the records of one dossier; one that ends in a slash is a folder.
"""

import datetime
import sys
from collections.abc import Iterable
from pathlib import Path

import tokki

_, wanted, *files = sys.argv
sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
day = datetime.date(2026, 11, 24)
for name in files:
    path = Path(name)
    reports: Iterable[tokki.Report]
    if name.endswith("/"):
        reports = tokki.check_folder(name, as_of=day)
    elif name.endswith("records.ndjson"):
        reports = tokki.check_dossier([path], as_of=day).reports
    else:
        reports = tokki.check_many([path], as_of=day)
    for report in reports:
        if wanted in ("ja", "en"):
            print(report.to_text(lang="en" if wanted == "en" else "ja"), end="")
        else:
            print(report.to(wanted), end="\n" if wanted == "json" else "")
