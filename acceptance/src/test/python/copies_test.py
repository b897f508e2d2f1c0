"""The copies of the notebooks that readers run: they follow the originals, and nothing of the reader's is lost."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[4] / "tools"))
import copies  # noqa: E402


class CopiesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source, self.work = Path(folder.name) / "notebooks", Path(folder.name) / "work"
        self.work.mkdir()
        self.write(self.source, "01.ipynb", "first")
        self.write(self.source, "pages/a.txt", "page")

    def write(self, folder, name, text):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)

    def refresh(self):
        with contextlib.redirect_stderr(io.StringIO()) as said:
            copies.refresh(self.source, self.work)
        return said.getvalue()

    def content(self):
        return {file.relative_to(self.work).as_posix(): file.read_text()
                for file in self.work.rglob("*") if file.is_file() and file.name != copies.RECORD}

    def test_what_nobody_has_changed_follows_the_original(self):
        self.assertEqual(self.refresh(), "")
        self.assertEqual(self.content(), {"01.ipynb": "first", "pages/a.txt": "page"})
        self.write(self.source, "01.ipynb", "second")
        self.assertEqual(self.refresh(), "")
        self.assertEqual(self.content(), {"01.ipynb": "second", "pages/a.txt": "page"})

    def test_what_the_reader_has_changed_stays_as_long_as_the_original_does(self):
        self.refresh()
        self.write(self.work, "01.ipynb", "mine")
        self.write(self.work, "own-digits/labels", "drawn")
        self.assertEqual(self.refresh(), "")
        self.assertEqual(self.content(), {"01.ipynb": "mine", "pages/a.txt": "page", "own-digits/labels": "drawn"})

    def test_what_both_have_changed_is_kept_under_another_name(self):
        self.refresh()
        for n, name in (1, "01.mine.ipynb"), (2, "01.mine2.ipynb"):
            self.write(self.work, "01.ipynb", f"mine {n}")
            self.write(self.source, "01.ipynb", f"new {n}")
            self.assertEqual(self.refresh(), f"work/01.ipynb is new; yours is now {name}\n")
            self.assertEqual(self.content()["01.ipynb"], f"new {n}")
            self.assertEqual(self.content()[name], f"mine {n}")
        self.assertEqual(self.refresh(), "")

    def test_without_its_record_it_renames_what_differs(self):
        self.refresh()
        (self.work / copies.RECORD).write_text("broken")
        self.write(self.work, "01.ipynb", "mine")
        self.refresh()
        self.assertEqual(self.content(), {"01.ipynb": "first", "01.mine.ipynb": "mine", "pages/a.txt": "page"})


if __name__ == "__main__":
    unittest.main()
