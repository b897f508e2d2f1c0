
// The digit tester. The kernel decides what to show, see DigitTester.java.
export default { render({ model, el }) {
  const busy = patience(700);
  const ask = (control, value = "") => {
    if (busy.isWaiting()) return; // One request at a time, so a held key is as fast as the kernel.
    busy.begin();
    model.send({ control, value });
  };

  const notes = {};
  const note = (control) => (notes[control] = make("span", { class: "digits-note", role: "alert" }));
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
  const card = verdictCard("the digit, 28 by 28 pixels");
  const score = make("span", { class: "tester-score" });
  const spoken = make("div", { class: "digits-hidden", "aria-live": "polite" });

  const panel = make("section", { class: "digits-panel tester", "aria-label": "digit tester" },
    make("div", { class: "digits-row tester-row" }, previous, next, note("previous"), note("next"), go.node, note("go"), seed.node, note("seed")),
    make("div", { class: "digits-row" }, filters, note("filter")),
    card.node,
    make("div", { class: "digits-row" }, "answer by", rules, note("rule"), score, button("restart", "Start again"), busy.node),
    spoken);

  const shown = () => {
    const view = model.get("view");
    if (!view) return;
    const place = `digit ${view.index} · ${(view.step + 1).toLocaleString("en")} of ${view.length.toLocaleString("en")}`;
    card.show(model.get("pixels"), view.verdict, place);
    previous.setAttribute("aria-disabled", String(view.step === 0));
    next.setAttribute("aria-disabled", String(view.step === view.length - 1));
    choose(filters, view.filters, view.filter);
    choose(rules, view.rules, view.rule);
    score.textContent = `seen ${view.seen} · ` + view.rules.map(({ title, right }) => `right by ${title} ${right}`).join(" · ");
    spoken.textContent = view.spoken;
  };
  const said = () => {
    busy.end();
    const { control, text } = model.get("said") ?? {};
    for (const [name, node] of Object.entries(notes)) node.textContent = name === control ? text : "";
    for (const { input } of [go, seed]) input.setAttribute("aria-invalid", String(input.dataset.control === control && text !== ""));
    if (document.activeElement !== go.input || !text) go.input.value = "";
    if (!(control === "seed" && text)) seed.input.value = model.get("seed") ?? "";
  };

  // JupyterLab uses the arrow keys itself and sees them first, so this listens at the window.
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
    busy.end();
    window.removeEventListener("keydown", pressed, true);
    model.off("change:view", shown);
    model.off("change:said", said);
  };
} };
