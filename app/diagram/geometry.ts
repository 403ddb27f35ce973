/** Pixels of the canvas at 100 %; y grows downwards. */
export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type Box = Point & Size;

export function contains(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}

/** True where both share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

function encloses(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Where the ray from the centre of a box towards a point leaves the box. */
function borderPoint(box: Box, towards: Point): Point {
  const centre = centreOf(box);
  const dx = towards.x - centre.x;
  const dy = towards.y - centre.y;
  if (dx === 0 && dy === 0) return { x: centre.x, y: box.y };
  const stretch = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
  );
  return { x: centre.x + dx * stretch, y: centre.y + dy * stretch };
}

export type Line = { from: Point; to: Point };

/** Distance between two conduits that join the same zones. */
const LANE = 26;

/**
 * The straight line of a conduit from border to border; `lane` moves it sideways, 0 is the middle. Where one zone
 * lies inside the other it runs from the inner one to the nearest side of the outer one.
 */
export function lineBetween(from: Box, to: Box, lane = 0): Line {
  if (encloses(to, from)) return lineOutwards(from, to, lane);
  if (encloses(from, to)) {
    const line = lineOutwards(to, from, lane);
    return { from: line.to, to: line.from };
  }
  const line = shared(from, to) ?? {
    from: borderPoint(from, centreOf(to)),
    to: borderPoint(to, centreOf(from)),
  };
  return lane === 0 ? line : sideways(line, lane * LANE);
}

/** Boxes that face each other over some length are joined at right angles: the calmest line there is. */
function shared(from: Box, to: Box): Line | undefined {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.width, to.x + to.width);
  if (right - left >= LANE) {
    const x = (left + right) / 2;
    if (from.y + from.height <= to.y) return { from: { x, y: from.y + from.height }, to: { x, y: to.y } };
    if (to.y + to.height <= from.y) return { from: { x, y: from.y }, to: { x, y: to.y + to.height } };
  }
  const top = Math.max(from.y, to.y);
  const bottom = Math.min(from.y + from.height, to.y + to.height);
  if (bottom - top >= LANE) {
    const y = (top + bottom) / 2;
    if (from.x + from.width <= to.x) return { from: { x: from.x + from.width, y }, to: { x: to.x, y } };
    if (to.x + to.width <= from.x) return { from: { x: from.x, y }, to: { x: to.x + to.width, y } };
  }
}

function sideways({ from, to }: Line, distance: number): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const x = (-(to.y - from.y) / length) * distance;
  const y = ((to.x - from.x) / length) * distance;
  return { from: { x: from.x + x, y: from.y + y }, to: { x: to.x + x, y: to.y + y } };
}

function lineOutwards(inner: Box, outer: Box, lane: number): Line {
  const middle = centreOf(inner);
  const ways = [
    { from: { x: middle.x, y: inner.y + inner.height }, to: { x: middle.x, y: outer.y + outer.height } },
    { from: { x: inner.x + inner.width, y: middle.y }, to: { x: outer.x + outer.width, y: middle.y } },
    { from: { x: inner.x, y: middle.y }, to: { x: outer.x, y: middle.y } },
  ];
  const nearest = ways.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ?? { from: middle, to: middle };
  return sideways(nearest, lane * LANE);
}

function lengthOf({ from, to }: Line): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** 0 is the one end, 1 the other. */
export function pointOn({ from, to }: Line, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** `M0 0L10 10`, rounded to tenths. */
export function pathOf({ from, to }: Line): string {
  return `M${tenths(from.x)} ${tenths(from.y)}L${tenths(to.x)} ${tenths(to.y)}`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
