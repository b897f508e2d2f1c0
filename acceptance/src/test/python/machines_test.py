"""./lab on machines with links, other folders and users' own settings."""

import unittest

from sandbox import SandboxTest

DONE = "set-up: done"
NOTHING = "set-up: nothing to do"


class MachinesTest(SandboxTest):
    def set_up(self, last=DONE, **options):
        self.well(self.sandbox.lab("setup", **options), last)

    def calls_of_maven(self):
        return [call for call in self.sandbox.calls() if call.startswith("mvn")]

    def test_follows_links_to_the_script_and_leaves_the_project_around_them_alone(self):
        other = self.folder / "other project"
        kept = other / ".venv/kept"
        kept.parent.mkdir(parents=True)
        kept.write_text("of another project")
        link = other / "lab"
        link.symlink_to("../sandbox/ten digits/lab")
        self.set_up(script=link)
        self.assertTrue((self.sandbox.project / ".venv/bin/python").exists())

        (self.folder / "digits").symlink_to(link)
        self.ok(self.sandbox.lab("doctor", script=self.folder / "digits"), "Set-up")
        self.sandbox.script("by-path", f"PATH='{other}':$PATH; exec lab \"$@\"")
        self.set_up(NOTHING, script=self.sandbox.tools / "by-path")
        self.assertEqual(kept.read_text(), "of another project")
        self.assertFalse((other / ".lab").exists())

    def test_a_folder_is_the_same_by_whatever_name_it_is_reached(self):
        link, home = self.folder / "link", self.folder / "home"
        link.symlink_to(self.sandbox.project)
        home.symlink_to(self.sandbox.home)
        self.set_up()
        self.set_up(NOTHING, script=link / "lab")
        self.sandbox.set(HOME=home)
        self.set_up()
        self.assertEqual(self.calls_of_maven(), [])

    def test_refuses_to_work_in_a_folder_that_is_no_copy_of_the_project(self):
        copy = self.folder / "lab"
        copy.write_text((self.sandbox.project / "lab").read_text())
        copy.chmod(0o755)
        self.refused(self.sandbox.lab("setup", script=copy), "is not the folder of Ten Digits")
        self.assertFalse((self.folder / ".lab").exists())

    def test_leaves_what_it_has_not_made(self):
        for name, kind in [(".venv", "folder"), (".venv", "link"), (".venv", "link to that of another copy"),
                           (".venv", "file"), (".lab", "folder"), (".lab", "file")]:
            with self.subTest(f"{name}: {kind}"):
                self.setUp()
                there = self.sandbox.project / name
                real = self.folder / "real" if kind.startswith("link") else there
                kept = real if kind == "file" else real / "kept"
                kept.parent.mkdir(exist_ok=True)
                kept.write_text("of the user")
                if real != there:
                    there.symlink_to(real)
                if kind.endswith("copy"):
                    (real / "made-by-lab").write_text(f"{self.folder / 'another copy'}\n")
                said = f"{there} was not made by this ./lab"
                self.refused(self.sandbox.lab("setup"), said, "move it away")
                outcome = self.sandbox.lab("doctor")
                self.wrong(outcome, "Set-up", said)
                self.assertNotIn("delete .lab", outcome.output)
                self.assertEqual(kept.read_text(), "of the user")

    def test_empties_its_own_environment_also_behind_a_link(self):
        large, link = self.folder / "large disk", self.sandbox.project / ".venv"
        large.mkdir()
        link.symlink_to(large)
        self.set_up()
        (large / "left over").touch()
        (large / "home").symlink_to(self.sandbox.home)
        self.sandbox.write("requirements.txt", "jupyterlab\n")
        self.set_up()
        self.assertTrue(link.is_symlink())
        self.assertTrue((large / "bin/python").exists())
        self.assertEqual([(large / name).is_symlink() or (large / name).exists() for name in ("left over", "home")],
                         [False, False])
        self.assertTrue(self.sandbox.jar.exists())

    def test_finds_the_library_where_maven_puts_it(self):
        repository = self.folder / "another repository"
        self.sandbox.set(FAKE_REPOSITORY=repository)
        self.set_up()
        self.assertIn(f"java -cp {repository}", self.sandbox.calls()[-1])
        self.set_up(NOTHING)
        self.ok(self.sandbox.lab("doctor"), "Set-up")
        self.assertIn(f"doctor.py {repository}", self.sandbox.calls()[-1])
        self.assertEqual(self.sandbox.echo("$JDK_JAVA_OPTIONS"), f'"-Dmaven.repo.local={repository}"')

    def test_notices_that_maven_is_to_use_another_repository(self):
        self.set_up()
        (self.sandbox.home / ".m2/settings.xml").write_text("<settings><localRepository>/r</localRepository></settings>")
        self.set_up()
        self.assertTrue(self.calls_of_maven())
        self.sandbox.set(MAVEN_OPTS="-Xmx1g")
        self.set_up(NOTHING)
        self.sandbox.set(MAVEN_OPTS="-Xmx1g -Dmaven.repo.local=/r")
        self.set_up()
        self.assertTrue(self.calls_of_maven())

    def test_does_without_mavens_word_only_where_it_can(self):
        self.sandbox.set(FAKE_LOG="quiet")
        self.set_up()
        self.sandbox.jar.unlink()
        self.sandbox.set(FAKE_REPOSITORY=self.folder / "another repository")
        outcome = self.sandbox.lab("setup")
        self.assertEqual(outcome.status, 1)
        self.assertTrue(outcome.last.startswith("lab: Maven did not say where"), outcome.last)

    def test_names_the_proxy_that_maven_does_not_ask(self):
        self.sandbox.set(FAKE_BUILD="broken")
        self.assertNotIn("HTTPS_PROXY", self.sandbox.lab("setup").output)
        self.sandbox.set(https_proxy="http://proxy.example:3128")
        self.assertRegex(self.sandbox.lab("setup").output, "Maven ignores HTTPS_PROXY.*docs/setup.md")
        self.assertRegex(self.sandbox.lab("doctor").output, "(?m)^- +Proxy +Maven ignores HTTPS")
        settings = self.sandbox.home / ".m2/settings.xml"
        settings.parent.mkdir()
        settings.write_text("<settings><proxies><proxy></proxy></proxies></settings>")
        self.assertNotIn("HTTPS_PROXY", self.sandbox.lab("doctor").output)

    def test_programs_hear_only_what_is_meant_for_them(self):
        self.sandbox.set(PYTHONPATH="/another", PYTHONHOME="/another", PYTHONSAFEPATH="/another", PYTHON="python3.11",
                         PYTHON_KEYRING_BACKEND="own")
        self.assertEqual(
            self.sandbox.echo("${PYTHONPATH-}${PYTHONHOME-}${PYTHONSAFEPATH-} $PYTHON $PYTHON_KEYRING_BACKEND"),
            " python3.11 own")
        self.sandbox.set(FAKE_USER_HOME="/other/home", JDK_JAVA_OPTIONS="-Xmx1g")
        self.assertEqual(self.sandbox.echo("$JDK_JAVA_OPTIONS"), f'"-Duser.home={self.sandbox.home}" -Xmx1g')

    def test_gives_java_a_locale_that_has_all_letters(self):
        self.sandbox.set(LC_ALL="POSIX")
        self.assertEqual(self.sandbox.echo("$LC_ALL"), "POSIX")
        self.sandbox.set(FAKE_ENCODING="ANSI_X3.4-1968")
        for found in "C.UTF-8", "en_US.UTF-8":
            self.sandbox.set(FAKE_LOCALE=found)
            self.assertEqual(self.sandbox.echo("$LC_ALL"), found)


if __name__ == "__main__":
    unittest.main()
