"""Sends widgets and panels in the real kernel what no page would send, and checks that nothing is harmed."""

import json
import math
import random
import sys
import time
from datetime import datetime

from talk import CellFailure, Kernel, data, of

LIBRARY, MODELS, FOLDER, SEED, FUZZ, FLOOD = sys.argv[1:]
IMPORTS = f"""%maven digits:digits-lib:{LIBRARY}
import digits.data.*; import digits.draw.*; import digits.model.*; import digits.panels.*; import jjava.widgets.*;
import java.nio.file.Path; import java.util.function.Supplier;"""
CONTROLS = """
var whole = new IntSlider("whole", 0, 10);
var part = new FloatSlider("part", 0, 1, 0.1);
var power = new FloatLogSlider("power", -2, 4);
var list = new Dropdown<>("list", List.of("a", "b", "c"));
var box = new Checkbox("box");
var toggle = new ToggleButton("toggle");
var line = new Text("line");
var count = new IntText("count", 5);
var number = new FloatText("number", 0.5);
var label = new Label("label");
var html = new Html("html");
var bar = new Progress("bar", 2);
var still = new IntSlider("out of use", 0, 10).disabled(true);
var off = new Button("out of use").disabled(true);
var pages = new Tab().page("one", new Label("1")).page("two", new Label("2"));
var own = new AnyWidget("own", "export default {}", "", Map.of("value", 1));
var controls = List.<ValueControl<?, ?>>of(whole, part, power, list, box, toggle, line, count, number, label, html, bar, still);
var calls = new HashMap<String, Object>();
void listen(ValueControl<?, ?> control) { control.onChange(value -> calls.put(control.id(), value)); }
controls.forEach(control -> listen(control));
var victim = new IntSlider("closed from outside", 0, 10);
off.onClick(() -> calls.put("off", true));
var all = new VBox(controls.toArray(DomWidget<?>[]::new));
new VBox(all, pages, own, victim, off)
"""
PANELS = f"""
var models = ModelFile.load(Path.of("{MODELS}"));
var mnist = Mnist.load();
var pad = new DigitPad(models, OwnDigits.in(Path.of("{FOLDER}")));
var tester = new DigitTester(models, mnist.test().head(100));
var panel = new TrainingPanel(mnist.train().head(600), Path.of("{FOLDER}", "models.ser"));
new VBox(pad, tester)
"""
IDS = "String.join(\" \", controls.stream().map(Widget::id).toList()) + \" \" + pages.id() + \" \" + own.id() + \" \" + victim.id() + \" \" + off.id() + \" \" + pad.id() + \" \" + tester.id()"
NAMES = "whole part power list box toggle line count number label html bar still pages own victim off pad tester".split()
# Whatever a cell may ask of them; the last is the heap in megabytes.
SOUND = """
List.of(6 * 7, controls.stream().map(control -> control.value()).toList().size(),
    controls.stream().map(control -> control.isDisabled() + control.description()).toList().size(),
    pad.drawing().strokes().size() >= 0, pad.prediction().isPresent(), tester.prediction().actual() >= 0,
    display(new VBox(all, pages, own, pad, tester)).length() > 0, panel.runs().rowCount(),
    Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("digits-")
        || t.getName().startsWith("widgets-")).count())
"""
HEAP = """
long least = Long.MAX_VALUE;
for (int i = 0; i < 5; i++) { System.gc(); Thread.sleep(50); least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()); }
least >> 20
"""


def is_number(value):
    return type(value) in (int, float) and math.isfinite(value)


def is_whole(value):
    return is_number(value) and value == int(value) and -2**31 <= value < 2**31


def is_text(value):
    return isinstance(value, str)


def none(_):
    return False


