// What the peers of the diagram bench share: colours, and where a canvas has to look.

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {{ clientWidth: number, clientHeight: number }} Canvas */

/** By security level, from 1. */
export const COLOURS = ["#fff", "#e8f1fb", "#d3e5f7", "#f7e7c9", "#f6d5cc"];
/** By status. */
export const MARKS = ["#999", "#3b82c4", "#d9a514", "#c0392b"];
/** What one step of the wheel does in the portal. */
export const STEP = 2 ** 0.2;

const MARGIN = 0.04;

/** The view that shows everything, no larger than 100 %. */
export function fitted(
  /** @type {{ width: number, height: number }} */ { width, height },
  /** @type {Canvas} */ canvas,
) {
  const room = 1 - 2 * MARGIN;
  const zoom = Math.min(1, (canvas.clientWidth * room) / width, (canvas.clientHeight * room) / height);
  return { zoom, x: (canvas.clientWidth - width * zoom) / 2, y: (canvas.clientHeight - height * zoom) / 2 };
}

/** The view at 100 % with the middle of a box in its middle. */
export function centred(/** @type {Box} */ box, /** @type {Canvas} */ canvas) {
  return {
    x: canvas.clientWidth / 2 - box.x - box.width / 2,
    y: canvas.clientHeight / 2 - box.y - box.height / 2,
  };
}

export function boxOf(
  /** @type {{ zones: { id: string, box: Box }[] }} */ { zones },
  /** @type {string} */ id,
) {
  const zone = zones.find((one) => one.id === id);
  if (!zone) throw new Error(`no zone ${id}`);
  return zone.box;
}
