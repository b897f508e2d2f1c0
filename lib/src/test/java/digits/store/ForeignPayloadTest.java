package digits.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads that somebody made on purpose, in an envelope whose checksum is right. */
class ForeignPayloadTest {

  private static final SavedModel1 SAVED = SampleModel.saved1(3, 1, 5);

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
        new double[][] {{1}});
  }

  @ParameterizedTest
  @MethodSource("foreignObjects")
  void aForeignObjectIsRefusedBeforeItReads(Object foreign) throws IOException {
    assertRefused(Forgery.written(foreign), "REJECTED");
  }

  @ParameterizedTest
  @MethodSource("foreignObjects")
  void aForeignObjectInThePlaceOfTheClassifiersIsRefused(Object foreign) throws IOException {
    assertRefused(Forgery.written(SAVED, SAVED.classifiers(), foreign), "REJECTED");
  }

  @ParameterizedTest
  @MethodSource("foreignObjects")
  void aForeignObjectInThePlaceOfTheWeightsIsRefused(Object foreign) throws IOException {
    assertRefused(Forgery.written(SAVED, SAVED.classifiers()[1].weights(), foreign), "REJECTED");
  }

  @Test
  void theWireSpringsWhereNobodyFilters() throws Exception {
    byte[] payload = Forgery.written(SAVED, SAVED.classifiers(), new Tripwire());
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(payload))) {
      in.readObject();
    } catch (InvalidObjectException e) {
      // It does not fit into the record, but it has been read by then.
    }
    assertThat(Tripwire.sprung).isTrue();
  }

  @Test
  void aHugeArrayIsRefusedBeforeItIsMade() throws IOException {
    byte[] payload = Payload.write(SAVED);
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    int at = 0;
    while (buffer.getInt(at) != 784) {
      at++;
    }
    buffer.putInt(at, Integer.MAX_VALUE);

    assertRefused(payload, "REJECTED");
  }

  @Test
  void aDeepStackOfClassesIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = Forgery.start(bytes);
    out.writeByte(ObjectStreamConstants.TC_OBJECT);
    for (int i = 0; i < 50_000; i++) {
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF("x");
      out.writeLong(1);
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
    }
    out.writeByte(ObjectStreamConstants.TC_NULL);

    assertRefused(bytes.toByteArray(), "REJECTED");
  }

  @Test
  void aLongPayloadIsRefused() throws IOException {
    assertRefused(Arrays.copyOf(Payload.write(SAVED), 2_000_000), "2,000,000 bytes are more than");
  }

  @Test
  void bytesAfterTheModelAreRefused() throws IOException {
    byte[] payload = Payload.write(SAVED);
    assertRefused(Arrays.copyOf(payload, payload.length + 3), "3 bytes follow the model");
  }

  @Test
  void nothingIsNoModel() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Forgery.start(bytes).writeByte(ObjectStreamConstants.TC_NULL);
    assertRefused(bytes.toByteArray(), "it is something else");
    assertRefused(Forgery.written(String.class), "it is something else");
    assertRefused(new byte[0], "");
    assertRefused(Forgery.written("a text"), "it is something else");
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
