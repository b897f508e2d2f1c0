"""Builds the site of the project in target/site: pages that open from the file system and need no network.

./lab site starts it, with Java's class path of the library. The folder is emptied first.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import build_try
import jinja2
from documents import FRONT, PROJECT, Broken, Site, place_of_page, place_of_source, relative, render, render_source
from pygments.formatters import HtmlFormatter

OURS = PROJECT / "site"
OUT = PROJECT / "target/site"
MARK = ".made-by-lab"

# The groups of the navigation, each with the documents in it.
GROUPS = {
    "Notebooks": ["notebooks/*.ipynb"],
    "Guides": ["docs/*.md", "docs/*.ipynb"],
    "Library": ["lib/*/README.md"],
    "Project": ["DESIGN.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md", "CHANGELOG.md", "bench/*.md"],
}


def main(class_path):
    for child in OUT.iterdir():
        if child.name != MARK:
            shutil.rmtree(child) if child.is_dir() else child.unlink()
    try:
        step("the page to draw on", try_page, class_path)
        count = step("the documents, the notebooks and the sources they link to", pages)
        step("Javadoc of all modules", javadoc, class_path)
    except Broken as problem:
        sys.exit(f"site: {problem}")
    print(f"site: {count} pages and Javadoc; open {OUT / 'index.html'} in a browser")


def step(text, work, *arguments):
    print(f"site: {text}", flush=True)
    return work(*arguments)


def try_page(class_path):
    with tempfile.TemporaryDirectory() as folder:
        weights = Path(folder, "weights.json")
        succeed(["java", "-cp", class_path, OURS / "Weights.java", weights], "the weights for the page to draw on were not written")
        build_try.build(OUT / "try", weights)


def pages():
    """Writes the pages and what they link to, and returns how many there are."""
    groups = {group: [file.relative_to(PROJECT) for pattern in patterns for file in sorted(PROJECT.glob(pattern))]
              for group, patterns in GROUPS.items()}
    site = Site()
    bodies = {document: render(site, document) for document in [FRONT, *sum(groups.values(), [])]}
    navigation = {group: [(label(document, bodies[document]), place_of_page(document).as_posix()) for document in documents]
                  for group, documents in groups.items()}
    navigation["Library"].append(("Javadoc", "javadoc/index.html"))
    template = jinja2.Environment(trim_blocks=True).from_string((OURS / "page.html").read_text(encoding="utf-8"))

    def save(place, body):
        title = heading(body)
        write(place, template.render(title=title if place.name == "index.html" else f"{title} · Ten Digits", body=body,
                                     place=place.as_posix(), navigation=navigation,
                                     to=lambda target: relative(target, place)))

    for document, body in bodies.items():
        save(place_of_page(document), body)
    for file in site.sources:
        save(place_of_source(file), render_source(file))
    for file in site.pictures:
        (OUT / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PROJECT / file, OUT / file)
    write("site.css", style())
    return len(bodies) + len(site.sources)


def heading(body):
    """The first heading without tags, which is the title of a page."""
    return re.sub(r"<[^>]+>", "", re.search(r"<h1.*?>(.*?)</h1>", body)[1])


def label(document, body):
    """The title, behind the number if it has one: the text speaks of "notebook 03"."""
    number = re.match(r"\d+", document.name)
    return f"{number[0]} {heading(body)}" if number else heading(body)


def style():
    """Our style, and colours for code in both themes."""
    light, dark = (HtmlFormatter(style=name).get_style_defs(".highlight") for name in ("xcode", "github-dark"))
    return f"{light}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n" + "".join(
        (OURS / name).read_text(encoding="utf-8") for name in ("colours.css", "site.css"))


def write(place, text):
    (OUT / place).parent.mkdir(parents=True, exist_ok=True)
    (OUT / place).write_text(text, encoding="utf-8")


def javadoc(class_path):
    folder = OUT / "javadoc"
    sources = ":".join(str(module) for module in sorted(PROJECT.glob("lib/*/src/main/java")))
    succeed(["javadoc", "-J-XX:TieredStopAtLevel=1", "-quiet", "-d", folder, "-sourcepath", sources, "-subpackages", "digits:jjava",
             "-classpath", class_path, "-encoding", "UTF-8", "-Xdoclint:all,-missing", "-notimestamp",
             "-windowtitle", "Ten Digits", "-doctitle", "Ten Digits",
             "-header", '<a href="{@docRoot}/../index.html">Ten Digits</a>'], "javadoc failed")
    # The javadoc of Debian comes without the fonts that its style sheet imports.
    for sheet in folder.rglob("stylesheet.css"):
        there = re.sub(r"@import url\('(.*?)'\);", lambda found: found[0] if (sheet.parent / found[1]).exists() else "",
                       sheet.read_text(encoding="utf-8"))
        sheet.write_text(there, encoding="utf-8")


def succeed(command, failure):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise Broken(f"{failure}; its output is above")


if __name__ == "__main__":
    main(sys.argv[1])
