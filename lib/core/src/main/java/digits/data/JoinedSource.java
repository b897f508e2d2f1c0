package digits.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Several sources, one after the other. */
public record JoinedSource(String name, List<DigitSource> sources) implements DigitStream {

  private static final long serialVersionUID = 1;

  public JoinedSource {
    sources = List.copyOf(sources);
  }

  @Override
  public long count() {
    return sources.stream().mapToLong(DigitSource::count).sum();
  }

  @Override
  public DigitSet read(long first, int count) {
    List<DigitSet> parts = new ArrayList<>();
    long from = first;
    long left = count;
    for (DigitSource source : sources) {
      int here = (int) Math.max(0, Math.min(left, source.count() - from));
      if (here > 0) {
        parts.add(source.read(from, here));
        left -= here;
        from += here;
      }
      from -= source.count();
    }
    return DigitSet.joined(name, parts);
  }

  @Override
  public int[] classes() {
    return sources.stream()
        .flatMapToInt(source -> IntStream.of(source.classes()))
        .distinct()
        .sorted()
        .toArray();
  }

  @Override
  public String checksum() {
    return Sha256.hex(
        sources.stream()
            .map(DigitSource::checksum)
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.US_ASCII));
  }
}
