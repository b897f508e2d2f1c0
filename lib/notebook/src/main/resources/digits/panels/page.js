
// Reads pictures of digits. The kernel keeps the page and the answers, see PageReader.java.
export default { render({ model, el }) {
  const busy = patience(15000);
  const words = make("div", { class: "page-words", role: "status" });
  const note = make("div", { class: "digits-note", role: "status" });
  const picture = make("img", { class: "page-picture", alt: "" });
  const boxes = make("div", { class: "page-boxes", role: "group", "aria-label": "Digits on the page" });
  const sheet = make("div", { class: "page-sheet" }, picture, boxes);
  const file = make("input", { type: "file", accept: "image/*", class: "digits-hidden", tabindex: -1 });
  const choose = make("button", { type: "button" }, "Choose a picture");
  const hint = make("span", { class: "page-hint" }, "or drop one here");
  let chosen = -1;
  let url = "";

  const say = (label) => {
    if (chosen >= 0) model.send({ place: chosen, really: label });
  };
  const really = Array.from({ length: 10 }, (_, digit) => {
    const node = make("button", { type: "button", "aria-label": `It was really a ${digit}`, disabled: "" }, String(digit));
    node.onclick = () => say(digit);
    return node;
  });
  const keep = make("button", { type: "button" }, "Keep these digits");
  keep.onclick = () => model.send({ do: "keep" });
  const panel = make("section", { class: "digits-panel page", "aria-label": "page reader", "data-lm-suppress-shortcuts": "true" },
    make("div", { class: "digits-row" }, choose, file, hint, busy.node), note, sheet, words,
    make("div", { class: "digits-row" }, "The chosen one was really a",
      make("div", { class: "page-choices", role: "group", "aria-label": "It was really a" }, ...really),
      ...(model.get("collects") ? [keep] : [])));

  const send = pictures(model, panel, (name) => {
    busy.begin();
    note.textContent = "";
    words.textContent = `Reading ${name} ...`;
  });
  choose.onclick = () => file.click();
  file.onchange = async () => { await send(file.files); file.value = ""; };

  const select = (place) => {
    chosen = place;
    [...boxes.children].forEach((box, i) => box.setAttribute("aria-pressed", String(i === place)));
    for (const choice of really) choice.disabled = place < 0;
  };
  const box = ({ left, top, width, height, row, answer, kind }, place) => {
    const name = `Digit ${place + 1}, in row ${row}: ${answer}, ${kind}. Type what it really was.`;
    const node = make("button", { type: "button", class: `page-box page-${kind}`, "aria-label": name, title: name, "aria-pressed": "false" },
      make("span", { "aria-hidden": "true" }, kind === "doubtful" ? `${answer}?` : String(answer)));
    Object.assign(node.style, { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` });
    node.onclick = () => select(place);
    node.onkeydown = (event) => {
      if (!/^[0-9]$/.test(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      select(place);
      say(Number(event.key));
    };
    return node;
  };
  const shown = () => {
    busy.end();
    const focus = [...boxes.children].indexOf(document.activeElement);
    const found = model.get("boxes");
    boxes.replaceChildren(...found.map(box));
    select(chosen < found.length ? chosen : -1);
    if (focus >= 0) boxes.children[focus]?.focus();
    words.textContent = model.get("words");
    keep.disabled = found.length === 0;
  };
  const pictured = () => {
    const bytes = model.get("picture");
    URL.revokeObjectURL(url);
    url = bytes.byteLength ? URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" })) : "";
    picture.src = url;
    sheet.hidden = !url;
    chosen = -1;
  };
  const events = {
    "change:picture": pictured,
    "change:shown": shown,
    "change:note": () => { note.textContent = model.get("note"); },
  };
  for (const [name, show] of Object.entries(events)) {
    model.on(name, show);
    show();
  }
  el.append(panel);
  return () => {
    busy.end();
    URL.revokeObjectURL(url);
    for (const [name, show] of Object.entries(events)) model.off(name, show);
  };
} };
