// Years side by side: slopes for rates and ranks, bars for what changed most, and one metric by itself.
"use strict";
jm.charts = (() => {
  const COLUMNS = jm.data.columns;
  const SLOPES = 14;
  const BARS = 20;
  const LINE = 15; // pixels between labels
  const PALETTE = ["#4269d0", "#c98500", "#d0453f", "#3a9f9a", "#3d8f3f", "#c2559d", "#8a63cf", "#6c7a89"];
  const LOOK = { style: { fontSize: "13px" } };
  const LEAST = 400; // pixels for a chart, unless there is less
  const GAP = 16;
  let drawn = 0;

  const numbers = (row) => row.values.map((cell, i) => (cell && cell.value !== null ? { column: COLUMNS[i], value: cell.value, amount: cell.amount } : null)).filter(Boolean);
  const compared = (row) => row.values.filter(Boolean).length > 1;
  const name = (row) => row.metric + (row.role === "target" ? ` (${jm.word("role", "target")})` : "") + (row.kind === "change" ? ` (${jm.word("kind", "change")})` : "");
  const told = (row) => `${name(row)}: ${row.values.map((cell, i) => `${COLUMNS[i]} ${cell ? cell.amount : "—"}`).join(", ")}`;

  // Where labels go so that none covers another: the values, moved apart by at least `gap`.
  function apart(points, gap) {
    const placed = [...points].sort((a, b) => a.value - b.value);
    placed.forEach((point, i) => { point.label = i ? Math.max(point.value, placed[i - 1].label + gap) : point.value; });
    return points;
  }

  function figure(title, rows, plot) {
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", `${title}. ${rows.map(told).join("; ")}`);
    // What is in the picture is told by its label.
    for (const child of plot.children) child.setAttribute("aria-hidden", "true");
    return jm.element("figure", {}, jm.element("figcaption", {}, title), plot);
  }

  function slopes(title, rows, width, reverse, format, whole = reverse) {
    const series = rows.map((row, i) => numbers(row).map((point) => ({ ...point, name: name(row), color: PALETTE[i % PALETTE.length] })));
    const values = series.flat().map((point) => point.value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = Math.max((high - low) * 0.08, reverse ? 0.5 : 1);
    const height = Math.max(220, rows.length * LINE * 1.6 + 60);
    const gap = ((high - low + 2 * room) / (height - 60)) * LINE;
    const ends = apart(series.map((points) => ({ ...points.at(-1), column: COLUMNS.at(-1) })), gap);
    const highest = Math.max(high + room, ...ends.map((point) => point.label + gap / 2));
    return figure(title, rows, Plot.plot({
      ...LOOK, width, height, marginLeft: 64, marginRight: Math.min(width * 0.45, 230), marginTop: 24,
      x: { type: "point", domain: COLUMNS, label: null },
      y: { domain: reverse ? [highest, low - room] : [low - room, highest], label: null, tickFormat: format, ticks: whole ? wholeTicks(series.flat()) : 5, grid: true },
      marks: [
        ...series.map((points) => Plot.lineY(points, { x: "column", y: "value", stroke: points[0].color, strokeWidth: 2 })),
        Plot.dot(series.flat(), { x: "column", y: "value", fill: "color", r: 4 }),
        Plot.text(ends, { x: "column", y: "label", text: (point) => short(`${point.amount} ${point.name}`, width < 500 ? 16 : 26), dx: 10, textAnchor: "start", fill: "currentColor" }),
      ],
    }));
  }

  function bars(title, rows, width) {
    const points = rows.map((row) => ({ name: short(name(row), width < 500 ? 9 : 16) + "\u200b".repeat(rows.indexOf(row)), value: row.delta_pct }));
    return figure(title, rows, Plot.plot({
      ...LOOK, width, height: rows.length * 26 + 50, marginLeft: Math.min(width * 0.4, 230), insetLeft: 56, insetRight: 56,
      x: { label: null, tickFormat: (value) => value + "%", grid: true, ticks: width < 500 ? 2 : 6 },
      y: { domain: points.map((point) => point.name), label: null },
      marks: [
        Plot.barX(points, { x: "value", y: "name", fill: (point) => (point.value < 0 ? PALETTE[1] : PALETTE[0]) }),
        Plot.ruleX([0]),
        Plot.text(points, { x: "value", y: "name", text: (point) => signed(point.value) + "%", textAnchor: "start", dx: 4, filter: (point) => point.value >= 0, fill: "currentColor" }),
        Plot.text(points, { x: "value", y: "name", text: (point) => signed(point.value) + "%", textAnchor: "end", dx: -4, filter: (point) => point.value < 0, fill: "currentColor" }),
      ],
    }));
  }

  function one(row, width) {
    const points = numbers(row);
    const ranked = row.kind === "rank";
    const common = { ...LOOK, width, height: 260, marginTop: 30, marginLeft: 60, x: { type: "band", domain: COLUMNS, label: null } };
    return figure(jm.text("one", { metric: name(row), unit: row.unit }), [row], ranked
      ? Plot.plot({ ...common, y: { domain: rankDomain(points), label: null, tickFormat: String, ticks: wholeTicks(points), grid: true }, marks: [Plot.lineY(points, { x: "column", y: "value", stroke: PALETTE[0], strokeWidth: 2 }), Plot.dot(points, { x: "column", y: "value", fill: PALETTE[0], r: 4 }), Plot.text(points, { x: "column", y: "value", text: "amount", dy: -12, fill: "currentColor" })] })
      : Plot.plot({ ...common, y: { label: null, grid: true, ticks: 5, tickFormat: "~s", zero: true }, marks: [Plot.barY(points, { x: "column", y: "value", fill: PALETTE[0], insetLeft: 12, insetRight: 12 }), Plot.ruleY([0]), Plot.text(points, { x: "column", y: "value", text: "amount", dy: -9, fill: "currentColor" })] }));
  }

  const signed = (value) => (value > 0 ? "+" : "") + (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(1));
  const short = (words, most) => (jm.length(words) > most ? jm.slice(words, 0, most - 1) + "…" : words);
  const wholeTicks = (points) => d3.ticks(...d3.extent(points, (point) => point.value), 5).filter(Number.isInteger);
  const rankDomain = (points) => { const [low, high] = d3.extent(points, (point) => point.value); return [high + 0.5, low - 0.5]; };
  const clear = (row) => numbers(row).length > 1;

  function draw(width = jm.byId("charts")?.clientWidth ?? 0) {
    const place = jm.byId("charts");
    if (!place || !width || drawn === width) return;
    drawn = width;
    const rows = jm.data.rows.filter((row) => clear(row) && row.role === "actual");
    const most = (wanted) => wanted.sort((a, b) => Math.abs(b.delta ?? 0) - Math.abs(a.delta ?? 0)).slice(0, SLOPES);
    const rates = most(rows.filter((row) => row.kind === "rate" && row.unit === "%"));
    const ranks = most(rows.filter((row) => row.kind === "rank" && row.unit === "位"));
    const changed = rows.filter((row) => row.delta_pct).sort((a, b) => Math.abs(b.delta_pct) - Math.abs(a.delta_pct)).slice(0, BARS);
    const charts = [
      [rates, (inner) => slopes(jm.text("slope.rate"), rates, inner, false, (value) => value + "%")],
      [ranks, (inner) => slopes(jm.text("slope.rank"), ranks, inner, true, String)],
      [changed, (inner) => bars(jm.text("bars"), changed, inner)],
    ].filter(([shown]) => shown.length);
    const across = Math.min(charts.length, Math.max(1, Math.floor((width + GAP) / (LEAST + GAP))));
    place.style.gridTemplateColumns = `repeat(${across}, minmax(0, 1fr))`;
    const inner = Math.floor((width - GAP * (across - 1)) / across) - 24;
    place.replaceChildren(...charts.map(([, chart]) => chart(inner)));
  }

  function open(row) {
    const dialog = jm.byId("one");
    jm.byId("one-title").textContent = jm.text("chart.of", { metric: name(row) });
    dialog.showModal();
    const evidence = row.values.map((cell, i) => {
      if (!cell) return null;
      const claim = jm.claims[cell.claim];
      const [before, number, after] = jm.excerpt(claim, 60);
      return jm.element("p", {}, jm.element("strong", {}, COLUMNS[i] + " "), before, jm.element("b", {}, number), after, " ",
        jm.element("button", { type: "button", onclick: () => { dialog.close(); jm.page.tab("claims"); jm.documents.show(claim); } }, jm.text("document")));
    });
    jm.byId("one-chart").replaceChildren(...(numbers(row).length ? [one(row, Math.min(640, dialog.clientWidth - 60))] : []), ...evidence.filter(Boolean));
  }

  function table() {
    const body = document.querySelector("#rows tbody");
    const only = jm.byId("only");
    if (!body) return;
    const statuses = ["changed", "same", "appeared", "gone", "mixed"].filter((status) => jm.data.rows.some((row) => row.status === status));
    jm.options(only, [["both", jm.text("status.both")], ["", jm.text("all")], ...statuses.map((status) => [status, jm.text("status." + status)])]);
    if (!jm.data.rows.some(compared)) only.value = "";
    const fill = () => {
      const fits = (row) => (only.value === "both" ? compared(row) : !only.value || row.status === only.value);
      body.replaceChildren(...jm.data.rows.filter(fits).map((row) => jm.element(
        "tr", {},
        jm.element("th", { scope: "row" }, jm.element("button", { type: "button", class: "go", onclick: () => open(row), "aria-label": jm.text("chart.of", { metric: name(row) }) }, name(row)), row.notes.length ? jm.element("span", { class: "notes" }, row.notes.join("; ")) : null),
        ...row.values.map((cell) => jm.element("td", { class: "number" }, cell ? cell.amount : "—")),
        jm.element("td", { class: "number" }, row.delta === null ? "" : (row.delta > 0 ? "+" : "") + row.delta.toLocaleString()),
        jm.element("td", { class: "number" }, row.delta_pct ? signed(row.delta_pct) + "%" : ""),
        jm.element("td", {}, jm.text("status." + row.status)),
      )));
    };
    only.addEventListener("change", fill);
    fill();
  }

  return { start: table, draw };
})();
