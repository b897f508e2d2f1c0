package digits.panels;

import digits.data.DataException;
import digits.data.Digit;
import digits.data.DigitSet;
import digits.draw.OwnDigits;
import digits.model.DigitClassifier;
import digits.notebook.DigitImages;
import digits.paper.Page;
import digits.paper.PageDigit;
import digits.paper.Reading;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import jjava.widgets.AnyWidget;
import jjava.widgets.Needed;

/**
 * Reads pictures of digits: drop one on the panel or choose a file, and see the answers. A click on
 * a box says what a digit really was, and with a collection the digits can be kept as your own.
 */
public final class PageReader extends AnyWidget {

  /** The longer side of the picture in the page, in pixels. */
  private static final int SIDE = 1_000;

  private static final int UNKNOWN = Digit.UNLABELLED;

  private final DigitClassifier model;
  private final Optional<OwnDigits> own;
  private final Upload upload = new Upload();
  private Optional<Reading> reading = Optional.empty();
  private int[] labels = {};

  public PageReader(DigitClassifier model) {
    this(Needed.of(model, "A model"), Optional.empty());
  }

  public PageReader(DigitClassifier model, OwnDigits own) {
    this(Needed.of(model, "A model"), Optional.of(Needed.of(own, "A collection")));
  }

  private PageReader(DigitClassifier model, Optional<OwnDigits> own) {
    super("digits.panels.page", FrontEnd.module("page"), FrontEnd.style("page"), state(own));
    this.model = model;
    this.own = own;
    onMessage(this::received);
    fallback(() -> reading.<Object>map(DigitImages::reading).orElse("No page yet."));
  }

  private static Map<String, Object> state(Optional<OwnDigits> own) {
    return Map.of(
        "picture",
        new byte[0],
        "boxes",
        List.of(),
        "words",
        "",
        "note",
        "",
        "collects",
        own.isPresent(),
        "shown",
        0);
  }

  /** Shows and reads a page. */
  public PageReader page(Page page) {
    return show(Needed.of(page, "A page").read(model));
  }

  /** Shows and reads the picture in a file, see {@link Page#read(Path)}. */
  public PageReader page(Path picture) {
    return page(Page.read(picture));
  }

  /** What the model made of the last page; empty before the first. */
  public Optional<Reading> reading() {
    return reading;
  }

  /** The digits of the page that are certain: the clear answers, and those that were corrected. */
  public DigitSet certain() {
    int[] places = IntStream.range(0, labels.length).filter(i -> labels[i] != UNKNOWN).toArray();
    byte[] pixels = new byte[places.length * Digit.PIXELS];
    byte[] certain = new byte[places.length];
    for (int i = 0; i < places.length; i++) {
      byte[] digit = reading.orElseThrow().found().get(places[i]).digit().pixels();
      System.arraycopy(digit, 0, pixels, i * Digit.PIXELS, Digit.PIXELS);
      certain[i] = (byte) labels[places[i]];
    }
    return DigitSet.of("own", pixels, certain);
  }

  /** Nothing but messages comes from the page. */
  @Override
  protected boolean accepts(String key, Object value) {
    return false;
  }

  private PageReader show(Reading read) {
    reading = Optional.of(read);
    labels =
        IntStream.range(0, read.predictions().size())
            .map(i -> read.isDoubtful(i) ? UNKNOWN : read.predictions().get(i).predicted())
            .toArray();
    set(Map.of("picture", jpeg(read.picture()), "note", ""));
    update();
    return this;
  }

  private void update() {
    Reading read = reading.orElseThrow();
    BufferedImage picture = read.picture();
    List<Map<String, Object>> boxes = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      PageDigit digit = read.found().get(i);
      int answer = read.predictions().get(i).predicted();
      boxes.add(
          Map.of(
              "left", 100.0 * digit.left() / picture.getWidth(),
              "top", 100.0 * digit.top() / picture.getHeight(),
              "width", 100.0 * digit.width() / picture.getWidth(),
              "height", 100.0 * digit.height() / picture.getHeight(),
              "row", digit.row() + 1,
              "answer", labels[i] == UNKNOWN ? answer : labels[i],
              "kind", kind(i, answer)));
    }
    long doubtful = IntStream.of(labels).filter(label -> label == UNKNOWN).count();
    String unlikely =
        read.isOfDigits() ? "" : ", which may show something other than digits: all are doubtful";
    String words =
        read.about()
            + (doubtful == 0 ? "" : read.isOfDigits() ? "; " + doubtful + " doubtful" : unlikely);
    set(Map.of("boxes", boxes, "words", words, "shown", (Integer) get("shown") + 1));
  }

  private String kind(int place, int answer) {
    if (labels[place] == UNKNOWN) {
      return "doubtful";
    }
    boolean asked = reading.orElseThrow().isDoubtful(place) || labels[place] != answer;
    return asked ? "corrected" : "clear";
  }

  private void received(Map<String, Object> message, List<byte[]> bytes) {
    try {
      upload.take(message, bytes).ifPresent(this::page);
      if (message.get("really") instanceof Number label
          && message.get("place") instanceof Number place) {
        correct(place.intValue(), label.intValue());
      } else if ("keep".equals(message.get("do"))) {
        own.filter(digits -> reading.isPresent()).ifPresent(this::keep);
      }
    } catch (DataException e) {
      set(Map.of("note", e.getMessage(), "shown", (Integer) get("shown") + 1));
    }
  }

  private void correct(int place, int label) {
    if (place < 0 || place >= labels.length || label < 0 || label > 9) {
      throw new IllegalArgumentException(
          "A digit is 0 to 9, and one of those on the page, not " + label + " at " + place + ".");
    }
    labels[place] = label;
    update();
  }

  private void keep(OwnDigits digits) {
    DigitSet certain = certain();
    if (certain.isEmpty()) {
      set("note", "Nothing to keep: click a box to say what the digit is.");
      return;
    }
    int all = digits.add(certain).size();
    int left = labels.length - certain.size();
    String rest =
        left == 0 ? "" : " Left out: " + left + " doubtful; click them to say what they are.";
    set("note", "Kept " + certain.size() + ", now " + all + " digits of your own." + rest);
  }

  private static byte[] jpeg(BufferedImage picture) {
    double scale = Math.min(1, SIDE / (double) Math.max(picture.getWidth(), picture.getHeight()));
    int width = Math.max(1, (int) (picture.getWidth() * scale));
    int height = Math.max(1, (int) (picture.getHeight() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(small, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
