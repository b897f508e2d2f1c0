// Paper to draw on. The kernel has the strokes, the pen and what is said of them in the model.

const SVG = "http://www.w3.org/2000/svg";
const SIDE = 28;
const PATIENCE_MS = 2000;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function button(text, label, onClick) {
  const node = make("button", { type: "button", "aria-label": label, title: label }, text);
  node.addEventListener("click", onClick);
  return node;
}

/** The paper: what is drawn is seen at once, and told to the model once a frame. */
function paper(model) {
  const side = model.get("side");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("class", "paper");
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("role", "img");
  svg.setAttribute(
    "aria-label",
    "Paper to draw a digit on. Control and Z takes back a stroke, Delete clears the paper.",
  );
  let strokes = [];
  let pointer = null;
  let waiting = false;

  const tell = () => {
    waiting = false;
    model.set("strokes", strokes.map((stroke) => stroke.slice()));
    model.save_changes();
    svg.dispatchEvent(new Event("told"));
  };
  const show = () => {
    const lines = strokes.map((xy) => {
      const line = document.createElementNS(SVG, "polyline");
      // A line of no length has round ends, too: a dot.
      line.setAttribute("points", (xy.length === 2 ? [...xy, ...xy] : xy).join(" "));
      return line;
    });
    svg.replaceChildren(...lines);
    svg.style.strokeWidth = model.get("pen");
  };
  const change = (changed) => {
    strokes = changed;
    show();
    tell();
  };
  const extend = (event) => {
    const box = svg.getBoundingClientRect();
    const round = (value) => Math.round(value * 10) / 10;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const point of between.length ? between : [event]) {
      const x = round(((point.clientX - box.left) / box.width) * side);
      const y = round(((point.clientY - box.top) / box.height) * side);
      const stroke = strokes[strokes.length - 1];
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
    svg.focus({ preventScroll: true });
    pointer = event.pointerId;
    svg.setPointerCapture(pointer);
    strokes.push([]);
    extend(event);
  };
  const end = (event) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    tell();
    svg.dispatchEvent(new Event("drawn"));
  };
  svg.addEventListener("pointerdown", begin);
  svg.addEventListener("pointermove", (event) => event.pointerId === pointer && extend(event));
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  return {
    svg,
    isDrawing: () => pointer !== null,
    undo: () => change(strokes.slice(0, -1)),
    clear: () => change([]),
    show,
    take: () => {
      if (pointer !== null) return; // The pen is down: this page knows best.
      strokes = model.get("strokes").map((stroke) => stroke.slice());
      show();
    },
  };
}

/** The 28 x 28 pixels that the classifiers get: black with as much opacity as there is ink. */
function seen(canvas, view) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) image.data[4 * i + 3] = view.getUint8(i);
  context.putImageData(image, 0, 0);
}

/** One row a digit: its bar from the yes line in the middle, its margin, yes or no. */
function bars(model) {
  const rows = Array.from({ length: 10 }, (_, digit) => {
    const bar = make("span", { class: "bar" });
    const number = make("span", { class: "number" });
    const word = make("span", { class: "word" });
    const row = make(
      "div",
      { class: "row", role: "listitem" },
      make("span", { class: "digit" }, String(digit)),
      make("span", { class: "track", "aria-hidden": "true" }, bar),
      number,
      word,
    );
    return { row, bar, number, word };
  });
  const all = make("div", { class: "bars", role: "list", "aria-label": "What each classifier says" });
  all.append(...rows.map(({ row }) => row));
  const show = () => {
    const classes = model.get("classes");
    const limit = model.get("limit");
    rows.forEach(({ row, bar, number, word }, digit) => {
      const at = classes.indexOf(digit);
      const margin = at < 0 ? 0 : model.get("margins")[at];
      const share = Math.max(-1, Math.min(1, margin / limit)) * 50;
      row.className = "row" + (margin > 0 ? " yes" : "") + (model.get("winner") === digit ? " winner" : "");
      bar.style.left = `${share < 0 ? 50 + share : 50}%`;
      bar.style.width = `${Math.abs(share)}%`;
      const digits = limit > 8 ? 1 : 2;
      number.textContent = at < 0 ? "" : (margin > 0 ? "+" : "") + margin.toFixed(digits).replace("-", "−");
      word.textContent = at < 0 ? "" : margin > 0 ? "yes" : "no";
    });
  };
  return { all, show };
}

