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
import static java.io.ObjectStreamConstants.TC_RESET;
import static java.io.ObjectStreamConstants.TC_STRING;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Payloads of a model file that go on and on. */
enum Flood {
  EXCEPTIONS {
    @Override
    void begin(DataOutputStream out) {}

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeByte(TC_EXCEPTION);
    }
  },

  /** At the end of a class, where anything may stand. */
  TEXTS {
    @Override
    void begin(DataOutputStream out) throws IOException {
      out.writeByte(TC_ARRAY);
      out.write(StreamMutation.named("[D"));
      out.writeLong(2);
      out.writeByte(SC_SERIALIZABLE);
      out.writeShort(0);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeByte(TC_STRING);
      out.writeUTF("");
    }
  },

  BLOCKS {
    @Override
    void begin(DataOutputStream out) throws IOException {
      TEXTS.begin(out);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.write(new byte[] {TC_BLOCKDATA, 0});
    }
  },

  REFERENCES {
    @Override
    void begin(DataOutputStream out) throws IOException {
      TEXTS.begin(out);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      StreamMutation.reference(out, 0);
    }
  },

  RESETS {
    @Override
    void begin(DataOutputStream out) {}

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeByte(TC_RESET);
    }
  },

  ONE_TEXT {
    @Override
    void begin(DataOutputStream out) throws IOException {
      out.writeByte(TC_LONGSTRING);
      out.writeLong(1 << 30);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeByte('a');
    }
  },

  /** Three bytes a character, so that the text is twice as long in memory as it began. */
  ONE_WIDE_TEXT {
    @Override
    void begin(DataOutputStream out) throws IOException {
      ONE_TEXT.begin(out);
      ONE_TEXT.more(out);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.write(new byte[] {(byte) 0xE4, (byte) 0xB8, (byte) 0xAD});
    }
  },

  ARRAYS_IN_ARRAYS {
    @Override
    void begin(DataOutputStream out) {}

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeByte(TC_ARRAY);
      StreamMutation.describe(out, "[Ljava.lang.String;", 0);
      out.writeInt(4_900);
    }
  },

  DOUBLES {
    @Override
    void begin(DataOutputStream out) throws IOException {
      out.writeByte(TC_ARRAY);
      StreamMutation.describe(out, "[D", 0);
      out.writeInt(400_000);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeLong(1);
    }
  },

  FIELDS {
    @Override
    void begin(DataOutputStream out) throws IOException {
      out.writeByte(TC_OBJECT);
      out.write(StreamMutation.named("digits.model.SavedModel"));
      out.writeLong(2);
      out.writeByte(SC_SERIALIZABLE);
      out.writeShort(Short.MAX_VALUE);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeByte('D');
      out.writeUTF("");
    }
  },

  INTERFACES {
    @Override
    void begin(DataOutputStream out) throws IOException {
      out.writeByte(TC_OBJECT);
      out.writeByte(TC_PROXYCLASSDESC);
      out.writeInt(65_535);
    }

    @Override
    void more(DataOutputStream out) throws IOException {
      out.writeUTF("java.lang.Runnable");
    }
  };

  abstract void begin(DataOutputStream out) throws IOException;

  abstract void more(DataOutputStream out) throws IOException;

  /** As many bytes as were asked for. */
  byte[] of(int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 100);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(STREAM_MAGIC);
    out.writeShort(STREAM_VERSION);
    begin(out);
    while (bytes.size() < size) {
      more(out);
    }
    return Arrays.copyOf(bytes.toByteArray(), size);
  }
}
