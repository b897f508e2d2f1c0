"""MNIST from its four IDX files, plain or gzip."""

import gzip
import os
import struct
import sys
from pathlib import Path

import numpy as np


def folder(arguments):
    """The first argument, else DIGITS_DATA, else the cache folder that ./lab setup fills."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ten-digits"
    named = arguments[0] if arguments else os.environ.get("DIGITS_DATA")
    return Path(named) if named else cache


def load(where, kind):
    """Pixels (n x 784, bytes 0-255) and labels (n, 0-9); kind is "train" or "t10k"."""
    pixels = read(where, f"{kind}-images-idx3-ubyte", 3).reshape(-1, 784)
    labels = read(where, f"{kind}-labels-idx1-ubyte", 1)
    if len(pixels) != len(labels):
        sys.exit(f"{where} has {len(pixels)} {kind} images but {len(labels)} labels: fetch both files anew")
    return pixels, labels


def read(where, name, dimensions):
    plain, packed = where / name, where / f"{name}.gz"
    if plain.exists():
        data = plain.read_bytes()
    elif packed.exists():
        data = gzip.decompress(packed.read_bytes())
    else:
        sys.exit(f"no {name} in {where}: run ./lab setup, or name the folder that holds MNIST in DIGITS_DATA")
    header = 4 + 4 * dimensions
    if data[:4] != bytes([0, 0, 8, dimensions]):
        sys.exit(f"{where / name} is no IDX file of bytes with {dimensions} dimension(s): fetch it anew")
    shape = struct.unpack(f">{dimensions}i", data[4:header])
    if len(data) != header + int(np.prod(shape)):
        sys.exit(f"{where / name} has {len(data)} bytes, not the {header + int(np.prod(shape))} it announces: fetch it anew")
    return np.frombuffer(data, np.uint8, offset=header).reshape(shape)
