export const SIDE = 28;

const BOX = 20; // Pixels of the longer side of a digit's ink, as in MNIST.
export const FINE = 10 * BOX; // Pixels of the same side while strokes are drawn.

/** Ink on paper in fine pixels, each 0 (paper) to 1 (ink), as in Ink.java. */
export class Ink {
  constructor(width, height) {
    Object.assign(this, { width, height, cover: new Float32Array(width * height) });
  }

  /** Draws a line with round ends; a pixel at its edge is covered in part. */
  line([x, y], [toX, toY], radius) {
    const { width, height, cover } = this;
    const dx = toX - x;
    const dy = toY - y;
    const squares = dx * dx + dy * dy;
    const left = Math.max(0, Math.trunc(Math.min(x, toX) - radius - 1));
    const right = Math.min(width, Math.trunc(Math.max(x, toX) + radius + 2));
    const top = Math.max(0, Math.trunc(Math.min(y, toY) - radius - 1));
    const bottom = Math.min(height, Math.trunc(Math.max(y, toY) + radius + 2));
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        const px = column + 0.5 - x;
        const py = row + 0.5 - y;
        const along = squares === 0 ? 0 : (px * dx + py * dy) / squares;
        const share = Math.max(0, Math.min(1, along));
        const edge = radius + 0.5 - Math.hypot(px - share * dx, py - share * dy);
        const at = row * width + column;
        cover[at] = Math.max(cover[at], Math.min(1, edge));
      }
    }
  }

  /** The ink at the size and place of a digit of MNIST: 784 bytes. */
  normalized() {
    const { width, height } = this;
    return centred(this.scaled(this.span(height, width, width, 1), this.span(width, height, 1, width)));
  }

  /** First line with ink, and the one after the last. */
  span(lines, length, lineStep, step) {
    const inked = [];
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < length; i++) {
        if (this.cover[line * lineStep + i * step] > 0) inked.push(line);
      }
    }
    return [inked[0], inked.at(-1) + 1];
  }

  /** The box around the ink, scaled to 20 pixels along its longer side, as rows of pixels. */
  scaled([top, bottom], [left, right]) {
    const size = Math.max(bottom - top, right - left) / BOX;
    const rows = Math.ceil((bottom - top) / size - 1e-9);
    const columns = Math.ceil((right - left) / size - 1e-9);
    // A width that is not a whole number of pixels is centred.
    const firstRow = top - (rows * size - (bottom - top)) / 2;
    const firstColumn = left - (columns * size - (right - left)) / 2;
    return Array.from({ length: rows }, (_, row) =>
      Float32Array.from({ length: columns }, (_, column) => this.mean(firstRow + row * size, firstColumn + column * size, size)));
  }

  mean(top, left, size) {
    let sum = 0;
    for (let y = Math.max(0, Math.trunc(top)); y < Math.min(this.height, top + size); y++) {
      const tall = Math.min(y + 1, top + size) - Math.max(y, top);
      for (let x = Math.max(0, Math.trunc(left)); x < Math.min(this.width, left + size); x++) {
        const wide = Math.min(x + 1, left + size) - Math.max(x, left);
        sum += tall * wide * this.cover[y * this.width + x];
      }
    }
    return Math.min(1, sum / (size * size));
  }
}

/** The picture with its centre of mass moved, by whole pixels, to the middle of a digit. */
function centred(small) {
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const shift = (mass) => Math.round(SIDE / 2 - sum(mass.map((ink, i) => i * ink)) / sum(mass));
  const down = shift(small.map((row) => sum(row)));
  const right = shift(Array.from(small[0], (_, column) => sum(small.map((row) => row[column]))));
  const pixels = new Uint8Array(SIDE * SIDE);
  small.forEach((row, y) => row.forEach((ink, x) => {
    const inside = y + down >= 0 && y + down < SIDE && x + right >= 0 && x + right < SIDE;
    if (inside) pixels[(y + down) * SIDE + x + right] = Math.round(Math.fround(255 * ink));
  }));
  return pixels;
}
