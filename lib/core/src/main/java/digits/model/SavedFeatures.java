package digits.model;

import digits.data.Digit;
import digits.features.Augmentation;
import digits.features.Chain;
import digits.features.Concat;
import digits.features.Deskew;
import digits.features.FeatureMap;
import digits.features.Hog;
import digits.features.Pca.Components;
import digits.features.Pixels;
import digits.features.RandomUnits.Units;
import digits.features.Standardize.Standardized;
import digits.features.Views;
import digits.linalg.BFloat16;
import digits.linalg.FloatMatrix;
import java.io.Serializable;
import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feature map in a model file: three lists, each read from its start to its end.
 *
 * @param maps each map in words, before the maps that it is made of
 * @param directions each matrix, row after row, in bfloat16
 * @param vectors all other fitted numbers
 */
record SavedFeatures(String[] maps, short[][] directions, float[][] vectors)
    implements Serializable {

  /** Far more than anybody combines, and few enough for the stack. */
  private static final int MOST_MAPS = 100;

  SavedFeatures {
    checkOnce(directions);
    checkOnce(vectors);
    if (maps.length > MOST_MAPS) {
      throw new IllegalArgumentException("features have at most 100 maps, not " + maps.length);
    }
  }

  /** Takes a feature map apart, if it is made of this library's own maps only. */
  static SavedFeatures of(FeatureMap map) {
    Lists lists = new Lists();
    lists.write(map);
    return new SavedFeatures(
        lists.maps.toArray(String[]::new),
        lists.directions.toArray(short[][]::new),
        lists.vectors.toArray(float[][]::new));
  }

  /** Puts the feature map together again; its own constructors check every number. */
  FeatureMap toMap() {
    Lists lists = new Lists();
    lists.maps.addAll(List.of(maps));
    lists.directions.addAll(List.of(directions));
    lists.vectors.addAll(List.of(vectors));
    FeatureMap map = lists.read();
    if (!(lists.maps.isEmpty() && lists.directions.isEmpty() && lists.vectors.isEmpty())) {
      throw new IllegalArgumentException("there is more than the features need");
    }
    if (map.inputs() != Digit.PIXELS) {
      throw new IllegalArgumentException("features take 784 pixels, not rows of " + map.inputs());
    }
    return map;
  }

  /** In a stream an array can be named again and again at the price of five bytes. */
  static void checkOnce(Object[] arrays) {
    Set<Object> different = Collections.newSetFromMap(new IdentityHashMap<>());
    different.addAll(Arrays.asList(arrays));
    if (different.size() < arrays.length) {
      throw new IllegalArgumentException("a part of the model stands there twice");
    }
  }

  private static final class Lists {

    private final Queue<String> maps = new ArrayDeque<>();
    private final Queue<short[]> directions = new ArrayDeque<>();
    private final Queue<float[]> vectors = new ArrayDeque<>();

    void write(FeatureMap map) {
      if (map instanceof Pixels) {
        write("pixels");
      } else if (map instanceof Deskew deskew) {
        write("deskew", deskew.width());
      } else if (map instanceof Hog hog) {
        write("hog", hog.cell());
      } else if (map instanceof FeatureMap.Projection projection) {
        write(projection instanceof Components ? "components" : "units");
        directions.add(bits(projection.directions()));
        vectors.add(projection.offsets().clone());
      } else if (map instanceof Standardized standardized) {
        write("standardize");
        vectors.add(standardized.means().clone());
        vectors.add(standardized.scales().clone());
      } else if (map instanceof Views views) {
        Augmentation w = views.warps();
        write("views", w.copies(), w.shift(), w.rotation(), w.scale(), w.elastic(), w.smoothing());
        write(views.map());
      } else if (map instanceof Chain chain) {
        write("chain");
        write(chain.first());
        write(chain.second());
      } else if (map instanceof Concat concat) {
        write("concat");
        write(concat.left());
        write(concat.right());
      } else {
        throw new IllegalArgumentException(
            "only this library's own features can be saved, not \"" + map.name() + "\"");
      }
    }

    private void write(String kind, Number... settings) {
      maps.add(
          Stream.concat(Stream.of(kind), Stream.of(settings))
              .map(String::valueOf)
              .collect(Collectors.joining(" ")));
    }

    private static short[] bits(FloatMatrix matrix) {
      int columns = matrix.columns();
      short[] bits = new short[Math.multiplyExact(matrix.rows(), columns)];
      FloatBuffer numbers = matrix.from(0, 0);
      for (int i = 0; i < bits.length; i++) {
        float number = numbers.get(i / columns * matrix.stride() + i % columns);
        bits[i] = BFloat16.ofFloat(number);
        if (BFloat16.toFloat(bits[i]) != number) {
          throw new IllegalArgumentException(
              "only bfloat16 numbers can be saved in a matrix, but " + number + " is none");
        }
      }
      return bits;
    }

    FeatureMap read() {
      String[] words = maps.remove().split(" ");
      return switch (words[0]) {
        case "pixels" -> new Pixels();
        case "deskew" -> new Deskew(Double.parseDouble(words[1]));
        case "hog" -> new Hog(Integer.parseInt(words[1]));
        case "components" -> new Components(matrix(), vectors.remove());
        case "units" -> new Units(matrix(), vectors.remove());
        case "standardize" -> new Standardized(vectors.remove(), vectors.remove());
        case "views" -> new Views(read(), warps(words));
        case "chain" -> new Chain(read(), read());
        case "concat" -> new Concat(read(), read());
        default -> throw new IllegalArgumentException("there are no features \"" + words[0] + "\"");
      };
    }

    private static Augmentation warps(String[] words) {
      double[] w = Stream.of(words).skip(2).mapToDouble(Double::parseDouble).toArray();
      return new Augmentation(Integer.parseInt(words[1]), w[0], w[1], w[2], w[3], w[4]);
    }

    /** The next matrix; it has as many rows as the next vector has numbers. */
    private FloatMatrix matrix() {
      short[] bits = directions.remove();
      int rows = vectors.element().length;
      if (bits.length == 0 || rows == 0 || bits.length % rows != 0) {
        throw new IllegalArgumentException(
            "a matrix of " + rows + " rows does not have " + bits.length + " numbers");
      }
      FloatMatrix matrix = new FloatMatrix(rows, bits.length / rows);
      FloatBuffer numbers = matrix.from(0, 0);
      for (short number : bits) {
        numbers.put(BFloat16.toFloat(number));
      }
      return matrix;
    }
  }
}
