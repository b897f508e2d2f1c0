import { deskew } from "./deskew.js";
import { hog } from "./hog.js";

const intensities = (bytes) => Float32Array.from(bytes, (byte) => byte / 255);

/** What the classifiers of each model see of a digit. */
const FEATURES = {
  logistic: (pixels) => pixels,
  features: (pixels) => {
    const upright = deskew(pixels);
    return [...hog(upright, 4), ...hog(upright, 7)];
  },
};

/** Ten yes/no classifiers, from the weights that Weights.java writes. */
export class Model {
  constructor(name, weights) {
    Object.assign(this, { name, classifiers: weights[name] });
  }

  /** One margin per classifier; above 0 means yes. */
  margins(bytes) {
    const features = FEATURES[this.name](intensities(bytes));
    return this.classifiers.map(({ intercept, weights }) =>
      weights.reduce((sum, weight, i) => sum + weight * features[i], intercept));
  }
}
