// What Plotly, of whatever version, has understood of a figure: each value by its place; nothing if it has drawn none.
async (node) => {
  if (!node || !node._fullLayout) return {};
  await Promise.all(node._promises || []);
  const layout = node._fullLayout;

  // Where the author gave no title, some versions hold the words that an editor would show in its place.
  const title = (holder, unset) => {
    const text = (holder.title && holder.title.text) || "";
    return text === unset || /^Click to enter/.test(text) ? "" : text;
  };
  const numbers = (axis) => axis.range.map((end) => (axis.r2l ? axis.r2l(end) : Number(end)));
  const axis = (axis, letter) => ({
    title: title(axis, letter), type: axis.type, range: numbers(axis), categories: (axis._categories || []).join(" | ") });
  const axes = {};
  for (const key of Object.keys(layout)) {
    if (/^[xy]axis\d*$/.test(key)) axes[key] = axis(layout[key]);
    if (/^scene\d*$/.test(key))
      for (const letter of "xyz") axes[`${key}.${letter}`] = axis(layout[key][`${letter}axis`], letter);
  }

  const isNumber = (value) => value !== null && value !== "" && Number.isFinite(Number(value));
  const values = (array) => {
    const flat = Array.from(array, (row) => (row && row.length !== undefined && typeof row !== "string" ? Array.from(row) : row)).flat();
    const isGap = (value) => value === null || value === undefined || Number.isNaN(value) || value === "NaN";
    return {
      length: array.length,
      gaps: flat.filter(isGap).length,
      sum: flat.filter(isNumber).reduce((sum, value) => sum + Number(value), 0),
      texts: flat.filter((value) => !isNumber(value) && !isGap(value)).join(" | "),
    };
  };
  // What is left to Plotly to work out of the values, such as the bars of a histogram.
  const workedOut = (points) => ({
    points: points.length, bars: points.filter((point) => point.s > 0).map((point) => [point.p, point.s]) });
  const trace = (full, i) => {
    const facts = { calculated: workedOut(node.calcdata[i] || []), colorscale: JSON.stringify(full.colorscale || (full.marker || {}).colorscale || "") };
    for (const key of ["type", "name", "mode", "visible", "orientation", "opacity", "showlegend", "xaxis", "yaxis"])
      facts[key] = full[key] === undefined ? "" : full[key];
    for (const key of ["x", "y", "z", "labels", "values", "open", "high", "low", "close"])
      if (full[key] && full[key].length !== undefined && typeof full[key] !== "string") facts[key] = values(full[key]);
    return facts;
  };

  const drawing = node.querySelector(".main-svg").getBoundingClientRect();
  const facts = JSON.stringify({
    title: title(layout), width: layout.width, height: layout.height,
    showlegend: layout.showlegend, barmode: layout.barmode || "",
    axes, traces: node._fullData.map((full, i) => trace(full, i)),
    drawnWidth: drawing.width, drawnHeight: drawing.height,
  });
  const flat = {};
  const collect = (place, value) => {
    if (value === null || typeof value !== "object") flat[place] = value;
    else Object.entries(value).forEach(([key, inner]) => collect(`${place}/${key}`, inner));
  };
  collect("", JSON.parse(facts));
  return flat;
}
