"""Asks a digit tester in the real kernel what its page would ask, and checks each answer."""

import sys

from widgets import Kernel, check, data, of
from kernel import opened

LIBRARY, MODELS = sys.argv[1:]
TESTER = f"""%maven digits:digits-lib:{LIBRARY}
import digits.data.*; import digits.draw.*; import digits.model.*; import digits.panels.*;
var test = Mnist.load().test();
var models = ModelFile.load(java.nio.file.Path.of("{MODELS}"));
var tester = new DigitTester(models, test).seed(7);
tester"""
PAD = "var pad = new DigitPad(models); pad"
STROKES = [[[80, 60, 200, 60, 130, 230]], [[20, 140, 260, 140]]]


NOTHINGS = """
String.join("\\n", java.util.stream.Stream.<Runnable>of(() -> new TrainingPanel(null), () -> new TrainingPanel(test.head(60), null),
    () -> new TrainingPanel(test.head(60)).train(null, digits.learn.ProgressListener.NONE),
    () -> new TrainingPanel(test.head(60)).train(digits.learn.Trainer.logistic(), null),
    () -> new DigitPad(models).drawing(null), () -> new DigitPad(models).model(null))
    .map(code -> { try { code.run(); return "accepted"; } catch (RuntimeException e) { return e.getMessage(); } }).toList())
"""


def beyond(bars):
    """The bars that are not a tenth of their margin long, up to a margin of 10, and then cut."""
    return [bar for bar in bars if abs(bar["share"] - max(-1, min(1, float(bar["margin"]) / 10))) > 0.001
            or bar["cut"] != (abs(float(bar["margin"])) > 10)]


def main():
    with Kernel() as page:
        conversation(page)


def conversation(page):
    answers = page.run(TESTER, "tester")
    comm = next(o["content"]["comm_id"] for o in of(answers, "comm_open")
                if o["content"]["data"]["state"]["_model_name"] == "AnyModel")
    turns = [sent["state"]["said"]["turn"] for c, sent, _ in data(answers) if c == comm]

    def ask(control, value=""):
        """All that the panel says to one question, which is one message."""
        told = page.tell(comm, {"method": "custom", "content": {"control": control, "value": value}})
        ((state, buffers),) = [(sent["state"], buffers) for c, sent, buffers in data(told) if c == comm]
        turns.append(state["said"]["turn"])
        return state, buffers

    order = page.result('test.sample(3, 7).stream().map(d -> "" + d.index()).toList()')["text/plain"]
    state, pixels = ask("next")
    check("the second digit", state["view"]["index"], int(order.strip("[]").split(",")[1]))
    check("its pixels", [len(p) for p in pixels], [784])
    inked = page.result("tester.prediction().digit().pixels()[14 * 28 + 14] & 0xFF")["text/plain"]
    check("a pixel", pixels[0][14 * 28 + 14], int(inked))
    check("ten bars", [bar["digit"] for bar in state["view"]["verdict"]["bars"]], list(range(10)))
    check("the tester's bars have the scale of all", beyond(state["view"]["verdict"]["bars"]), [])
    state, _ = ask("go", "10,000")
    check("no such digit", state["said"]["text"], "There is no digit 10000: they are 0 to 9,999.")
    state, _ = ask("seed", "7.5")
    check("no seed", state["said"]["text"], 'A seed is a whole number, not "7.5".')
    told = page.tell(comm, {"method": "custom", "content": {"control": "filter", "value": "dance"}})
    turns.append(next(sent["state"]["said"]["turn"] for c, sent, _ in data(told) if c == comm))
    check("no such choice", "There is no choice dance." in str(data(told)), True)
    state, _ = ask("dance")
    check("what fails is answered, too", state["said"]["text"], "")
    check("each answer has a turn of its own", turns, list(range(1, len(turns) + 1)))
    check("panels need all that they are given", [line for line in page.result(NOTHINGS)["text/plain"].split("\n")
                                                  if not line.endswith(" is needed, but none was given.")], [])
    pad = opened(page.run(PAD))["AnyModel"]
    for strokes in STROKES:
        told = data(page.tell(pad, {"method": "update", "state": {"strokes": strokes}, "buffer_paths": []}))
        (verdict,) = [sent["state"]["verdict"] for c, sent, _ in told if c == pad and "verdict" in sent.get("state", {})]
        check("the pad says what all ten say", [bar["says"] in ("yes", "no") for bar in verdict["bars"]], [True] * 10)
        check("the pad's bars have the scale of all", beyond(verdict["bars"]), [])
    check("the kernel lives", page.result("6 * 7")["text/plain"], "42")


if __name__ == "__main__":
    main()
