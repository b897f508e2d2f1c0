package digits.model;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.io.OutputStream;
import java.nio.file.Path;

/** Makes payloads that this library does not write, and checks that they are refused. */
final class Forgery {

  private Forgery() {}

  static void assertRefused(byte[] payload, String said) {
    byte[] bytes = new Envelope(ModelFile.VERSION, payload).toBytes();
    assertThatExceptionOfType(ModelFileException.class)
        .isThrownBy(() -> ModelFile.decode(Path.of("models.ser"), bytes))
        .withMessageContaining("is damaged: what is inside is no model")
        .withMessageContaining(said)
        .withNoCause();
  }

  static byte[] written(Object whole) throws IOException {
    return written(whole, whole, whole);
  }

  /** Serializes an object with another in the place of one of its parts. */
  static byte[] written(Object whole, Object part, Object instead) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new Swapping(bytes, part, instead)) {
      out.writeObject(whole);
    }
    return bytes.toByteArray();
  }

  static DataOutputStream start(ByteArrayOutputStream bytes) throws IOException {
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
    out.writeShort(ObjectStreamConstants.STREAM_VERSION);
    return out;
  }

  /** The beginning of a class without fields of its own; what follows is up to the caller. */
  static void describe(DataOutputStream out, String name) throws IOException {
    out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
    out.writeUTF(name);
    out.writeLong(0);
    out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
    out.writeShort(0);
  }

  private static final class Swapping extends ObjectOutputStream {

    private final Object part;
    private final Object instead;

    Swapping(OutputStream out, Object part, Object instead) throws IOException {
      super(out);
      this.part = part;
      this.instead = instead;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      return object == part ? instead : object;
    }
  }
}
