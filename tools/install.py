"""Installs packages into the environment of the Python that runs this script. Takes the arguments of pip install.

Of the user's pip settings, only those apply that say where packages come from. Others, such as user = true or
target = ..., would put the packages elsewhere.
"""

import configparser
import os
import re
import subprocess
import sys

SOURCES = {"cache-dir", "cert", "client-cert", "default-timeout", "extra-index-url", "find-links", "index-url",
           "keyring-provider", "no-cache-dir", "no-index", "proxy", "retries", "timeout", "trusted-host",
           "use-deprecated", "use-feature"}
PIP = [sys.executable, "-m", "pip"]


def main():
    others = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    named = {f"PIP_{name.upper().replace('-', '_')}": value for name, value in settings(others) if name in SOURCES}
    environment = {**others, **named, "PIP_CONFIG_FILE": os.devnull}
    install = [*PIP, "install", "--no-input", "--disable-pip-version-check", *sys.argv[1:]]
    sys.exit(subprocess.run(install, env=environment).returncode)


def settings(others):
    """The settings in pip's configuration files and in variables, the strongest last."""
    own = os.environ.get("PIP_CONFIG_FILE", "")
    said = subprocess.run([*PIP, "config", "debug"], env=others, capture_output=True, text=True).stdout
    files = re.findall("^ *(.+), exists: True$", said, re.MULTILINE)
    config = configparser.RawConfigParser()
    try:
        config.read([*files, own] if own != os.devnull else [])
    except configparser.Error as error:
        sys.exit(f"pip's settings cannot be read: {' '.join(str(error).split())}")
    for section in "global", "install":
        if config.has_section(section):
            yield from ((name.replace("_", "-"), value) for name, value in config.items(section))
    variables = [(name[4:].lower().replace("_", "-"), value) for name, value in os.environ.items() if name[:4] == "PIP_"]
    yield from (variable for variable in variables if variable[1])


if __name__ == "__main__":
    main()
