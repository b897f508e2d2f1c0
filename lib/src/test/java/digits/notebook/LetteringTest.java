package digits.notebook;

import static digits.notebook.Pictures.colors;
import static digits.notebook.Pictures.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import digits.notebook.Lettering.Style;
import digits.notebook.Pictures.Part;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LetteringTest {

  private static final Style STYLE = new Style(13, false, Palette.INK);

  private final Lettering strokes = new StrokeLettering();

  static Throwable[] whatJavaThrowsWithoutFonts() {
    return new Throwable[] {
      new InternalError("java.lang.reflect.InvocationTargetException"),
      new Error("Probable fatal error: No physical fonts found."),
      new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager"),
      new IllegalStateException("Fontconfig head is null, check your fonts")
    };
  }

  @ParameterizedTest
  @MethodSource("whatJavaThrowsWithoutFonts")
  void strokesStandInForMissingFonts(Throwable thrown) {
    assertThat(Lettering.firstOf(() -> new Broken(thrown), () -> strokes)).isSameAs(strokes);
  }

  @Test
  void fontsArePreferredWhereTheyWork() {
    Lettering working = new StrokeLettering();
    Supplier<Lettering> unused =
        () -> {
          throw new AssertionError("not needed");
        };
    assertThat(Lettering.firstOf(() -> working, unused)).isSameAs(working);
  }

  @Test
  void everyLetterHasItsOwnStrokes() {
    Map<Part, Character> seen = new HashMap<>();
    String letters =
        "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz.,:;!?-+=%()/'\"_·…→";
    for (char letter : letters.toCharArray()) {
      assertThat(seen.put(drawn(String.valueOf(letter)), letter))
          .as("looks like %s", letter)
          .isNull();
    }
    assertThat(seen).doesNotContainKey(drawn(" "));
  }

  @Test
  void unknownLettersAreBoxes() {
    assertThat(drawn("é")).isEqualTo(drawn("ß")).isNotEqualTo(drawn(" "));
  }

  @Test
  void capitalsStandOnTheBaseline() {
    BufferedImage picture = picture("E");
    assertThat(colors(picture, 0, 32, 40, 8)).hasSize(1);
    assertThat(colors(picture, 0, 28, 40, 3)).contains(Palette.INK);
    assertThat(colors(picture, 0, 0, 40, 18)).hasSize(1);
  }

  @Test
  void widthsAddUp() {
    double one = strokes.width("4", STYLE);
    assertThat(strokes.width("444", STYLE)).isCloseTo(3 * one, within(1e-9));
    assertThat(strokes.width("4", new Style(26, false, Palette.INK)))
        .isCloseTo(2 * one, within(1e-9));
    assertThat(strokes.width("i", STYLE)).isLessThan(one);
    assertThat(strokes.width("", STYLE)).isZero();
  }

  private Part drawn(String text) {
    return part(picture(text), 0, 0, 40, 40);
  }

  private BufferedImage picture(String text) {
    BufferedImage picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    strokes.draw(canvas, text, 4, 30, STYLE);
    return picture;
  }

  private record Broken(Throwable thrown) implements Lettering {

    @Override
    public double width(String text, Style style) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }

    @Override
    public void draw(Graphics2D canvas, String text, double x, double baseline, Style style) {
      throw new AssertionError("cannot even measure");
    }
  }
}
