"""Runs contenders one after the other, each a process of its own, and writes RESULTS.md with its picture.

Nothing but Python's standard library. `./lab bench` calls it; `./lab bench --list` names the contenders.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time

import environments
import pages
import results
from contenders import CONTENDERS

TARGET = environments.HERE / "target"
SHORT = 5  # seconds of training
MEASURED = "fit", "train", "saved", "rate", "memory"
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes
FOR_OTHERS = "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"  # meant for one library's OpenBLAS, they slow the others down


def main():
    wanted, digits = arguments()
    environments.set_up()
    commands = {name: environments.command(CONTENDERS[name]) for name in wanted}
    TARGET.mkdir(exist_ok=True)
    page = (TARGET if digits else environments.HERE) / "RESULTS.md"
    if page.exists() and results.OURS not in page.read_text():
        sys.exit(f"bench: {page} is not a page that ./lab bench wrote, so it stays as it is: move it away")
    runs = {name: [] for name in wanted}
    queue = list(wanted)
    while queue:
        name = queue.pop(0)
        print(f"{name}: {CONTENDERS[name].about}", flush=True)
        row = run([*commands[name], name], digits)
        print(f"  {results.summary(row)}", flush=True)
        runs[name].append(row)
        if row.get("train", SHORT) < SHORT and len(runs[name]) < 3:
            queue.insert(2, name)  # not right away: a disturbance may last for minutes
        rows = {name: medians(done) for name, done in runs.items() if done}
        results.write(page, rows, digits, TARGET)
    print(f"\nwritten to {page.relative_to(environments.HERE.parent)}")
    if any("failed" in row for row in rows.values()):
        sys.exit(1)


def arguments():
    parser = argparse.ArgumentParser(prog="./lab bench", description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="name", help="contenders; without any, all but the slow ones")
    parser.add_argument("--all", action="store_true", help="the slow ones, too (an hour)")
    parser.add_argument("--list", action="store_true", help="name the contenders and stop")
    parser.add_argument("--digits", type=int, metavar="N",
                        help="to try them: train on the first N digits only, and write to bench/target/RESULTS.md")
    parser.add_argument("--stages", action="store_true",
                        help="instead: how close the stages of a training come to this machine's limit (a minute)")
    parser.add_argument("--pages", action="store_true",
                        help="instead: how well pages of digits are read, beside two readers of text (minutes)")
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in CONTENDERS]
    if unknown:
        parser.exit(2, f"bench: there is no contender {unknown[0]}; there are: {', '.join(CONTENDERS)}\n")
    if options.digits is not None and not 1000 <= options.digits <= 60_000:
        parser.exit(2, f"bench: --digits is 1,000 to 60,000, not {options.digits:,}\n")
    if options.list:
        for name, contender in CONTENDERS.items():
            print(f"{name:20}{contender.about}{' (slow)' if contender.slow else ''}")
        sys.exit()
    if options.stages:
        environments.set_up()
        sys.exit(subprocess.run(environments.stages()).returncode)
    if options.pages:
        environments.set_up()
        sys.exit(pages.main())
    chosen = options.names or [n for n, c in CONTENDERS.items() if options.all or not c.slow]
    return list(dict.fromkeys(chosen)), options.digits


def medians(runs):
    """The last of a contender's runs, with the medians of what is measured, or the first that failed."""
    failed = [row for row in runs if "failed" in row]
    return failed[0] if failed else runs[-1] | {name: statistics.median(row[name] for row in runs) for name in MEASURED}


def run(command, digits):
    """One process from its start to its end: what it reports, and its peak memory."""
    environment = {name: value for name, value in os.environ.items() if name not in FOR_OTHERS}
    environment |= {"BENCH_START": str(time.time()), "BENCH_TARGET": str(TARGET)}
    environment.pop("BENCH_DIGITS", None)
    if digits:
        environment["BENCH_DIGITS"] = str(digits)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        lines = [line for line in process.stdout if line.startswith("{")]
        _, status, usage = os.wait4(process.pid, 0)
    except KeyboardInterrupt:
        process.kill()
        sys.exit("\nbench: stopped; the contenders that had ended are in RESULTS.md")
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not lines:
        return {"failed": f"failed, it ended with {process.returncode}"}
    return json.loads(lines[-1]) | {"memory": usage.ru_maxrss * RSS_UNIT}


if __name__ == "__main__":
    main()
