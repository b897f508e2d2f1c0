package digits.acceptance.torture;

import static java.io.ObjectStreamConstants.SC_SERIALIZABLE;
import static java.io.ObjectStreamConstants.STREAM_MAGIC;
import static java.io.ObjectStreamConstants.STREAM_VERSION;
import static java.io.ObjectStreamConstants.TC_ARRAY;
import static java.io.ObjectStreamConstants.TC_BLOCKDATA;
import static java.io.ObjectStreamConstants.TC_EXCEPTION;
import static java.io.ObjectStreamConstants.TC_LONGSTRING;
import static java.io.ObjectStreamConstants.TC_OBJECT;
import static java.io.ObjectStreamConstants.TC_PROXYCLASSDESC;
import static java.io.ObjectStreamConstants.TC_STRING;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Endless payloads of a model file. */
enum Flood {
  EXCEPTIONS(out -> {}, out -> out.writeByte(TC_EXCEPTION)),

  TEXTS(Flood::endOfClass, out -> out.write(new byte[] {TC_STRING, 0, 0})),

  BLOCKS(Flood::endOfClass, out -> out.write(new byte[] {TC_BLOCKDATA, 0})),

  REFERENCES(Flood::endOfClass, out -> StreamMutation.reference(out, 0)),

  /** Wide characters after a narrow one: the text takes twice the memory that it began with. */
  ONE_WIDE_TEXT(
      out -> {
        out.writeByte(TC_LONGSTRING);
        out.writeLong(1 << 30);
        out.writeByte('a');
      },
      out -> out.write(new byte[] {(byte) 0xE4, (byte) 0xB8, (byte) 0xAD})),

  ARRAYS_IN_ARRAYS(out -> {}, out -> array(out, "[Ljava.lang.String;", 4_900)),

  DOUBLES(out -> array(out, "[D", 400_000), out -> out.writeLong(1)),

  FIELDS(
      out -> {
        out.writeByte(TC_OBJECT);
        describe(out, "digits.model.SavedModel", Short.MAX_VALUE);
      },
      out -> {
        out.writeByte('D');
        out.writeUTF("");
      }),

  INTERFACES(
      out -> {
        out.writeByte(TC_OBJECT);
        out.writeByte(TC_PROXYCLASSDESC);
        out.writeInt(65_535);
      },
      out -> out.writeUTF("java.lang.Runnable"));

  private interface Part {
    void write(DataOutputStream out) throws IOException;
  }

  private final Part begin;
  private final Part more;

  Flood(Part begin, Part more) {
    this.begin = begin;
    this.more = more;
  }

  /** A payload of the given size. */
  byte[] of(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 100);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(STREAM_MAGIC);
    out.writeShort(STREAM_VERSION);
    begin.write(out);
    while (bytes.size() < size) {
      more.write(out);
    }
    return Arrays.copyOf(bytes.toByteArray(), size);
  }

  /** A place in the stream where any object may follow. */
  private static void endOfClass(DataOutputStream out) throws IOException {
    out.writeByte(TC_ARRAY);
    describe(out, "[D", 0);
  }

  private static void describe(DataOutputStream out, String type, int fields) throws IOException {
    out.write(StreamMutation.named(type));
    out.writeLong(2);
    out.writeByte(SC_SERIALIZABLE);
    out.writeShort(fields);
  }

  private static void array(DataOutputStream out, String type, int length) throws IOException {
    out.writeByte(TC_ARRAY);
    StreamMutation.describe(out, type, 0);
    out.writeInt(length);
  }
}
