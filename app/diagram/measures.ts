/** What a zone looks like, in pixels at 100 %: the layout reckons with these, the style sheet draws them. */
export const HEADER = 36;
export const PADDING = 12;
export const TILE = { width: 112, height: 32 } as const;
export const TILE_GAP = 8;
/** Room for a name, the level strip, the number of assets and the mark. */
export const SMALLEST_ZONE = { width: 252, height: 84 } as const;
/** Between zones at the top, where conduits and their labels run; closer inside a zone. */
export const GAP_AT_TOP = { x: 150, y: 110 } as const;
export const GAP_INSIDE = { x: 56, y: 44 } as const;
/** From this zoom on, details can be read. */
export const NEAR_ZOOM = 0.5;
/** The label of a conduit while it is not opened. */
export const LABEL = { width: 132, height: 26 } as const;
