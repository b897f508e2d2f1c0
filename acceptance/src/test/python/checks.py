"""What the conversations with a kernel have in common."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[4] / "notebooks"))
from kernel import of, plain


def check(what, actual, expected):
    if actual != expected:
        sys.exit(f"{what}: {actual!r}, expected {expected!r}")
    print("well:", what)


def well(page, code, cell="other", **options):
    """The answers to a cell that is to have no error."""
    answers = page.run(code, cell, **options)
    for error in of(answers, "error"):
        sys.exit(f"a cell fails: {plain(error['content']['traceback'])}: {code}")
    return answers


def result(page, code):
    """What such a cell shows, in text."""
    (shown,) = of(well(page, code), "execute_result")
    return shown["content"]["data"]["text/plain"]
