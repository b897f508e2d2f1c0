
/** The paper shows strokes at once and sends them to the kernel once per frame. */
function paper(model, { told, lifted }) {
  const side = model.get("side");
  const node = make("svg", {
    viewBox: `0 0 ${side} ${side}`, class: "pad-paper", tabindex: 0, role: "img",
    "aria-label": `Paper to draw a digit on${model.get("pictures") ? "; a picture of one can be dropped here" : ""}. Control and Z takes back a stroke, Delete clears the paper.`,
  });
  let strokes = [];
  let pointer = null;
  let waiting = false;

  const tell = () => {
    waiting = false;
    model.set("strokes", strokes.map((stroke) => stroke.slice()));
    model.save_changes();
    told();
  };
  const show = () => {
    // A line of zero length still has round ends, which make a dot.
    node.replaceChildren(...strokes.map((xy) => make("polyline", { points: (xy.length === 2 ? [...xy, ...xy] : xy).join(" ") })));
    node.style.strokeWidth = model.get("pen");
  };
  const change = (changed) => {
    strokes = changed;
    show();
    tell();
  };
  const extend = (event) => {
    const box = node.getBoundingClientRect();
    const place = (at, from, size) => Math.round(((at - from) / size) * side * 10) / 10;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const point of between.length ? between : [event]) {
      const x = place(point.clientX, box.left, box.width);
      const y = place(point.clientY, box.top, box.height);
      const stroke = strokes.at(-1);
      if (stroke.at(-2) !== x || stroke.at(-1) !== y) stroke.push(x, y);
    }
    show();
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(tell);
    }
  };
  const begin = (event) => {
    if (pointer !== null || event.button !== 0) return;
    event.preventDefault();
    node.focus({ preventScroll: true });
    pointer = event.pointerId;
    node.setPointerCapture(pointer);
    strokes.push([]);
    extend(event);
  };
  const end = (event) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    tell();
    lifted();
  };
  node.addEventListener("pointerdown", begin);
  node.addEventListener("pointermove", (event) => event.pointerId === pointer && extend(event));
  node.addEventListener("pointerup", end);
  node.addEventListener("pointercancel", end);
  return {
    node,
    show,
    isDrawing: () => pointer !== null,
    undo: () => change(strokes.slice(0, -1)),
    clear: () => change([]),
    take: () => {
      if (pointer !== null) return; // While the pen is down, this page has the latest strokes.
      strokes = model.get("strokes").map((stroke) => stroke.slice());
      show();
    },
  };
}

// The digit pad. The kernel keeps the strokes and the pen, see DigitPad.java; without a kernel, site/try/pad-state.js does.
export default { render({ model, el }) {
  const button = (text, label, onClick) => {
    const node = make("button", { type: "button", "aria-label": label, title: label }, text);
    node.onclick = onClick;
    return node;
  };
  const busy = patience(2000);
  const card = verdictCard("the drawing as the classifiers see it, 28 by 28 pixels");
  card.words.setAttribute("role", "status");
  const sheet = paper(model, { told: busy.begin, lifted: () => card.words.setAttribute("aria-busy", "false") });
  const undo = button("Undo", "Take back the last stroke", sheet.undo);
  const clear = button("Clear", "Clear the paper", sheet.clear);
  const pen = make("input", { type: "range", min: 8, max: 44, "aria-label": "Pen width" });
  pen.oninput = () => {
    model.set("pen", Number(pen.value));
    model.save_changes();
    sheet.show();
  };
  const really = Array.from({ length: 10 }, (_, digit) =>
    button(String(digit), `It was really a ${digit}`, () => model.send({ really: digit })));
  const back = button("Take back", "Take the digit kept last out again", () => model.send({ do: "take back" }));
  const kept = make("div", { class: "pad-kept", role: "status" });

  const panel = make("section", { class: "digits-panel pad", "aria-label": "digit pad", "data-lm-suppress-shortcuts": "true" },
    make("div", { class: "pad-desk" },
      make("div", { class: "pad-side" }, sheet.node, make("div", { class: "digits-row" }, undo, clear, make("label", { class: "pad-pen" }, "Pen", pen))),
      card.node),
    busy.node);
  if (model.get("collects")) {
    const choices = make("div", { class: "pad-choices", role: "group", "aria-label": "It was really a" }, ...really);
    panel.append(make("div", { class: "digits-row" }, "It was really a", choices, back), kept);
  }

  const choice = make("select", {});
  choice.onchange = () => { busy.begin(); model.send({ use: choice.value }); };
  const models = make("label", { class: "digits-row" }, "Model", choice);
  panel.prepend(models);
  const offered = () => {
    const all = model.get("models");
    models.hidden = all.length === 0;
    choice.replaceChildren(...all.map(({ name, used }) => make("option", used ? { selected: "" } : {}, name)));
    if (!all.some(({ used }) => used)) choice.selectedIndex = -1;
  };

  if (model.get("pictures")) pictures(model, panel, busy.begin);

  const shown = () => {
    const verdict = model.get("verdict");
    card.show(model.get("pixels"), verdict, "what they see");
    card.words.setAttribute("aria-busy", String(sheet.isDrawing()));
    for (const choice of really) choice.disabled = verdict.predicted < 0;
  };
  const drawn = () => {
    sheet.take();
    undo.disabled = clear.disabled = model.get("strokes").length === 0;
  };
  const events = {
    "change:strokes": drawn,
    "change:answers": () => { busy.end(); shown(); offered(); },
    "change:pen": () => { pen.value = model.get("pen"); sheet.show(); },
    "change:kept": () => {
      kept.textContent = model.get("kept");
      back.disabled = /^(No digits|$)/.test(model.get("kept"));
    },
  };
  for (const [name, show] of Object.entries(events)) {
    model.on(name, show);
    show();
  }
  panel.onkeydown = (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "z") sheet.undo();
    else if (event.key === "Delete" || event.key === "Backspace") sheet.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  el.append(panel);
  return () => {
    busy.end();
    for (const [name, show] of Object.entries(events)) model.off(name, show);
  };
} };
