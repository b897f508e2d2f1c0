"""Runs notebooks on the Java kernel without a browser and prints what their cells print."""

import argparse
import logging
import os
import shutil
import signal
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbclient.util import run_sync

import copies
from copies import checksum
from kernel import complaint, plain, tried_again

WORK = copies.PROJECT / "work"
MODEL = WORK / "models.ser"
OURS = WORK / ".models.sha256"  # of the model that this script has had trained last
CELL_SECONDS = 600
SAVED_BYTES = 300_000

KERNEL = {"display_name": "Java (jjava)", "language": "java", "name": "java"}
LANGUAGE = {
    "codemirror_mode": "java",
    "file_extension": ".jshell",
    "mimetype": "text/x-java-source",
    "name": "java",
    "pygments_lexer": "java",
}


def main():
    parser = argparse.ArgumentParser(prog="run.py", description=__doc__)
    parser.add_argument("--save", action="store_true", help="save the outputs in the notebooks")
    parser.add_argument(
        "--clean", action="store_true", help="run nothing; remove what depends on the machine or the time from the notebooks"
    )
    parser.add_argument(
        "notebooks", nargs="*", type=Path, help="01 and 02, which train and test, if none is named"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if options.clean:
            for path in options.notebooks:
                before = version_of(path)
                write(read(path), path, before)
        elif options.notebooks:
            for path in options.notebooks:
                run(path.resolve(), options.save)
        else:
            copies.refresh()
            train_and_test(options.save)
    except Failure as failure:
        sys.exit(f"run: {failure}")
    except KeyboardInterrupt:
        logging.getLogger("asyncio").disabled = True  # it would report the unfinished cell
        sys.exit("run: interrupted")


def train_and_test(save):
    before, copy = version_of(MODEL), keep_model()
    try:
        run(WORK / "01-train.ipynb", save)
    finally:
        if copy and version_of(MODEL) == before:
            copy.unlink()
        elif copy:
            print(f"run: the previous models.ser is now {copy.name}", file=sys.stderr)
    if version_of(MODEL) in (None, before):
        raise Failure("01-train.ipynb ended without writing models.ser")
    OURS.write_text(checksum(MODEL))
    run(WORK / "02-test.ipynb", save)


def keep_model():
    """Copies a model that would be lost, because neither this script nor the project made it."""
    if not MODEL.exists():
        return None
    ours = [copies.recorded(WORK).get(MODEL.name), OURS.read_text() if OURS.exists() else None]
    if checksum(MODEL) in ours:
        return None
    copy = next(copy for copy in (WORK / f"models-{n}.ser" for n in range(1, sys.maxsize)) if not copy.exists())
    return shutil.copy2(MODEL, copy)


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except OSError as error:
        raise Failure(f"{path.name} cannot be read: {error.strerror}") from None
    except Exception:  # nbformat throws anything if the file holds something else
        raise Failure(f"{path.name} is not a notebook, or is damaged") from None


def run(path, save):
    """Runs one notebook in its folder, with a kernel of its own; changes the file only if asked to save."""
    before = version_of(path)
    notebook = read(path)
    print(f"== {path.name}", flush=True)
    client = NotebookClient(
        notebook,
        kernel_name="java",
        timeout=CELL_SECONDS,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(path.parent)}},
    )
    with tempfile.TemporaryFile("w+", errors="replace") as log:
        try:
            with ExitStack() as kernel:
                tried_again(lambda: kernel.enter_context(client.setup_kernel(stderr=log)))
                code = [at for at, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
                for number, at in enumerate(code, start=1):
                    execute(client, at, f"{path.name}, code cell {number}")
                # A mere request to shut down would take seconds, because JJava keeps an idle thread.
                run_sync(client.km.signal_kernel)(signal.SIGTERM)
        except (OSError, RuntimeError) as error:  # a kernel that dies also ends up here
            why = complaint(log)
            raise Failure(f"{path.name}: {error}{why and f' ({why})'}; run ./lab doctor to find the cause") from None
    if save:
        write(notebook, path, before)


def execute(client, at, where):
    cell = client.nb.cells[at]
    try:
        client.execute_cell(cell, at)
    except CellExecutionError:
        raise Failure(f"{where}: {message(cell)}") from None
    except CellTimeoutError:
        raise Failure(f"{where}: it did not finish within {CELL_SECONDS} seconds") from None
    except DeadKernelError:
        raise RuntimeError(f"the kernel died in {where}") from None
    finally:
        show(cell)


def show(cell):
    for output in cell.outputs:
        if output.output_type == "stream":
            print(output.text, end="", flush=True, file=getattr(sys, output.name))


def message(cell):
    """The message of the cell's exception or compiler error."""
    return plain([line for output in cell.outputs for line in output.get("traceback", [])])


def write(notebook, path, before):
    """Writes the notebook without what depends on the machine or the time, unless somebody else has changed it."""
    notebook.metadata.pop("widgets", None)
    notebook.metadata.update(nbformat.from_dict({"kernelspec": KERNEL, "language_info": LANGUAGE}))
    for cell in notebook.cells:
        for noise in ("execution", "trusted"):
            cell.metadata.pop(noise, None)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        nbformat.write(notebook, part)
        shutil.copymode(path, part)
        if version_of(path) != before:
            raise Failure(f"{path.name} was changed while it ran, so its outputs were not saved")
        part.replace(path)
    except OSError as error:
        raise Failure(f"{path.name} cannot be saved: {error.strerror}") from None
    finally:
        part.unlink(missing_ok=True)
    size = path.stat().st_size
    if size > SAVED_BYTES:
        print(f"warning: {path.name} has {size:,} bytes, but should have at most {SAVED_BYTES:,}", file=sys.stderr)


def version_of(path):
    """Inode and time, which change when a file is written; None if it is missing."""
    return (path.stat().st_ino, path.stat().st_mtime_ns) if path.exists() else None


class Failure(Exception):
    """Ends the run with one sentence."""


if __name__ == "__main__":
    main()
