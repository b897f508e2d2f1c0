"""Makes what a contender runs on: environments of Python with pinned packages, classes of Java."""

import functools
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SPARK = ["--add-modules", "jdk.incubator.vector", *(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in (
    "java.lang", "java.lang.invoke", "java.nio", "java.util", "sun.nio.ch", "sun.util.calendar"))]
OURS = ["-Xmx1g", "-XX:MaxDirectMemorySize=2g"]  # what we promise; the peers take what Java gives them


def command(contender):
    """How to start it, but for its name."""
    if contender.script.endswith(".py"):
        return [python(contender.environment), HERE / contender.script]
    options = {"Ours": OURS, "Spark": SPARK, "SparkTen": OURS}.get(contender.script, [])
    folder = "spark" if contender.script.startswith("Spark") else "peers"
    return ["java", *options, "-cp", class_path(folder), f"peers.{contender.script}"]


def stages():
    return ["java", *OURS, "-cp", class_path("peers"), "peers.Stages"]


@functools.cache
def set_up():
    """The library into ~/.m2 and the digits, and where these lie."""
    lab = HERE.parent / "lab"
    if subprocess.run([lab, "setup"]).returncode:
        sys.exit(1)
    os.environ["DIGITS_DATA"] = (HERE.parent / ".lab" / "mnist.folder").read_text().strip()


@functools.cache
def python(environment):
    """The Python of an environment, made anew when its pins have changed."""
    venv, pins = HERE / f".venv-{environment}", HERE / f"requirements-{environment}.txt"
    kept = venv / pins.name
    if not kept.exists() or kept.read_text() != pins.read_text():
        found = python_311()
        clear(venv)
        print(f"making {venv.name} (a minute or more)", flush=True)
        install = [venv / "bin" / "python", HERE.parent / "tools" / "install.py", "-q"]
        for step in [found, "-m", "venv", venv], [*install, "-r", pins]:
            if subprocess.run(step).returncode:
                sys.exit(f"bench: {venv.name} could not be made from {pins.name}; it says why above")
        kept.write_text(pins.read_text())
    return venv / "bin" / "python"


def clear(venv):
    """Leaves an empty folder with the mark that we made it; a folder without the mark is somebody else's."""
    mark = venv / "made-by-lab"
    if venv.is_symlink() or venv.exists() and not (mark.exists() or venv.is_dir() and not any(venv.iterdir())):
        sys.exit(f"bench: {venv} was not made by ./lab bench, so it stays as it is: move it away, or delete it")
    venv.mkdir(exist_ok=True)
    mark.touch()
    for part in venv.iterdir():
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part)
        elif part != mark:
            part.unlink()


def python_311():
    """The pins are for this one: the scikit-learn that the original was written for has no newer."""
    name = os.environ.get("PYTHON", "python3.11")
    if not shutil.which(name):
        sys.exit(f"bench: Python 3.11 is needed, but there is no {name}: install it, or name it in PYTHON")
    asked = subprocess.run([name, "--version"], capture_output=True, text=True)
    version = asked.stdout.strip().removeprefix("Python ")
    if not version.startswith("3.11."):
        sys.exit(f"bench: Python 3.11 is needed, but {name} is {version or 'none that runs'}: "
                 "install it, or name it in PYTHON")
    return name


@functools.cache
def class_path(name):
    """That of the peers in Java in this folder; the library comes from ~/.m2."""
    folder = HERE / name
    if not shutil.which("mvn"):
        sys.exit("bench: Maven 3.8 or newer is needed: https://maven.apache.org")
    if name == "spark" and subprocess.run([HERE.parent / "lab", "setup", "spark"]).returncode:
        sys.exit(1)
    if subprocess.run(["mvn", "-q", "-B", "-ntp", "process-classes"], cwd=folder).returncode:
        sys.exit("bench: the peers in Java were not built; Maven says why above")
    return f"{folder / 'target' / 'classes'}:{(folder / 'target' / 'classpath').read_text()}"
