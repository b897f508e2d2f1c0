"""Speaks the widget protocol with a real kernel, as a page would, and checks each answer."""

import re
import sys

from nonsense import nonsense
from talk import PROJECT, Kernel, check, data, of

LIBRARY = sys.argv[1]
IMPORTS = f"%maven digits:jjava-widgets:{LIBRARY}\nimport jjava.widgets.*;"
CONTROLS = """
var slider = new IntSlider("how many", 0, 10).value(3);
var echo = new AnyWidget("echo", "export default {}", "", Map.of("bytes", new byte[] {1, 2}));
slider.onChange(v -> { if (v == 9) { throw new StackOverflowError("nine is too deep"); } });
slider.observe("value", v -> echo.set(Map.of("double", 2 * slider.value(), "half", slider.value() / 2.0)));
echo.onMessage((content, bytes) -> echo.send(Map.of("heard", content), bytes.get(0), new byte[] {9}));
new VBox(slider, echo)
"""
OPEN = """
java.util.stream.StreamSupport.stream(kernel().getCommManager().spliterator(), false).count()
"""
STOPS = """
var loud = new Label("");
var work = new Background(loud);
int deaf = 0;
for (int i = 0; i < 100; i++) {
  work.start(() -> { for (int n = 0; !Thread.currentThread().isInterrupted(); n++) { loud.value("" + n); java.util.concurrent.locks.LockSupport.parkNanos(100_000); } });
  Thread.sleep(3 + i % 5);
  work.stop();
  for (int wait = 0; work.isRunning() && wait < 1_000; wait++) Thread.sleep(1);
  if (work.isRunning()) { deaf++; while (work.isRunning()) { work.stop(); Thread.sleep(1); } }
}
deaf
"""
TELLS_INTERRUPTED = """
var kept = new ArrayList<Boolean>();
work.start(() -> { Thread.currentThread().interrupt(); loud.value("told"); kept.add(Thread.currentThread().isInterrupted()); });
while (work.isRunning()) Thread.sleep(1);
loud.value() + " " + kept
"""


def main():
    with Kernel() as page:
        conversation(page)
        documents(page)


def refusals(page):
    """A program's mistakes change nothing."""
    page.run('var list = new Dropdown<>("list", List.of("a", "b", "c")).value("c"); list', "refusing")
    for code, sentence in (("list.options(List.of(\"d\"), \"e\");", "e is none of the choices [d]"),
                           ("list.options(List.of(), \"e\");", "A list of choices needs at least one."),
                           ("slider.range(5, 4);", "not from 5 to 4.")):
        answers = page.attempt(code)
        check(f"{code} is refused", [sentence in error["content"]["evalue"] for error in of(answers, "error")], [True])
        check(f"{code} changes nothing", data(answers), [])
    check("the value stays", page.result("list.value()")["text/plain"], "c")


def still_forms(page):
    """The failure of a still form is shown below its widget and ends no kernel."""
    answers = page.run("new Label(\"here\").fallback(() -> { throw new StackOverflowError(\"no end\"); })", "still")
    (shown,) = of(answers, "execute_result")
    check("without it the widget is shown", sorted(shown["content"]["data"]),
          ["application/vnd.jupyter.widget-view+json", "text/plain"])
    said = [s["state"]["value"] for _, s, _ in data(answers) if "value" in s["state"]]
    check("and what was wrong", ["no end" in value for value in said], [True])


def documents(page):
    """The code in the READMEs of the two modules, run as printed."""
    for name in "widgets", "tablesaw":
        page.run(f"%maven digits:jjava-{name}:{LIBRARY}")
        text = (PROJECT / "lib" / name / "README.md").read_text()
        shown = [of(page.run(block, f"{name} {at}"), "execute_result")
                 for at, block in enumerate(re.findall("^```java\n(.*?)^```", text, re.MULTILINE | re.DOTALL))]
        check(f"the code of {name} shows something", any(shown), True)


