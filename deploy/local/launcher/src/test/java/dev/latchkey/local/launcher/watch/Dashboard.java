package dev.latchkey.local.launcher.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.launcher.watch.Panels.Kind;
import dev.latchkey.local.launcher.watch.Panels.Panel;
import org.jspecify.annotations.Nullable;

/**
 * Draws panels as a dashboard of Grafana: one style, a place for each, the data source a choice.
 */
final class Dashboard {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of Grafana 12; older ones read it, newer ones raise it. */
  private static final int SCHEMA = 41;

  private static final int WIDTH = 24;
  private static final String SOURCE = "{\"type\": \"prometheus\", \"uid\": \"${datasource}\"}";

  private final String name;
  private final Panels panels;
  private final ArrayNode drawn = JSON.createArrayNode();
  private int below;

  private Dashboard(String name, Panels panels) {
    this.name = name;
    this.panels = panels;
  }

  static String draw(String name, Panels panels) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
              .writeValueAsString(new Dashboard(name, panels).draw())
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode draw() {
    for (var row : panels.rows()) {
      place(part("row", row.title()), 0, WIDTH, 1).put("collapsed", false).putArray("panels");
      below += 1;
      int height = row.panels().stream().allMatch(one -> one.kind() == Kind.NUMBER) ? 4 : 8;
      int width = WIDTH / row.panels().size();
      for (int at = 0; at < row.panels().size(); at++) {
        fill(place(part("", ""), at * width, width, height), row.panels().get(at));
      }
      below += height;
    }
    var board = JSON.createObjectNode();
    board.put("uid", "latchkey-" + name).put("title", "Latchkey: " + panels.title());
    board.put("description", panels.tells()).put("schemaVersion", SCHEMA).put("version", 1);
    board.put("editable", false).put("graphTooltip", 1).put("refresh", "30s");
    board.put("timezone", "browser").putArray("tags").add("latchkey");
    board.putObject("time").put("from", "now-6h").put("to", "now");
    board.putObject("annotations").putArray("list");
    board.set(
        "links",
        json(
            """
            [{"title": "Latchkey", "type": "dashboards", "tags": ["latchkey"], "asDropdown": true,
              "includeVars": true, "keepTime": true}]\
            """));
    board
        .putObject("templating")
        .set(
            "list",
            json(
                """
                [{"name": "datasource", "label": "Prometheus", "type": "datasource",
                  "query": "prometheus", "regex": "", "hide": 0, "refresh": 1,
                  "multi": false, "includeAll": false, "options": [], "current": {}}]\
                """));
    board.set("panels", drawn);
    return board;
  }

  private ObjectNode part(String type, String title) {
    return drawn.addObject().put("id", drawn.size()).put("type", type).put("title", title);
  }

  private ObjectNode place(ObjectNode part, int x, int width, int height) {
    part.putObject("gridPos").put("x", x).put("y", below).put("w", width).put("h", height);
    return part;
  }

  private static void fill(ObjectNode part, Panel panel) {
    boolean number = panel.kind() == Kind.NUMBER;
    part.put("type", number ? "stat" : "timeseries").put("title", panel.title());
    part.put("description", panel.tells()).set("datasource", json(SOURCE));
    var field = part.putObject("fieldConfig");
    field.putArray("overrides");
    var defaults = field.putObject("defaults").put("unit", panel.unit());
    thresholds(defaults.putObject("thresholds"), panel.redAbove(), panel.redBelow());
    if (number) {
      part.set(
          "options",
          json(
              """
              {"colorMode": "value", "graphMode": "area", "textMode": "auto", "orientation": "auto",
               "justifyMode": "auto",
               "reduceOptions": {"calcs": ["lastNotNull"], "fields": "", "values": false}}\
              """));
    } else {
      defaults.put("min", 0).set("custom", custom(panel));
      part.set(
          "options",
          json(
              """
              {"legend": {"displayMode": "list", "placement": "bottom", "showLegend": true,
                          "calcs": []},
               "tooltip": {"mode": "multi", "sort": "desc"}}\
              """));
    }
    var targets = part.putArray("targets");
    panel
        .ask()
        .forEach((line, question) -> {
          var target = targets.addObject();
          target.put("refId", Character.toString('A' + targets.size() - 1));
          target.set("datasource", json(SOURCE));
          target.put("editorMode", "code").put("expr", question).put("legendFormat", line);
          target.put("range", true).put("instant", false);
        });
  }

  private static ObjectNode custom(Panel panel) {
    boolean stack = panel.kind() == Kind.STACK;
    var custom = JSON.createObjectNode().put("drawStyle", "line").put("lineWidth", 1);
    custom.put("fillOpacity", stack ? 40 : 8).put("showPoints", "never").put("spanNulls", false);
    custom.putObject("stacking").put("mode", stack ? "normal" : "none").put("group", "A");
    boolean limit = panel.redAbove() != null || panel.redBelow() != null;
    custom.putObject("thresholdsStyle").put("mode", limit ? "dashed" : "off");
    return custom;
  }

  private static void thresholds(
      ObjectNode to, @Nullable Double redAbove, @Nullable Double redBelow) {
    var steps = to.put("mode", "absolute").putArray("steps");
    steps.addObject().put("color", redBelow == null ? "green" : "red").putNull("value");
    if (redBelow != null) {
      steps.addObject().put("color", "green").put("value", redBelow);
    }
    if (redAbove != null) {
      steps.addObject().put("color", "red").put("value", redAbove);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
