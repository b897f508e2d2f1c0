import { SIDE } from "./ink.js";

const MIDDLE = (SIDE - 1) / 2;
const WIDTH = 5;
const LEAST_STEP = 0.4;
const LARGEST_STEP = 1.6;
const FLAT = 1e-3;

// Rounds as Java's float: without it, pixels that are equal in Java differ a little here, and hog.js sees an edge.
const f = Math.fround;

/** Straightens the ink and scales it to a width, as Deskew.java does: pixels become pixels. */
export function deskew(pixels) {
  const upright = new Float32Array(SIDE * SIDE);
  const ink = moments(pixels);
  if (ink.mass === 0) return upright;
  const slant = ink.yy > FLAT ? f(ink.xy / ink.yy) : 0;
  const deviation = Math.sqrt(Math.max(0, f(ink.xx - f(slant * ink.xy))));
  const step = f(Math.max(LEAST_STEP, Math.min(deviation / WIDTH, LARGEST_STEP)));
  for (let y = 0; y < SIDE; y++) {
    const away = y - MIDDLE;
    const row = blend(pixels, f(ink.y + away));
    const from = f(f(ink.x + f(slant * away)) - f(step * MIDDLE));
    for (let x = 0; x < SIDE; x++) {
      const place = f(f(from + f(step * x)) + 1); // The row begins with a blank pixel.
      const left = Math.floor(place);
      const [one, other] = [row[left] ?? 0, row[left + 1] ?? 0];
      upright[y * SIDE + x] = one + f(f(place - left) * f(other - one));
    }
  }
  return upright;
}

/** The row at a height between two rows of pixels, with a blank pixel at both ends. */
function blend(pixels, height) {
  const row = new Float32Array(SIDE + 2);
  const upper = Math.floor(height);
  const lowerShare = f(height - upper);
  for (const [y, share] of [[upper, f(1 - lowerShare)], [upper + 1, lowerShare]]) {
    for (let x = 0; y >= 0 && y < SIDE && x < SIDE; x++) row[x + 1] += f(share * pixels[y * SIDE + x]);
  }
  return row;
}

/** How much ink there is, where its middle is, and how it is spread: variances and covariance. */
function moments(pixels) {
  const sums = new Float32Array(6);
  for (let y = 0; y < SIDE; y++) {
    const row = new Float32Array(3);
    for (let x = 0; x < SIDE; x++) {
      const ink = pixels[y * SIDE + x];
      [ink, f(x * ink), f(x * f(x * ink))].forEach((moment, i) => { row[i] += moment; });
    }
    const [ink, inkX, inkXx] = row;
    [ink, inkX, f(y * ink), inkXx, f(y * y * ink), f(y * inkX)].forEach((moment, i) => { sums[i] += moment; });
  }
  const [mass, ...others] = sums;
  const [x, y, xx, yy, xy] = others.map((sum) => f(sum / mass));
  return { mass, x, y, xx: f(xx - f(x * x)), yy: f(yy - f(y * y)), xy: f(xy - f(x * y)) };
}
