"""Stops trainings at random moments, with the page's stop button and with the panel's. Prints the longest waits."""

import random
import sys
import threading
import time

from talk import Kernel, check, of

LIBRARY, COUNT, SEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
SET_UP = f"""%maven digits:digits-lib:{LIBRARY}
import digits.data.*; import digits.learn.*; import digits.panels.*;
var train = Mnist.load().train();"""
TRAININGS = [
    "Trainer.logistic()",
    "Trainer.of(new LinearSvm()).digits(10_000)",
    "Trainer.features().digits(10_000)",
    "Trainer.best().digits(3_000)",
]
ENDLESS = "Trainer.of(new Logistic().tolerance(1e-300).iterations(1_000_000))"
PANEL = f"var panel = new TrainingPanel(train.head({12_000 if COUNT > 10 else 6_000}));\npanel"
THREADS = """
Thread.getAllStackTraces().keySet().stream()
    .filter(t -> t.getName().startsWith("digits-") || t.getName().startsWith("widgets-")).count()
"""


def main():
    moments = random.Random(SEED)
    with Kernel() as page:
        page.run(SET_UP)
        by_page(page, moments)
        by_panel(page, moments)


def at_work(page):
    """Whether a training thread is still alive."""
    return page.result(THREADS)["text/plain"] != "0"


def short(longest):
    """Checks the wait in the long form, which has the machine to itself. Asking for threads takes part of the two seconds."""
    if COUNT > 10 and longest >= 2:
        sys.exit(f"a training goes on for {longest:.2f} s")


def by_page(page, moments):
    longest, stopped = 0, 0
    for i in range(COUNT + 1):
        # The first would not end by itself.
        training, moment = (TRAININGS[i % len(TRAININGS)], moments.uniform(0, 2.5)) if i else (ENDLESS, 1)
        asked = []
        timer = threading.Timer(moment, lambda: (asked.append(time.monotonic()), page.interrupt()))
        timer.start()
        errors = of(page.attempt(training + ".train(train)"), "error")
        ended = time.monotonic()
        timer.join()  # The next cell comes when the kernel has heard the stop, which might hit that cell instead.
        # The kernel answers at once; what it left at work ends after that.
        while at_work(page):
            ended = time.monotonic()
            if ended - asked[0] > 30:
                sys.exit("a thread is left")
        if errors:
            check("the kernel says so", errors[0]["content"]["evalue"][:25], "Evaluator was interrupted")
            longest, stopped = max(longest, ended - asked[0]), stopped + 1
    learner = page.result("Trainer.logistic().digits(1_000).train(train).provenance().learner()")["text/plain"]
    check("the next training is right", learner, "logistic")
    short(longest)
    print(f"page: {COUNT + 1} presses, {stopped} before the end, longest wait {longest:.2f} s")


def by_panel(page, moments):
    opened = {}
    for answer in of(page.run(PANEL, "panel"), "comm_open"):
        state = answer["content"]["data"]["state"]
        opened[state.get("description", state["_model_name"])] = answer["content"]["comm_id"]
    click = {"method": "custom", "content": {"event": "click"}}
    for name, index in (("learner", 2), ("features", 2)):
        page.tell(opened[name], {"method": "update", "state": {"index": index}, "buffer_paths": []})
    longest = 0
    for _ in range(COUNT):
        page.tell(opened["Train"], click)
        time.sleep(moments.uniform(0, 2))
        page.tell(opened["Stop"], click)
        asked = time.monotonic()
        while at_work(page):
            if time.monotonic() - asked > 30:
                sys.exit("the training goes on")
        longest = max(longest, time.monotonic() - asked)
    before = int(page.result("panel.runs().rowCount()")["text/plain"])
    page.tell(opened["Train"], click)
    while at_work(page):
        time.sleep(0.1)
    check("the next training is right", int(page.result("panel.runs().rowCount()")["text/plain"]), before + 1)
    short(longest)
    print(f"panel: {COUNT} presses, longest wait {longest:.2f} s")


if __name__ == "__main__":
    main()
