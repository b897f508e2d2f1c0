package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Payloads that somebody made on purpose, in an envelope whose checksum is right. */
class ForeignPayloadTest {

  private static final SavedModel SAVED = SavedModel.of(SampleModel.of(3, 1, 5));

  @BeforeEach
  void setTheWire() {
    Tripwire.sprung = false;
  }

  static Stream<Object> foreignObjects() {
    return Stream.of(
        new HashMap<>(Map.of("a", "b")),
        new Tripwire(),
        new Tripwire[] {new Tripwire()},
        new Object[] {new Tripwire()},
        new HashMap<>(Map.of(new Tripwire(), 1)),
        Proxy.newProxyInstance(
            Tripwire.class.getClassLoader(), new Class<?>[] {Runnable.class}, new Tripwire()),
        RoundingMode.UP,
        new long[] {1},
        new double[][][] {{{1}}});
  }

  @ParameterizedTest
  @MethodSource("foreignObjects")
  void aForeignObjectIsRefusedBeforeItReads(Object foreign) throws IOException {
    assertRefused(Forgery.written(foreign), "foreign class");
    for (Object part :
        new Object[] {
          SAVED.features(),
          SAVED.features().maps(),
          SAVED.weights(),
          SAVED.weights()[1],
          SAVED.origin(),
          SAVED.origin().learner()
        }) {
      assertRefused(Forgery.written(SAVED, part, foreign), "foreign class");
    }
  }

  @Test
  void theWireSpringsWhereNobodyFilters() throws Exception {
    byte[] payload = Forgery.written(SAVED, SAVED.origin(), new Tripwire());
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(payload))) {
      in.readObject();
    } catch (InvalidObjectException e) {
      // It does not fit into the record, but it has been read by then.
    }
    assertThat(Tripwire.sprung).isTrue();
  }

  @Test
  void aHugeArrayIsRefusedBeforeItIsMade() throws IOException {
    for (int length : new int[] {Integer.MAX_VALUE, 10_000}) {
      byte[] payload = Payload.encode(SAVED);
      ByteBuffer buffer = ByteBuffer.wrap(payload);
      int at = 0;
      while (buffer.getInt(at) != 784) {
        at++;
      }
      buffer.putInt(at, length);
      assertRefused(payload, "REJECTED");
    }
  }

  /** Looking for it could end with an error, where its superclass is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"org.dflib.jjava.jupyter.no.Such", "org.slf4j.no.Such\n\u001b[31m"})
  void aForeignClassIsNotLookedFor(String name) throws IOException {
    assertRefused(objectOf(name), "foreign class: " + name.replace("\n\u001b", " "));
  }

  @Test
  void aRecordWithOtherFieldsIsRefused() throws IOException {
    assertRefused(objectOf(SavedModel.class.getName()), "digits.model.SavedModel has other fields");
  }

  /** An object of the first class, which extends the second, and so on. */
  private static byte[] objectOf(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = Forgery.start(bytes);
    out.writeByte(ObjectStreamConstants.TC_OBJECT);
    for (String name : names) {
      Forgery.describe(out, name);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
    }
    out.writeByte(ObjectStreamConstants.TC_NULL);
    return bytes.toByteArray();
  }

  /** What the file says is shown, but it cannot fill the page or feign another line. */
  @Test
  void aLongTextOfTheFileIsCutAndKeptOnItsLine() throws IOException {
    String name = "nice\n\r\u2028\u001b[2J" + "x".repeat(500_000);
    SavedFeatures wrong = new SavedFeatures(new String[] {name}, new short[0][], new float[0][]);
    byte[] payload = Forgery.written(SAVED, SAVED.features(), wrong);
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(
            () ->
                ModelFile.decode(
                    Path.of("models.ser"), new Envelope(ModelFile.VERSION, payload).toBytes()))
        .withMessageMatching(".*no features \"nice \\[2Jx{90,}\\.\\.\\.; fetch it again[^\\p{C}]*")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void bytesAfterTheModelAreRefused() throws IOException {
    byte[] payload = Payload.encode(SAVED);
    assertRefused(Arrays.copyOf(payload, payload.length + 3), "3 bytes follow the model");
  }

  @Test
  void nothingIsNoModel() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Forgery.start(bytes).writeByte(ObjectStreamConstants.TC_NULL);
    assertRefused(bytes.toByteArray(), "it is something else");
    assertRefused(new byte[0], "");
    assertRefused(Forgery.written("a text"), "it is something else");
    assertRefused(Forgery.written(SavedModel.class), "it is something else");
    assertRefused(Forgery.written(SAVED.origin()), "it is something else");
  }

  private static void assertRefused(byte[] payload, String said) {
    Forgery.assertRefused(payload, said);
    assertThat(Tripwire.sprung).isFalse();
  }

  /** Remembers that it was read. */
  private static final class Tripwire implements Serializable, InvocationHandler {

    private static final long serialVersionUID = 1L;
    private static boolean sprung;

    private void readObject(ObjectInputStream in) {
      sprung = true;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return "a proxy";
    }
  }
}
