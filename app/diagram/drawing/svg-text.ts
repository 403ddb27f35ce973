import { PAPER_COLOURS } from "~/components/level-strip-colours";
import type { Drawing } from "./drawing";
import type { Paint, Shape } from "./shapes";

type Attributes = Readonly<Record<string, string | number>>;

const LINE = { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
const ICON = { ...LINE, "stroke-width": 1.75 } as const;
const INK = PAPER_COLOURS.text;
const ADDED = "#17603b";
const REMOVED = "#a01b1f";
const CHANGED = "#1d4e97";

/** Each paint in fixed colours, the light ones of the portal: for files and documents, which have no style sheet. */
const PAPER: Readonly<Record<Paint, Attributes>> = {
  zone: { fill: "#ffffff", stroke: "#76868a", "stroke-width": 1.25 },
  "zone-outside": { fill: "#ebefef", stroke: "#76868a", "stroke-width": 1.25, "stroke-dasharray": "3 4" },
  "zone-added": { fill: "#e2f3e8", stroke: ADDED, "stroke-width": 3 },
  "zone-removed": { fill: "none", stroke: REMOVED, "stroke-width": 3, "stroke-dasharray": "10 6" },
  "zone-changed": { fill: "#e7effa", stroke: CHANGED, "stroke-width": 3 },
  "line-wired": { ...LINE, stroke: "#4b5b5f", "stroke-width": 1.75 },
  "line-wireless": { ...LINE, stroke: "#4b5b5f", "stroke-width": 1.75, "stroke-dasharray": "2 5" },
  "line-remote": { ...LINE, stroke: "#4b5b5f", "stroke-width": 1.75, "stroke-dasharray": "9 4 2 4" },
  "line-temporary": { ...LINE, stroke: "#4b5b5f", "stroke-width": 1.75, "stroke-dasharray": "8 6" },
  "line-added": { ...LINE, stroke: ADDED, "stroke-width": 4 },
  "line-removed": { ...LINE, stroke: REMOVED, "stroke-width": 3, "stroke-dasharray": "10 8" },
  "line-changed": { ...LINE, stroke: CHANGED, "stroke-width": 4 },
  tile: { fill: "#f3f5f5", stroke: "#d5dcdc" },
  title: { fill: INK, "font-weight": 600 },
  small: { fill: "#4b5b5f" },
  "badge-added": { fill: "#ffffff", stroke: ADDED, "stroke-width": 1.5 },
  "badge-removed": { fill: "#ffffff", stroke: REMOVED, "stroke-width": 1.5 },
  "badge-changed": { fill: "#ffffff", stroke: CHANGED, "stroke-width": 1.5 },
  "badge-text-added": { fill: ADDED, "font-weight": 600 },
  "badge-text-removed": { fill: REMOVED, "font-weight": 600 },
  "badge-text-changed": { fill: CHANGED, "font-weight": 600 },
  "icon-added": { ...ICON, stroke: ADDED },
  "icon-removed": { ...ICON, stroke: REMOVED },
  "icon-changed": { ...ICON, stroke: CHANGED },
  "strip-target": { fill: "none", stroke: PAPER_COLOURS.target, "stroke-width": 1 },
  "strip-cell": { fill: PAPER_COLOURS.empty },
  label: { fill: "#ffffff", stroke: "#d5dcdc" },
};

/**
 * The drawing as the text of an SVG 1.1 file of its own: attributes only, no style, no script, no links, no ids. Names
 * of elements are kept as titles. The same drawing gives the same bytes.
 */
export function toSvgText(
  { x, y, width, height }: Drawing["bounds"],
  shapes: ReadonlyArray<Shape>,
  title: string,
): string {
  const size = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...{ width: Math.ceil(width), height: Math.ceil(height) },
      viewBox: [x, y, width, height].map((value) => Math.round(value)).join(" "),
      "font-family": "Inter, Roboto, Helvetica, Arial, sans-serif",
    },
    [
      element("title", {}, [escaped(title)]),
      element("rect", { x: Math.round(x), y: Math.round(y), width, height, fill: "#ffffff" }, []),
      ...shapes.map(drawn),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${size}\n`;
}

function drawn(shape: Shape): string {
  switch (shape.tag) {
    case "rect":
      return element("rect", { ...shape.box, rx: shape.radius, ...PAPER[shape.paint] }, []);
    case "path": {
      const { at, d, paint } = shape;
      return element(
        "path",
        { d, ...(at && { transform: `translate(${tenths(at.x)} ${tenths(at.y)})` }), ...PAPER[paint] },
        [],
      );
    }
    case "text": {
      const { x, y, size, anchor, text, paint } = shape;
      if (text === "") return "";
      return element(
        "text",
        { x, y, "font-size": size, ...(anchor && { "text-anchor": anchor }), ...PAPER[paint] },
        [escaped(text)],
      );
    }
    case "group":
      return element("g", {}, [element("title", {}, [escaped(shape.name)]), ...shape.shapes.map(drawn)]);
  }
}

function element(name: string, attributes: Attributes, children: ReadonlyArray<string>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? tenths(value) : escaped(value)}"`,
  );
  const inner = children.join("");
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** What XML 1.0 does not allow at all is left out: an imported name may hold anything. */
function escaped(text: string): string {
  return [...text]
    .filter((sign) => /[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(sign))
    .map((sign) => ENTITIES[sign] ?? sign)
    .join("");
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
