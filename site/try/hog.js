import { SIDE } from "./ink.js";

const DIRECTIONS = 9;
const CLIP = 0.25;
const TOO_WEAK = 1e-3;

/** Histograms of oriented gradients in cells of so many pixels a side, as in Hog.java. */
export function hog(pixels, cell) {
  const cells = SIDE / cell;
  const votes = histograms(pixels, cell, cells);
  const features = [];
  for (let i = 0; i < cells - 1; i++) {
    for (let j = 0; j < cells - 1; j++) {
      const block = [[i, j], [i, j + 1], [i + 1, j], [i + 1, j + 1]].flatMap(([row, column]) => [...votes(row, column)]);
      features.push(...toUnitLength(toUnitLength(block).map((v) => Math.min(v, CLIP))).map(Math.sqrt));
    }
  }
  return features;
}

function toUnitLength(block) {
  const length = Math.sqrt(block.reduce((sum, v) => sum + v * v, TOO_WEAK));
  return block.map((v) => v / length);
}

/** The angle in units of the nine directions, 0 to 9, with the polynomial of Gradients.java. */
function angle(right, down) {
  const [ax, ay] = [Math.abs(right), Math.abs(down)];
  const q = (2 * ay) / (ax + ay) - 1;
  const s = q * q;
  const p = -0.30735963 + s * (0.16903355 + s * (-0.10783925 + s * (0.05800616 - s * 0.01636871)));
  const quarter = 1.125 + q * (1.125 + (s - 1) * p);
  const half = right < 0 ? DIRECTIONS / 2 - quarter : quarter;
  return down < 0 ? DIRECTIONS - half : half;
}

/** Each gradient's length is divided between two directions, and two rows and columns of cells. */
function histograms(pixels, cell, cells) {
  const all = new Float64Array((cells + 2) * (cells + 2) * DIRECTIONS); // A border around the cells is not used.
  const place = (row, column) => ((row + 1) * (cells + 2) + column + 1) * DIRECTIONS;
  const near = Array.from({ length: SIDE }, (_, at) => {
    const exact = (at + 0.5) / cell - 0.5;
    const first = Math.floor(exact);
    return [[first, first + 1 - exact], [first + 1, exact - first]];
  });
  const ink = (x, y) => (x >= 0 && x < SIDE && y >= 0 && y < SIDE ? pixels[y * SIDE + x] : 0);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const right = ink(x + 1, y) - ink(x - 1, y);
      const down = ink(x, y + 1) - ink(x, y - 1);
      const length = Math.sqrt(right * right + down * down);
      if (length === 0) continue;
      const direction = angle(right, down);
      const before = Math.floor(direction) % DIRECTIONS;
      const far = direction - Math.floor(direction);
      for (const [row, rowShare] of near[y]) {
        for (const [column, columnShare] of near[x]) {
          const vote = length * rowShare * columnShare;
          all[place(row, column) + before] += vote * (1 - far);
          all[place(row, column) + ((before + 1) % DIRECTIONS)] += vote * far;
        }
      }
    }
  }
  return (row, column) => all.subarray(place(row, column), place(row, column) + DIRECTIONS);
}
