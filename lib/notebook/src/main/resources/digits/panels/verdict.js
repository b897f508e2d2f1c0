// Shared by all panels: a digit and what the classifiers say of it, drawn as by VerdictCard.java. FrontEnd.java puts INK before it.

/** An element with attributes and children, which may be text. */
function make(tag, attributes = {}, ...children) {
  const space = tag === "svg" || tag === "polyline" ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
  const node = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A line of text that appears when the kernel does not answer in time. */
function patience(milliseconds) {
  const node = make("span", { class: "digits-note", role: "status" });
  let timer = 0;
  const end = () => {
    clearTimeout(timer);
    timer = 0;
    node.textContent = "";
  };
  const begin = () => {
    end();
    timer = setTimeout(() => { node.textContent = "Waiting for the kernel. If it was restarted, run the cell again."; }, milliseconds);
  };
  return { node, begin, end, isWaiting: () => timer !== 0 };
}

/** A picture of 28 x 28 pixels: ink, with the paper showing through. */
function digitPicture(label) {
  const node = make("canvas", { class: "digits-picture", width: 28, height: 28, role: "img", "aria-label": label });
  const show = (bytes) => {
    const picture = new ImageData(28, 28);
    for (let i = 0; i < 784; i++) picture.data.set([...INK, bytes.getUint8(i)], 4 * i);
    node.getContext("2d").putImageData(picture, 0, 0);
  };
  return { node, show };
}

/** One bar per classifier, to the right for yes and to the left for no; the answer stands out. */
function verdictBars() {
  const rows = make("tbody");
  const ends = [make("span"), make("span", {}, "yes line"), make("span")];
  const node = make("table", { class: "digits-bars" },
    make("thead", {}, make("tr", {},
      make("th", { scope: "col" }, make("span", { class: "digits-hidden" }, "digit")),
      make("th", { scope: "col", class: "digits-sides", "aria-hidden": "true" }, make("span", {}, "no"), make("b", {}, "yes")),
      make("th", { scope: "col", class: "digits-number" }, "margin"),
      make("th", { scope: "col" }, make("span", { class: "digits-hidden" }, "says")))),
    rows,
    make("tfoot", { "aria-hidden": "true" }, make("tr", {}, make("td"), make("td", { class: "digits-ends" }, ...ends))));

  const row = (bar, { predicted, actual }) => {
    const answer = bar.digit === predicted;
    const mark = answer ? " digits-answer" : bar.digit === actual ? " digits-actual" : "";
    const length = make("span", { class: `digits-bar digits-${bar.says}${bar.cut ? " digits-cut" : ""}` });
    length.style.width = bar.says ? `${Math.max(1.5, Math.abs(bar.share) * 50)}%` : "0";
    return make("tr", answer ? { class: "digits-winner" } : {},
      make("th", { scope: "row" }, make("span", { class: `digits-mark${mark}` }, String(bar.digit))),
      make("td", { class: "digits-track", "aria-hidden": "true" }, length),
      make("td", { class: "digits-number" }, bar.margin),
      make("td", { class: `digits-word digits-${bar.says}` }, bar.says));
  };
  const show = (verdict) => {
    rows.replaceChildren(...verdict.bars.map((bar) => row(bar, verdict)));
    ends[0].textContent = `-${verdict.limit}`;
    ends[2].textContent = `+${verdict.limit}`;
  };
  return { node, show };
}

/** The card of one digit. VerdictState.java makes the verdict. */
function verdictCard(label) {
  const picture = digitPicture(label);
  const caption = make("div", { class: "digits-caption" });
  const headline = make("div");
  const predicted = make("span");
  const actual = make("span");
  const bars = verdictBars();
  const words = make("div", { class: "digits-words" });
  const facts = make("div", { class: "digits-facts" }, make("span", {}, "predicted"), predicted, make("span", {}, "actual"), actual);
  const node = make("div", { class: "digits-card" }, make("div", {}, picture.node, caption, headline, facts), make("div", {}, bars.node, words));
  const fact = (place, digit, mark, none) => {
    place.className = digit < 0 ? "digits-none" : `digits-mark ${mark}`;
    place.textContent = digit < 0 ? none : digit;
  };
  const show = (pixels, verdict, text) => {
    const judged = verdict.actual >= 0;
    const right = verdict.predicted === verdict.actual;
    picture.show(pixels);
    caption.textContent = text;
    headline.className = `digits-headline${judged ? (right ? " digits-right" : " digits-wrong") : ""}`;
    headline.replaceChildren(...(judged ? [make("span", { "aria-hidden": "true" }, right ? "✓" : "✗")] : []), verdict.headline);
    fact(predicted, verdict.predicted, "digits-answer", "–");
    fact(actual, verdict.actual, "digits-actual", "unknown");
    bars.show(verdict);
    words.textContent = verdict.words;
  };
  return { node, words, show };
}

const PART = 1 << 20; // Bytes that travel in one message; Jupyter refuses ten times as many.

/** Sends a file that is dropped on a panel, or picked, to the kernel, in parts. See Upload.java. */
function pictures(model, panel, begin) {
  const send = async (files) => {
    if (!files.length) return;
    const { name } = files[0];
    begin(name);
    const bytes = new Uint8Array(await files[0].arrayBuffer());
    for (let at = 0; at === 0 || at < bytes.length; at += PART) {
      model.send({ name, last: at + PART >= bytes.length }, undefined, [bytes.slice(at, at + PART).buffer]);
    }
  };
  panel.addEventListener("dragover", (event) => { event.preventDefault(); panel.classList.add("digits-drop"); });
  panel.addEventListener("dragleave", () => panel.classList.remove("digits-drop"));
  panel.addEventListener("drop", (event) => {
    event.preventDefault();
    event.stopPropagation();
    panel.classList.remove("digits-drop");
    send(event.dataTransfer.files);
  });
  return send;
}
