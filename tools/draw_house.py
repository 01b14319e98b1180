#!/usr/bin/env python3
"""Draws docs/house.svg: the floors, what stands on each, and which floors each one includes.

    tools/draw_house.py            write the picture
    tools/draw_house.py --check    exit 1 if the checked-in picture differs

Everything but the floors' captions comes from the files: which floor a part stands on from
tests/floors_test.cpp, which must know every file, and the lines from the #include lines.
"""

import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "house.svg"

CAPTIONS = {
    0: ("文字・日付・場所", "text, dates, places as written"),
    1: ("記録とその記述", "records, each described once"),
    2: ("読み取りと指摘", "bytes to records; findings"),
    3: ("版・規則・確認・再委託", "terms, rules, checks, the chain"),
    4: ("外へ出すもの", "everything that leaves"),
    5: ("入口", "what a newcomer reads"),
    6: ("コマンド・他の言語", "commands and other languages"),
}
# The floor's colour, from the ground up.
COLOURS = ("#5b6b7a", "#3f7f6e", "#3d7ea6", "#5a63b0", "#8a58a8", "#b0576f", "#b5762f")

WIDTH = 1000
MARGIN = 24
CAPTION = 250  # columns of the picture: the caption, the rooms, the stairs
STAIRS = 270
ROOM_HEIGHT = 28
GAP = 8
FLOOR_GAP = 10
PADDING = 12
TITLE = 84


@dataclass
class Floor:
    number: int
    rooms: list[str]
    rows: list[list[tuple[str, float]]]
    top: float = 0
    height: float = 0

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def floors_of_parts() -> dict[str, int]:
    text = (ROOT / "tests/floors_test.cpp").read_text(encoding="utf-8")
    table = text[text.index("kFloors{") : text.index("};")]
    return {name: int(floor) for name, floor in re.findall(r'\{"([\w/]+)", (\d+)\}', table)}


def part(name: str) -> str:
    """include/tokki/text.hpp: text; src/rules/form/tick_rules.cpp: rules/form."""
    if name.startswith("bindings/"):
        return "bindings"
    for prefix in ("include/", "src/", "tokki/"):
        name = name.removeprefix(prefix)
    return name.rpartition("/")[0] or name.partition(".")[0]


def files() -> list[Path]:
    found: list[Path] = []
    for folder in ("include", "src", "bindings"):
        for pattern in ("*.hpp", "*.cpp", "*.h", "*.c"):
            found += (ROOT / folder).rglob(pattern)
    return sorted(found)


def text_width(text: str, size: float, latin: float) -> float:
    wide = sum(unicodedata.east_asian_width(c) in "WFA" for c in text)
    return size * (wide + latin * (len(text) - wide))


def rows_of(rooms: list[str], width: float) -> list[list[tuple[str, float]]]:
    rows: list[list[tuple[str, float]]] = [[]]
    used = 0.0
    for room in rooms:
        wanted = text_width(room, 14, 0.6) + 22
        if rows[-1] and used + wanted > width:
            rows.append([])
            used = 0
        rows[-1].append((room, wanted))
        used += wanted + GAP
    return rows


def survey() -> tuple[dict[int, set[str]], set[tuple[int, int]]]:
    """What stands on each floor, and from which floor to which an include leads."""
    floor_of = floors_of_parts()
    rooms: dict[int, set[str]] = {}
    leads: set[tuple[int, int]] = set()
    for path in files():
        name = path.relative_to(ROOT).as_posix()
        if part(name) not in floor_of:
            sys.exit(f"{name} has no floor in tests/floors_test.cpp")
        floor = floor_of[part(name)]
        room = "/".join(name.split("/")[:2]) if name.startswith("bindings/") else part(name)
        rooms.setdefault(floor, set()).add(room)
        text = path.read_text(encoding="utf-8")
        for target in re.findall(r'^#include (?:"|<(?=tokki/))([^">]+)[">]', text, re.MULTILINE):
            if part(target) in floor_of:
                leads.add((floor, floor_of[part(target)]))
    return rooms, leads


