"""Writes the small tables that lie beside the library's tests."""

from pathlib import Path

import numpy as np
import scipy
import sklearn

FOLDER = Path(__file__).parent.parent / "lib" / "core" / "src" / "test" / "resources" / "digits"


def write(name, about, rows):
    path = FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    made = (f"# made by bench/fixtures.py with scikit-learn {sklearn.__version__}, "
            f"numpy {np.__version__}, scipy {scipy.__version__}: {about}")
    path.write_text("\n".join([made, *rows]) + "\n")


def row(*cells):
    return ",".join(str(cell) for cell in cells)


def numbers(values, form):
    return [format(value, form) for value in values]
