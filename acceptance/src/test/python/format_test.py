"""Reads the kept model files and statistics without Java, by docs/format.md, and computes with them."""

import csv
import hashlib
import struct
import unittest
from pathlib import Path

PROJECT = Path(__file__).parents[4]
KEPT = PROJECT / "lib/core/src/test/resources/digits"
MODEL, STATISTICS = bytes.fromhex("8a54454e0d0a1a0a"), bytes.fromhex("8a5445530d0a1a0a")
NULL, REFERENCE, CLASS, OBJECT, TEXT, ARRAY, END = b"pqrstux"


def opened(data, magic):
    """What is in an envelope of format 1."""
    assert data[:8] == magic and data[8:12] == bytes([0, 0, 0, 1])
    assert hashlib.sha256(data[:-32]).digest() == data[-32:]
    return data[12:-32]


class Stream:
    """A payload of format 1, which is one object in Java's serialization stream."""

    def __init__(self, payload):
        self.left, self.known = payload, []
        assert self.take("H") == 0xACED and self.take("H") == 5
        self.model = self.read()
        assert not self.left

    def bytes(self, count):
        taken, self.left = self.left[:count], self.left[count:]
        return taken

    def numbers(self, kind, count):
        return list(struct.unpack(f">{count}{kind}", self.bytes(count * struct.calcsize(">" + kind))))

    def take(self, kind):
        return self.numbers(kind, 1)[0]

    def text(self):
        return self.bytes(self.take("H")).decode()

    def read(self):
        mark = self.take("B")
        if mark == NULL:
            return None
        if mark == REFERENCE:
            return self.known[self.take("I") - 0x7E0000]
        read = {CLASS: self.description, OBJECT: self.object, TEXT: self.string, ARRAY: self.array}[mark]
        return read()

    def description(self):
        """A class: its name, and the letters and the names of its fields."""
        name, _ = self.text(), self.take("Q")
        at = self.remember(None)
        assert self.take("B") == 2
        fields = []
        for _ in range(self.take("H")):
            kind, field = chr(self.take("B")), self.text()
            fields.append((kind, field))
            if kind in "L[":
                self.read()
        assert self.take("B") == END
        self.known[at] = name, fields
        assert self.read() is None  # no class above it
        return self.known[at]

    def remember(self, found):
        self.known.append(found)
        return len(self.known) - 1

    def object(self):
        name, fields = self.read()
        made = {"class": name}
        self.remember(made)
        for kind, field in fields:
            made[field] = self.read() if kind in "L[" else self.take({"I": "i", "J": "q", "D": "d"}[kind])
        return made

    def string(self):
        found = self.text()
        self.remember(found)
        return found

    def array(self):
        name, _ = self.read()
        made = []
        self.remember(made)
        count, kind = self.take("I"), name[1]
        if kind in "L[":
            made += [self.read() for _ in range(count)]
        else:
            made += self.numbers({"I": "i", "D": "d", "F": "f", "S": "h"}[kind], count)
        return made


class FormatTest(unittest.TestCase):
    def test_computes_the_margins_of_a_kept_model(self):
        model = Stream(opened((KEPT / "model/pixels-1.ser").read_bytes(), MODEL)).model
        self.assertEqual(model["class"], "digits.model.SavedModel")
        self.assertEqual(model["features"]["maps"], ["pixels"])
        self.assertEqual((model["origin"]["digits"], model["origin"]["seed"]), (2000, 42))
        lines = (KEPT / "model/pixels-1.csv").read_text().splitlines()
        rows = [row for row in csv.reader(lines) if row[0].isdigit()]
        self.assertGreater(len(rows), 10)
        for picture, *margins in rows:
            ink = [(int(picture) + 1) * i * i % 256 / 255 for i in range(784)]
            for weights, intercept, margin in zip(model["weights"], model["intercepts"], margins, strict=True):
                self.assertAlmostEqual(intercept + sum(w * x for w, x in zip(weights, ink)), float(margin), 4)

    def test_reads_kept_statistics_to_the_end(self):
        content = opened((KEPT / "learn/statistics-1.bin").read_bytes(), STATISTICS)
        length = struct.unpack(">I", content[:4])[0]
        carrier = Stream(opened(content[4:4 + length], MODEL)).model
        self.assertEqual((carrier["features"]["maps"], carrier["origin"]["digits"]), (["hog 14"], 5000))
        size = len(carrier["weights"][0])
        self.assertEqual(content[4 + length:10 + length], bytes([0, 0, 0, 2, 1, 1]))  # both parts
        numbers = [number for number, in struct.iter_unpack(">d", content[10 + length:])]
        self.assertEqual(len(numbers), size * (size + 1) // 2 + 10 * size + 10)
        self.assertEqual(sum(numbers[-10:]), 5000)
        self.assertTrue(all((number * 2**24).is_integer() for number in numbers))


if __name__ == "__main__":
    unittest.main()
