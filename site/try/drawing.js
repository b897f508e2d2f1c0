import { FINE, Ink, SIDE } from "./ink.js";

const LEAST_PENS = 3;

/** The box around the ink. */
function box({ pen, strokes }) {
  const all = strokes.flat();
  const x = all.filter((_, i) => i % 2 === 0);
  const y = all.filter((_, i) => i % 2 === 1);
  const least = (numbers) => numbers.reduce((a, b) => Math.min(a, b)) - pen / 2;
  const most = (numbers) => numbers.reduce((a, b) => Math.max(a, b)) + pen / 2;
  const [left, top, width, height] = [least(x), least(y), most(x) - least(x), most(y) - least(y)];
  return { left, top, width, height, longerSide: Math.max(width, height) };
}

/** Whether there is nothing, a dot, or a line shorter than three pen widths. */
export function tooLittle(drawing) {
  return drawing.strokes.length === 0 || box(drawing).longerSide < LEAST_PENS * drawing.pen;
}

/**
 * Strokes of a round pen, each x, y, x, y and so on, become the 784 bytes of a digit, as in
 * Drawing.java. If there is too little ink, all of them are 0.
 */
export function toDigit(drawing) {
  if (tooLittle(drawing)) return new Uint8Array(SIDE * SIDE);
  const { left, top, width, height, longerSide } = box(drawing);
  const scale = FINE / longerSide;
  const ink = new Ink(Math.ceil(width * scale), Math.ceil(height * scale));
  for (const stroke of drawing.strokes) {
    const place = (i) => [(stroke[i] - left) * scale, (stroke[i + 1] - top) * scale];
    for (let i = 0; i < stroke.length; i += 2) {
      ink.line(place(Math.max(0, i - 2)), place(i), (drawing.pen * scale) / 2);
    }
  }
  return ink.normalized();
}
