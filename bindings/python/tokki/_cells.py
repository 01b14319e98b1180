"""What a cell of a form holds, beside plain text: kept as it was written, and read."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Self, TypeVar

from tokki import _tokki
from tokki._choices import DateReading

E = TypeVar("E", bound=StrEnum)


def check_text(text: object, what: str) -> str:
    """Return the text; TypeError when it is none, ValueError when it cannot be written as UTF-8."""
    if not isinstance(text, str):
        msg = f"{what} takes str, not {type(text).__name__}"
        raise TypeError(msg)
    try:
        text.encode()
    except UnicodeEncodeError:
        msg = f"{what} holds half of a surrogate pair, which no text may"
        raise ValueError(msg) from None
    return str(text)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it was written, and the day it means.

    written: verbatim: 令和7年4月1日, R7.4.1, 2025-04-01, ２０２５年４月１日 …
    value:   the day, when there is exactly one reading; else None
    reading: how it was understood

    Two dates are equal when they are written alike.
    """

    written: str = ""
    value: datetime.date | None = field(init=False, compare=False)
    reading: DateReading = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", check_text(self.written, "Date"))
        value, reading = _tokki.read_date(self.written)
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "reading", DateReading(reading))

    @classmethod
    def of(cls, day: datetime.date) -> Self:
        """Write a day as 2025-04-01."""
        return cls(f"{day:%Y-%m-%d}")

    def __bool__(self) -> bool:
        """Tell whether anything is written."""
        return bool(self.written)


JAPAN = datetime.timezone(datetime.timedelta(hours=9), "JST")


@dataclass(frozen=True, slots=True)
class Instant:
    """A time as it was written, and the seconds it can mean.

    written:  verbatim: 2025-06-01T09:30:00+09:00, 2025-06-01 09:30, 令和7年6月1日 9時30分, 2025-06-01 …
    earliest: the first second it can be, in Japan's time; None when it cannot be read
    latest:   the last one: the same to the second, 59 seconds later to the minute, the end of a day
    reading:  how it was understood

    Two are equal when they are written alike.
    """

    written: str = ""
    earliest: datetime.datetime | None = field(init=False, compare=False)
    latest: datetime.datetime | None = field(init=False, compare=False)
    reading: DateReading = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", check_text(self.written, "Instant"))
        interval, reading = _tokki.read_instant(self.written)
        first, last = interval or (None, None)
        object.__setattr__(self, "earliest", _in_japan(first))
        object.__setattr__(self, "latest", _in_japan(last))
        object.__setattr__(self, "reading", DateReading(reading))

    @classmethod
    def of(cls, at: datetime.datetime) -> Self:
        """Write a time as 2025-06-01T09:30:00+09:00; ValueError when it has no zone."""
        if at.tzinfo is None:
            msg = "Instant.of takes a datetime with a zone"
            raise ValueError(msg)
        return cls(at.isoformat(timespec="seconds"))

    def __bool__(self) -> bool:
        """Tell whether anything is written."""
        return bool(self.written)


def _in_japan(second: int | None) -> datetime.datetime | None:
    return None if second is None else datetime.datetime.fromtimestamp(second, JAPAN)


@dataclass(frozen=True, slots=True)
class Country:
    """A country as it was written, and its ISO 3166-1 code when it names exactly one.

    Two countries are equal when they are written alike.
    """

    written: str = ""
    value: str | None = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "written", check_text(self.written, "Country"))
        object.__setattr__(self, "value", _tokki.read_country(self.written))

    def __bool__(self) -> bool:
        """Tell whether anything is written."""
        return bool(self.written)


def _no_constant(name: str) -> float:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON object, kept byte for byte as it was written; empty when there is none.

    Equal when written alike. `Json.of({...})` writes one.
    """

    text: str = ""

    def __post_init__(self) -> None:
        text = check_text(self.text, "Json").strip(" \t\r\n")
        object.__setattr__(self, "text", text)
        if not text:
            return
        try:
            value = json.loads(text, parse_constant=_no_constant, parse_int=float)
        except (ValueError, RecursionError) as error:
            msg = f"Json takes the text of a JSON object: {error}"
            raise ValueError(msg) from None
        if not isinstance(value, dict):
            msg = "Json takes the text of a JSON object, not of another value"
            raise ValueError(msg)  # it is text, of the wrong content  # noqa: TRY004

    @classmethod
    def of(cls, value: dict[str, Any]) -> Self:
        """Write an object, on one line."""
        return cls(json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False))

    @property
    def value(self) -> dict[str, Any] | None:
        """The object, read anew each time; None when there is none."""
        if not self.text:
            return None
        value: dict[str, Any] = json.loads(self.text)
        return value

    def __bool__(self) -> bool:
        """Tell whether anything is written."""
        return bool(self.text)


class Ticked(frozenset[E], Generic[E]):
    """What is ticked in a group of boxes: none, one or, on paper, all of them."""

    __slots__ = ()

    def __new__(cls, ticked: Iterable[E] = ()) -> Self:
        """Take the ticked choices."""
        if isinstance(ticked, str):
            msg = "Ticked takes several choices: Ticked({Place.ABROAD})"
            raise TypeError(msg)
        return super().__new__(cls, ticked)

    def answer(self) -> E | None:
        """Return the choice when exactly one box is ticked."""
        return next(iter(self)) if len(self) == 1 else None

    def in_order(self) -> tuple[E, ...]:
        """Return the ticked choices in the order of the form."""
        return tuple(choice for one in self for choice in type(one) if choice in self)[: len(self)]

    def __repr__(self) -> str:
        """Show the choices in the order of the form."""
        return f"Ticked({{{', '.join(map(str, self.in_order()))}}})" if self else "Ticked()"
