package digits.features;

/** The 784 pixels themselves, each scaled to [0, 1], row-major from the top left. */
public record Pixels() implements FeatureMap.ByRow {

  public static final String NAME = "pixels";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void map(float[] in, float[] out) {
    System.arraycopy(in, 0, out, 0, out.length);
  }

  /**
   * The pixels as they are in the file, 0 to 255: they show what scaling is good for. A model
   * trained on them cannot be saved.
   */
  public static FeatureMap raw() {
    return new Raw();
  }

  private record Raw() implements FeatureMap.ByRow {

    @Override
    public String name() {
      return "raw pixels";
    }

    @Override
    public void map(float[] in, float[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = Math.round(in[i] * 255);
      }
    }
  }
}