# Where the value is in the state, what is a good one, and one of those. Of what a reader only sees, and of a control that
# is out of use, no value is good: the last is the one that it keeps.
GOOD = {
    "whole": ("value", lambda v: is_whole(v) and 0 <= v <= 10, 7),
    "part": ("value", lambda v: is_number(v) and 0 <= v <= 1, 0.5),
    "power": ("value", lambda v: is_number(v) and 0.01 <= v <= 10_000, 100),
    "list": ("index", lambda v: is_whole(v) and 0 <= v <= 2, 2),
    "box": ("value", lambda v: isinstance(v, bool), True),
    "toggle": ("value", lambda v: isinstance(v, bool), True),
    "line": ("value", is_text, "good"),
    "count": ("value", is_whole, 12),
    "number": ("value", is_number, 1.5),
    "label": ("value", none, "label"),
    "html": ("value", none, "html"),
    "bar": ("value", none, 0),
    "still": ("value", none, 0),
    "pages": ("selected_index", lambda v: v is None or is_whole(v) and 0 <= v <= 1, 1),
}
# What the kernel reads of numbers that are none in JSON.
NO_JSON = {"nan": "NaN", "inf": "Infinity"}
INK = [[90, 60, 180, 60, 130, 220]]
LONG = int(FUZZ) > 100
HUGE = "9" * (10_000_000 if LONG else 1_000_000)


def nested(depth):
    value = 1
    for _ in range(depth):
        value = [value]
    return value


VALUES = [None, True, False, "", "x", "5", "<script>window.hurt=1</script>", -1, 0, 0.5, 2, 11, 1e9, -1e9, 1e308, 1e-308,
          float("nan"), float("inf"), [], [None], [[]], {}, {"a": 1}, {"length": 3}, nested(50), nested(2_000)]
STROKES = [None, "x", 5, {}, [None], ["x"], [[]], [[None, None]], [["a", "b"]], [[1]], [[1, 2, 3]], [[[1, 2]]],
           [{"x": 1}], [[1e308, 1]], [[float("nan"), 1, 2, 3]], [[float("inf"), 1]], [[1e6, -1e6, -1e6, 1e6]], nested(2_000),
           [[1, 2] * 1_000_000], [[20, 20, 260, 260] * 2_500], [[20, 20]] * 5_000]
KEYS = ["value", "index", "selected_index", "children", "layout", "style", "_options_labels", "max", "min", "description",
        "disabled", "_model_name", "_view_name", "_esm", "titles", "strokes", "pen", "outputs", "unknown", "", "a" * 1_000]


