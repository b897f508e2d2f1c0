import { inWords } from "./answer.js";
import { Model } from "./model.js";
import { PadState } from "./pad-state.js";

/** Starts the page; pad is the module of the digit pad, pad.js, and weights what Weights.java writes. */
export function start(pad, weights) {
  const models = {
    logistic: new Model("logistic", "logistic (on pixels)", weights.logistic),
    features: new Model("features", "features (on gradients)", weights.features),
  };
  const state = new PadState(Object.values(models));
  const place = document.getElementById("pad");
  const words = document.getElementById("words");

  pad.render({ model: state, el: place });
  state.on("change:verdict", () => { words.textContent = inWords(state.get("verdict")); });
  // Screen readers wait until the pen is lifted.
  place.addEventListener("pointerdown", () => words.setAttribute("aria-busy", "true"));
  for (const end of ["pointerup", "pointercancel"]) place.addEventListener(end, () => words.setAttribute("aria-busy", "false"));

  // To try more in the browser's console, such as digits.models.logistic.margins(bytes).
  globalThis.digits = { models, state };
}
