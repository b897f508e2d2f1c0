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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

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
          "[F",
          "[S",
          "[I",
          "[[D",
          "java.util.HashMap",
          "java.net.URL",
          "java.lang.Enum",
          "no such\nclass");

  private final Random random;

  StreamMutation(Random random) {
    this.random = random;
  }

  byte[] of(byte[] payload) throws IOException {
    List<Integer> places = places(payload);
    if (places.isEmpty()) {
      return payload;
    }
    byte[] spoilt = payload;
    for (int i = random.nextInt(2); i >= 0; i--) {
      int at = places.get(random.nextInt(places.size()));
      int to = places.get(random.nextInt(places.size()));
      if (Math.max(at, to) < spoilt.length) {
        spoilt = once(spoilt, at, to);
      }
    }
    return spoilt;
  }

  private byte[] once(byte[] payload, int at, int to) throws IOException {
    switch (random.nextInt(5)) {
      case 0: // another class in the place of one
        if (payload[at] == TC_CLASSDESC) {
          return Mutation.replaced(
              payload,
              at,
              Math.min(payload.length - at, namedLength(at, payload)),
              named(CLASSES.get(random.nextInt(CLASSES.size()))));
        }
        return Mutation.replaced(payload, at, 0, token());
      case 1: // something before a part
        return Mutation.replaced(payload, at, 0, token());
      case 2: // something in the place of a part's first byte
        return Mutation.replaced(payload, at, 1, token());
      case 3: // a part, and what follows, in the place of another
        return Mutation.replaced(
            payload, at, 0, Arrays.copyOfRange(payload, Math.min(at, to), Math.max(at, to)));
      default: // a part left out
        int from = Math.min(at, to);
        return Mutation.replaced(payload, from, Math.max(at, to) - from, token());
    }
  }

  private static int namedLength(int at, byte[] payload) {
    return at + 2 < payload.length
        ? 3 + ((payload[at + 1] & 0xFF) << 8 | payload[at + 2] & 0xFF)
        : 1;
  }

  /** Where an object, an array, a class or a text seems to begin. */
  private static List<Integer> places(byte[] payload) {
    List<Integer> places = new ArrayList<>();
    for (int at = 4; at + 1 < payload.length; at++) {
      int next = payload[at + 1];
      boolean part =
          switch (payload[at]) {
            case TC_OBJECT, TC_ARRAY -> next == TC_CLASSDESC || next == TC_REFERENCE;
            case TC_CLASSDESC, TC_STRING -> next == 0;
            case TC_REFERENCE -> next == 0x00 && at + 2 < payload.length && payload[at + 2] == 0x7E;
            case TC_ENDBLOCKDATA -> next == TC_NULL;
            default -> false;
          };
      if (part) {
        places.add(at);
      }
    }
    return places;
  }

  private byte[] token() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    String type = CLASSES.get(random.nextInt(CLASSES.size()));
    switch (random.nextInt(11)) {
      case 0 -> out.writeByte(TC_NULL);
      case 1 -> reference(out, random.nextInt(40));
      case 2 -> {
        out.writeByte(TC_CLASS);
        describe(out, type, random.nextInt(4));
      }
      case 3 -> {
        out.writeByte(TC_OBJECT);
        describe(out, type, random.nextInt(4));
      }
      case 4 -> {
        out.writeByte(TC_ARRAY);
        describe(out, type, 0);
        out.writeInt(random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(1_000));
      }
      case 5 -> {
        out.writeByte(TC_STRING);
        out.writeUTF("t".repeat(random.nextInt(50)));
      }
      case 6 -> {
        out.writeByte(TC_LONGSTRING);
        out.writeLong(random.nextLong() >> random.nextInt(64));
      }
      case 7 -> out.write(new byte[] {TC_BLOCKDATA, 2, 0, 0});
      case 8 -> out.writeByte(random.nextBoolean() ? TC_RESET : TC_EXCEPTION);
      case 9 -> {
        out.writeByte(TC_ENUM);
        describe(out, type, 0);
        out.writeByte(TC_STRING);
        out.writeUTF("SQUARE");
      }
      default -> {
        out.writeByte(TC_PROXYCLASSDESC);
        out.writeInt(random.nextInt(3));
        out.writeUTF("java.lang.Runnable");
        out.writeByte(TC_ENDBLOCKDATA);
        out.writeByte(TC_NULL);
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
