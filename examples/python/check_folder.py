"""Checks all forms of a folder on all processors, and counts what was found."""

import datetime
from collections import Counter
from pathlib import Path

import tokki

folder = Path(__file__).parent.parent / "declarations"
forms = sorted(folder.glob("*.json"))
rules: Counter[str] = Counter()
faulty = 0
for report in tokki.check_many(forms, as_of=datetime.date(2026, 11, 24)):
    faulty += bool(report.errors)
    rules.update(finding.rule for finding in report.errors)
print(f"{len(forms)} forms, {faulty} to be corrected")
for rule, count in rules.most_common(3):
    print(f"{count:3}  {rule}")
