
// The digit tester: the kernel decides what is to be seen, this shows it. See DigitTester.java.
export default { render({ model, el }) {
  const BUSY_MS = 700;
  let waiting = 0; // the timer that says the kernel is slow, while a question is open

  const ask = (control, value = "") => {
    if (waiting) return; // One question at a time: a held key goes as fast as the kernel.
    waiting = setTimeout(() => { busy.textContent = "Waiting for the kernel. If it was restarted, run the cell again."; }, BUSY_MS);
    model.send({ control, value });
  };
  const answered = () => {
    clearTimeout(waiting);
    waiting = 0;
    busy.textContent = "";
  };

  const notes = {};
  const note = (control) => (notes[control] = make("span", { class: "tester-note", role: "alert" }));
  const button = (control, ...text) => {
    const node = make("button", { type: "button", "data-control": control }, ...text);
    node.onclick = () => ask(control);
    return node;
  };
  const field = (control, text, width) => {
    const input = make("input", { type: "text", inputmode: "numeric", autocomplete: "off", "data-control": control });
    input.style.width = width;
    input.onkeydown = (event) => { if (event.key === "Enter") ask(control, input.value); };
    return { input, node: make("label", {}, text, input) };
  };
  const choice = (control, label) => make("div", { class: "tester-choice", role: "group", "aria-label": label, "data-control": control });
  const choose = (group, options, chosen) => {
    options.forEach(({ name, title, count }, i) => {
      const node = group.children[i] ?? group.appendChild(make("button", { type: "button" }));
      node.onclick = () => ask(group.dataset.control, name);
      node.setAttribute("aria-pressed", String(name === chosen));
      node.replaceChildren(title, ...(count ? [make("small", {}, ` ${count}`)] : []));
    });
  };

  const previous = button("previous", "← Previous");
  const next = button("next", "Next →");
  previous.title = "or the arrow key to the left";
  next.title = "or the arrow key to the right";
  const go = field("go", "Go to digit", "5.5em");
  const seed = field("seed", "Seed", "5.5em");
  const filters = choice("filter", "which digits");
  const rules = choice("rule", "the answer is made by");
  const picture = digitPicture("the digit, 28 by 28 pixels");
  const bars = verdictBars();
  const caption = make("div", { class: "tester-quiet" });
  const verdict = make("div", { class: "tester-verdict" });
  const predicted = make("span", { class: "digits-mark digits-answer" });
  const actual = make("span", { class: "digits-mark digits-actual" });
  const words = make("div", { class: "tester-words" });
  const score = make("span", { class: "tester-score" });
  const busy = make("span", { class: "tester-note", role: "status" });
  const spoken = make("div", { class: "digits-hidden", "aria-live": "polite" });

  const panel = make("section", { class: "digits-panel tester", "aria-label": "digit tester" },
    make("div", { class: "tester-row" }, previous, next, note("previous"), note("next"), go.node, note("go"), seed.node, note("seed")),
    make("div", { class: "tester-row" }, filters, note("filter")),
    make("div", { class: "tester-card" },
      make("div", {}, picture.node, caption, verdict,
        make("div", { class: "tester-facts" }, make("span", {}, "predicted"), predicted, make("span", {}, "actual"), actual)),
      make("div", {}, bars.node, words)),
    make("div", { class: "tester-row" }, make("span", { class: "tester-rule" }, "answer by", rules), note("rule"), score, button("restart", "Start again"), busy),
    spoken);

  const shown = () => {
    const view = model.get("view");
    if (!view) return;
    picture.show(model.get("pixels"));
    bars.show(view);
    const right = view.predicted === view.actual;
    caption.textContent = `digit ${view.index} · ${(view.step + 1).toLocaleString("en")} of ${view.length.toLocaleString("en")}`;
    verdict.className = `tester-verdict ${right ? "tester-right" : "tester-wrong"}`;
    verdict.replaceChildren(make("span", { "aria-hidden": "true" }, right ? "✓" : "✗"), right ? "Correct" : "Wrong");
    predicted.textContent = view.predicted < 0 ? "–" : view.predicted;
    actual.textContent = view.actual;
    words.textContent = view.words;
    previous.setAttribute("aria-disabled", String(view.step === 0));
    next.setAttribute("aria-disabled", String(view.step === view.length - 1));
    choose(filters, view.filters, view.filter);
    choose(rules, view.rules, view.rule);
    score.textContent = `seen ${view.seen} · ` + view.rules.map(({ title, right }) => `right by ${title} ${right}`).join(" · ");
    spoken.textContent = view.spoken;
  };
  const said = () => {
    answered();
    const { control, text } = model.get("said") ?? {};
    for (const [name, node] of Object.entries(notes)) node.textContent = name === control ? text : "";
    for (const { input } of [go, seed]) input.setAttribute("aria-invalid", String(input.dataset.control === control && text !== ""));
    if (document.activeElement !== go.input || !text) go.input.value = "";
    if (!(control === "seed" && text)) seed.input.value = model.get("seed") ?? "";
  };

  // JupyterLab has a use of its own for the arrow keys, and hears them first: so they are heard at the window.
  const pressed = (event) => {
    const step = { ArrowRight: "next", ArrowLeft: "previous" }[event.key];
    const modified = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
    if (!step || modified || !panel.contains(event.target) || event.target.matches("input")) return;
    event.preventDefault();
    event.stopPropagation();
    ask(step);
  };
  window.addEventListener("keydown", pressed, true);
  model.on("change:view", shown);
  model.on("change:said", said);
  el.append(panel);
  shown();
  said();
  return () => {
    clearTimeout(waiting);
    window.removeEventListener("keydown", pressed, true);
    model.off("change:view", shown);
    model.off("change:said", said);
  };
} };
