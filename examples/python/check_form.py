"""Checks a form, and says what must be corrected."""

from pathlib import Path

import tokki

form = Path(__file__).parent.parent / "declarations" / "japan-only-dropbox-in-the-usa.json"
report = tokki.check(form)
for finding in report.errors:
    print(f"{finding.place}（{finding.citation}）：{finding.message}")
    print(f"  → {finding.remedy}")
