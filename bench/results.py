"""The page of results: a picture, a table, what each contender says of itself, paired tests."""

import gzip
import os
import platform
import re
from math import comb
from pathlib import Path

import figure
from contenders import CONTENDERS, PAIRS

OURS = "`./lab bench` writes this page"
BASES = "original", "original-today"
COLUMNS = ["contender", "fit", "features + fit", "process to saved model", "errors of 10,000", "first yes",
           "peak memory", "faster than original / today", "digits/s"]


def summary(row):
    """One line for the screen."""
    if "failed" in row:
        return row["failed"]
    return (f"fit {row['fit']:.1f} s, with features {row['train']:.1f} s, process to saved model {row['saved']:.1f} s, "
            f"{row['errors']} errors, {row['rate']:,.0f} digits/s, {row['memory'] / 2**30:.1f} GiB")


def write(page, rows, digits, predictions):
    """rows by name, in their order; predictions is the folder where each left NAME.txt."""
    done = {name: row for name, row in rows.items() if "failed" not in row}
    picture = page.with_suffix(".svg")
    trial = f"A trial on the first {digits:,} training digits only. " if digits else ""
    lines = ["# Measured", "",
             f"One run, one contender after the other, on one machine: {hardware()}. {trial}"
             f"{OURS}; [README.md](README.md) says what the columns mean.", "",
             f"![Errors against seconds of training, as in the table below]({picture.name})", "",
             table_row(COLUMNS), table_row(["---"] * len(COLUMNS))]
    lines += [table_row(cells(name, row, done)) for name, row in done.items()]
    lines += [""] + [f"- `{name}`: {row.get('failed') or about(row)}" for name, row in rows.items()]
    tests = [mcnemar(a, b, predictions) for a, b in PAIRS if a in done and b in done]
    if tests:
        lines += ["", "Paired, on the same 10,000 digits (McNemar's exact test, two-sided):", "", *tests]
    for file, content in (page, "\n".join(lines) + "\n"), (picture, figure.draw(done)):
        part = file.with_name(file.name + ".part")
        part.write_text(content)
        part.replace(file)


def table_row(cells):
    return f"| {' | '.join(cells)} |"


def cells(name, row, done):
    ratios = [f"{done[base]['train'] / row['train']:.1f}" if base in done else "-" for base in BASES]
    return [f"`{name}`: {CONTENDERS[name].about}", f"{row['fit']:.1f} s", f"{row['train']:.1f} s",
            f"{row['saved']:.1f} s", f"{row['errors']} ({row['errors'] / 100:.2f} %)",
            "" if row["first yes"] is None else str(row["first yes"]), f"{row['memory'] / 2**30:.1f} GiB",
            " / ".join(ratios), f"{row['rate']:,.0f}"]


def about(row):
    return "; ".join(part for part in (row["versions"], f"{row['digits']:,} training digits", row["note"]) if part)


def mcnemar(one, other, predictions):
    """How often just one of two is right, and how likely so uneven a split is by chance."""
    truth = test_labels()
    right = [[int(answer) == label for answer, label in zip((predictions / f"{name}.txt").read_text().split(), truth)]
             for name in (one, other)]
    only_one = sum(a and not b for a, b in zip(*right))
    only_other = sum(b and not a for a, b in zip(*right))
    chance = exact(only_one, only_other)
    shown = f"p = {chance:.2g}" if chance >= 1e-12 else "p < 1e-12"
    return f"- `{one}` alone is right on {only_one}, `{other}` alone on {only_other}: {shown}"


def exact(one, other):
    """The two-sided p value: how likely at least so uneven a split is if both were as likely."""
    n, fewer = one + other, min(one, other)
    return min(1.0, 2 * sum(comb(n, k) for k in range(fewer + 1)) / 2**n)


def test_labels():
    file = Path(os.environ["DIGITS_DATA"]) / "t10k-labels-idx1-ubyte"
    return (file.read_bytes() if file.exists() else gzip.decompress(Path(f"{file}.gz").read_bytes()))[8:]


def hardware():
    cpu, memory = read("/proc/cpuinfo"), re.search(r"MemTotal:\s*(\d+)", read("/proc/meminfo"))
    model = re.search(r"model name\s*:\s*(.*)", cpu)
    wide = next((name for flag, name in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in cpu), "")
    parts = [model.group(1) if model else platform.processor(), wide, f"{os.cpu_count()} cores",
             f"{int(memory.group(1)) // 2**20} GiB" if memory else "", f"{platform.system()} {platform.machine()}"]
    return ", ".join(part for part in parts if part)


def read(file):
    return Path(file).read_text() if Path(file).exists() else ""
