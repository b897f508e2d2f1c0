"""Misuses widgets, and checks that each misuse is reported in one sentence and harms nothing."""

import re

from talk import data

# No names of classes, and none of Java's words.
SENTENCE = re.compile(r"(?!.*(null|Exception|Gson|java|@|digits\.))[^\n]{10,250}\.")
OPEN = "java.util.stream.StreamSupport.stream(kernel().getCommManager().spliterator(), false).count()"
# What a page cannot be told, however it is hidden; each is tried as a value and as a part of a message.
UNSENT = """
String told(Runnable code) {
  try { code.run(); return "accepted"; } catch (IllegalArgumentException e) { return e.getMessage(); } catch (Throwable t) { return t.toString(); }
}
var ring = new ArrayList<Object>(); ring.add(ring);
var loop = new HashMap<String, Object>(); loop.put("a", List.of(1, loop));
var noKey = new HashMap<String, Object>(); noKey.put(null, 1);
var unsent = List.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, List.of(1, Double.NaN), Map.of("a", Map.of("b", Float.NaN)),
    new double[] {1, Double.NaN}, Set.of(Double.NaN), new java.math.BigDecimal("1e999"), new Object(), Optional.of(1), new double[][] {{Double.NaN}}, ring, loop, noKey);
void put(Object value) { echo.set("x", value); }
void say(Object value) { echo.send(Map.of("x", value)); }
"""
SENT = "echo.set(\"x\", Arrays.asList(new int[] {1, 2}, Set.of(3L), Thread.State.NEW, 'c', null, new java.util.concurrent.atomic.AtomicInteger(4)))"
RANGES = """
var shaky = new ArrayList<Object>(List.of(1)); // A list that is changed after it was set.
echo.set("shaky", shaky);
var half = new FloatSlider("half", 0, 1, 0.5);
var power = new FloatLogSlider("power", -2, 3);
var wide = new FloatLogSlider("wide", -2, 12);
var done = new Progress("done", 10);
IntSlider set(IntSlider one, String key, Object value) { one.set(key, value); return one; }
"""
CLAMPED = [("slider.value(99).value()", "10"), ("slider.value(-99).value()", "0"), ("half.value(7.0).value()", "1.0"),
           ("half.value(-1e300).value()", "0.0"), ("power.value(1e9).value()", "1000.0"), ("power.value(-1.0).value()", "0.01"),
           ("done.value(11.0).value()", "10.0"), ("done.value(-1.0).value()", "0.0"), ("done.value(10.0).max(4).value()", "4.0"),
           ("slider.value(7).range(8, 9).value()", "8"), ("slider.range(0, 10).value(7).range(0, 3).value()", "3"),
           ("set(slider.range(0, 10), \"value\", 99).value()", "10"), ("set(slider, \"max\", 5).value()", "5")]
WRONG = ["slider.step(0)", "slider.step(-2)", "half.set(\"step\", 0.0)", "half.set(\"step\", Double.NaN)", "half.set(\"step\", Double.POSITIVE_INFINITY)", "power.step(-0.1)", "power.step(Double.NaN)",
         "slider.range(5, 4)", "slider.set(\"max\", -1)", "slider.set(\"min\", \"x\")", "slider.set(\"step\", 0)", "slider.set(\"value\", \"x\")",
         "slider.set(\"value\", 0.5)", "half.value(Double.NaN)", "power.value(Double.NaN)", "done.value(Double.NaN)", "done.max(0)", "done.max(Double.NaN)",
         "new FloatText(\"\", Double.NaN)", "new FloatText(\"\", 1).value(Double.POSITIVE_INFINITY)", "new FloatSlider(\"\", 0, 1, 0)",
         "new FloatLogSlider(\"\", 0, 400)", "new FloatLogSlider(\"\", -400, 0)", "new Progress(\"\", -1)"]
RINGS = """
var inner = new VBox();
var middle = new HBox(inner, inner);
var outer = new Tab().page("one", middle);
var shows = new Output();
var held = new VBox(shows);
var other = new Output().show(held);
var below = new Accordion().page("one", middle);
var holder = new AnyWidget("holder", "export default {}", "", Map.of("child", held));
"""
RING = ["inner.children(inner)", "inner.children(middle)", "inner.children(new Label(\"\"), outer)", "outer.page(\"two\", outer)",
        "middle.children(below)", "shows.show(held)", "shows.show(1, shows)", "shows.add(other)",
        "held.children(other)", "held.children(holder)", "inner.set(\"children\", List.of(middle))", "holder.set(\"child\", List.of(holder))",
        "shows.add(holder)"]


def result(page, code, cell="other"):
    """The text that a cell shows."""
    return page.result(code, cell)["text/plain"]


def refused(page, codes, check):
    """Checks that each is refused in one sentence and changes no state."""
    answers = page.run("var said = List.of(" + ", ".join(f"told(() -> {code})" for code in codes) + ");", "refused")
    said = result(page, "String.join(\"\\n\", said)").split("\n")
    check("refused by a sentence", [(c, line) for c, line in zip(codes, said) if not SENTENCE.fullmatch(line)], [])
    check("each by one", len(said), len(codes))
    check("and no page hears of it", data(answers), [])


def states(page):
    """The widgets that a page is told about after a reload."""
    page.send("comm_open", {"comm_id": "control", "target_name": "jupyter.widget.control", "data": {}})
    ((_, told, _),) = data(page.tell("control", {"method": "request_states"}))
    return told["states"]


def nonsense(page, echo, check):
    """Checks that a program's mistakes are reported in one sentence and leave no trace in any widget."""
    page.run(UNSENT)
    refused(page, [f"{call}(unsent.get({i}))" for call in ("put", "say") for i in range(14)], check)
    ((_, told, _),) = data(page.run(SENT))
    check("arrays, sets and names are sent", told["state"], {"x": [[1, 2], [3], "NEW", "c", None, 4]})
    page.run(RANGES, "ranges")
    page.run("shaky.add(Double.NaN);")
    alive = int(result(page, OPEN)) - 1  # The line that asks is none of a widget.
    told = states(page)
    check("all are told of, without what cannot be told", (len(told), "shaky" in told[echo]["state"]), (alive, False))
    page.run("shaky.clear();")
    check("and with it, when it can", states(page)[echo]["state"]["shaky"], [])
    values = result(page, "List.of(" + ", ".join(code for code, _ in CLAMPED) + ")").strip("[]").split(", ")
    check("values are brought between the ends", list(zip(CLAMPED, values)), [(one, one[1]) for one in CLAMPED])
    refused(page, WRONG, check)
    wide = result(page, "wide.id()")
    for beyond in (-5, 0, 0.0099, 1.1e12):
        said = data(page.tell(wide, {"method": "update", "state": {"value": beyond}, "buffer_paths": []}))
        check(f"a page cannot reach {beyond}", said[0][1]["state"], {"value": 0.01})
    page.run(RINGS, "rings")
    refused(page, RING, check)
    page.run("var leaf = new VBox(); var trunk = new VBox(leaf); trunk.children(new Label(\"\")); leaf.children(trunk); leaf", "trunk")
    check("boxes that change places are shown", "widget-view+json" in str(page.run("new VBox(held, trunk)", "held")), True)
    page.run("slider.range(0, 10); slider.value(3);")
