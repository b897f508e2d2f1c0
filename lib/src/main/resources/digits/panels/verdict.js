// What all panels share: a digit, and what the ten say of it. The state is that of VerdictState.java.

/** An element with attributes and children; what is no text and no element is left out. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** A picture of 28 x 28 pixels, ink on paper. */
function digitPicture(label) {
  const node = make("canvas", { class: "digits-picture", width: 28, height: 28, role: "img", "aria-label": label });
  const show = (bytes) => {
    const picture = new ImageData(28, 28);
    for (let i = 0; i < 784; i++) {
      const ink = bytes.getUint8(i) / 255;
      picture.data.set([255 - ink * 224, 255 - ink * 220, 255 - ink * 215, 255], 4 * i);
    }
    node.getContext("2d").putImageData(picture, 0, 0);
  };
  return { node, show };
}

/** One bar a classifier, to the right for yes and to the left for no; the answer stands out. */
function verdictBars() {
  const rows = make("tbody");
  const ends = [make("span"), make("span", { class: "digits-middle" }, "yes line"), make("span")];
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
    const length = make("span", { class: `digits-bar${bar.yes ? " digits-yes" : ""}${bar.beyond ? " digits-beyond" : ""}` });
    length.style.width = `${Math.max(1.5, Math.abs(bar.share) * 50)}%`;
    return make("tr", answer ? { class: "digits-winner" } : {},
      make("th", { scope: "row" }, make("span", { class: `digits-mark${mark}` }, String(bar.digit))),
      make("td", { class: "digits-track", "aria-hidden": "true" }, length),
      make("td", { class: "digits-number" }, bar.margin),
      make("td", { class: bar.yes ? "digits-word digits-yes" : "digits-word" }, bar.yes ? "yes" : "no"));
  };
  const show = (verdict) => {
    rows.replaceChildren(...verdict.bars.map((bar) => row(bar, verdict)));
    ends[0].textContent = `-${verdict.limit}`;
    ends[2].textContent = `+${verdict.limit}`;
  };
  return { node, show };
}
