"""Builds and starts the project as Binder does, in an empty home folder, and measures its memory while notebook 01 runs."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request
from pathlib import Path

import psutil
from jupyter_client import BlockingKernelClient
from sandbox import PROJECT, copy_project
from talk import Kernel

NOTEBOOK = "notebooks/01-train.ipynb"
BINDER = 2_000_000_000  # bytes; a session that takes more is ended
# The libraries come from this machine's local repository, as if it were Maven Central.
SETTINGS = "<settings><mirrors><mirror><id>central</id><mirrorOf>*</mirrorOf><url>{}</url></mirror></mirrors></settings>"


def made(name):
    """What ./lab setup has noted."""
    return (PROJECT / ".lab" / name).read_text().strip()


class Server:
    """JupyterLab, which the start script starts, and a kernel in it."""

    def __init__(self, project, environment):
        command = [".binder/start", "jupyter", "lab", "--no-browser", "--allow-root", "--port=0"]
        self.log = tempfile.TemporaryFile("w+")
        self.process = psutil.Popen(command, cwd=project, env=environment, stdout=self.log, stderr=subprocess.STDOUT)
        self.runtime = Path(environment["HOME"], ".local/share/jupyter/runtime")
        self.most = 0
        threading.Thread(target=self.measure, daemon=True).start()

    def measure(self):
        """Adds up the memory of all processes; shared pages count once."""
        while self.process.is_running():
            try:
                everyone = [self.process, *self.process.children(recursive=True)]
                self.most = max(self.most, sum(process.memory_full_info().pss for process in everyone))
            except psutil.Error:
                pass  # one of them has just ended
            time.sleep(0.05)

    def ask_for_a_kernel(self):
        server = json.loads((self.runtime / f"jpserver-{self.process.pid}.json").read_text())
        question = json.dumps({"name": "java", "path": NOTEBOOK}).encode()
        token = {"Authorization": f"token {server['token']}"}
        with urllib.request.urlopen(urllib.request.Request(f"{server['url']}api/kernels", question, token)) as answer:
            return json.load(answer)["id"]

    def kernel(self):
        started = None
        while not started:
            try:
                started = self.ask_for_a_kernel()
            except (OSError, ValueError):  # the server is not ready yet
                if self.process.poll() is not None:
                    self.log.seek(0)
                    raise AssertionError(self.log.read()) from None
                time.sleep(0.1)
        kernel = Kernel.__new__(Kernel)
        kernel.client = BlockingKernelClient(connection_file=str(self.runtime / f"kernel-{started}.json"))
        kernel.client.load_connection_file()
        kernel.client.start_channels(hb=False)
        kernel.client.wait_for_ready(timeout=60)
        return kernel

    def stop(self):
        for process in (*self.process.children(recursive=True), self.process):
            process.kill()
        self.process.wait()
        self.log.close()


@unittest.skipUnless(sys.platform == "linux", "only Linux says how much memory processes share")
class BinderTest(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = Path(temporary.name).resolve()
        self.project, home, settings = folder / "project", folder / "home", folder / "settings.xml"
        home.mkdir()
        copy_project(self.project)
        settings.write_text(SETTINGS.format(Path(made("repository")).as_uri()))
        with (self.project / ".mvn/maven.config").open("a") as config:
            config.write(f"-s\n{settings}\n")
        self.environment = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HOME": str(home),
                            "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8"), "JDK_JAVA_OPTIONS": f"-Duser.home={home} -XX:TieredStopAtLevel=1",
                            "DIGITS_DATA": made("mnist.folder")}

    def test_notebook_01_runs_in_an_empty_home_within_the_memory_of_binder(self):
        built = subprocess.run([".binder/postBuild"], cwd=self.project, env=self.environment, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.assertEqual(built.returncode, 0, built.stdout[-3_000:])
        server = Server(self.project, self.environment)
        self.addCleanup(server.stop)
        kernel = server.kernel()
        for cell in json.loads((self.project / NOTEBOOK).read_text())["cells"]:
            if cell["cell_type"] == "code":
                kernel.run("".join(cell["source"]))
        heap = int(kernel.result("Runtime.getRuntime().maxMemory()")["text/plain"])
        kernel.client.stop_channels()
        self.assertLess(heap, BINDER / 2)
        self.assertTrue((self.project / "notebooks/models.ser").exists())
        print(f"JupyterLab and the kernel took {server.most / 1e6:,.0f} MB at most")
        self.assertLess(server.most, BINDER)

    def test_the_environment_is_that_of_the_project(self):
        theirs, ours = [(PROJECT / name).read_text() for name in (".binder/environment.yml", "environment.yml")]
        changed = ours.replace("python>=3.10", "python=3.12").replace("-r ", "-r ../")
        self.assertEqual(theirs[theirs.index("channels:"):], changed[changed.index("channels:"):])


if __name__ == "__main__":
    unittest.main()
