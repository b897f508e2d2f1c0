package digits.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Payloads that somebody made on purpose, in an envelope whose checksum is right. */
class ForeignPayloadTest {

  @BeforeEach
  void setTheWire() {
    Tripwire.sprung = false;
  }

  /** Each foreign object in each version. */
  static Stream<Arguments> foreignInEach() {
    return Stream.of(Format.values())
        .flatMap(format -> foreignObjects().map(foreign -> arguments(format, foreign)));
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
  @MethodSource("foreignInEach")
  void aForeignObjectIsRefusedBeforeItReads(Format format, Object foreign) throws IOException {
    assertRefused(format, Forgery.written(foreign), "REJECTED");
  }

  @ParameterizedTest
  @MethodSource("foreignInEach")
  void aForeignObjectInThePlaceOfTheClassifiersIsRefused(Format format, Object foreign)
      throws IOException {
    assertRefused(
        format, Forgery.written(format.sample(), Format.CLASSIFIERS, foreign), "REJECTED");
  }

  @ParameterizedTest
  @MethodSource("foreignInEach")
  void aForeignObjectInThePlaceOfTheWeightsIsRefused(Format format, Object foreign)
      throws IOException {
    double[] weights = Format.CLASSIFIERS[1].weights();
    assertRefused(format, Forgery.written(format.sample(), weights, foreign), "REJECTED");
  }

  @ParameterizedTest
  @MethodSource("foreignInEach")
  void aForeignObjectInThePlaceOfTheFeaturesIsRefused(Format format, Object foreign)
      throws IOException {
    SavedModel saved = format.sample();
    assertRefused(format, Forgery.written(saved, format.features(saved), foreign), "REJECTED");
  }

  @ParameterizedTest
  @EnumSource
  void theWireSpringsWhereNobodyFilters(Format format) throws Exception {
    byte[] payload = Forgery.written(format.sample(), Format.CLASSIFIERS, new Tripwire());
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(payload))) {
      in.readObject();
    } catch (InvalidObjectException e) {
      // It does not fit into the record, but it has been read by then.
    }
    assertThat(Tripwire.sprung).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aHugeArrayIsRefusedBeforeItIsMade(Format format) throws IOException {
    byte[] payload = Payload.write(format.sample());
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    int at = 0;
    while (buffer.getInt(at) != 784) {
      at++;
    }
    buffer.putInt(at, Integer.MAX_VALUE);

    assertRefused(format, payload, "REJECTED");
  }

  @ParameterizedTest
  @EnumSource
  void aDeepStackOfClassesIsRefused(Format format) throws IOException {
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

    assertRefused(format, bytes.toByteArray(), "REJECTED");
  }

  @Test
  void aLongPayloadOfVersion1IsRefused() {
    Format format = Format.VERSION_1;
    assertRefused(
        format,
        Arrays.copyOf(Payload.write(format.sample()), 2_000_000),
        "2,000,000 bytes are more than");
  }

  @ParameterizedTest
  @EnumSource
  void bytesAfterTheModelAreRefused(Format format) throws IOException {
    byte[] payload = Payload.write(format.sample());
    assertRefused(format, Arrays.copyOf(payload, payload.length + 3), "3 bytes follow the model");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsNoModel(Format format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Forgery.start(bytes).writeByte(ObjectStreamConstants.TC_NULL);
    assertRefused(format, bytes.toByteArray(), "it is something else");
    assertRefused(format, Forgery.written(String.class), "it is something else");
    assertRefused(format, new byte[0], "");
    assertRefused(format, Forgery.written("a text"), "it is something else");
  }

  private static void assertRefused(Format format, byte[] payload, String said) {
    format.assertRefused(payload, said);
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
