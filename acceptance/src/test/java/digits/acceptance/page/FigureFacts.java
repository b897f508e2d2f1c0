package digits.acceptance.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Plotly has understood of a figure: titles, axes and traces.
 *
 * @param json as facts.js gives it; empty if nothing is drawn
 */
record FigureFacts(JsonNode json) {

  static final String SCRIPT = script();

  /** How much of an axis each end may differ: versions of Plotly leave different room at ends. */
  private static final double OF_THE_AXIS = 0.05;

  private static final double ROUNDING = 1e-9;
  private static final JsonNode NONE = TextNode.valueOf("nothing");

  private static String script() {
    try (var stream = FigureFacts.class.getResourceAsStream("facts.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FigureFacts of(String json) {
    try {
      return new FigureFacts(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where the figures differ.
   *
   * @return place and the two values: {@code /traces/0/name: one, not two}
   */
  List<String> differences(FigureFacts wanted) {
    if (json.isEmpty() != wanted.json.isEmpty()) {
      return List.of(json.isEmpty() ? ": not drawn" : ": drawn only here");
    }
    Map<String, JsonNode> here = leaves();
    Map<String, JsonNode> there = wanted.leaves();
    TreeSet<String> places = new TreeSet<>(here.keySet());
    places.addAll(there.keySet());
    List<String> differences = new ArrayList<>();
    for (String place : places) {
      double room = place.contains("/range/") ? OF_THE_AXIS * wanted.length(place) : ROUNDING;
      if (!same(json.at(place), wanted.json.at(place), room)) {
        differences.add(
            String.format(
                Locale.ROOT,
                "%s: %s, not %s",
                place,
                here.getOrDefault(place, NONE),
                there.getOrDefault(place, NONE)));
      }
    }
    return differences;
  }

  private double length(String endOfRange) {
    JsonNode range = json.at(endOfRange.substring(0, endOfRange.lastIndexOf('/')));
    return Math.abs(range.path(1).asDouble() - range.path(0).asDouble());
  }

  private static boolean same(JsonNode here, JsonNode there, double room) {
    return here.isNumber() && there.isNumber()
        ? Math.abs(here.asDouble() - there.asDouble()) <= room
        : here.equals(there);
  }

  private Map<String, JsonNode> leaves() {
    Map<String, JsonNode> leaves = new TreeMap<>();
    collect("", json, leaves);
    return leaves;
  }

  private static void collect(String place, JsonNode node, Map<String, JsonNode> leaves) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(place + "/" + i, node.get(i), leaves);
      }
    } else if (node.isObject()) {
      node.properties().forEach(f -> collect(place + "/" + f.getKey(), f.getValue(), leaves));
    } else {
      leaves.put(place, node);
    }
  }
}
