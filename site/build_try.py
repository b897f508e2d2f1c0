"""Builds the page to draw on: one file that opens from the file system, with its scripts, style and weights in it."""

import re
from pathlib import Path
from textwrap import dedent

PROJECT = Path(__file__).resolve().parent.parent
TRY = PROJECT / "site/try"
NOTEBOOK = PROJECT / "lib/notebook/src/main"
PANELS = NOTEBOOK / "resources/digits/panels"

# Each after those that it imports.
MODULES = ["ink", "drawing", "deskew", "hog", "model", "answer", "pad-state", "try"]


def build(out_folder, weights_json):
    """Writes index.html into a folder, which is made if need be."""
    parts = {"style": style(), "script": script(), "weights": text(Path(weights_json))}
    page = re.sub(r"\{(style|script|weights)\}", lambda part: parts[part[1]], text(TRY / "index.html"))
    Path(out_folder).mkdir(parents=True, exist_ok=True)
    Path(out_folder, "index.html").write_text(page, encoding="utf-8")


def script():
    """All modules as one: a page that is a file may not import others. The pad starts as FrontEnd.java makes it."""
    ink = palette()[0]["INK"]
    pad = f"const INK = [{', '.join(str(int(ink[i:i + 2], 16)) for i in (0, 2, 4))}];\n"
    pad += text(PANELS / "verdict.js") + text(PANELS / "pad.js").replace("export default", "const pad =")
    ours = "".join(text(TRY / f"{name}.js") for name in MODULES)
    ours = re.sub(r"(?m)^import .*\n|^export ", "", ours)
    return pad + ours + 'start(pad, JSON.parse(document.getElementById("weights").textContent));\n'


def style():
    """The colours and the style of the panels, which follow the browser's theme here, and the page's own."""
    colours = re.sub(r'\[data-jp-theme-light="false"\] (\S+ \{.*?\})', r"@media (prefers-color-scheme: dark) { \1 }", palette()[1], flags=re.DOTALL)
    return colours + "".join(text(file) for file in (PANELS / "verdict.css", PANELS / "pad.css", PROJECT / "site/colours.css", TRY / "try.css"))


def palette():
    """The colours of Palette.java by name, and its style sheet."""
    source = text(NOTEBOOK / "java/digits/notebook/Palette.java")
    colours = dict(re.findall(r"Color (\w+) = new Color\(0x(\w{6})\)", source))
    css, names = re.search(r'"""\n(.*?)""",\s*(hex.*?)\);', source, re.DOTALL).groups()
    used = [f"#{colours[name]}" for name in re.findall(r"hex\((\w+)\)", names)]
    return colours, re.sub(r"%(\d)\$s", lambda number: used[int(number[1]) - 1], dedent(css))


def text(file):
    return file.read_text(encoding="utf-8")
