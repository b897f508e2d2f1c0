"""Shared by the scripts that talk with a real kernel."""

import sys
from pathlib import Path

PROJECT = Path(__file__).parents[4]
sys.path.append(str(PROJECT / "tools"))
from kernel import CellFailure, Kernel, data, environment, of


def check(what, actual, expected):
    if actual != expected:
        sys.exit(f"{what}: {actual!r}, expected {expected!r}")
    print("well:", what)
