#!/usr/bin/env python3
"""Takes the pictures of the guides from the sample office: reports/first-page.png, and before and after customising.

    make_pictures.py WAYMARK

WAYMARK is the program. What is customised is what templates/README.md says, step by step. Needs what
check_pages.py needs. Exit code: 0 pictures written, 1 one is too large.
"""

import io
import json
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

from check_pages import Browser

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
LARGEST = 100_000

# The steps of templates/README.md.
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 40"><path fill="#2B5B2E" d="M0 40V24h10v16zm14 \
0V14h10v26zm14 0V4h10v36z"/><text x="46" y="28" font-family="sans-serif" font-size="22" font-weight="700" \
fill="#2B5B2E">Merrow</text></svg>
"""
THEME = {
    "formatVersion": 1,
    "logo": "logo.svg",
    "colours": {"light": {
        "better": "#2B5B2E", "worse": "#8A3B12",
        "betterRamp": ["#E6F0E6", "#BBD8BC", "#7FB282", "#478249", "#2B5B2E"],
        "worseRamp": ["#F8E9E1", "#EBC4AF", "#D08E6B", "#AC5A2F", "#7A3410"],
    }},
    "sections": {"remarks": False, "lenses": False, "derivations": False},
}
WORDS = {"Where we stand": "Our position", "What caps us": "What holds us back", "What to do first": "Decisions asked of the board"}


def picture(report, name, colours, height=None):
    """Takes the upper part of a report, or where no height is given all of its front."""
    browser = Browser()
    try:
        browser.load(report.as_uri(), 1180)
        height = height or browser.run("return Math.ceil(document.getElementById('front').getBoundingClientRect().bottom + scrollY) + 8")
        shot = Image.open(io.BytesIO(browser.picture((0, 0, 1180, height)))).convert("RGB")
    finally:
        browser.close()
    shot = shot.resize((760, height * 760 // 1180), Image.LANCZOS).quantize(colours, dither=Image.Dither.NONE)
    path = PACKAGE / "reports" / name
    path.parent.mkdir(exist_ok=True)
    shot.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.relative_to(PACKAGE)}: {shot.width} × {shot.height} px, {size / 1000:.0f} kB")
    return size <= LARGEST


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder, "office")
        report = office / "reports/2026/ml-maturity.html"
        subprocess.run([sys.argv[1], "demo", "--output", str(office)], check=True, capture_output=True)
        fits = [picture(report, "first-page.png", 18), picture(report, "pictures/before.png", 32, 900)]
        templates = office / "templates"
        (templates / "strings").mkdir(parents=True)
        (templates / "logo.svg").write_text(LOGO, encoding="utf-8")
        (templates / "theme.json").write_text(json.dumps(THEME), encoding="utf-8")
        strings = (PACKAGE / "templates/strings/en.json").read_text(encoding="utf-8")
        for old, new in WORDS.items():
            assert f'"{old}"' in strings, old
            strings = strings.replace(f'"{old}"', f'"{new}"')
        (templates / "strings/en.json").write_text(strings, encoding="utf-8")
        run = subprocess.run([sys.argv[1], "assess", str(office)], capture_output=True, text=True)
        if run.returncode or "contrast" in run.stdout + run.stderr:
            print(run.stdout + run.stderr, file=sys.stderr)
            return 1
        fits.append(picture(report, "pictures/after.png", 32, 900))
    return 0 if all(fits) else 1


if __name__ == "__main__":
    sys.exit(main())
