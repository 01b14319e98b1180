"""What all records have in common: checked when made, written as JSON, read from JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from types import NoneType
from typing import Any, ClassVar, NamedTuple, Self, get_args, get_origin, get_type_hints

from tokki import _tokki
from tokki._cells import Country, Date, Instant, Json, Ticked, check_text
from tokki._report import InvalidDocument, Lang, findings_of, known_lang

Standing = tuple[str | int, ...]  # a document's format, and the way from its root to a record


def _is_of(kind: type, value: object) -> bool:
    """True for a value of the kind; to Python a bool is an int too, in JSON it is none."""
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


class _Member(NamedTuple):
    name: str
    key: str  # in JSON
    many: type | None  # tuple or Ticked, of …
    kind: type
    optional: bool

    def fault(self, value: object) -> str | None:
        """Return what a value should be, when it is of another type."""
        if self.many is None:
            fits = _is_of(self.kind, value) or (self.optional and value is None)
            if self.kind is str and not fits:
                return "str"
            return None if fits else f"{self.kind.__name__}{' or None' * self.optional}"
        if isinstance(value, self.many) and all(_is_of(self.kind, item) for item in value):  # type: ignore[attr-defined]
            return None
        return f"{self.many.__name__} of {self.kind.__name__}"


_known: dict[type, tuple[_Member, ...]] = {}


def _members(record: type[Any]) -> tuple[_Member, ...]:
    if record not in _known:
        _known[record] = tuple(_described(record))
    return _known[record]


def _described(record: type[Any]) -> Iterator[_Member]:
    hints = get_type_hints(record)
    for field in fields(record):
        hint = hints[field.name]
        origin, arguments = get_origin(hint), get_args(hint)
        optional = NoneType in arguments
        many = origin if origin in (tuple, Ticked) else None
        kind = arguments[0] if many or optional else hint
        yield _Member(field.name, field.name.rstrip("_"), many, kind, optional)


def _plain(value: object) -> Any:
    match value:
        case Record():
            return {key: _plain(item) for key, item in value._filled()}
        case Ticked():
            return [str(choice) for choice in value.in_order()]
        case tuple():
            return [_plain(item) for item in value]
        case Date() | Instant() | Country():
            return value.written
        case Json():
            return value.value
        case StrEnum():
            return str(value)
    return value


def _encoded(value: object) -> str:
    match value:
        case Record():
            members = (f"{_quoted(key)}:{_encoded(item)}" for key, item in value._filled())
            return "{" + ",".join(members) + "}"
        case Ticked():
            return "[" + ",".join(map(_quoted, value.in_order())) + "]"
        case tuple():
            return "[" + ",".join(map(_encoded, value)) + "]"
        case Date() | Instant() | Country():
            return _quoted(value.written)
        case Json():
            return value.text
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
    return _quoted(str(value))


def _quoted(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False)


def _one(kind: type[Any], plain: Any) -> Any:
    return kind._made(plain) if issubclass(kind, Record) else kind(plain)


class Record:
    """A record of a document. Immutable; `dataclasses.replace` makes a changed one."""

    __slots__ = ()
    _standing: ClassVar[Standing]

    def __post_init__(self) -> None:
        name = type(self).__name__
        for member in _members(type(self)):
            value = getattr(self, member.name)
            wanted = member.fault(value)
            if wanted is not None:
                msg = f"{name}.{member.name} takes {wanted}, not {type(value).__name__}"
                raise TypeError(msg)
            if member.kind is str:
                for text in (value,) if member.many is None else value:
                    check_text(text, f"{name}.{member.name}")

    def _filled(self) -> Iterator[tuple[str, object]]:
        """Yield the members in which something is written, with their keys in JSON."""
        for member in _members(type(self)):
            value = getattr(self, member.name)
            filled = any(value._filled()) if isinstance(value, Record) else bool(value)
            if filled or isinstance(value, int):  # False and 0 are written too
                yield member.key, value

    def to_dict(self) -> dict[str, Any]:
        """Return it as a dict shaped like its JSON; what is empty is left out."""
        members: dict[str, Any] = _plain(self)
        return members if len(self._standing) > 1 else {"format": self._standing[0]} | members

    def to_json(self) -> str:
        """Return it as JSON, on one line; what is empty is left out, `extensions` stand as written.

        `from_json` of the result gives an equal record.
        """
        text = _encoded(self)
        if len(self._standing) > 1:
            return text
        return f'{{"format":{_quoted(str(self._standing[0]))}{"," * (len(text) > 2)}{text[1:]}'

    @classmethod
    def _made(cls, plain: Mapping[str, Any]) -> Self:
        values: dict[str, Any] = {}
        for member in _members(cls):
            if member.key not in plain:
                continue
            value = plain[member.key]
            if member.many is None:
                values[member.name] = _one(member.kind, value)
            else:
                values[member.name] = member.many(_one(member.kind, item) for item in value)
        return cls(**values)

    @classmethod
    def from_json(cls, text: str | bytes | bytearray | memoryview, *, lang: Lang = "ja") -> Self:
        """Read it from JSON. Whatever can be written on the form is read; rules judge it later.

        Raises InvalidDocument, with all findings, when the structure is at fault: no JSON, unknown
        members, wrong types. `lang` is the language of their words.
        """
        known_lang(lang)
        given = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
        root, steps = str(cls._standing[0]), cls._standing[1:]
        if steps:
            given = cls._within_document(given, root, steps, lang)
        kind, plain, report = _tokki.decode(given)
        findings = findings_of(report, lang)
        if plain is None or any(finding.severity == "error" for finding in findings):
            if steps:
                findings = tuple(finding.beneath(steps) for finding in findings)
            raise InvalidDocument(findings, lang=lang)
        if not root.startswith(f"tokki.{kind}/"):
            name = cls.__name__
            msg = (
                f"{name}ではなく、{kind}の文書です"
                if lang == "ja"
                else f"the document is no {name} but of kind {kind}"
            )
            raise InvalidDocument((), msg, lang)
        part: Any = plain
        for step in steps:
            part = part.get(step, {}) if isinstance(step, str) else part[step]
        return cls._made(part)

    @classmethod
    def _within_document(cls, part: bytes, root: str, steps: Standing, lang: Lang) -> bytes:
        """Put the JSON of a part where it stands in a document, which alone is read."""
        part = part.removeprefix(b"\xef\xbb\xbf")
        _, _, report = _tokki.decode(part)
        findings = findings_of(report, lang)
        if any(finding.rule != "format-missing" for finding in findings):
            # Not an object, so it cannot be a part of a document.
            raise InvalidDocument(findings, lang=lang)
        before, after = f'{{"format":{_quoted(root)},', "}"
        for i, step in enumerate(steps):
            if isinstance(step, int):
                before, after = before + "[", "]" + after
            else:
                opens = "{" * (i > 0)
                before, after = f"{before}{opens}{_quoted(step)}:", "}" * len(opens) + after
        return before.encode() + part + after.encode()

    @classmethod
    def from_dict(cls, members: Mapping[str, Any], *, lang: Lang = "ja") -> Self:
        """Read it from a dict shaped like its JSON. Raises InvalidDocument like from_json.

        A dict does not know how `extensions` were spaced: they come back written compactly.
        """
        return cls.from_json(as_json(members), lang=lang)


def as_json(members: Mapping[str, Any]) -> bytes:
    """Return the JSON of a dict. TypeError or ValueError when JSON has no such values."""
    try:
        text = json.dumps(dict(members), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except TypeError as error:
        msg = f"the dict holds what JSON cannot: {error}"
        raise TypeError(msg) from None
    except RecursionError:
        msg = "the dict is nested too deeply, or holds itself"
        raise ValueError(msg) from None
    return text.encode("utf-8", "surrogatepass")
