import { toDigit, tooLittle } from "./drawing.js";

const MOST_INK = 0.3; // The most mean ink per pixel, of 1; hardly any training digit exceeds it.

/** What the pad answers to a drawing, as in Answer.java: the pixels and the verdict that verdict.js shows. */
export function answer(drawing, model) {
  const pixels = toDigit(drawing);
  const ink = pixels.reduce((sum, byte) => sum + byte, 0) / 255 / pixels.length;
  const none = (headline, words) => ({ pixels, verdict: noVerdict(model.digits(), headline, words) });
  if (drawing.strokes.length === 0) return none("Draw a digit", "");
  if (tooLittle(drawing)) return none("Too little ink", "draw a line at least three pen widths long");
  if (ink > MOST_INK) return none("Too much ink", "hardly any MNIST digit has this much");
  return { pixels, verdict: verdict(model.digits(), model.margins(pixels)) };
}

/** As in VerdictState.java. */
function verdict(digits, margins) {
  const limit = margins.every((margin) => Math.abs(margin) <= 2) ? 2 : 10;
  const bars = margins.map((margin, i) => ({
    digit: digits[i],
    share: Math.max(-1, Math.min(1, margin / limit)),
    cut: Math.abs(margin) > limit,
    margin: (margin < 0 ? "" : "+") + margin.toFixed(2),
    says: margin > 0 ? "yes" : "no",
  }));
  const predicted = digits[margins.indexOf(Math.max(...margins))];
  const yes = digits.filter((_, i) => margins[i] > 0);
  const headline = `Reads ${predicted}${yes.length === 0 ? "?" : ""}`;
  return { predicted, actual: -1, headline, words: whoSaysYes(yes, digits), limit, bars };
}

function noVerdict(digits, headline, words) {
  const bars = digits.map((digit) => ({ digit, share: 0, cut: false, margin: "", says: "" }));
  return { predicted: -1, actual: -1, headline, words, limit: 2, bars };
}

/** As in Words.java. */
function whoSaysYes(yes, digits) {
  if (yes.length === 0) return "nobody says yes: the weakest no wins";
  if (yes.length === 1) return `only ${yes[0]} says yes`;
  const who = yes.length > 4 ? `${yes.length} of ${digits.length}` : `${yes.slice(0, -1).join(", ")} and ${yes.at(-1)}`;
  return `${who} say yes: the surest wins`;
}

/** The answers of both rules of Decision.java, in a sentence; nothing if there is no verdict. */
export function inWords({ predicted, bars }) {
  if (predicted < 0) return "";
  const first = bars.find(({ says }) => says === "yes")?.digit;
  if (first === predicted) return `Both rules give ${predicted}: the largest margin, and the first yes counting from 0.`;
  const other = first === undefined ? "there is no yes" : `the first yes, counting from 0, would give ${first}`;
  return `The largest margin gives ${predicted}; ${other}.`;
}
