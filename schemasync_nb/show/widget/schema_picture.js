// The ER picture: a click on a table goes to the kernel, and the tables of the selected changes are framed.
const SPACE = 3;

function extent(node) {
  // From the numbers, not from the layout: in a tab that is not in front there is none.
  const points = [...node.querySelectorAll("polygon")].flatMap((polygon) =>
    [...polygon.points].map(({ x, y }) => [x, y]),
  );
  const [xs, ys] = [0, 1].map((axis) => points.map((point) => point[axis]));
  const [left, top] = [Math.min(...xs) - SPACE, Math.min(...ys) - SPACE];
  return { x: left, y: top, width: Math.max(...xs) + SPACE - left, height: Math.max(...ys) + SPACE - top };
}

function frame(node) {
  const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ ...extent(node), rx: 4, class: "ssnb-frame" })) {
    rect.setAttribute(name, value);
  }
  node.append(rect);
}

function render({ model, el }) {
  el.classList.add("ssnb-schema");
  const tables = () => [...el.querySelectorAll("g.node")];
  const name = (node) => node.querySelector("title").textContent;

  const mark = () => {
    const marked = new Set(model.get("marked"));
    for (const node of tables()) {
      node.querySelectorAll("rect.ssnb-frame").forEach((rect) => rect.remove());
      node.setAttribute("aria-pressed", marked.has(name(node)));
      if (marked.has(name(node))) frame(node);
    }
  };
  const pick = (node, event) => {
    const more = event.ctrlKey || event.metaKey || event.shiftKey;
    model.send({ picked: name(node), more });
    event.preventDefault();
  };
  const draw = () => {
    el.innerHTML = model.get("drawn");
    for (const node of tables()) {
      node.setAttribute("tabindex", "0");
      node.setAttribute("role", "button");
      node.addEventListener("click", (event) => pick(node, event));
      node.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") pick(node, event);
      });
    }
    mark();
  };

  model.on("change:drawn", draw);
  model.on("change:marked", mark);
  draw();
  return () => {
    model.off("change:drawn", draw);
    model.off("change:marked", mark);
  };
}

export default { render };
