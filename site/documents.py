"""Turns the documents of the project into HTML: pages of Markdown, notebooks, and the sources that they link to."""

import os
import re
from html import escape
from pathlib import Path

import nbformat
from nbconvert.exporters import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import TextLexer, get_lexer_for_filename
from pygments.util import ClassNotFound

PROJECT = Path(__file__).resolve().parent.parent
PICTURES = {".png", ".jpg", ".svg"}
FRONT = Path("README.md")

# A formula has commands, powers, letters and minus signs; all else stays as it is.
FORMULA = re.compile(r"\\(\w+) ?|\^\{([^{}]*)\}|\^(\w)|([A-Za-z])|(-)")
COMMANDS = {"cdot": "· ", "log": "log"}


class Broken(Exception):
    """A document that cannot become a page, in one sentence."""


class Site:
    """Knows where each file of the project stands in the site, and collects the files that documents link to."""

    def __init__(self):
        self.pictures, self.sources = set(), set()

    def link(self, document, address):
        """The address in the site of what a document links to; files and addresses are relative to the project."""
        name, mark, anchor = address.partition("#")
        if not name or ":" in name:
            return address
        file = Path(os.path.normpath(document.parent / name))
        if file.is_absolute() or ".." in file.parts or not (PROJECT / file).exists():
            raise Broken(f"{document} links to {address}, which is not in the project: correct the link")
        return relative(self.place(file), place_of_page(document)) + mark + anchor

    def place(self, file):
        if file.suffix in {".md", ".ipynb"}:
            return place_of_page(file)
        if (PROJECT / file).is_dir():
            return self.place_of_folder(file)
        if file.suffix in PICTURES:
            self.pictures.add(file)
            return file
        self.sources.add(file)
        return place_of_source(file)

    def place_of_folder(self, folder):
        """Its README, or else the Javadoc of the first package in it."""
        if (PROJECT / folder / "README.md").exists():
            return place_of_page(folder / "README.md")
        packages = sorted((PROJECT / folder).rglob("package-info.java"))
        if not packages:
            raise Broken(f"the folder {folder} has no page: link to a file in it, or give it a README.md")
        package = packages[0].parent.as_posix().partition("src/main/java/")[2]
        return Path("javadoc", package, "package-summary.html")


def place_of_page(document):
    return Path("index.html") if document == FRONT else document.with_suffix(".html")


def place_of_source(file):
    return file.with_name(file.name + ".html")


def relative(place, page):
    return Path(os.path.relpath(place, page.parent)).as_posix()


class Renderer(IPythonRenderer):
    """Markdown as GitHub shows it: anchors, tables that scroll; with links into the site, and formulas without scripts."""

    def __init__(self, site, document):
        super().__init__(escape=False)
        self.site, self.document, self.slugs = site, document, {}

    def heading(self, text, level, **_):
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"<[^>]+>", "", text).lower()).replace(" ", "-")
        times = self.slugs[slug] = self.slugs.get(slug, -1) + 1
        name = f"{slug}-{times}" if times else slug
        mark = f' <a class="anchor" href="#{name}" aria-label="Link to this section">#</a>' if level > 1 else ""
        return f'<h{level} id="{name}">{text}{mark}</h{level}>\n'

    def link(self, text, url, title=None):
        return super().link(text, self.site.link(self.document, url), title)

    def image(self, text, url, title=None):
        return super().image(text, self.site.link(self.document, url), title)

    def table(self, text):
        return f'<div class="scroll"><table>{text}</table></div>\n'

    def inline_math(self, body):
        return f'<span class="formula">{formula(body)}</span>'

    def block_math(self, body):
        return f'<p class="formula">{formula(body)}</p>'


def formula(text):
    def sign(found):
        command, power, short, letter, _ = found.groups()
        if command:
            if command not in COMMANDS:
                raise Broken(f"no HTML is known for \\{command} in the formula {text}: add it to COMMANDS in site/documents.py")
            return COMMANDS[command]
        if power or short:
            return f"<sup>{formula(power or short)}</sup>"
        return f"<i>{letter}</i>" if letter else "−"

    return FORMULA.sub(sign, text)


class NotebookExporter(HTMLExporter):
    """Cells without a page around them; of each output the picture, if there is one."""

    template_name = "basic"
    exclude_input_prompt = exclude_output_prompt = True

    def __init__(self, renderer):
        self.renderer = renderer
        super().__init__()
        self.register_filter("markdown2html", MarkdownWithMath(renderer=renderer).render)
        self.display_data_priority = ["image/png", "text/html", "text/plain"]


def render(site, document):
    """The HTML of a page of Markdown or of a notebook."""
    renderer = Renderer(site, document)
    if document.suffix == ".md":
        return MarkdownWithMath(renderer=renderer).render((PROJECT / document).read_text(encoding="utf-8"))
    notebook = nbformat.read(PROJECT / document, as_version=4)
    notebook.metadata.pop("widgets", None)
    for output in (output for cell in notebook.cells for output in cell.get("outputs", [])):
        if "image/png" in output.get("data", {}):
            output.metadata["image/png"] = {"alt": words(output.data.get("text/plain", ""))}
    return NotebookExporter(renderer).from_notebook_node(notebook)[0]


def words(text):
    """The words for a picture, without the lines that draw it with characters."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if re.search(r"\w", line))


class Numbered(HtmlFormatter):
    """Source text with a number before each line, which is also its anchor."""

    def wrap(self, source):
        yield 0, "<pre>"
        for number, (is_code, line) in enumerate(source, 1):
            yield is_code, f'<a class="number" id="L{number}" href="#L{number}">{number}</a>{line}'
        yield 0, "</pre>"


def render_source(file):
    try:
        lexer = get_lexer_for_filename(file.name)
    except ClassNotFound:
        lexer = TextLexer()
    return f"<h1>{escape(file.as_posix())}</h1>\n" + highlight((PROJECT / file).read_text(encoding="utf-8"), lexer, Numbered())
