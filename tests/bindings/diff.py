"""Says what changed, through the Python API.

diff.py FORMAT forms OLD NEW, or diff.py FORMAT AS_OF DOSSIER…
"""

import sys
from pathlib import Path

import tokki

_, wanted, how, *names = sys.argv
sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
if how == "forms":
    found = [tokki.compare(*map(Path, names), lang="en")]
else:
    found = [tokki.compare_facts(Path(name), as_of=how, lang="en") for name in names]
for one in found:
    print(one.write(wanted, show_values=True), end="")
