// @ts-check
// Paints the SVG that Cordon writes itself (diagram/drawing/svg-text.ts): rectangles, paths and texts with attributes.
// Not a reader of SVG in general; what it does not know is an error.

/** @import { Paper } from "./paper.mjs" */
/** @typedef {{ name: string, attributes: Map<string, string>, text: string }} Tag */

const TAG = /<(\/?)([a-z]+)((?:\s+[a-zA-Z:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;
const ATTRIBUTE = /([a-zA-Z:-]+)="([^"]*)"/g;
/** @type {Readonly<Record<string, string>>} */
const ENTITIES = { lt: "<", gt: ">", quot: '"', amp: "&" };

/**
 * @param {Paper} paper
 * @param {string} svg
 * @param {{ x: number, y: number, scale: number }} place of its upper left corner, in points
 */
export function paintSvg(paper, svg, { x, y, scale }) {
  const { pdf } = paper;
  const tags = tagsOf(svg);
  const [left = 0, top = 0] = numbersOf(tags[0], "viewBox");
  pdf.save();
  pdf.translate(x, y).scale(scale).translate(-left, -top);
  for (const tag of tags) paint(paper, tag);
  pdf.restore();
}

/** Opening tags with the text right after them; throws where it is no SVG. */
function tagsOf(/** @type {string} */ svg) {
  const tags = [...svg.matchAll(TAG)].flatMap(([, closing, name = "", attributes = "", , text = ""]) =>
    closing === "/"
      ? []
      : [
          {
            ...{ name, text: decoded(text) },
            attributes: new Map(
              [...attributes.matchAll(ATTRIBUTE)].map(([, key = "", value = ""]) => [key, decoded(value)]),
            ),
          },
        ],
  );
  if (tags[0]?.name !== "svg") throw new Error("a drawing that is no SVG cannot be printed");
  return tags;
}

function paint(/** @type {Paper} */ paper, /** @type {Tag} */ tag) {
  const { pdf } = paper;
  switch (tag.name) {
    case "svg":
    case "g":
    case "title":
      return;
    case "rect": {
      const [rx = 0] = numbersOf(tag, "rx");
      const [x = 0, y = 0, width = 0, height = 0] = ["x", "y", "width", "height"].flatMap((name) =>
        numbersOf(tag, name),
      );
      if (rx > 0) pdf.roundedRect(x, y, width, height, rx);
      else pdf.rect(x, y, width, height);
      return fillAndStroke(pdf, tag);
    }
    case "path": {
      const [dx = 0, dy = 0] = numbersOf(tag, "transform");
      pdf.save();
      pdf.translate(dx, dy).path(tag.attributes.get("d") ?? "");
      fillAndStroke(pdf, tag);
      pdf.restore();
      return;
    }
    case "text":
      return write(paper, tag);
    default:
      throw new Error(`a drawing with <${tag.name}> cannot be printed`);
  }
}

function fillAndStroke(/** @type {any} */ pdf, /** @type {Tag} */ tag) {
  const fill = tag.attributes.get("fill") ?? "#000000";
  const stroke = tag.attributes.get("stroke");
  const [width = 1] = numbersOf(tag, "stroke-width");
  const dashes = numbersOf(tag, "stroke-dasharray");
  if (stroke) {
    const isRound = tag.attributes.get("stroke-linecap") === "round";
    pdf
      .lineWidth(width)
      .lineCap(isRound ? "round" : "butt")
      .lineJoin(isRound ? "round" : "miter");
    if (dashes.length > 0) pdf.dash(dashes);
    else pdf.undash();
  }
  if (stroke && fill !== "none") pdf.fillAndStroke(fill, stroke);
  else if (stroke) pdf.stroke(stroke);
  else pdf.fill(fill);
}

function write(/** @type {Paper} */ { show, faces }, /** @type {Tag} */ tag) {
  const { attributes, text } = tag;
  const [x = 0, y = 0, size = 12] = ["x", "y", "font-size"].flatMap((name) => numbersOf(tag, name));
  const face = Number(attributes.get("font-weight") ?? 400) >= 600 ? "bold" : "regular";
  const printed = faces.printable(text.replace(/\s+/g, " "));
  if (printed.trim() === "") return;
  const wide = faces.widthOf(printed, { face, size });
  const shift = { start: 0, middle: wide / 2, end: wide }[attributes.get("text-anchor") ?? "start"] ?? 0;
  show(printed, x - shift, y, { face, size, color: attributes.get("fill") ?? "#000000" });
}

/** @returns {ReadonlyArray<number>} */
function numbersOf(/** @type {Tag | undefined} */ tag, /** @type {string} */ name) {
  return (tag?.attributes.get(name)?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
}

function decoded(/** @type {string} */ text) {
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name) => ENTITIES[name] ?? "");
}