class Torture:
    def __init__(self, page):
        self.page = page
        sys.setrecursionlimit(10_000)
        self.page.client.session.pack = lambda thing: json.dumps(thing, default=datetime.isoformat).encode()  # NaN, too
        self.told = 0
        self.run(IMPORTS)
        self.comms = [opened for code in (CONTROLS, PANELS, "panel") for opened in self.opened(self.run(code, code))]
        ids = json.loads(self.page.result(IDS)["text/plain"].join(['"', '"'])).split()
        self.ids = dict(zip(NAMES, ids))
        self.held = {name: self.update(name, {key: good}) or good for name, (key, _, good) in GOOD.items()}
        self.held["part"] = 0.5

    def run(self, code, cell="other"):
        try:
            return self.page.run(code, cell)
        except CellFailure as failure:
            sys.exit(f"a cell fails after {self.told} messages, -Dtorture.seed={SEED}: {failure}")

    @staticmethod
    def opened(answers):
        return [(o["content"]["comm_id"], o["content"]["data"]["state"]["_model_name"]) for o in of(answers, "comm_open")]

    def tell(self, comm, content, buffers=None):
        self.told += 1
        try:
            return data(self.page.tell(comm, content, buffers))
        except Exception as silence:
            sys.exit(f"the kernel is silent after {self.told} messages, -Dtorture.seed={SEED}: {str(content)[:300]}: {silence!r}")

    def update(self, name, state, paths=(), buffers=None):
        """Sets values as a page would; returns what the page is told about them."""
        told = {}
        for comm, said, _ in self.tell(self.ids[name], {"method": "update", "state": state, "buffer_paths": paths}, buffers):
            if comm == self.ids[name]:
                told.update(said["state"])
        (told,) = [{key: told[key] for key in state if key in told}]
        return told if len(state) != 1 else next(iter(told.values()), None)

    def wrong(self, name, value):
        """Sets a value. The control accepts a good one; otherwise it reports the one it keeps."""
        key, is_good, _ = GOOD[name]
        told = self.update(name, {key: value})
        value = NO_JSON.get(str(value), value)
        if is_good(value):
            self.held[name] = value
        if told != self.held[name]:
            sys.exit(f"{name} was set to {str(value)[:100]} and says {told!r}, expected {self.held[name]!r}")

    def look(self):
        """Checks that cells and good messages still get their answers."""
        (shown,) = of(self.run(SOUND), "execute_result")
        sound = shown["content"]["data"]["text/plain"].strip("[]").split(", ")
        if sound[0] != "42" or sound[-1] != "0":
            sys.exit(f"after {self.told} messages, -Dtorture.seed={SEED}: {sound}")
        for name in random.sample(sorted(GOOD), 2):
            self.wrong(name, GOOD[name][2])
        said = self.tell(self.ids["pad"], {"method": "update", "state": {"pen": 22, "strokes": INK}})
        if not any(told["state"].get("verdict", {}).get("predicted", -1) >= 0 for _, told, _ in said if "state" in told):
            sys.exit(f"the pad does not answer: {str(said)[:500]}")
        said = self.tell(self.ids["tester"], {"method": "custom", "content": {"control": "go", "value": "5"}})
        if [told["state"]["view"]["index"] for comm, told, _ in said if comm == self.ids["tester"]] != [5]:
            sys.exit(f"the tester does not answer: {str(said)[:500]}")
        if self.states() < len(self.comms) - 3:
            sys.exit(f"a page that is loaded again is told of {self.states()} widgets only")

    def states(self):
        self.page.send("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
        ((_, told, _),) = self.tell("control", {"method": "request_states"})
        return len(told["states"])

    def heap(self):
        return int(self.page.result(HEAP)["text/plain"])

    def known(self):
        """Known kinds of nonsense."""
        for name in GOOD:
            for value in random.sample(VALUES, len(VALUES) if LONG else 5):
                self.wrong(name, value)
        for name, value in (("label", "x"), ("html", "<b>x</b>"), ("bar", 1), ("still", 2), ("pages", 2), ("list", 3), ("whole", 11)):
            self.wrong(name, value)
        self.look()
        for strokes in STROKES if LONG else STROKES[:-3] + STROKES[-1:]:
            began = time.monotonic()
            self.update("pad", {"strokes": strokes})
            if time.monotonic() - began > 10:
                sys.exit(f"the pad takes {time.monotonic() - began:.0f} s to answer {str(strokes)[:80]}")
        for pen in [None, "x", -1, 0, 1e308, 1e-308, 1e6, float("nan"), [], True]:
            self.update("pad", {"pen": pen})
        self.tell(self.ids["off"], {"method": "custom", "content": {"event": "click"}})
        if self.page.result("calls.containsKey(\"off\")")["text/plain"] != "false":
            sys.exit("a button that is out of use was pressed")
        for really in [11, -1, 1e300, "x", None, 2.5, float("nan"), [3], True]:
            self.tell(self.ids["pad"], {"method": "custom", "content": {"really": really}})
        self.look()
        for content in [None, "x", 5, [], {}, {"control": None}, {"control": "dance"}, {"control": [1]}, {"control": HUGE},
                        {"control": "go"}, *[{"control": c, "value": v} for c in ("go", "seed", "filter", "rule")
                                             for v in (None, -1, 1e300, "x", [], nested(2_000), "9" * 400)]]:
            self.tell(self.ids["tester"], {"method": "custom", "content": content})
        self.look()
        for name in ("own", "whole", "pad") if LONG else ("own",):
            for message in [{}, {"method": None}, {"method": 5}, {"method": "dance"}, {"method": "update"}, {"method": "custom"},
                            {"method": "update", "state": "x"}, {"method": "update", "state": [1]},
                            {"method": "update", "state": {"a": 1}, "buffer_paths": "x"}, {"method": nested(500)}]:
                self.tell(self.ids[name], message)
            for paths in [[["nowhere", "b"]], [["a"], ["b"]], [[-1]], [[]], [[None]], ["a"], [None], [["a", 1e9]], [[{}]]]:
                self.tell(self.ids[name], {"method": "update", "state": {"a": [1]}, "buffer_paths": paths}, [b"x"])
        self.tell(self.ids["own"], {"method": "update", "state": {"deep": nested(300)}})
        for state in [{"value": HUGE}, {"value": [1] * (len(HUGE) // 3)}, {str(i): i for i in range(len(HUGE) // 100)}]:
            self.tell(self.ids["whole"], {"method": "update", "state": state})
        for comm in ["", "nobody", "\u0000", "x" * 100_000]:
            self.tell(comm, {"method": "update", "state": {"value": 1}})
        for content in [{"comm_id": "a", "target_name": "nothing", "data": {}}, {"comm_id": "b"},
                        {"comm_id": self.ids["whole"], "target_name": "jupyter.widget.control", "data": {}},
                        {"comm_id": self.ids["whole"], "target_name": "jupyter.widget", "data": {}}]:
            self.page.send("comm_open", content)
        for comm in ["nobody", self.ids["victim"], self.ids["victim"]]:
            self.page.send("comm_close", {"comm_id": comm, "data": {}})
        self.told += 7
        self.look()

    def fuzz(self, count):
        """Random messages to random widgets."""
        for i in range(count):
            comm, _ = random.choice(self.comms)
            if comm == self.ids["own"]:
                continue  # its state is the page's
            state = {random.choice(KEYS): self.anything(3) for _ in range(random.randint(0, 3))}
            paths = [self.anything(2) for _ in range(random.choice([0, 0, 0, 1, 2]))]
            content = {"control": random.choice(["next", "go", "seed", "restart", self.anything(1)]), "value": self.anything(2),
                       "really": random.choice([None, "x", -1, 10, 2.5, self.anything(1)])}
            message = {"method": random.choice(["update", "update", "custom", "request_state", self.anything(1)]),
                       "state": random.choice([state, state, state, self.anything(2)]), "buffer_paths": paths,
                       "content": random.choice([content, content, self.anything(2)])}
            for key in random.sample(sorted(message), random.choice([0, 0, 0, 1])):
                del message[key]
            self.tell(comm, message, [b"x"] * random.choice([0, 0, 1, 2]))
            if i % 50 == 49:
                self.again()
        self.again()

    def again(self):
        """Sets each control to a known value, because the fuzzing does not track them, and checks everything."""
        for name, (key, _, good) in GOOD.items():
            self.held[name] = good
        for name in random.sample(sorted(GOOD), 3):
            self.wrong(name, GOOD[name][2])
        self.look()

    @staticmethod
    def anything(depth):
        kind = random.randrange(8 if depth else 6)
        if kind < 4:
            return random.choice(VALUES[:-2])
        if kind == 4:
            return random.choice([1, -1]) * 10 ** random.uniform(-10, 300)
        if kind == 5:
            return "".join(chr(random.choice([34, 39, 60, 62, 65, 92, 233, 0x1F600])) for _ in range(random.randrange(20)))
        if kind == 6:
            return [Torture.anything(depth - 1) for _ in range(random.randrange(4))]
        return {random.choice(KEYS): Torture.anything(depth - 1) for _ in range(random.randrange(4))}

    def flood(self, count):
        """Sends many values at once; the last must win."""
        client = self.page.client
        for i in range(count):
            message = client.session.msg("comm_msg", {"comm_id": self.ids["count"], "data": {"method": "update", "state": {"value": i}}})
            client.session.send(client.shell_channel.socket, message)
        self.told += count
        while count and client.get_iopub_msg(timeout=60)["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            pass
        if count and self.page.result("count.value()")["text/plain"] != str(count - 1):
            sys.exit("the last of a flood does not hold")


def main():
    random.seed(int(SEED))
    with Kernel(stderr=sys.stdout) as page:
        torture = Torture(page)
        torture.look()
        before = torture.heap()
        torture.known()
        torture.fuzz(int(FUZZ))
        torture.flood(int(FLOOD))
        torture.look()
        grown = torture.heap() - before
        if grown > 40:
            sys.exit(f"the heap has grown by {grown} MB")
        print(f"told: {torture.told}")


if __name__ == "__main__":
    main()
