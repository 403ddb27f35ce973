/** What a zone looks like, in pixels at 100 %: the layout reckons with these, the style sheet draws them. */
export const HEADER = 54;
export const PADDING = 12;
export const TILE = { width: 112, height: 32 } as const;
export const TILE_GAP = 8;
/** Room for a name, the level strip, the number of assets and the mark. */
export const SMALLEST_ZONE = { width: 264, height: 68 } as const;
/** A collapsed zone: its title and a line with totals. */
export const COLLAPSED_ZONE = { width: 264, height: 92 } as const;
/** Boxes are set down on this grid while it is on; the keyboard moves by it. */
export const GRID = 8;
/** Between zones at the top, where conduits and their labels run; closer inside a zone. */
export const GAP_AT_TOP = { x: 150, y: 110 } as const;
export const GAP_INSIDE = { x: 56, y: 44 } as const;
/** From this zoom on, details can be read. */
export const NEAR_ZOOM = 0.5;
/** From this zoom on, the name of a zone can be read. */
export const TITLE_ZOOM = 0.25;
/** From this zoom on, the label of a conduit is large enough to be pressed. */
export const LABEL_ZOOM = 0.86;
/** The label of a conduit while it is not opened. */
export const LABEL = { width: 140, height: 30 } as const;
