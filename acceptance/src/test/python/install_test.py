"""Which of the user's pip settings apply, tested with the real pip."""

import os
import subprocess
import sys
import tempfile
import unittest
import zipfile
from pathlib import Path

INSTALL = Path(__file__).parents[4] / "tools" / "install.py"
SETTINGS = "[global]\nuser = true\ntarget = /no\n[install]\nprefix = /no\nfind_links = "


class InstallTest(unittest.TestCase):
    def test_only_the_sources_are_taken_from_the_settings(self):
        """Only the settings name this package's folder; the rest of them would make pip fail."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with zipfile.ZipFile(folder / "nothing-1.0-py3-none-any.whl", "w") as wheel:
                wheel.writestr("nothing-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: nothing\nVersion: 1.0\n")
                wheel.writestr("nothing-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            (folder / "pip.conf").write_text(SETTINGS + name)
            environment = {key: value for key, value in os.environ.items() if key != "PIP_FIND_LINKS"}
            environment |= {"PIP_CONFIG_FILE": str(folder / "pip.conf"), "PIP_NO_INDEX": "1", "PIP_USER": "1"}
            outcome = subprocess.run([sys.executable, INSTALL, "--dry-run", "nothing"], env=environment,
                                     capture_output=True, text=True)
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)
        self.assertIn("Would install nothing-1.0", outcome.stdout)


if __name__ == "__main__":
    unittest.main()
