// What the tests ask of a page with an open notebook. JupyterLab shows itself to scripts as jupyterapp.
window.inPage = (() => {
  const READABLE = 4.5; // WCAG 2 AA: the contrast of text with what is behind it
  const PLOTLY = "application/vnd.plotly.v1+json";
  const WIDGET = "application/vnd.jupyter.widget-view+json";
  let state = {};

  const app = () => window.jupyterapp;
  const panel = () => app().shell.currentWidget;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const codeCells = () => panel().content.widgets.filter((cell) => cell.model.type === "code");
  const outputsOf = (cell) => Array.from({ length: cell.model.outputs.length }, (_, i) => cell.model.outputs.get(i));
  const isVisible = (node) => node.getClientRects().length > 0;

  // The notebook.
  const open = async (path) => { await app().commands.execute("docmanager:open", { path, factory: "Notebook" }); };
  const isOpen = (path) => Boolean(app() && panel()?.context?.isReady && panel().context.path === path);
  const kernelIsReady = async () => {
    const tooLate = new Promise((_, fail) => setTimeout(fail, 60_000, new Error("the kernel is not ready after a minute")));
    const ready = panel().sessionContext.ready.then(() => panel().sessionContext.session.kernel.info);
    await Promise.race([ready, tooLate]);
  };
  const restartKernel = async () => {
    await panel().sessionContext.session.kernel.restart();
    await panel().sessionContext.session.kernel.info;
  };
  const close = () => {
    const session = panel().sessionContext.session?.id ?? "none";
    panel().dispose();
    return session;
  };
  const content = () => JSON.stringify(panel().context.model.toJSON());
  const save = () => panel().context.save();

  const startRun = () => {
    const own = { ended: false, died: false };
    panel().sessionContext.statusChanged.connect((_, status) => { own.died ||= ["dead", "autorestarting"].includes(status); });
    app().commands.execute("notebook:run-all-cells").finally(() => { own.ended = true; });
    state = own;
  };
  const plain = (text) => text.replace(/\x1b\[[\d;]*m/g, "").split("\n").filter((line) => !line.includes("\tat ")).join("\n").trim();
  const errorIn = (cell) => {
    const error = outputsOf(cell).map((output) => output.toJSON()).find((output) => output.output_type === "error");
    return error ? plain(error.traceback.join("\n")) || `${error.ename}: ${error.evalue}` : "";
  };
  const runCell = async (number) => {
    const cell = codeCells()[number - 1];
    panel().content.activeCellIndex = panel().content.widgets.indexOf(cell);
    await app().commands.execute("notebook:run-cell");
    return errorIn(cell);
  };
  const run = () => {
    const cells = codeCells();
    const failed = cells.findIndex((cell) => errorIn(cell) !== "");
    if (failed >= 0) return { ended: state.ended, cell: failed + 1, error: errorIn(cells[failed]) };
    // When a kernel dies, no cell is running any more; the one that was has no number yet.
    const running = cells.findIndex((cell) => state.died ? cell.model.executionCount === null : cell.model.executionState === "running");
    return { ended: state.ended, cell: running + 1, error: state.died ? "the kernel died" : "" };
  };

  const hasItsPictures = (cell) =>
    outputsOf(cell).every((output) => !(PLOTLY in output.data) || "image/png" in output.data);
  const isDrawn = () =>
    codeCells().every(hasItsPictures) && all(".jp-OutputArea img").every((image) => image.complete);

  // Marks the output of each panel with the places of its cell and of the output in it; returns the marks.
  const namePanels = () =>
    panel().content.widgets.flatMap((cell, place) =>
      cell.model.type !== "code" ? [] : outputsOf(cell).flatMap((output, at) => {
        if (!(WIDGET in output.data)) return [];
        cell.outputArea.widgets[at].node.querySelector(".jp-OutputArea-output").dataset.panel = `${place}-${at}`;
        return [`${place}-${at}`];
      }));

  // The theme.
  const setTheme = (theme) => app().commands.execute("apputils:change-theme", { theme });
  const hasTheme = (theme) => document.body.dataset.jpThemeName === theme;

  // The outputs.
  const outputs = () => all(".jp-OutputArea-output").filter(isVisible);
  const brokenPictures = () =>
    outputs().flatMap((output) => all("img", output)).filter(isVisible)
      .filter((image) => !image.complete || image.naturalWidth === 0 || image.naturalHeight === 0)
      .map((image) => image.outerHTML.slice(0, 100));
  const clipped = () =>
    outputs().filter((output) => output.scrollWidth > output.clientWidth + 1)
      .map((output) => `${output.scrollWidth} pixels in ${output.clientWidth}: ${output.innerText.slice(0, 60)}`);

  const colors = new Map();
  const rgba = (color) => {
    if (!colors.has(color)) {
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      colors.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
    }
    return colors.get(color);
  };
  const over = (top, bottom) => top.slice(0, 3).map((v, i) => (v * top[3] + bottom[i] * (255 - top[3])) / 255);
  const background = (node) => {
    const layers = [];
    for (let n = node; n; n = n.parentElement) {
      // A figure's words lie on a sheet of their own, over the one that has the colour.
      const sheet = n.matches('.svg-container') ? n.querySelector('.main-svg') : null;
      if (sheet) layers.push(rgba(getComputedStyle(sheet).backgroundColor));
      layers.push(rgba(getComputedStyle(n).backgroundColor));
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const luminance = (color) => {
    const [r, g, b] = color.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const textNodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) found.push(walker.currentNode);
    return found.filter((text) => isVisible(text.parentElement) && !text.parentElement.closest("style, script"));
  };
  const unreadable = (roots = outputs()) =>
    roots.flatMap(textNodes).flatMap((text) => {
      const node = text.parentElement;
      // The title of a page that is not open has the grey that ipywidgets gives it: 4.4, just below.
      if (node.closest(".widget-tab .lm-TabBar-tab:not(.lm-mod-current)")) return [];
      const style = getComputedStyle(node);
      const ground = background(node);
      const ink = over(rgba(node instanceof SVGElement ? style.fill : style.color), ground);
      const ratio = contrast(ink, ground);
      return ratio < READABLE ? [`"${text.data.trim().slice(0, 40)}": ${ink} on ${ground}, contrast ${ratio.toFixed(1)}`] : [];
    });

  // Pixels that the window lacks to show the whole notebook.
  const missingHeight = () => {
    const cells = panel().content.widgets.map((cell) => cell.node.getBoundingClientRect());
    const needed = cells[cells.length - 1].bottom - cells[0].top + 30;
    return Math.ceil(needed - panel().content.node.getBoundingClientRect().height);
  };
  const toTop = () => {
    panel().content.activeCellIndex = 0;
    panel().content.scrollToItem(0, "start");
  };

  // The figures. Plotly keeps what it has worked out in _fullLayout and _fullData of the node.
  const drawing = (node) => node.querySelector(".main-svg");
  const isFigureDrawn = (node) =>
    Boolean(drawing(node)) && isVisible(drawing(node)) &&
    all(".trace, .plot-container canvas, .points, .heatmaplayer image, .slice, .contourlayer path", node).length > 0;
  const textOf = (node, selector) => all(selector, node).map((text) => text.textContent.trim()).join(" ");
  const figureTitle = (node) => textOf(node, ".gtitle");
  const axesWithoutTitle = (node) => {
    const layout = node._fullLayout;
    const flat = Object.keys(layout).filter((key) => /^[xy]axis\d*$/.test(key)).map((key) => [key, layout[key]])
      .filter(([, axis]) => axis.visible && axis.showticklabels)
      .filter(([key]) => !textOf(node, `.${key.replace("axis", "")}title`));
    const deep = Object.keys(layout).filter((key) => /^scene\d*$/.test(key))
      .flatMap((scene) => ["xaxis", "yaxis", "zaxis"].map((key) => [`${scene}.${key}`, layout[scene][key]]))
      .filter(([, axis]) => axis.visible && (!axis.title.text || /^[xyz]$/.test(axis.title.text)));
    return [...flat, ...deep].map(([key]) => key);
  };
  const middle = (list) => list[Math.floor(list.length / 2)];
  const pointsToHover = (node) => {
    const box = node.getBoundingClientRect();
    const axis = (id) => node._fullLayout[id.replace(/^[xy]/, "$&axis")];
    const known = (node.calcdata || []).flatMap((points) => {
      const { xaxis, yaxis } = points[0].trace;
      if (!xaxis || !yaxis || points[0].x === undefined) return [];
      const [across, up] = [axis(xaxis), axis(yaxis)];
      return [middle(points), points[0]].map((point) => ({
        x: box.x + across._offset + across.c2p(point.x), y: box.y + up._offset + up.c2p(point.y) }));
    });
    const fractions = [0.5, 0.4, 0.6, 0.25, 0.75];
    const grid = fractions.flatMap((v) => fractions.map((h) => ({ x: box.x + h * box.width, y: box.y + v * box.height })));
    return [...known, ...grid].filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
  };
  const showsHover = (node) => all(".hoverlayer > *, .hovertext", node).length > 0;

  return {
    open, isOpen, close, kernelIsReady, restartKernel, content, save, startRun, runCell, run, isDrawn, namePanels, setTheme, hasTheme,
    brokenPictures, clipped, unreadable, missingHeight, toTop,
    isFigureDrawn, figureTitle, axesWithoutTitle, pointsToHover, showsHover,
  };
})();
