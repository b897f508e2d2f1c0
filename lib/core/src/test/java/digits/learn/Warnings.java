package digits.learn;

import java.util.ArrayList;
import java.util.List;

/** Keeps the warnings of a training. */
public final class Warnings implements ProgressListener {

  private final List<String> sentences = new ArrayList<>();

  @Override
  public void report(Progress progress) {}

  @Override
  public void warn(String sentence) {
    sentences.add(sentence);
  }

  /** The warnings, in order. */
  public List<String> sentences() {
    return sentences;
  }
}
