import { deskew } from "./deskew.js";
import { hog } from "./hog.js";

/** What the classifiers of each model see of a digit's pixels, each 0 to 1. */
const FEATURES = {
  logistic: (pixels) => pixels,
  features: (pixels) => {
    const upright = deskew(pixels);
    return [...hog(upright, 4), ...hog(upright, 7)];
  },
};

/** Ten yes/no classifiers on the same features, with weights from Weights.java. */
export class Model {
  constructor(name, title, classifiers) {
    Object.assign(this, { title, features: FEATURES[name], classifiers });
  }

  digits() {
    return this.classifiers.map(({ digit }) => digit);
  }

  /** One margin per classifier for the 784 bytes of a digit; above 0 means yes. */
  margins(bytes) {
    const row = this.features(Float32Array.from(bytes, (byte) => byte / 255));
    return this.classifiers.map(({ intercept, weights }) =>
      weights.reduce((sum, weight, i) => sum + weight * row[i], intercept));
  }
}
