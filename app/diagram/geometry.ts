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

/** True where nothing of `inner` sticks out. */
export function encloses(outer: Box, inner: Box): boolean {
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

/** The line of a conduit: straight, or bowed towards `control`. */
export type Curve = { from: Point; to: Point; control: Point | null };

/**
 * The line of a conduit from border to border; `bow` is how far its middle stands aside, 0 for a straight line.
 * Where one zone lies inside the other it runs from the inner one to the nearest side of the outer one.
 */
export function curveBetween(from: Box, to: Box, bow = 0): Curve {
  if (encloses(to, from)) return { ...outwards(from, to, bow), control: null };
  if (encloses(from, to)) {
    const { from: inner, to: outer } = outwards(to, from, bow);
    return { from: outer, to: inner, control: null };
  }
  if (bow === 0) {
    const straight = facing(from, to) ?? {
      from: borderPoint(from, centreOf(to)),
      to: borderPoint(to, centreOf(from)),
    };
    return { ...straight, control: null };
  }
  const [a, b] = [centreOf(from), centreOf(to)];
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  // The middle of the curve lies half way to its control point.
  const control = {
    x: (a.x + b.x) / 2 - ((b.y - a.y) / length) * bow * 2,
    y: (a.y + b.y) / 2 + ((b.x - a.x) / length) * bow * 2,
  };
  return { from: borderPoint(from, control), to: borderPoint(to, control), control };
}

type Ends = { from: Point; to: Point };

/** Less than this side by side, and a line at right angles would leave at the corners. */
const SHORTEST_SIDE = 24;

/** Boxes that face each other over some length are joined at right angles: the calmest line there is. */
function facing(from: Box, to: Box): Ends | undefined {
  const left = Math.max(from.x, to.x);
  const right = Math.min(from.x + from.width, to.x + to.width);
  if (right - left >= SHORTEST_SIDE) {
    const x = (left + right) / 2;
    if (from.y + from.height <= to.y) return { from: { x, y: from.y + from.height }, to: { x, y: to.y } };
    if (to.y + to.height <= from.y) return { from: { x, y: from.y }, to: { x, y: to.y + to.height } };
  }
  const top = Math.max(from.y, to.y);
  const bottom = Math.min(from.y + from.height, to.y + to.height);
  if (bottom - top >= SHORTEST_SIDE) {
    const y = (top + bottom) / 2;
    if (from.x + from.width <= to.x) return { from: { x: from.x + from.width, y }, to: { x: to.x, y } };
    if (to.x + to.width <= from.x) return { from: { x: from.x, y }, to: { x: to.x + to.width, y } };
  }
}

/** From the inner box to the nearest side of the outer one; `shift` moves the line along that side. */
function outwards(inner: Box, outer: Box, shift: number): Ends {
  const { x, y } = centreOf(inner);
  const ways = [
    {
      from: { x: x + shift, y: inner.y + inner.height },
      to: { x: x + shift, y: outer.y + outer.height },
    },
    { from: { x: inner.x + inner.width, y: y + shift }, to: { x: outer.x + outer.width, y: y + shift } },
    { from: { x: inner.x, y: y + shift }, to: { x: outer.x, y: y + shift } },
  ];
  const lengthOf = ({ from, to }: Ends) => Math.hypot(to.x - from.x, to.y - from.y);
  return ways.toSorted((a, b) => lengthOf(a) - lengthOf(b))[0] ?? { from: { x, y }, to: { x, y } };
}

/** 0 is the one end, 1 the other. */
export function pointOn({ from, to, control }: Curve, share: number): Point {
  const rest = 1 - share;
  if (!control) return { x: from.x * rest + to.x * share, y: from.y * rest + to.y * share };
  const [a, b, c] = [rest * rest, 2 * rest * share, share * share];
  return { x: from.x * a + control.x * b + to.x * c, y: from.y * a + control.y * b + to.y * c };
}

/** `M0 0L10 10`, or with a curve `M0 0Q5 9 10 10`; rounded to tenths. */
export function pathOf({ from, to, control }: Curve): string {
  const start = `M${tenths(from.x)} ${tenths(from.y)}`;
  const end = `${tenths(to.x)} ${tenths(to.y)}`;
  return control ? `${start}Q${tenths(control.x)} ${tenths(control.y)} ${end}` : `${start}L${end}`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
