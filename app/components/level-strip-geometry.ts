import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
  type SlVector,
} from "~/domain/security-level/security-level";

/**
 * The numbers behind the level strip, without React and without a browser: the page, the diagram and the
 * documents draw the same mark from them. Pixels; y grows downwards.
 */
export type StripSize = "small" | "regular" | "large";

export type StripVectors = {
  target?: SlVector | null;
  /** Reached by itself (SL-C native, SL-A). */
  reached?: SlVector | null;
  withCountermeasures?: SlVector | null;
};

/** `beyond`: no level demanded there and none reached; `demanded`: target, while it is not known what is reached. */
export type CellKind = "reached" | "with-countermeasures" | "gap" | "demanded" | "beyond";
export type StripCell = {
  level: SecurityLevel;
  kind: CellKind;
  x: number;
  y: number;
  width: number;
  height: number;
};

export type StripColumn = {
  foundationalRequirement: FoundationalRequirement;
  target: SecurityLevel | null;
  reached: SecurityLevel | null;
  withCountermeasures: SecurityLevel | null;
  /** From level 1 at the bottom to level 4. */
  cells: ReadonlyArray<StripCell>;
  /** Levels between what is reached, with countermeasures too, and the target. */
  gap: number;
  x: number;
  width: number;
};

type Measures = {
  cellWidth: number;
  cellHeight: number;
  pitch: number;
  labelHeight: number;
  fontSize: number;
};

const MEASURES: Readonly<Record<StripSize, { bare: Measures; labelled: Measures }>> = {
  small: {
    bare: { cellWidth: 6, cellHeight: 3, pitch: 11, labelHeight: 0, fontSize: 0 },
    labelled: { cellWidth: 12, cellHeight: 3, pitch: 23, labelHeight: 12, fontSize: 9 },
  },
  regular: {
    bare: { cellWidth: 10, cellHeight: 5, pitch: 16, labelHeight: 0, fontSize: 0 },
    labelled: { cellWidth: 16, cellHeight: 5, pitch: 27, labelHeight: 15, fontSize: 10.5 },
  },
  large: {
    bare: { cellWidth: 24, cellHeight: 10, pitch: 34, labelHeight: 0, fontSize: 0 },
    labelled: { cellWidth: 24, cellHeight: 10, pitch: 38, labelHeight: 33, fontSize: 12 },
  },
};

const LEVELS = [1, 2, 3, 4] as const;
const CELL_GAP = 1;
/** Room for the outline around the cells. */
export const STRIP_MARGIN = 2;

export function stripMeasures(size: StripSize, labels: boolean): Measures {
  return labels ? MEASURES[size].labelled : MEASURES[size].bare;
}

export function levelStripSize(size: StripSize, labels: boolean): { width: number; height: number } {
  const { cellWidth, pitch, labelHeight } = stripMeasures(size, labels);
  // Labels are wider than their column: the pitch is their room.
  const width = labels ? pitch * 7 : pitch * 6 + cellWidth + 2 * STRIP_MARGIN;
  return { width, height: stripBodyHeight(size, labels) + labelHeight };
}

export function stripBodyHeight(size: StripSize, labels: boolean): number {
  return stripMeasures(size, labels).cellHeight * 4 + CELL_GAP * 3 + 2 * STRIP_MARGIN;
}

export function levelStripColumns(
  vectors: StripVectors,
  size: StripSize,
  labels: boolean,
): ReadonlyArray<StripColumn> {
  const { cellWidth, cellHeight, pitch } = stripMeasures(size, labels);
  const left = labels ? (pitch - cellWidth) / 2 : STRIP_MARGIN;
  return FOUNDATIONAL_REQUIREMENTS.map((foundationalRequirement, index) => {
    const target = vectors.target?.[foundationalRequirement] ?? null;
    const reached = vectors.reached?.[foundationalRequirement] ?? null;
    const withCountermeasures = vectors.withCountermeasures?.[foundationalRequirement] ?? null;
    const x = left + index * pitch;
    const cells = LEVELS.map((level) => ({
      level,
      kind: kindOf(level, target, reached, withCountermeasures),
      x,
      y: STRIP_MARGIN + (4 - level) * (cellHeight + CELL_GAP),
      width: cellWidth,
      height: cellHeight,
    }));
    const gap = cells.filter((cell) => cell.kind === "gap").length;
    return { foundationalRequirement, target, reached, withCountermeasures, cells, gap, x, width: cellWidth };
  });
}

