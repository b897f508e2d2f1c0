"""Copies the notebooks to work/, where they are opened and run: a run changes nothing under version control.

A copy that nobody has changed follows the original. Where both have changed, the reader's copy gets another name, and
the new notebook takes its place.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RECORD = ".copies.json"


def refresh(source=PROJECT / "notebooks", work=PROJECT / "work"):
    """Brings the copies up to date; says which of the reader's were renamed."""
    copied = recorded(work)
    for file in sorted(source.rglob("*")):
        name = file.relative_to(source).as_posix()
        if not file.is_file() or any(part.startswith(".") or part == "own-digits" for part in Path(name).parts):
            continue
        copy, new = work / name, checksum(file)
        there = checksum(copy) if copy.exists() else None
        if there == new or (there and copied.get(name) == new):
            copied[name] = new
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        if there and there != copied.get(name):
            mine = free(copy)
            copy.rename(mine)
            print(f"work/{name} is new; yours is now {mine.name}", file=sys.stderr)
        part = copy.with_name(copy.name + ".part")
        shutil.copyfile(file, part)
        part.replace(copy)
        copied[name] = new
    (work / RECORD).write_text(json.dumps(copied, indent=1))


def recorded(work):
    """The checksums of the originals when they were copied, by name."""
    try:
        return json.loads((work / RECORD).read_text())
    except (OSError, ValueError):
        return {}


def free(file):
    """The first name of its kind that is not taken: 01-train.mine.ipynb, 01-train.mine2.ipynb and so on."""
    names = (file.with_name(f"{file.stem}.mine{n if n > 1 else ''}{file.suffix}") for n in range(1, sys.maxsize))
    return next(name for name in names if not name.exists())


def checksum(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    refresh()
