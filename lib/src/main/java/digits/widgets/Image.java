package digits.widgets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture. It is sent as bytes, without a detour through text. */
public final class Image extends DomWidget<Image> {

  private String words;

  /**
   * Shows a picture.
   *
   * @param picture its {@code toString} says it in words
   */
  public Image(BufferedImage picture) {
    super(Control.MODULE, Control.VERSION, "Image", state(picture));
    words = picture.toString();
  }

  /**
   * Shows another picture.
   *
   * @param picture its {@code toString} says it in words
   */
  public Image show(BufferedImage picture) {
    Map<String, Object> state = state(picture);
    words = picture.toString();
    set(state);
    return this;
  }

  @Override
  protected Still still() {
    String bytes = Base64.getEncoder().encodeToString((byte[]) get("value"));
    return Still.picture(bytes, words);
  }

  private static Map<String, Object> state(BufferedImage picture) {
    Needed.of(picture, "A picture");
    return Map.of(
        "format", "png",
        "value", png(picture),
        "width", String.valueOf(picture.getWidth()),
        "height", String.valueOf(picture.getHeight()));
  }

  private static byte[] png(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
