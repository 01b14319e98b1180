#!/usr/bin/env python3
"""Draws docs/house.svg: the folders, what each holds, and which folders each one includes.

    tools/draw_house.py            write the picture
    tools/draw_house.py --check    exit 1 if the checked-in picture differs

The folders, their order and captions come from src/folders.txt, the arrows from the #include lines.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "house.svg"

COLOURS = ("#5b6b7a", "#3f7f6e", "#3d7ea6", "#5a63b0", "#8a58a8", "#b0576f", "#b5762f")
UPWARD = "#d00000"

MARGIN = 24
NAME = 170  # columns of the picture: the folder, its caption, the arrows
CAPTION = 330
LANE = 20
ROW = 44
TITLE = 96


@dataclass
class Folder:
    name: str
    ja: str
    en: str
    headers: list[str]
    includes: set[str] = field(default_factory=set)


def read_folders() -> dict[str, Folder]:
    folders: dict[str, Folder] = {}
    for line in (ROOT / "src/folders.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, ja, en, headers = (column.strip() for column in line.split("|"))
            folders[name] = Folder(name, ja, en, headers.split())
    return folders


def folder_of(path: str, of_header: dict[str, str]) -> str:
    """Of include/tokki/text.hpp: text; of src/rules/form/tick_rules.cpp: rules/form."""
    if path.startswith("bindings/"):
        return "bindings"
    is_header = path.startswith(("include/", "tokki/"))
    for prefix in ("include/", "src/", "tokki/"):
        path = path.removeprefix(prefix)
    parent, _, name = path.rpartition("/")
    if is_header:
        return of_header.get(f"{parent}/*" if parent else name.partition(".")[0], "")
    return parent or "tokki"


def survey() -> list[Folder]:
    """The folders from the bottom up, with the folders that each includes."""
    folders = read_folders()
    of_header = {header: folder.name for folder in folders.values() for header in folder.headers}
    for top in ("include", "src", "bindings"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix not in {".hpp", ".cpp", ".c"}:
                continue
            folder = folders[folder_of(path.relative_to(ROOT).as_posix(), of_header)]
            text = path.read_text(encoding="utf-8")
            for target in re.findall(
                r'^#include (?:"|<(?=tokki/))([^">]+)[">]', text, re.MULTILINE
            ):
                if target in {"embedded.hpp", "tokki/tokki.h"} or target.endswith(".inc"):
                    continue
                other = folder_of(target, of_header)
                if other in folders and other != folder.name:
                    folder.includes.add(other)
    return list(folders.values())


def draw() -> str:
    folders = survey()
    count = len(folders)
    width = MARGIN + NAME + CAPTION + count * LANE + MARGIN
    height = TITLE + count * ROW + 44
    # The first folder of the list is drawn at the bottom.
    middle = {
        folder.name: TITLE + (count - i - 1) * ROW + ROW / 2 for i, folder in enumerate(folders)
    }

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" '
        "font-family=\"'Noto Sans CJK JP','Noto Sans JP','Hiragino Sans','Yu Gothic',sans-serif\">",
        "<title>tokki: フォルダーと#include / folders and includes</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
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
        *(MARGIN, 58, "どのフォルダーも、自分より下のフォルダーだけを#includeします。"),
        *(13,),
        fill="#444",
    )
    text(MARGIN, 76, "A folder includes only folders below it.", 13, fill="#444")
    lanes = MARGIN + NAME + CAPTION
    text(lanes, 58, "矢印：各フォルダーが#includeするもの", 13, fill="#444")
    text(lanes, 76, "Arrows: what each folder includes", 13, fill="#444")

    for i, folder in enumerate(folders):
        colour = COLOURS[i % len(COLOURS)]
        y = middle[folder.name]
        out.append(
            f'<rect x="{MARGIN}" y="{y - ROW / 2 + 2:g}" width="{width - 2 * MARGIN}" '
            f'height="{ROW - 4}" rx="5" fill="{colour}" fill-opacity="0.08"/>'
        )
        text(
            *(MARGIN + 12, y + 5, folder.name),
            *(14,),
            fill=colour,
            font_weight="bold",
            font_family="'DejaVu Sans Mono','Noto Sans Mono',Consolas,monospace",
        )
        text(MARGIN + NAME, y - 3, folder.ja, 13, fill="#222")
        text(MARGIN + NAME, y + 14, folder.en, 12, fill="#555")

    # A lane for each folder: from its row to those that it includes.
    for i, folder in enumerate(folders):
        colour = COLOURS[i % len(COLOURS)]
        x = lanes + (count - i - 0.5) * LANE
        y = middle[folder.name]
        for other in sorted(folder.includes, key=lambda name: middle[name]):
            end = middle[other]
            stroke = colour if end > y else UPWARD
            tip = 6 if end > y else -6
            out.append(
                f'<path d="M{x:g} {y:g}V{end - tip:g}" stroke="{stroke}" stroke-width="1.5"/>'
                f'<path d="M{x - 5:g} {end - tip:g}h10l-5 {2 * tip}z" fill="{stroke}"/>'
            )
        out.append(
            f'<circle cx="{x:g}" cy="{y:g}" r="5" fill="#ffffff" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
    text(
        *(MARGIN, height - 16, "○ このフォルダーから / from this folder　▼ これを / to this one"),
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
