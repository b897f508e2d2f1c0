"""Runs contenders one after the other, each a process of its own, and writes RESULTS.md.

Nothing but Python's standard library. `./lab bench` calls it; `./lab bench --list` names the contenders.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from math import comb
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "target"
JAVA_OPTIONS = ["-Xmx1g", "-XX:MaxDirectMemorySize=3g"]


@dataclass
class Contender:
    """What runs, in which environment: a Python one is named by its requirements file."""
    about: str
    script: str
    environment: str = ""
    slow: bool = False


CONTENDERS = {
    "original": Contender("the Python original on the scikit-learn it was written for", "original.py", "original"),
    "original-today": Contender("the same lines on today's scikit-learn", "original.py", "today"),
    "logistic": Contender("**this library**, `Trainer.logistic()`", "Ours"),
    "features": Contender("**this library**, `Trainer.features()`", "Ours"),
    "best": Contender("**this library**, `Trainer.best()`", "Ours"),
    "warped": Contender("**this library**, `Trainer.warped()`", "Ours", slow=True),
    "sklearn-lbfgs": Contender("scikit-learn OneVsRest(LogisticRegression), lbfgs", "scikit.py", "today"),
    "sklearn-newton": Contender("scikit-learn OneVsRest(LogisticRegression), newton-cholesky", "scikit.py", "today"),
    "sklearn-softmax": Contender("scikit-learn LogisticRegression, one softmax of ten", "scikit.py", "today"),
    "sklearn-ridge": Contender("scikit-learn RidgeClassifier", "scikit.py", "today"),
    "sklearn-linearsvc": Contender("scikit-learn LinearSVC", "scikit.py", "today", slow=True),
    "sklearn-svc": Contender("scikit-learn SVC, RBF kernel, C 5", "scikit.py", "today", slow=True),
    "sklearn-boosting": Contender("scikit-learn HistGradientBoosting", "scikit.py", "today", slow=True),
    "smile-logistic": Contender("Smile OneVersusRest(LogisticRegression)", "Smile", slow=True),
    "smile-svm": Contender("Smile OneVersusRest(SVM), Gaussian kernel", "Smile", slow=True),
    "tribuo-sgd": Contender("Tribuo LogisticRegressionTrainer (linear SGD)", "Tribuo"),
    "tribuo-liblinear": Contender("Tribuo LibLinear", "Tribuo", slow=True),
    "liblinear-logistic": Contender("liblinear-java, logistic", "LibLinear", slow=True),
    "liblinear-svm": Contender("liblinear-java, squared hinge", "LibLinear", slow=True),
    "xgboost": Contender("XGBoost, 200 rounds of trees", "boosting.py", "xgboost", slow=True),
    "convnet": Contender("a small convolutional network, PyTorch", "convnet.py", "torch", slow=True),
}
PAIRS = [("original-today", "logistic"), ("sklearn-lbfgs", "logistic"), ("logistic", "features"),
         ("features", "best"), ("best", "warped"), ("sklearn-svc", "best"), ("convnet", "warped")]


def main():
    wanted, digits = arguments()
    TARGET.mkdir(exist_ok=True)
    commands = {name: command(name) for name in wanted}
    rows = {}
    for name in wanted:
        print(f"{name}: {CONTENDERS[name].about}", flush=True)
        rows[name] = run(name, commands[name], digits)
        print(f"  {summary(rows[name])}", flush=True)
        write(rows, digits)
    print(f"\nwritten to {HERE.name}/RESULTS.md")
    if any("failed" in row for row in rows.values()):
        sys.exit(1)


def arguments():
    parser = argparse.ArgumentParser(prog="./lab bench", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="name", help="contenders; without any, all but the slow ones")
    parser.add_argument("--all", action="store_true", help="the slow ones, too (an hour)")
    parser.add_argument("--list", action="store_true", help="name the contenders and stop")
    parser.add_argument("--digits", type=int, help="train on the first so many digits only, to try a contender")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in CONTENDERS]
    if unknown:
        parser.exit(2, f"bench: there is no contender {unknown[0]}; there are: {', '.join(CONTENDERS)}\n")
    if options.list:
        for name, contender in CONTENDERS.items():
            print(f"{name:20}{contender.about}{' (slow)' if contender.slow else ''}")
        sys.exit()
    chosen = options.names or [n for n, c in CONTENDERS.items() if options.all or not c.slow]
    return chosen, options.digits


def command(name):
    """Makes what a contender needs, once, and returns how to start it."""
    contender = CONTENDERS[name]
    if contender.script.endswith(".py"):
        return [python(contender.environment), HERE / contender.script, name]
    return ["java", *JAVA_OPTIONS, "-cp", peers(), f"peers.{contender.script}", name]


def python(environment):
    """The Python of an environment, made anew when its pins have changed."""
    venv, pins = HERE / f".venv-{environment}", HERE / f"requirements-{environment}.txt"
    kept = venv / pins.name
    if not kept.exists() or kept.read_text() != pins.read_text():
        found = os.environ.get("PYTHON", "python3.11")
        if not shutil.which(found):
            sys.exit(f"bench needs Python 3.11 but finds no {found}: install it, or name it in PYTHON")
        print(f"making {venv.name}", flush=True)
        shutil.rmtree(venv, ignore_errors=True)
        pip = [venv / "bin" / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        try:
            subprocess.run([found, "-m", "venv", venv], check=True)
            subprocess.run([*pip, "-r", pins], check=True)
        except subprocess.CalledProcessError as e:
            sys.exit(f"bench: {venv.name} could not be made from {pins.name}: {e}")
        kept.write_text(pins.read_text())
    return venv / "bin" / "python"


def peers():
    """The class path of the peers in Java; the library comes from ~/.m2."""
    folder = HERE / "peers"
    global built
    if not built:
        built = True
        done = subprocess.run(["mvn", "-q", "-B", "-ntp", "process-classes"], cwd=folder)
        if done.returncode:
            sys.exit("bench: the peers in Java were not built; Maven says why above")
    return f"{folder / 'target' / 'classes'}:{(folder / 'target' / 'classpath').read_text()}"


built = False


def run(name, what, digits):
    """One process from its start to its end: what it reports, and its peak memory."""
    environment = {k: v for k, v in os.environ.items()
                   # Meant for another library's OpenBLAS, these would only slow the peers down.
                   if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    environment |= {"BENCH_START": str(time.time()), "BENCH_TARGET": str(TARGET)}
    if digits:
        environment["BENCH_DIGITS"] = str(digits)
    process = subprocess.Popen(what, env=environment, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = [line for line in output.splitlines() if line.startswith("{")]
    if process.returncode or not lines:
        return {"failed": f"ended with {process.returncode}"}
    return json.loads(lines[-1]) | {"memory": usage.ru_maxrss * 1024}


def summary(row):
    if "failed" in row:
        return row["failed"]
    return (f"fit {row['fit']:.1f} s, with features {row['train']:.1f} s, process to saved model {row['saved']:.1f} s, "
            f"{row['errors']} errors, {row['rate']:,.0f} digits/s, {row['memory'] / 2**30:.1f} GiB")


def write(rows, digits):
    done = {name: row for name, row in rows.items() if "failed" not in row}
    base = {name: done[name]["train"] for name in ("original", "original-today") if name in done}
    lines = [
        "# Measured", "",
        f"One run, one contender after the other, on one machine: {hardware()}. "
        f"{'Trained on the first ' + format(digits, ',') + ' digits only, to try it. ' if digits else ''}"
        "`./lab bench` writes this page; [README.md](README.md) says what the columns mean.", "",
        "| contender | fit | features + fit | process to saved model | errors of 10,000 | first yes "
        "| peak memory | faster than original / today | digits/s |",
        "|---|---|---|---|---|---|---|---|---|"]
    for name, row in done.items():
        ratios = " / ".join(f"{base[b] / row['train']:.1f}" if b in base else "-"
                            for b in ("original", "original-today"))
        first = "" if row["first yes"] is None else f"{row['first yes']}"
        lines.append(f"| `{name}`: {CONTENDERS[name].about} | {row['fit']:.1f} s | {row['train']:.1f} s "
                     f"| {row['saved']:.1f} s | {row['errors']} ({row['errors'] / 100:.2f} %) | {first} "
                     f"| {row['memory'] / 2**30:.1f} GiB | {ratios} | {row['rate']:,.0f} |")
    lines += [""] + [f"- `{name}`: {row['failed']}" for name, row in rows.items() if "failed" in row]
    lines += [f"- `{name}`: {row['versions']}{'; ' + row['note'] if row['note'] else ''}"
              for name, row in done.items()]
    tests = [mcnemar(a, b) for a, b in PAIRS if a in done and b in done]
    if tests:
        lines += ["", "Paired, on the same 10,000 digits (McNemar's exact test):", "", *tests]
    part = HERE / "RESULTS.md.part"
    part.write_text("\n".join(lines) + "\n")
    part.replace(HERE / "RESULTS.md")


def mcnemar(one, other):
    """How often just one of two is right, and how likely so uneven a split is by chance."""
    truth = test_labels()
    right = [[int(p) == t for p, t in zip((TARGET / f"{name}.txt").read_text().split(), truth)]
             for name in (one, other)]
    only_one = sum(a and not b for a, b in zip(*right))
    only_other = sum(b and not a for a, b in zip(*right))
    n, k = only_one + only_other, min(only_one, only_other)
    chance = min(1.0, 2 * sum(comb(n, i) for i in range(k + 1)) / 2**n)
    shown = f"p = {chance:.2g}" if chance >= 1e-12 else "p < 1e-12"
    return f"- `{one}` alone is right on {only_one}, `{other}` alone on {only_other}: {shown}"


def test_labels():
    folder = Path(os.environ.get("DIGITS_DATA") or
                  Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ten-digits")
    return (folder / "t10k-labels-idx1-ubyte").read_bytes()[8:]


def hardware():
    model = re.search(r"model name\s*:\s*(.*)", read("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s*(\d+)", read("/proc/meminfo"))
    wide = next((name for flag, name in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in read("/proc/cpuinfo")), "")
    parts = [model.group(1) if model else platform.processor(), wide, f"{os.cpu_count()} cores",
             f"{int(memory.group(1)) // 2**20} GiB" if memory else "", f"{platform.system()} {platform.machine()}"]
    return ", ".join(part for part in parts if part)


def read(file):
    return Path(file).read_text() if Path(file).exists() else ""


if __name__ == "__main__":
    main()
