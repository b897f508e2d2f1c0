"""./lab setup, killed and run again, several at once, and where nothing can be written. Prints a line for each.

The tools are stand-ins that take a while, make things by halves, and complain when one meets another.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sandbox import Sandbox

LONG, SEED = sys.argv[1] == "long", int(sys.argv[2])
SLOWLY = """if [ -e '{0}.busy' ]; then echo 'two at once' >>"$CALLS"; exit 1; fi
touch '{0}.busy'; echo half >'{0}'; sleep 0.1; echo whole >'{0}'; rm -f '{0}.busy'"""


class Torture:
    def __init__(self, folder):
        self.sandbox = Sandbox(folder)
        self.made = {"mvn": self.sandbox.jar, "java": self.sandbox.home / ".cache/ten-digits/digits",
                     "python3": self.sandbox.project / ".venv/packages"}
        for tool in "mvn", "java":
            self.made[tool].parent.mkdir(parents=True)
        for other in self.sandbox.others:
            other.parent.mkdir(parents=True)
            other.write_text("whole\n")
        for tool, what in ("mvn", "*install*"), ("java", "*digits.data.Mnist"), ("python3", "*install.py*"):
            self.slow(tool, what)

    def slow(self, tool, what):
        """Wraps a stand-in in a tool that does one thing slowly and passes everything else on."""
        fast = self.sandbox.tools / f"fast {tool}"
        (self.sandbox.tools / tool).rename(fast)
        self.sandbox.script(tool, f"""case "$*" in {what}) echo "slow {tool}" >>"$CALLS"; {SLOWLY.format(self.made[tool])} ;;
  '-m venv'*) mkdir -p .venv/bin; sleep 0.05; cp "$0" .venv/bin/python ;; *) exec '{fast}' "$@" ;; esac""")

    def start(self, log=None):
        return subprocess.Popen([self.sandbox.project / "lab", "setup"], env=self.sandbox.environment, stdin=subprocess.DEVNULL,
                                stdout=log or subprocess.DEVNULL, stderr=subprocess.STDOUT, start_new_session=True)

    def start_afresh(self):
        for name in ".lab", ".venv":
            shutil.rmtree(self.sandbox.project / name, ignore_errors=True)
        for file in self.made.values():
            file.unlink(missing_ok=True)
        self.delete_marks()

    def delete_marks(self):
        """Removes the marks of killed tools, which are no longer at work."""
        for file in self.made.values():
            Path(f"{file}.busy").unlink(missing_ok=True)

    def is_set_up(self, outcome):
        check(outcome.status == 0, outcome.output)
        check("two at once" not in self.sandbox.calls(), "two were at work at once")
        for file in self.made.values():
            check(file.read_text() == "whole\n", f"{file} is not whole")
        check(self.sandbox.lab("setup").output == "set-up: nothing to do\n", "it is not done")

    def killed(self, times):
        midway = 0
        for _ in range(times):
            self.start_afresh()
            process = self.start()
            time.sleep(random.uniform(0, 0.7))
            midway += process.poll() is None
            if random.random() < 0.5:
                process.kill()
            else:
                with contextlib.suppress(ProcessLookupError):  # all of it may have ended
                    os.killpg(process.pid, signal.SIGKILL)  # with all that it has started
                self.delete_marks()
            process.wait()
            self.is_set_up(self.sandbox.lab("setup"))
        print(f"set-up: killed at any moment and run again: {times} kills, {midway} before its end; set up each time")

    def several(self, times):
        for _ in range(times):
            self.start_afresh()
            self.sandbox.written.write_text("")
            logs = [tempfile.TemporaryFile("w+") for _ in range(4)]
            for process, log in [(self.start(log), log) for log in logs]:
                check(process.wait() == 0, (log.seek(0), log.read()))
                log.close()
            slow = [call for call in self.sandbox.calls() if call.startswith("slow")]
            check(slow == ["slow python3", "slow mvn", "slow java"], slow)
            self.is_set_up(self.sandbox.lab("setup"))
        print(f"set-up: several at once: {times} times 4 at once; each part made once")

    def read_only(self):
        """A folder that not even root can write to; only root can set it up."""
        own = self.sandbox.project
        self.start_afresh()
        for has_been_set_up in False, True:
            if subprocess.run(["mount", "--bind", own, own], capture_output=True).returncode:
                return print("set-up: a folder that cannot be written to: not tried, as only root may mount")
            try:
                subprocess.run(["mount", "-o", "remount,ro,bind", own], check=True)
                if has_been_set_up:
                    check(self.sandbox.lab("setup").output == "set-up: nothing to do\n", "there is something to do")
                    self.sandbox.jar.unlink()
                outcome = self.sandbox.lab("setup")
                said = f"lab: {own}/.lab cannot be read and written: copy the project to a folder of your own"
                check(outcome.status == 1 and len(outcome.lines) == 1 and outcome.last.startswith(said), outcome.output)
            finally:
                subprocess.run(["umount", own], check=True)
            self.is_set_up(self.sandbox.lab("setup"))
        print("set-up: a folder that cannot be written to: named in one sentence, and used when all is there")


def check(well, otherwise):
    if not well:
        sys.exit(f"-Dtorture.seed={SEED}: {otherwise}")


def main():
    random.seed(SEED)
    with tempfile.TemporaryDirectory() as folder:
        torture = Torture(Path(folder).resolve())
        torture.killed(40 if LONG else 3)
        torture.several(5 if LONG else 1)
        torture.read_only()


if __name__ == "__main__":
    main()
