"""RapidOCR as a reader of pages: a line per file, with its seconds and its rows."""

import sys
import time
from pathlib import Path

from rapidocr_onnxruntime import RapidOCR

engine = RapidOCR()
for folder in sys.argv[1:]:
    for page in sorted(Path(folder).glob("*.jpg")):
        start = time.perf_counter()
        found, _ = engine(str(page))
        seconds = time.perf_counter() - start
        # It returns boxes of text: corners, text, score. Those at about one height are a row.
        boxes = sorted(((sum(y for _, y in corners) / 4, min(x for x, _ in corners), text,
                         max(y for _, y in corners) - min(y for _, y in corners))
                        for corners, text, _ in found or []), key=lambda box: box[0])
        rows = []
        for box in boxes:
            if rows and abs(box[0] - rows[-1][-1][0]) < box[3] / 2:
                rows[-1].append(box)
            else:
                rows.append([box])
        texts = ["".join(c for _, _, text, _ in sorted(row, key=lambda b: b[1]) for c in text if c.isdigit()) for row in rows]
        print(f"RapidOCR\t{page}\t{seconds:.3f}\t{' '.join(texts)}")
