// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture, sent as a binary PNG. */
public final class Image extends DomWidget<Image> {

  private String words;

  /** Creates an image. A subclass of {@code BufferedImage} describes itself by {@code toString}. */
  public Image(BufferedImage picture) {
    super(CONTROLS, VERSION, "Image", state(picture));
    words = words(picture);
  }

  /** Replaces the picture. */
  public Image show(BufferedImage picture) {
    set(state(picture));
    words = words(picture);
    return this;
  }

  private static String words(BufferedImage picture) {
    return picture.getClass() == BufferedImage.class
        ? "a picture of " + picture.getWidth() + " x " + picture.getHeight() + " pixels"
        : picture.toString();
  }

  @Override
  protected Still still() {
    String bytes = Base64.getEncoder().encodeToString((byte[]) get("value"));
    return Still.picture(bytes, words);
  }

  private static Map<String, Object> state(BufferedImage picture) {
    Needed.of(picture, "A picture");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.of(
        "format", "png",
        "value", png.toByteArray(),
        "width", String.valueOf(picture.getWidth()),
        "height", String.valueOf(picture.getHeight()));
  }
}
