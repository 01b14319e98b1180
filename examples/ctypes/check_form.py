"""Checks a form through libtokki-c, without any binding: check_form.py LIBRARY FILE."""

import ctypes
import sys
from ctypes import POINTER, byref, c_char, c_int32, c_size_t, c_uint32, c_uint64, c_void_p
from pathlib import Path


class Text(ctypes.Structure):
    _fields_ = (("data", c_void_p), ("size", c_size_t))

    def __str__(self) -> str:
        return ctypes.string_at(self.data, self.size).decode() if self.size else ""


class Error(ctypes.Structure):
    _fields_ = (("status", c_int32), ("ja", c_char * 254), ("en", c_char * 254))


def struct(name: str, *fields: tuple[str, object]) -> type[ctypes.Structure]:
    return type(name, (ctypes.Structure,), {"_fields_": (("size", c_size_t), *fields)})


Finding = struct("Finding", ("rule", Text), ("severity", c_int32), ("related_count", c_uint32))
Location = struct("Location", *((name, Text) for name in ("pointer", "cell", "value", "document")),
                  ("offset", c_uint64), ("line", c_uint32), ("column", c_uint32))  # fmt: skip
Words = struct("Words", *((name, Text) for name in
               ("message", "remedy", "place", "label", "clause", "citation")))  # fmt: skip
ENGLISH = 1

tokki = ctypes.CDLL(sys.argv[1])
tokki.tokki_check.argtypes = [c_void_p, Text, Text, c_uint64, POINTER(c_void_p), POINTER(Error)]
tokki.tokki_severity_name.restype = Text
tokki.tokki_report_size.restype, tokki.tokki_report_size.argtypes = c_size_t, [c_void_p]
tokki.tokki_report_free.restype, tokki.tokki_report_free.argtypes = None, [c_void_p]
error = Error()


def ask(function: str, into: type[ctypes.Structure], *arguments: object) -> ctypes.Structure:
    out = into(size=ctypes.sizeof(into))
    if tokki[function](*arguments, byref(out), byref(error)) != 0:
        sys.exit(error.en.decode())
    return out


json = Path(sys.argv[2]).read_bytes()
report = c_void_p()
text = Text(ctypes.cast(ctypes.c_char_p(json), c_void_p), len(json))
if tokki.tokki_check(None, text, Text(), 0, byref(report), byref(error)) != 0:
    sys.exit(error.en.decode())
for i in range(tokki.tokki_report_size(report)):
    index = c_size_t(i)
    finding = ask("tokki_report_finding", Finding, report, index)
    at = ask("tokki_report_location", Location, report, index, c_size_t(0))
    words = ask("tokki_report_words", Words, report, index, ENGLISH)
    severity = tokki.tokki_severity_name(finding.severity, ENGLISH)
    print(f"{at.line}:{at.column} {severity} [{words.citation}] {words.message}")
    print(f"  -> {words.remedy}")
tokki.tokki_report_free(report)
