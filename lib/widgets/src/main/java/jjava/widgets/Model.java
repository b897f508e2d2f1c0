// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.List;
import java.util.Map;

/** What the connection to the pages needs to know about a widget. */
abstract class Model {

  /** Code that runs because a page asked for it; it may fail in any way. */
  interface Callback {
    void run() throws Throwable;
  }

  abstract String id();

  abstract Map<String, Object> state();

  /** The widgets that a page draws inside this one. */
  abstract List<? extends Model> parts();

  /** Applies the changes that a page asks for. */
  abstract void changed(Map<String, Object> wanted);

  /** Hands over a message from a page that is not about the state. */
  abstract void received(Map<String, Object> content, List<byte[]> attachments);

  /** Runs a callback; whatever it throws is shown in the page. */
  abstract void guard(Callback callback);

  abstract void close();

  /** Called when the model has been removed, by the kernel or by a page. */
  abstract void closed();
}
