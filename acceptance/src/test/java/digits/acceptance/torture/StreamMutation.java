package digits.acceptance.torture;

import static java.io.ObjectStreamConstants.SC_SERIALIZABLE;
import static java.io.ObjectStreamConstants.TC_ARRAY;
import static java.io.ObjectStreamConstants.TC_CLASS;
import static java.io.ObjectStreamConstants.TC_CLASSDESC;
import static java.io.ObjectStreamConstants.TC_ENDBLOCKDATA;
import static java.io.ObjectStreamConstants.TC_LONGSTRING;
import static java.io.ObjectStreamConstants.TC_NULL;
import static java.io.ObjectStreamConstants.TC_OBJECT;
import static java.io.ObjectStreamConstants.TC_REFERENCE;
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
          "digits.model.SavedFeatures",
          "[[F",
          "[D",
          "[S",
          "java.net.URL",
          "x");

  private final Random random;

  StreamMutation(Random random) {
    this.random = random;
  }

  byte[] of(byte[] payload) throws IOException {
    List<Integer> places = places(payload);
    if (places.isEmpty()) {
      return payload;
    }
    int one = places.get(random.nextInt(places.size()));
    int other = places.get(random.nextInt(places.size()));
    int from = Math.min(one, other);
    int to = Math.max(one, other);
    return switch (random.nextInt(4)) {
      case 0 -> Mutation.replaced(payload, one, 0, token()); // something before a part
      case 1 -> Mutation.replaced(payload, one, 1, token()); // in the place of its first byte
      case 2 -> Mutation.replaced(payload, one, 0, Arrays.copyOfRange(payload, from, to));
      default -> Mutation.replaced(payload, from, to - from, token()); // parts left out
    };
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
    switch (random.nextInt(5)) {
      case 0 -> out.writeByte(TC_NULL);
      case 1 -> reference(out, random.nextInt(40));
      case 2 -> {
        out.writeByte(random.nextBoolean() ? TC_CLASS : TC_OBJECT);
        describe(out, type, random.nextInt(4));
      }
      case 3 -> {
        out.writeByte(TC_ARRAY);
        describe(out, type, 0);
        out.writeInt(random.nextInt(3) == 0 ? random.nextInt() : random.nextInt(1_000));
      }
      default -> {
        out.writeByte(TC_LONGSTRING);
        out.writeLong(random.nextLong() >> random.nextInt(64));
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
