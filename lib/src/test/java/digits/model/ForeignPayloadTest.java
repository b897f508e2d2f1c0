package digits.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import java.nio.file.Path;
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
import org.junit.jupiter.params.provider.ValueSource;

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
    assertRefused(format, Forgery.written(foreign), "foreign class");
  }

  @ParameterizedTest
  @MethodSource("foreignInEach")
  void aForeignObjectInThePlaceOfTheClassifiersIsRefused(Format format, Object foreign)
      throws IOException {
    assertRefused(
        format, Forgery.written(format.sample(), Format.CLASSIFIERS, foreign), "foreign class");
  }

  @ParameterizedTest
  @MethodSource("foreignInEach")
  void aForeignObjectInThePlaceOfTheWeightsIsRefused(Format format, Object foreign)
      throws IOException {
    double[] weights = Format.CLASSIFIERS[1].weights();
    assertRefused(format, Forgery.written(format.sample(), weights, foreign), "foreign class");
  }

  @ParameterizedTest
  @MethodSource("foreignInEach")
  void aForeignObjectInThePlaceOfTheFeaturesIsRefused(Format format, Object foreign)
      throws IOException {
    SavedModel saved = format.sample();
    assertRefused(format, Forgery.written(saved, format.features(saved), foreign), "foreign class");
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

    assertRefused(format, bytes.toByteArray(), "foreign class: x");
  }

  @ParameterizedTest
  @EnumSource
  void exceptionsInExceptionsAreRefused(Format format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = Forgery.start(bytes);
    for (int i = 0; i < 500_000; i++) {
      out.writeByte(ObjectStreamConstants.TC_EXCEPTION);
    }
    assertRefused(format, bytes.toByteArray(), "");
  }

  /** Looking for it could end with an error, where its superclass is not there. */
  @ParameterizedTest
  @ValueSource(strings = {"org.dflib.jjava.jupyter.no.Such", "org.slf4j.no.Such\n\u001b[31m"})
  void aForeignClassIsNotLookedFor(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = Forgery.start(bytes);
    out.writeByte(ObjectStreamConstants.TC_OBJECT);
    out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
    out.writeUTF(name);
    out.writeLong(1);
    out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
    out.writeShort(0);
    out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
    out.writeByte(ObjectStreamConstants.TC_NULL);
    assertRefused(
        Format.VERSION_2, bytes.toByteArray(), "foreign class: " + name.replace("\n\u001b", " "));
  }

  /** Each as long as the payload, none with its elements: memory for none but the first. */
  @ParameterizedTest
  @EnumSource
  void arraysInArraysShareTheBytesThatThereAre(Format format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = Forgery.start(bytes);
    for (int level = 0; level < 6; level++) {
      out.writeByte(ObjectStreamConstants.TC_ARRAY);
      out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
      out.writeUTF("[Ljava.lang.String;");
      out.writeLong(0xADD256E7E91D7B47L);
      out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
      out.writeShort(0);
      out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
      out.writeByte(ObjectStreamConstants.TC_NULL);
      out.writeInt(700);
    }
    out.write(new byte[500]);
    assertRefused(format, bytes.toByteArray(), "REJECTED");
  }

  /** Texts that belong to nothing, of which Java would keep each and ask no filter. */
  @Test
  void aFloodOfTextsIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = Forgery.start(bytes);
    out.writeByte(ObjectStreamConstants.TC_OBJECT);
    out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
    out.writeUTF(SavedModel2.class.getName());
    out.writeLong(2);
    out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
    out.writeShort(0);
    for (int i = 0; i < 100_000; i++) {
      out.writeByte(ObjectStreamConstants.TC_STRING);
      out.writeUTF("");
    }
    assertRefused(Format.VERSION_2, bytes.toByteArray(), "more than 5,000 objects");
  }

  /** What the file says is shown, but it cannot fill the page or feign another line. */
  @Test
  void aLongTextOfTheFileIsCutAndKeptOnItsLine() {
    String name = "nice\n\r\u2028\u001b[2J" + "x".repeat(500_000);
    SavedModel wrong = new SavedModel1(name, Format.CLASSIFIERS, Format.ORIGIN);
    byte[] bytes = Format.VERSION_1.file(Payload.write(wrong));
    assertThatExceptionOfType(ModelFileException.Damaged.class)
        .isThrownBy(() -> ModelFile.decode(Path.of("models.ser"), bytes))
        .withMessageMatching(".*not \"nice \\[2Jx{90,}\\.\\.\\.; fetch it again[^\\p{C}]*")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
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