function kindOf(
  level: SecurityLevel,
  target: SecurityLevel | null,
  reached: SecurityLevel | null,
  withCountermeasures: SecurityLevel | null,
): CellKind {
  if (reached !== null && level <= reached) return "reached";
  if (withCountermeasures !== null && level <= withCountermeasures) return "with-countermeasures";
  if (target === null || level > target) return "beyond";
  return reached === null && withCountermeasures === null ? "demanded" : "gap";
}

/** The hatching of a cell as one path of 45° lines clipped to it: no pattern, no id, prints everywhere. */
export function hatchPath(
  { x, y, width, height }: Pick<StripCell, "x" | "y" | "width" | "height">,
  step = 3,
): string {
  const lines: string[] = [];
  for (let offset = step / 2; offset < width + height; offset += step) {
    // The line u + v = offset inside the cell, from its left or bottom edge to its top or right edge.
    const fromU = Math.max(0, offset - height);
    const toU = Math.min(width, offset);
    if (toU > fromU)
      lines.push(
        `M${round(x + fromU)} ${round(y + offset - fromU)}L${round(x + toU)} ${round(y + offset - toU)}`,
      );
  }
  return lines.join("");
}

/** The outline of the target: where it is met (open at the top while there is a gap), and the gap (open below). */
export function outlinePaths(column: StripColumn): { met: string; gap: string } {
  const demanded = column.cells.filter((cell) => column.target !== null && cell.level <= column.target);
  const [lowest, highest] = [demanded[0], demanded.at(-1)];
  if (!lowest || !highest) return { met: "", gap: "" };
  const [left, right] = [column.x - 1.25, column.x + column.width + 1.25];
  const [top, bottom] = [highest.y - 1.25, lowest.y + lowest.height + 1.25];
  const whole = `M${left} ${top}H${right}V${bottom}H${left}Z`;
  if (column.gap === 0) return { met: whole, gap: "" };
  if (column.gap === demanded.length) return { met: "", gap: whole };
  const lowestGap = demanded[demanded.length - column.gap] ?? highest;
  const edge = lowestGap.y + lowestGap.height + CELL_GAP / 2;
  return {
    met: `M${left} ${edge}V${bottom}H${right}V${edge}`,
    gap: `M${left} ${edge}V${top}H${right}V${edge}`,
  };
}

/** What is painted in one colour: `level` 1–4 for cells that are reached or hatched, 0 for the others. */
export type StripShape = { kind: CellKind; level: SecurityLevel; d: string };

/** All cells of a strip as one path per colour: a table of hundreds of strips stays small. */
export function stripShapes(columns: ReadonlyArray<StripColumn>, size: StripSize): ReadonlyArray<StripShape> {
  const shapes = new Map<string, Omit<StripShape, "d"> & { parts: Array<string> }>();
  for (const column of columns)
    for (const cell of column.cells) {
      const level = levelOfCell(cell.kind, column);
      const key = `${cell.kind}${level}`;
      const { x, y, width, height } = cell;
      const part =
        cell.kind === "with-countermeasures"
          ? hatchPath(cell, size === "small" ? 2.5 : 3.5)
          : `M${x} ${y}h${width}v${height}h${-width}z`;
      const known = shapes.get(key);
      if (known) known.parts.push(part);
      else shapes.set(key, { kind: cell.kind, level, parts: [part] });
    }
  // Joined at once: what is added bit by bit keeps every bit in memory.
  return [...shapes.values()].map(({ kind, level, parts }) => ({ kind, level, d: parts.join("") }));
}

function levelOfCell(kind: CellKind, { reached, withCountermeasures }: StripColumn): SecurityLevel {
  switch (kind) {
    case "reached":
      return reached ?? 0;
    case "with-countermeasures":
      return withCountermeasures ?? 0;
    case "gap":
    case "demanded":
    case "beyond":
      return 0;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