def draw() -> str:
    rooms, leads = survey()
    room_width = WIDTH - 2 * MARGIN - CAPTION - STAIRS - 2 * PADDING
    floors = [
        Floor(number, sorted(names), rows_of(sorted(names), room_width))
        for number, names in sorted(rooms.items(), reverse=True)
    ]
    top = float(TITLE)
    for floor in floors:
        floor.top = top
        floor.height = max(
            56, 2 * PADDING + len(floor.rows) * ROOM_HEIGHT + (len(floor.rows) - 1) * GAP
        )
        top += floor.height + FLOOR_GAP
    height = top + 40
    by_number = {floor.number: floor for floor in floors}

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
        f'width="{WIDTH}" height="{height:g}" role="img" '
        "font-family=\"'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',sans-serif\">",
        "<title>tokki: 階と#include / floors and includes</title>",
        f'<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>',
    ]

    def text(x: float, y: float, content: str, size: float = 14, **style: str) -> None:
        attributes = "".join(
            f' {name.replace("_", "-")}="{value}"' for name, value in style.items()
        )
        out.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}"{attributes}>{escape(content)}</text>'
        )

    text(MARGIN, 34, "tokkiの家 / The house of tokki", 20, font_weight="bold", fill="#222")
    text(
        *(MARGIN, 58, "どのファイルも、自分の階と下の階だけを#includeします。"),
        *(13,),
        fill="#444",
    )
    text(MARGIN, 75, "A file includes its own floor and lower ones only.", 13, fill="#444")
    stairs_left = WIDTH - MARGIN - STAIRS
    text(stairs_left + 18, 58, "各階が#includeする階", 13, fill="#444")
    text(stairs_left + 18, 75, "The floors that each floor includes", 13, fill="#444")

    for floor in floors:
        colour = COLOURS[floor.number % len(COLOURS)]
        out.append(
            f'<rect x="{MARGIN}" y="{floor.top:g}" width="{WIDTH - 2 * MARGIN}" '
            f'height="{floor.height:g}" rx="6" fill="{colour}" fill-opacity="0.09" '
            f'stroke="{colour}" stroke-opacity="0.5"/>'
        )
        text(
            *(MARGIN + 14, floor.middle + 8, str(floor.number)),
            *(24,),
            font_weight="bold",
            fill=colour,
        )
        ja, en = CAPTIONS[floor.number]
        text(MARGIN + 42, floor.middle - 3, ja, 14, fill="#222")
        text(MARGIN + 42, floor.middle + 15, en, 12, fill="#555")
        y = floor.middle - (len(floor.rows) * (ROOM_HEIGHT + GAP) - GAP) / 2
        for row in floor.rows:
            x = float(MARGIN + CAPTION)
            for room, width in row:
                out.append(
                    f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{ROOM_HEIGHT}" rx="4" '
                    f'fill="#ffffff" stroke="{colour}"/>'
                )
                text(
                    *(x + width / 2, y + 19, room),
                    *(14,),
                    text_anchor="middle",
                    fill="#222",
                    font_family="'DejaVu Sans Mono','Noto Sans Mono',Consolas,monospace",
                )
                x += width + GAP
            y += ROOM_HEIGHT + GAP

    # One flight of stairs for each floor, down to the lowest that it includes.
    step = (STAIRS - 40) / len(floors)
    for column, floor in enumerate(floors):
        colour = COLOURS[floor.number % len(COLOURS)]
        x = stairs_left + 34 + column * step
        below = sorted(to for (start, to) in leads if start == floor.number and to < start)
        if below:
            end = by_number[below[0]].middle
            out.append(
                f'<path d="M{x:g} {floor.middle:g}V{end:g}" stroke="{colour}" stroke-width="2"/>'
            )
        out += (
            f'<circle cx="{x:g}" cy="{by_number[number].middle:g}" r="7" fill="{colour}"/>'
            for number in below
        )
        out.append(
            f'<circle cx="{x:g}" cy="{floor.middle:g}" r="8" fill="#ffffff" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
    text(
        *(MARGIN, height - 16, "○ この階から / from this floor　● この階を / to this floor"),
        *(12,),
        fill="#555",
    )
    out.append("</svg>")
    return "\n".join(out) + "\n"


def main() -> int:
    picture = draw()
    if sys.argv[1:] == ["--check"]:
        if not PICTURE.is_file() or PICTURE.read_text(encoding="utf-8") != picture:
            print(f"{PICTURE} is out of date: run make generated", file=sys.stderr)
            return 1
    elif sys.argv[1:]:
        print(__doc__, file=sys.stderr)
        return 2
    else:
        PICTURE.write_text(picture, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