function render({ model, el }) {
  const sheet = paper(model);
  const undo = button("Undo", "Take back the last stroke", sheet.undo);
  const clear = button("Clear", "Clear the paper", sheet.clear);
  const pen = make("input", { type: "range", min: "8", max: "44", step: "1", "aria-label": "Pen width" });
  pen.addEventListener("input", () => {
    model.set("pen", Number(pen.value));
    model.save_changes();
    sheet.show();
  });
  const canvas = make("canvas", { width: SIDE, height: SIDE, role: "img", "aria-label": "The drawing as the classifiers see it, 28 by 28 pixels" });
  const verdict = bars(model);
  const words = make("div", { class: "words", role: "status", "aria-live": "polite" });
  const kept = make("div", { class: "kept", role: "status", "aria-live": "polite" });
  const really = Array.from({ length: 10 }, (_, digit) =>
    button(String(digit), `It was really a ${digit}`, () => model.send({ really: digit })),
  );
  const back = button("Take back", "Take the digit kept last out again", () => model.send({ do: "take back" }));

  const draw = make("div", { class: "draw" }, sheet.svg);
  draw.append(make("div", { class: "tools" }, undo, clear, make("label", {}, "Pen", pen)));
  const look = make("div", { class: "look" });
  look.append(make("div", { class: "caption" }, "What they see"), make("div", { class: "small" }, canvas));
  const says = make("div", { class: "says" }, make("div", { class: "caption" }, make("span", {}, "no"), make("span", {}, "yes")));
  says.append(verdict.all);
  const root = make("div", { class: "digits-pad", "data-lm-suppress-shortcuts": "true", role: "group", "aria-label": "Digit pad" });
  root.append(words, make("div", { class: "desk" }, draw, look, says));
  if (model.get("collects")) {
    const choices = make("div", { class: "choices", role: "group", "aria-label": "It was really a" });
    choices.append(...really);
    root.append(make("div", { class: "really" }, make("span", {}, "It was really a"), choices, back), kept);
  }

  const showAnswer = () => {
    const empty = model.get("strokes").length === 0;
    seen(canvas, model.get("pixels"));
    verdict.show();
    words.textContent = model.get("words");
    words.setAttribute("aria-busy", String(sheet.isDrawing()));
    undo.disabled = clear.disabled = empty;
    really.forEach((choice) => (choice.disabled = model.get("classes").length === 0));
  };
  let waiting = 0; // the timer that says that no answer comes
  sheet.svg.addEventListener("told", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (words.textContent = "Waiting for the kernel. If it was restarted, run the cell again."), PATIENCE_MS);
  });
  const showPen = () => {
    pen.value = model.get("pen");
    sheet.show();
  };
  const showKept = () => (kept.textContent = model.get("kept"));
  const events = [
    ["change:strokes", () => (sheet.take(), showAnswer())],
    ["change:answers", () => (clearTimeout(waiting), showAnswer())],
    ["change:pixels change:margins change:words change:limit change:classes", showAnswer],
    ["change:pen", showPen],
    ["change:kept", showKept],
  ];
  events.forEach(([names, show]) => model.on(names, show));
  sheet.svg.addEventListener("drawn", () => words.setAttribute("aria-busy", "false"));
  root.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "z") sheet.undo();
    else if (event.key === "Delete" || event.key === "Backspace") sheet.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  sheet.take();
  showPen();
  showAnswer();
  showKept();
  el.append(root);
  return () => events.forEach(([names, show]) => model.off(names, show));
}

export default { render };
