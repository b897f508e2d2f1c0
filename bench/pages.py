"""Reads drawn pages with this library and with two readers of text, and writes PAGES.md. `./lab bench --pages` calls it."""

import json
import re
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import environments
import results

TARGET = environments.HERE / "target" / "pages"
SEED, COUNT = 1, 2
SETS = {"MNIST's test digits": "test", "UCI's digits": "uci"}
ABOUT = {
    "logistic": "**this library**, `Trainer.logistic()` on pixels",
    "features": "**this library**, `Trainer.features()`",
    "best": "**this library**, `Trainer.best()`",
    "Tesseract": "Tesseract 5, `--psm 6` (10 for a single digit), digits only",
    "RapidOCR": "RapidOCR 1.4.4 with PP-OCRv4's networks; all but digits is dropped",
}


def main():
    if not shutil.which("tesseract"):
        sys.exit("bench: Tesseract is missing; on Debian and Ubuntu: apt install tesseract-ocr")
    today, rapid = environments.python("today"), environments.python("pages")
    folders = draw(today)
    read = defaultdict(dict)  # reader -> page -> (seconds, rows as one text)
    java = ["java", *environments.OURS, "-cp", environments.class_path("peers"), "peers.Pages"]
    for command in [java, [rapid, environments.HERE / "rapid.py"]]:
        for line in output([*command, *folders.values()]).splitlines():
            if line.count("\t") == 3:
                reader, page, seconds, rows = line.split("\t")
                read[reader][page] = float(seconds), rows.replace(" ", "")
    for folder in folders.values():
        for page in sorted(folder.glob("*.jpg")):
            start = time.perf_counter()
            mode = "10" if page.name.startswith("large") else "6"
            text = output(["tesseract", page, "-", "--psm", mode, "-c", "tessedit_char_whitelist=0123456789"])
            read["Tesseract"][str(page)] = time.perf_counter() - start, re.sub(r"\D", "", text)
    write(folders, read)


def draw(python):
    """The folders of pages by the set of their digits."""
    java = environments.class_path("peers")
    source = environments.HERE.parent / "lib/paper/src/test/java/digits/paper/PageDrawer.java"
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    output(["javac", "-proc:none", "-cp", java, "-d", TARGET / "classes", source])
    output([python, environments.HERE / "uci.py", TARGET / "digits"])
    folders = {}
    for name, digits in SETS.items():
        folders[name] = TARGET / digits
        taken = TARGET / "digits" / "uci-images-idx3-ubyte" if digits == "uci" else digits
        print(f"drawing pages of {name}", flush=True)
        output(["java", "-Xmx3g", "-cp", f"{TARGET / 'classes'}:{java}", "digits.paper.PageDrawer",
                folders[name], str(SEED), str(COUNT), taken])
    return folders


def output(command):
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"bench: {Path(command[0]).name} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def edits(one, other):
    """Levenshtein's distance."""
    line = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        diagonal, line[0] = line[0], i
        for j, b in enumerate(other, 1):
            diagonal, line[j] = line[j], min(diagonal + (a != b), line[j] + 1, line[j - 1] + 1)
    return line[-1]


def write(folders, read):
    truth = {str(folder / page): "".join(rows) for folder in folders.values()
             for page, rows in json.loads((folder / "truth.json").read_text()).items()}
    sizes = {name: sum(len(text) for page, text in truth.items() if page.startswith(f"{folder}/"))
             for name, folder in folders.items()}
    wrong = {reader: {page: edits(pages[page][1], truth[page]) for page in truth} for reader, pages in read.items()}
    first = folders[next(iter(folders))]
    lines = ["# Pages, measured", "",
             f"Pages of {len(truth) // len(folders) // COUNT} kinds, {COUNT} of each, drawn from digits that no reader here has "
             f"learnt from, on one machine: {results.hardware()}. `./lab bench --pages` writes this page.", "",
             results.table_row(["reader", *(f"edits of {size:,} digits, {name}" for name, size in sizes.items()), "seconds a page"]),
             results.table_row(["---"] * (len(folders) + 2))]
    for reader, about in ABOUT.items():
        sums = [sum(n for page, n in wrong[reader].items() if page.startswith(f"{folder}/")) for folder in folders.values()]
        shares = [f"{n:,} ({100 * n / size:.1f} %)" for n, size in zip(sums, sizes.values())]
        seconds = sum(s for s, _ in read[reader].values()) / len(truth)
        lines.append(results.table_row([about, *shares, f"{seconds:.2f}"]))
    lines += ["", "This is unfair in three ways. Tesseract and RapidOCR are made for printed and written text in general, not "
              "for loose digits. MNIST's test digits are by other people than its training digits, but were "
              "collected and scanned in the same way, so our classifiers know that kind of hand; UCI's digits are by others "
              "yet, though they have only 8 x 8 pixels, and lost much of their shape before they were drawn. And the pages are "
              "drawn, not photographed.", "", f"By kind of page, {next(iter(folders))}, edits in percent:", "",
              results.table_row(["kind", "digits", *ABOUT]), results.table_row(["---"] * (len(ABOUT) + 2))]
    kinds = dict.fromkeys(re.sub(r"-\d+\.jpg$", "", Path(page).name) for page in truth)
    for kind in kinds:
        pages = [page for page in truth if re.fullmatch(re.escape(f"{first}/{kind}") + r"-\d+\.jpg", page)]
        size = sum(len(truth[page]) for page in pages)
        lines.append(results.table_row([kind, str(size), *(
            f"{100 * sum(wrong[reader][page] for page in pages) / size:.1f}" for reader in ABOUT)]))
    (environments.HERE / "PAGES.md").write_text("\n".join(lines) + "\n")
    print("written to bench/PAGES.md")
