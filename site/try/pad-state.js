import { answer } from "./answer.js";

/** Keeps the state of the pad and answers it, as DigitPad.java does in the kernel. The pad knows it as anywidget's model. */
export class PadState {
  #values = { side: 280, pen: 22, strokes: [], collects: false, pictures: false, kept: "", answers: 0 };
  #listeners = {};
  #models;
  #model;

  constructor(models) {
    this.#models = models;
    this.#model = models.at(-1);
    this.#answer();
  }

  get(key) {
    return this.#values[key];
  }

  set(key, value) {
    this.#values[key] = value;
    this.#listeners[`change:${key}`]?.forEach((listener) => listener());
  }

  on(name, listener) {
    (this.#listeners[name] ??= new Set()).add(listener);
  }

  /** Answers soon rather than at once, as a kernel would: the pad expects it. */
  save_changes() {
    queueMicrotask(() => this.#answer());
  }

  send({ use }) {
    this.#model = this.#models.find(({ title }) => title === use);
    this.save_changes();
  }

  #answer() {
    const { pixels, verdict } = answer({ pen: this.get("pen"), strokes: this.get("strokes") }, this.#model);
    this.set("pixels", new DataView(pixels.buffer));
    this.set("verdict", verdict);
    this.set("models", this.#models.map((model) => ({ name: model.title, used: model === this.#model })));
    this.set("answers", this.get("answers") + 1);
  }
}
