"""Changes the library's Maven group or version, in pom.xml and wherever else it is written.

python3 tools/coordinates.py GROUP [VERSION]

Maven wants the two as plain text in every POM, and notebooks and pages name them in their %maven lines.
"""

import os
import re
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    pom = (PROJECT / "pom.xml").read_text()
    old = [re.search(rf"(?m)^  <{name}>(.*)</{name}>$", pom)[1] for name in ("groupId", "version")]
    new = [*sys.argv[1:], old[1]][:2]
    if not all(re.fullmatch(r"[A-Za-z0-9_.-]+", name) for name in new):
        sys.exit(f"{' '.join(new)} cannot be a group and a version: only letters, digits, and _ . - may be in them")
    for file in files():
        text = file.read_bytes().decode()
        changed = renamed(text, *map(re.escape, old), *new)
        if changed != text:
            file.write_bytes(changed.encode())
            print(file.relative_to(PROJECT))


def files():
    """What people write, without what tools make of it."""
    for folder, folders, names in os.walk(PROJECT):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in ("target", "work"))
        yield from (Path(folder, name) for name in sorted(names)
                    if name == "pom.xml" or name.endswith((".md", ".ipynb", ".py", ".java")) and name != "CHANGELOG.md")


def renamed(text, group, version, new_group, new_version):
    """The group in a POM or before the name of a module, and the version after that."""
    for old, new in (
        (rf"<groupId>{group}</groupId>", f"<groupId>{new_group}</groupId>"),
        (rf"(<groupId>{new_group}</groupId>\s*<artifactId>[a-z-]+</artifactId>\s*<version>){version}<", rf"\g<1>{new_version}<"),
        (rf"(?<![\w.]){group}:(digits|jjava)-", rf"{new_group}:\1-"),
        (rf"({new_group}:[a-z-]+:){version}(?![\w.-])", rf"\g<1>{new_version}"),
    ):
        text = re.sub(old, new, text)
    return text


if __name__ == "__main__":
    main()
