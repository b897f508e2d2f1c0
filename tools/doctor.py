"""Checks whether the set-up is complete and works, and says what to do if not. It changes nothing.

./lab doctor starts it, after a look at Java, Maven and Python, with the places of the library's jars. It needs
nothing but Python; without the packages of .venv it says less.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from queue import Empty

from kernel import CellFailure, Kernel, complaint, data, environment, of, opened

PROJECT = Path(__file__).resolve().parent.parent
NOTEBOOKS = PROJECT / "notebooks"
GROUP = re.search("<groupId>(.*)</groupId>", (PROJECT / "pom.xml").read_text())[1]
RESTORE = "git restore notebooks/models.ser brings back the one that comes with the project"
NAMED = ["JupyterLab", "JJava", "ipywidgets", "anywidget", "plotly"]
FRONT_ENDS = ["@jupyter-widgets/jupyterlab-manager", "anywidget", "jupyterlab-plotly"]
AFRESH = "delete .lab, then ./lab setup"
GB = 1e9

ABOUT = 'String.join(" ", List.of("java.version", "sun.jnu.encoding", "native.encoding").stream().map(System::getProperty).toList())'
PICTURE = "digits.data.Digit.of(new byte[784], 3)"
SLIDER = 'new jjava.widgets.IntSlider("how many", 0, 10).value(3)'
FIGURE = """new tech.tablesaw.plotly.components.Figure(tech.tablesaw.plotly.traces.ScatterTrace
    .builder(new double[] {1, 2}, new double[] {3, 4}).build())"""
PAD = """new digits.panels.DigitPad(digits.model.ModelFile.load(java.nio.file.Path.of("models.ser")))"""
A_ONE = [[140, 40, 140, 90, 140, 140, 140, 190, 140, 240]]


class Wrong(Exception):
    """What is wrong, and what to do."""


class Skipped(Exception):
    """Why this was not checked."""


def main():
    jars = [Path(jar) for jar in sys.argv[1:]]  # in the order of what they need of each other
    well = [look(name, check) for name, check in [
        ("Packages", packages),
        ("Front-ends", front_ends),
        ("Library", lambda: library(jars)),
        ("Digits", lambda: digits(jars[0])),
        ("Memory", memory),
        ("Disk", disk),
    ]]
    well += kernel(jars[-1])
    sys.exit(0 if all(well) else 1)


def look(name, check):
    """Prints the result of a check; false if something is wrong."""
    try:
        mark, text = "ok", check()
    except Skipped as reason:
        mark, text = "-", reason
    except Wrong as wrong:
        mark, text = "WRONG", wrong
    except Empty:
        mark, text = "WRONG", f"the kernel did not answer for a minute: {AFRESH}"
    except Exception as error:  # one check must not end the others
        mark, text = "WRONG", f"{type(error).__name__}: {one_line(error)}: {AFRESH}"
    print(f"{mark:<6} {name:<11} {text}", flush=True)
    return mark != "WRONG"


def one_line(error):
    return " ".join(str(error).split())[:300]


def in_venv():
    return Path(sys.prefix).resolve() == (PROJECT / ".venv").resolve()


def needs_venv():
    if not in_venv():
        raise Skipped("not checked: needs the packages")


def packages():
    if not in_venv():
        raise Wrong("there is no working .venv: run ./lab setup")
    from importlib.metadata import PackageNotFoundError, version

    from packaging.requirements import Requirement

    found, other = {}, []
    for line in (PROJECT / "requirements.txt").read_text().splitlines():
        if "==" not in line or line.startswith("#"):
            continue
        wanted = Requirement(line.rstrip("\\"))
        if wanted.marker and not wanted.marker.evaluate():
            continue
        try:
            found[wanted.name] = version(wanted.name)
        except PackageNotFoundError:
            other.append(f"{wanted.name} is missing")
            continue
        if not wanted.specifier.contains(found[wanted.name], prereleases=True):
            other.append(f"{wanted.name} is {found[wanted.name]}, expected {wanted.specifier}")
    if other:
        raise Wrong(f"{', '.join(other[:3])}{' and more' if other[3:] else ''}: {AFRESH}")
    return f"{', '.join(f'{name} {found[name.lower()]}' for name in NAMED)}; all {len(found)} packages as in requirements.txt"


def front_ends():
    needs_venv()
    extensions = PROJECT / ".venv/share/jupyter/labextensions"
    missing = [name for name in FRONT_ENDS if not (extensions / name / "package.json").exists()]
    if missing:
        raise Wrong(f"JupyterLab lacks {', '.join(missing)} in {extensions}: {AFRESH}")
    return "JupyterLab has widgets, anywidget and Plotly; Node is not needed"


def library(jars):
    for jar in jars:
        if not jar.exists():
            raise Wrong(f"there is no {jar}: ./lab setup")
        try:
            with zipfile.ZipFile(jar) as archive:
                damaged = archive.testzip()
        except (OSError, zipfile.BadZipFile) as error:
            damaged = one_line(error)
        if damaged:
            raise Wrong(f"{jar} is damaged ({damaged}): delete it, then ./lab setup")
    return f"{jars[-1]} and the {len(jars) - 1} that it needs"


def digits(jar):
    if not shutil.which("java") or not zipfile.is_zipfile(jar):
        raise Skipped("not checked: needs Java and the library")
    named = os.environ.get("DIGITS_DATA")
    folder = named or java(jar, "--folder").stdout.strip()
    read = java(jar, DIGITS_DATA=folder)  # a named folder is only read
    if read.returncode == 0:
        return read.stdout.strip()
    what = (read.stderr.strip().splitlines() or ["Java said nothing"])[-1].rsplit("; ", 1)[0]
    advice = "put the four files of MNIST there, or unset DIGITS_DATA" if named else "./lab setup"
    raise Wrong(f"{what}: {advice}")


def java(jar, *arguments, **environment):
    command = ["java", "-cp", jar, "digits.data.Mnist", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


def memory():
    needs_venv()
    import psutil

    free = psutil.virtual_memory().available / GB
    if free < 1.2:
        raise Wrong(f"only {free:.1f} GB free, but notebook 01 needs 1: close other programs")
    return f"{free:.1f} GB free" + ("" if free > 3 else "; Trainer.best() and warped() need 3")


def disk():
    places = {os.stat(place).st_dev: place for place in [Path.home(), PROJECT] if place.exists()}
    free = {place: shutil.disk_usage(place).free / GB for place in places.values()}
    text = ", ".join(f"{size:.1f} GB free in {place}" for place, size in free.items())
    if min(free.values()) < 0.5:
        raise Wrong(f"{text}, but notebooks and their outputs may take 0.5: free some space")
    return text


def kernel(jar):
    """Starts the kernel, tries what the notebooks use, and stops it; returns whether each works."""
    try:
        needs_venv()
        if not shutil.which("java"):
            raise Skipped("not started: needs Java")
    except Skipped as skipped:
        return [look("Kernel", lambda: refuse(skipped))]
    with tempfile.TemporaryDirectory() as scratch, tempfile.TemporaryFile("w+", errors="replace") as log:
        options = os.environ.get("JJAVA_JVM_OPTS", "")
        # Java unpacks OpenBLAS, which must not be left behind.
        own = environment(f"-Dorg.bytedeco.javacpp.cachedir={scratch}")
        try:
            started = Kernel(stderr=log, cwd=NOTEBOOKS, env=own)
        except Exception as error:
            reason = complaint(log) or one_line(error)
            advice = f"correct or unset JJAVA_JVM_OPTS, which is {options}" if options else AFRESH
            return [look("Kernel", lambda: refuse(Wrong(f"it does not start: {reason}: {advice}")))]
        with started as running:
            well = [look("Kernel", lambda: alive(running))]
            if not zipfile.is_zipfile(jar):
                return well + [look("Loading", lambda: refuse(Skipped("not checked: needs the library")))]
            well.append(look("Loading", lambda: loads(running, jar)))
            if all(well):
                well += [look(name, lambda: check(running)) for name, check in [
                    ("Pictures", pictures), ("Widgets", widgets), ("Plots", plots), ("Pad", pad)]]
            return well


def refuse(reason):
    raise reason


def ask(running, code, advice=AFRESH):
    """All messages of a cell that must not fail."""
    try:
        return running.run(code)
    except CellFailure as failure:
        raise Wrong(f"{one_line(failure)}: {advice}") from None


def shown(answers):
    return of(answers, "execute_result")[0]["content"]["data"]


def alive(running):
    version, *encodings = shown(ask(running, ABOUT))["text/plain"].split()
    if set(encodings) != {"UTF-8"}:
        raise Wrong(f"it encodes text in {encodings[0]}: install a UTF-8 locale, such as C.UTF-8 or en_US.UTF-8")
    return f"starts and answers, on Java {version}"


def loads(running, jar):
    version = jar.parent.name
    ask(running, f"%maven {GROUP}:digits-lib:{version}")
    if not of(ask(running, "digits.data.Digit.PIXELS"), "execute_result"):
        for part in jar.parents[3 + GROUP.count(".")].rglob("*.jar"):
            if not zipfile.is_zipfile(part):
                raise Wrong(f"{part} is damaged: delete it and .lab/library.state, then ./lab setup")
        raise Wrong(f"the kernel loaded digits-lib {version} but cannot use it: {AFRESH}")
    return f"the kernel loads digits-lib {version} and its dependencies"


def widgets(running):
    comm = opened(ask(running, SLIDER))["IntSliderModel"]
    told = data(running.tell(comm, {"method": "update", "state": {"value": 5}, "buffer_paths": []}))
    if not any(said["method"] == "echo_update" and said["state"] == {"value": 5} for _, said, _ in told):
        raise Wrong(f"a slider was moved and answered {told}: {AFRESH}")
    return "a slider opens its comm and answers when it is moved"


def pictures(running):
    if "image/png" not in shown(ask(running, PICTURE)):
        raise Wrong("Java finds no font: install fontconfig and a font such as DejaVu Sans")
    return "a digit is drawn with a line of text below"


def plots(running):
    bundle = shown(ask(running, FIGURE))
    figure = bundle.get("application/vnd.plotly.v1+json", {})
    if not figure.get("data") or "layout" not in figure:
        raise Wrong(f"a figure arrived as {one_line(bundle)}: {AFRESH}")
    return "a Tablesaw figure arrives as a Plotly figure"


def pad(running):
    if not (NOTEBOOKS / "models.ser").exists():
        raise Wrong(f"there is no notebooks/models.ser: {RESTORE}")
    comm = opened(ask(running, PAD, RESTORE))["AnyModel"]
    told = data(running.tell(comm, {"method": "update", "state": {"strokes": A_ONE}, "buffer_paths": []}))
    states = [said["state"] for sender, said, _ in told if sender == comm and said["method"] == "update"]
    if not states or states[-1].get("verdict", {}).get("predicted", -1) < 0:
        raise Wrong(f"the strokes of a 1 were drawn and the pad answered {one_line(told)}: {AFRESH}")
    return f"the strokes of a 1 are drawn and it says: {states[-1]['verdict']['words']}"


if __name__ == "__main__":
    main()
