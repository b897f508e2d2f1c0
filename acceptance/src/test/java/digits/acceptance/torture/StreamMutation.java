package digits.acceptance.torture;

import static java.io.ObjectStreamConstants.SC_SERIALIZABLE;
import static java.io.ObjectStreamConstants.TC_ARRAY;
import static java.io.ObjectStreamConstants.TC_BLOCKDATA;
import static java.io.ObjectStreamConstants.TC_CLASS;
import static java.io.ObjectStreamConstants.TC_CLASSDESC;
import static java.io.ObjectStreamConstants.TC_ENDBLOCKDATA;
import static java.io.ObjectStreamConstants.TC_ENUM;
import static java.io.ObjectStreamConstants.TC_EXCEPTION;
import static java.io.ObjectStreamConstants.TC_LONGSTRING;
import static java.io.ObjectStreamConstants.TC_NULL;
import static java.io.ObjectStreamConstants.TC_OBJECT;
import static java.io.ObjectStreamConstants.TC_PROXYCLASSDESC;
import static java.io.ObjectStreamConstants.TC_REFERENCE;
import static java.io.ObjectStreamConstants.TC_RESET;
import static java.io.ObjectStreamConstants.TC_STRING;
import static java.io.ObjectStreamConstants.baseWireHandle;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Damages an object stream where its parts begin, so that reading gets further. */
final class StreamMutation {

  private static final List<String> CLASSES =
      List.of(
          "digits.model.SavedModel",
          "digits.model.SavedModel$Origin",
          "digits.model.SavedFeatures",
          "[[F",
          "[[S",
          "[Ljava.lang.String;",
          "[D",
          "[S",
          "java.util.HashMap",
          "java.net.URL",
          "no such\nclass");

  private final Random random;

  StreamMutation(Random random) {
    this.random = random;
  }

  byte[] of(byte[] payload) throws IOException {
    byte[] spoilt = payload;
    for (int i = random.nextInt(2); i >= 0; i--) {
      int[] places = places(spoilt);
      if (places.length > 0) {
        int one = places[random.nextInt(places.length)];
        int two = places[random.nextInt(places.length)];
        spoilt = once(spoilt, Math.min(one, two), Math.max(one, two));
      }
    }
    return spoilt;
  }

  private byte[] once(byte[] payload, int from, int to) throws IOException {
    return switch (random.nextInt(5)) {
      case 0 -> anotherClass(payload, from);
      case 1 -> Mutation.replaced(payload, from, 0, token());
      case 2 -> Mutation.replaced(payload, from, 1, token());
      case 3 -> Mutation.replaced(payload, from, to - from, token());
      default -> Mutation.replaced(payload, from, 0, Arrays.copyOfRange(payload, from, to));
    };
  }

  private byte[] anotherClass(byte[] payload, int at) throws IOException {
    boolean named = payload[at] == TC_CLASSDESC && at + 2 < payload.length;
    int length = named ? 3 + (payload[at + 2] & 0xFF) : 1;
    byte[] other = named(CLASSES.get(random.nextInt(CLASSES.size())));
    return Mutation.replaced(payload, at, Math.min(payload.length - at, length), other);
  }

  /** Where an object, an array, a class or a text seems to begin. */
  private static int[] places(byte[] payload) {
    return IntStream.range(4, payload.length - 1)
        .filter(
            at -> {
              int next = payload[at + 1];
              return switch (payload[at]) {
                case TC_OBJECT, TC_ARRAY -> next == TC_CLASSDESC || next == TC_REFERENCE;
                case TC_CLASSDESC, TC_STRING, TC_REFERENCE -> next == 0;
                case TC_ENDBLOCKDATA -> next == TC_NULL;
                default -> false;
              };
            })
        .toArray();
  }

  private byte[] token() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    String type = CLASSES.get(random.nextInt(CLASSES.size()));
    int kind = random.nextInt(9);
    switch (kind) {
      case 0 -> out.writeByte(List.of(TC_NULL, TC_RESET, TC_EXCEPTION).get(random.nextInt(3)));
      case 1 -> out.write(new byte[] {TC_BLOCKDATA, 2, 0, 0});
      case 2 -> reference(out, random.nextInt(40));
      case 3, 4 -> {
        out.writeByte(kind == 3 ? TC_CLASS : TC_OBJECT);
        describe(out, type, random.nextInt(4));
      }
      case 5 -> {
        out.writeByte(TC_ARRAY);
        describe(out, type, 0);
        out.writeInt(random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(1_000));
      }
      case 6 -> {
        out.writeByte(TC_LONGSTRING);
        out.writeLong(random.nextLong() >> random.nextInt(64));
      }
      case 7 -> {
        out.writeByte(TC_ENUM);
        describe(out, type, 0);
        out.writeByte(TC_STRING);
        out.writeUTF("SQUARE");
      }
      default -> {
        out.writeByte(TC_PROXYCLASSDESC);
        out.writeInt(random.nextInt(3));
        out.writeUTF("java.lang.Runnable");
        out.write(new byte[] {TC_ENDBLOCKDATA, TC_NULL});
      }
    }
    return bytes.toByteArray();
  }

  static void reference(DataOutputStream out, int handle) throws IOException {
    out.writeByte(TC_REFERENCE);
    out.writeInt(baseWireHandle + handle);
  }

  static byte[] named(String type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(TC_CLASSDESC);
    out.writeUTF(type);
    return bytes.toByteArray();
  }

  /** Describes a class with some double fields, no data of its own and no superclass. */
  static void describe(DataOutputStream out, String type, int fields) throws IOException {
    out.write(named(type));
    out.writeLong(2);
    out.writeByte(SC_SERIALIZABLE);
    out.writeShort(fields);
    for (int i = 0; i < fields; i++) {
      out.writeByte('D');
      out.writeUTF("f" + i);
    }
    out.writeByte(TC_ENDBLOCKDATA);
    out.writeByte(TC_NULL);
  }
}
