"""Builds a declaration in Python, checks it, and writes it as JSON."""

import dataclasses
import datetime

import tokki
from tokki import Date, Ticked

form = tokki.Declaration(
    declared_on=Date("令和7年4月1日"),
    declarant=tokki.Party(name="緑川 太郎", address="長野県松本市中央1-2-3"),
    contract=tokki.CitedContract(
        concluded_on=Date.of(datetime.date(2025, 4, 1)), course_number="5-07-20-001-02-0001"
    ),
    storage_media=(tokki.StorageMedium(name="USBメモリ"),),
    storage_location=tokki.StorageLocation(ticked=Ticked({tokki.Place.JAPAN_ONLY})),
    online_storage=tokki.OnlineStorage(ticked=Ticked({tokki.Answer.NO})),
    subcontracting=tokki.Subcontracting(ticked=Ticked({tokki.Answer.NO})),
)
as_of = datetime.date(2026, 11, 24)
print(form.declared_on.value, tokki.check(form, as_of=as_of))

both = Ticked({tokki.Answer.YES, tokki.Answer.NO})
changed = dataclasses.replace(form, subcontracting=tokki.Subcontracting(ticked=both))
for finding in tokki.check(changed, lang="en", as_of=as_of):
    print(f"{finding.severity}: {finding.place}: {finding.message}")
print(changed.to_json())
