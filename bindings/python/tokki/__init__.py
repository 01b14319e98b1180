"""Check declarations (届出書) under the information-security special terms of public contracts.

    >>> import tokki
    >>> report = tokki.check(pathlib.Path("form.json"))
    >>> for finding in report:
    ...     print(finding.place, finding.message)

`check` takes bytes, str, dict, Path, a record or an open file, `check_many` any number of them,
`check_folder` a folder.
`Declaration.from_json` gives a typed record; a record can also be made in Python and checked.
"""

from tokki._arrow import check_arrow
from tokki._cells import Country, Date, Json, Ticked
from tokki._chain import Chain, ChainParty, chains_in, check_dossier
from tokki._check import Document, Terms, check, check_folder, check_many
from tokki._choices import Answer, ConsentForm, DateReading, Expected, Place, Severity
from tokki._record import Record
from tokki._records import (
    Certificate,
    CitedContract,
    Consent,
    Contract,
    Declaration,
    Dossier,
    DossierRecord,
    Filing,
    FlowDown,
    OnlineStorage,
    Party,
    PassedMaterial,
    Service,
    StorageLocation,
    StorageMedium,
    Subcontract,
    Subcontracting,
    Subcontractor,
)
from tokki._report import (
    Argument,
    Finding,
    InvalidDocument,
    Lang,
    Location,
    Position,
    Report,
    report_formats,
)
from tokki._terms import explain, load_edition, rules
from tokki._tokki import Edition
from tokki._tokki import version as _version

__version__ = _version()

__all__ = [
    "Answer",
    "Argument",
    "Certificate",
    "Chain",
    "ChainParty",
    "CitedContract",
    "Consent",
    "ConsentForm",
    "Contract",
    "Country",
    "Date",
    "DateReading",
    "Declaration",
    "Document",
    "Dossier",
    "DossierRecord",
    "Edition",
    "Expected",
    "Filing",
    "Finding",
    "FlowDown",
    "InvalidDocument",
    "Json",
    "Lang",
    "Location",
    "OnlineStorage",
    "Party",
    "PassedMaterial",
    "Place",
    "Position",
    "Record",
    "Report",
    "Service",
    "Severity",
    "StorageLocation",
    "StorageMedium",
    "Subcontract",
    "Subcontracting",
    "Subcontractor",
    "Terms",
    "Ticked",
    "chains_in",
    "check",
    "check_arrow",
    "check_dossier",
    "check_folder",
    "check_many",
    "explain",
    "load_edition",
    "report_formats",
    "rules",
]