def conversation(page):
    page.run(IMPORTS, "imports")
    answers = page.run(CONTROLS, "controls")
    made = of(answers, "comm_open")
    check("versions", {o["metadata"]["version"] for o in made}, {"2.1.0"})
    check("target", {o["content"]["target_name"] for o in made}, {"jupyter.widget"})
    models = {o["content"]["data"]["state"]["_model_name"]: o["content"] for o in made}
    slider = models["IntSliderModel"]["comm_id"]
    echo = models["AnyModel"]["comm_id"]
    (shown,) = of(answers, "execute_result")
    bundle = shown["content"]["data"]
    frame = bundle["application/vnd.jupyter.widget-view+json"]["model_id"]
    check("what is shown is open", frame in {o["content"]["comm_id"] for o in made}, True)
    check("still text", bundle["text/plain"].splitlines()[0], "how many: 3")
    check("still HTML", "<div>how many: 3</div>" in bundle["text/html"], True)
    check("bytes out", (echo, {"method": "update", "state": {}, "buffer_paths": [["bytes"]]},
                        [b"\x01\x02"]) in data(answers), True)

    said = data(page.tell(slider, {"method": "update", "state": {"value": 5}, "buffer_paths": []}))
    check("a change is told to other pages, and its consequence comes in one message", said, [
        (slider, {"method": "echo_update", "state": {"value": 5}, "buffer_paths": []}, []),
        (echo, {"method": "update", "state": said[1][1]["state"], "buffer_paths": []}, [])])
    check("consequence", said[1][1]["state"], {"double": 10, "half": 2.5})
    check("a value that is there is not sent", data(page.run("slider.set(\"value\", 5)", "other")), [])

    said = data(page.tell(echo, {"method": "custom", "content": {"a": [1, None, "ä"]}}, [b"\x07\x08"]))
    check("messages and bytes, both ways", said, [
        (echo, {"method": "custom", "content": {"heard": {"a": [1, None, "ä"]}}}, [b"\x07\x08", b"\x09"])])
    page.tell(echo, {"method": "update", "state": {"deep": [{"x": 1}]},
                     "buffer_paths": [["deep", 0, "y"]]}, [b"\x03\x04"])
    code = "((byte[]) ((Map<?, ?>) ((List<?>) echo.get(\"deep\")).get(0)).get(\"y\"))[1]"
    check("bytes in", page.result(code)["text/plain"], "4")

    ((_, asked, attached),) = data(page.tell(echo, {"method": "request_state"}))
    check("request_state", (asked["method"], asked["state"]["double"], sorted(map(tuple, asked["buffer_paths"]))),
          ("update", 10, [("bytes",), ("deep", 0, "y")]))
    check("request_state, bytes", sorted(attached), [b"\x01\x02", b"\x03\x04"])

    page.send("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
    ((_, states, attached),) = data(page.tell("control", {"method": "request_states"}))
    check("update_states", (states["method"], set(states["states"])),
          ("update_states", {o["content"]["comm_id"] for o in made}))
    check("update_states, one", states["states"][slider]["state"]["value"], 5)
    check("update_states, bytes", [echo, "state", "bytes"] in states["buffer_paths"], True)

    said = data(page.tell(slider, {"method": "update", "state": {"value": 9}, "buffer_paths": []}))
    shown = [s["state"]["value"] for _, s, _ in said if "value" in s["state"] and s["method"] == "update"]
    check("an error is shown", "nine is too deep" in shown[0], True)
    said = data(page.tell(slider, {"method": "update", "state": {"value": 2}, "buffer_paths": []}))
    children = [s["state"]["children"] for comm, s, _ in said if comm == frame]
    check("and no longer after a good one", [len(c) for c in children], [1])
    page.tell("nobody", {"method": "update", "state": {}})
    refusals(page)
    still_forms(page)
    nonsense(page, echo, check)
    check("100 stops of work that writes all the time are heard", page.result(STOPS)["text/plain"], "0")
    check("work that is interrupted tells the page and stays so", page.result(TELLS_INTERRUPTED)["text/plain"], "told [true]")
    check("the kernel lives", page.result("6 * 7")["text/plain"], "42")

    count = int(page.result(OPEN)["text/plain"])
    answers = page.run(CONTROLS, "controls")
    check("run again: the old are closed", {a["content"]["comm_id"] for a in of(answers, "comm_close")},
          {o["content"]["comm_id"] for o in made})
    check("run again: no more than before", int(page.result(OPEN)["text/plain"]), count)
    page.run("new Label(\"elsewhere\")", "third", deleted=["controls"])
    check("a deleted cell's are closed", page.result("slider.isClosed()")["text/plain"], "true")
    check("a closed one says so", "This widget is closed" in page.error("slider", "fourth"), True)


if __name__ == "__main__":
    main()
