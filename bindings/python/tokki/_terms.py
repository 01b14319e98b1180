"""The terms of an office: loaded from a file, and asked about their rules."""

from collections.abc import Iterable
from pathlib import Path

from tokki import _tokki
from tokki._report import InvalidDocument, Lang, findings_of, known_lang


def load_edition(
    source: bytes | str | Path, *, known: Iterable[_tokki.Edition] = (), lang: Lang = "ja"
) -> _tokki.Edition:
    """Load an edition from JSON or a file. `known` are those it may extend, besides the built-in.

    Raises InvalidDocument with all faults, in words of `lang`.
    """
    known_lang(lang)
    if isinstance(source, Path):
        source = source.read_bytes()
    elif isinstance(source, str):
        source = source.encode("utf-8", "surrogatepass")
    elif not isinstance(source, bytes):
        msg = f"an edition is loaded from bytes, str or Path, not {type(source).__name__}"
        raise TypeError(msg)
    edition, faults = _tokki.load_edition(source, list(known))
    if edition is None:
        raise InvalidDocument(findings_of(faults, lang), lang=lang)
    return edition


def explain(
    rule: str, *, edition: _tokki.Edition | None = None, lang: Lang = "ja", width: int = 80
) -> str:
    """Tell why a rule exists: its clause, an example that fires it, one that does not, the remedy.

    Raises KeyError when there is no such rule.
    """
    return _tokki.explain(rule, edition or _tokki.Edition.builtin(), lang, width)


def rules() -> tuple[str, ...]:
    """Return the ids of all rules: structure first, then the form from top to bottom."""
    return tuple(_tokki.rules())
