#!/usr/bin/env python3
"""Writes src/text/character_table.inc: the traits (tokki::Traits) of every code point.

    tools/generate_character_table.py            write the table
    tools/generate_character_table.py --check    exit 1 if the checked-in table differs

A character counts as known to JIS X 0213 when Python's euc_jis_2004 codec encodes it, and also
when CP932 (every Japanese Windows) encodes it: JIS X 0213 unifies 髙 with 高 and so has no code for
U+9AD9, but people are named with it and it prints everywhere. VARIANTS holds what neither codec
takes, although it is another Unicode reading of a JIS character.
"""

import argparse
import sys
import unicodedata
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "src" / "text" / "character_table.inc"
BLOCK = 256
LAST = 0x10FFFF
WIDTH = 100
# The table must not change with the interpreter, so another version is refused.
UNICODE_VERSION = "14.0.0"

COMPATIBILITY = 1 << 0
ZERO_WIDTH = 1 << 1
BIDI_CONTROL = 1 << 2
HALF_WIDTH_KANA = 1 << 3
OUTSIDE_JIS = 1 << 4
VARIATION_SELECTOR = 1 << 5
CONTROL = 1 << 6
PRIVATE_USE = 1 << 7
FULL_WIDTH = 1 << 8
FILLER = 1 << 9

# First and last code points. The zero-width ones are the joiners, fillers, tags and format
# characters that leave no ink; spaces of some width are not among them.
RANGES: dict[int, list[tuple[int, int]]] = {
    ZERO_WIDTH: [
        (0x00AD, 0x00AD), (0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x200B, 0x200D), (0x2060, 0x2065), (0x206A, 0x206F), (0x3164, 0x3164), (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
        (0xE0000, 0xE00FF), (0xE01F0, 0xE0FFF),
    ],
    BIDI_CONTROL: [(0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)],
    HALF_WIDTH_KANA: [(0xFF61, 0xFF9F)],
    VARIATION_SELECTOR: [(0xFE00, 0xFE0F), (0xE0100, 0xE01EF)],
    CONTROL: [(0x0000, 0x001F), (0x007F, 0x009F), (0x2028, 0x2029)],
    PRIVATE_USE: [(0xE000, 0xF8FF), (0xF0000, 0xFFFFD), (0x100000, 0x10FFFD)],
    # ASCII in full width and its space: so common that they are folded without ICU.
    FULL_WIDTH: [(0x3000, 0x3000), (0xFF01, 0xFF5E)],
}  # fmt: skip
# Reported by a trait of their own, and therefore not as outside JIS X 0213 as well.
NAMED = ZERO_WIDTH | BIDI_CONTROL | HALF_WIDTH_KANA | VARIATION_SELECTOR | CONTROL
# ¥ ‾ — and the white parentheses, which the codec maps otherwise, and the voicing marks, which JIS
# has in か゚ and which text from a Mac uses for が.
VARIANTS = frozenset("\u00a5\u203e\u2014\uff5f\uff60\u3099\u309a")


# Placeholders, when they occur twice in a row: 〇〇, ××.
FILLERS = frozenset("〇○◯×△□◇＿＊Ｘｘ")


def encodable(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def second_halves() -> frozenset[str]:
    """Characters that may join the one before them under NFC."""
    joining = {chr(c) for c in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}  # hangul V, T
    for c in map(chr, range(LAST + 1)):
        parts = unicodedata.decomposition(c).split()
        if len(parts) == 2 and not parts[0].startswith("<"):
            joining.add(chr(int(parts[1], 16)))
    return frozenset(joining)


def traits(code: int, joining: frozenset[str]) -> int:
    character = chr(code)
    found = 0
    for trait, ranges in RANGES.items():
        if any(first <= code <= last for first, last in ranges):
            found |= trait
    if character in FILLERS:
        found |= FILLER
    if not found & FULL_WIDTH and (
        unicodedata.normalize("NFKC", character) != character
        or (code >= 0x80 and character.casefold() != character)
        or unicodedata.combining(character) != 0
        or character in joining
        # ICU's Unicode is newer than Python's and may know how to change this one.
        or unicodedata.category(character) == "Cn"
    ):
        found |= COMPATIBILITY
    known = character in VARIANTS or (
        not found & PRIVATE_USE  # CP932 has codes for these too, with no meaning of their own
        and (encodable(character, "euc_jis_2004") or encodable(character, "cp932"))
    )
    if not known and not found & NAMED:
        found |= OUTSIDE_JIS
    return found


def rows(values: list[int] | tuple[int, ...], indent: str) -> str:
    """The values, comma-separated, in lines of at most WIDTH columns."""
    lines: list[str] = []
    line = indent
    for value in values:
        item = f"{value},"
        if len(line) + len(item) > WIDTH:
            lines.append(line)
            line = indent
        line += item
    return "\n".join([*lines, line])


def generate() -> str:
    joining = second_halves()
    blocks: dict[tuple[int, ...], int] = {}
    block_of: list[int] = []
    for start in range(0, LAST + 1, BLOCK):
        block = tuple(traits(code, joining) for code in range(start, start + BLOCK))
        block_of.append(blocks.setdefault(block, len(blocks)))
    bodies = "\n".join("    {\n" + rows(block, " " * 8) + "\n    }," for block in blocks)
    return (
        "// Generated by tools/generate_character_table.py; do not edit.\n"
        f"// Unicode {UNICODE_VERSION}; JIS X 0213:2004 and CP932 as Python's codecs know them.\n"
        "// traits of c = kTraits[kBlockOf[c >> 8]][c & 0xFF], bits as in tokki::Traits.\n\n"
        f"inline constexpr std::uint16_t kBlockOf[] = {{\n{rows(block_of, ' ' * 4)}\n}};\n\n"
        f"inline constexpr std::uint16_t kTraits[][{BLOCK}] = {{\n{bodies}\n}};\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description="Writes src/text/character_table.inc.")
    parser.add_argument("--check", action="store_true", help="only compare; exit 1 if it differs")
    check: bool = parser.parse_args().check
    if unicodedata.unidata_version != UNICODE_VERSION:
        have = unicodedata.unidata_version
        print(f"needs a Python with Unicode {UNICODE_VERSION} (3.11); has {have}", file=sys.stderr)
        return 2
    table = generate()
    if not check:
        TABLE.write_text(table, encoding="utf-8", newline="\n")
    elif not TABLE.is_file() or TABLE.read_text(encoding="utf-8") != table:
        print(f"{TABLE} is out of date: run {Path(__file__).name}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
