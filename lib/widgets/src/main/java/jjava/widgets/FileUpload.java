// SPDX-License-Identifier: Apache-2.0
package jjava.widgets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A button to choose a file, whose bytes are sent to the kernel. Jupyter passes on about ten
 * megabytes at once; a larger file never arrives.
 */
public final class FileUpload extends ValueControl<List<FileUpload.Upload>, FileUpload> {

  /**
   * A file that a user has chosen.
   *
   * @param type its MIME type, as the browser sees it; may be empty
   */
  public record Upload(String name, String type, byte[] content) {}

  public FileUpload(String description) {
    super(
        "FileUpload",
        "ButtonStyle",
        description,
        Map.of("value", List.of(), "accept", "", "multiple", false, "icon", "upload", "error", ""));
  }

  /** Offers only some files, such as {@code image/*} or {@code .csv,.arff}. */
  public FileUpload accept(String types) {
    set("accept", Needed.of(types, "A list of types"));
    return this;
  }

  /** Allows several files at once, or only one. */
  public FileUpload multiple(boolean several) {
    set("multiple", several);
    return this;
  }

  @Override
  Object write(List<Upload> uploads) {
    return uploads.stream()
        .map(
            file ->
                Map.of(
                    "name", file.name,
                    "type", file.type,
                    "size", file.content.length,
                    "content", file.content,
                    "last_modified", 0))
        .toList();
  }

  @Override
  Optional<List<Upload>> read(Object json) {
    try {
      return Optional.of(((List<?>) json).stream().map(FileUpload::upload).toList());
    } catch (ClassCastException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static Upload upload(Object json) {
    Map<?, ?> file = (Map<?, ?>) json;
    byte[] content = ((byte[]) file.get("content")).clone();
    return new Upload((String) file.get("name"), (String) file.get("type"), content);
  }

  @Override
  String said() {
    List<String> names = value().stream().map(Upload::name).toList();
    return names.isEmpty() ? "no file" : String.join(", ", names);
  }
}
