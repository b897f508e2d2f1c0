"""Writes scikit-learn's 1,797 small digits (UCI; 8 x 8 pixels, of other writers than MNIST's) as IDX files of 28 x 28."""

import struct
import sys
from pathlib import Path

import numpy as np
from scipy.ndimage import zoom
from sklearn.datasets import load_digits

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
digits = load_digits()
pixels = np.stack([np.pad(zoom(image, 3, order=1, grid_mode=True, mode="nearest"), 2) for image in digits.images])
pixels = np.clip(np.round(pixels * 255 / 16), 0, 255).astype(np.uint8)
(folder / "uci-images-idx3-ubyte").write_bytes(struct.pack(">IIII", 0x803, len(pixels), 28, 28) + pixels.tobytes())
(folder / "uci-labels-idx1-ubyte").write_bytes(
    struct.pack(">II", 0x801, len(pixels)) + digits.target.astype(np.uint8).tobytes())
