import type { ReactElement } from "react";

/** Own drawings on a grid of 20, strokes of 1.5 in the colour of the text. */
export const ICON_SHAPES = {
  zone: <path d="M3.5 6.5v-3h3M13.5 3.5h3v3M16.5 13.5v3h-3M6.5 16.5h-3v-3M7 7h6v6H7z" />,
  conduit: <path d="M2.5 6h3v8h-3zM14.5 6h3v8h-3zM5.5 8.5h9M5.5 11.5h9" />,
  asset: <path d="M3 4h14v9H3zM10 13v3.5M6.5 16.5h7M6 8.5h2l1-2 2 4 1-2h2" />,
  product: <path d="M10 2.5 16.5 6v8L10 17.5 3.5 14V6zM3.5 6 10 9.5 16.5 6M10 9.5v8" />,
  model: <path d="M2.5 3.5h6v5h-6zM11.5 11.5h6v5h-6zM5.5 8.5V14h6M11.5 6h3v5.5" />,
  document: <path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5M7.5 13h5" />,
  evidence: <path d="M5 2.5h10V12l-5 5.5L5 12zM7.5 8l2 2 3.5-3.5" />,
  inbox: <path d="M3 11.5 5 4h10l2 7.5V16H3zM3 11.5h4l1 2h4l1-2h4" />,
  grid: <path d="M3 3.5h14v13H3zM3 8h14M3 12.5h14M8 3.5v13" />,
  gavel: <path d="m7.5 5.5 5 5M10 3l5 5-2.5 2.5-5-5zM10 8l-6.5 6.5L5 16l6.5-6.5M11 17h6" />,
  history: <path d="M4 10a6 6 0 1 0 2-4.5M3.5 3.5v3h3M10 6.5V10l2.5 1.5" />,
  book: (
    <path d="M10 5.5C8 4 5.5 3.5 3 3.5v11.5c2.5 0 5 .5 7 2 2-1.5 4.5-2 7-2V3.5c-2.5 0-5 .5-7 2zM10 5.5V17" />
  ),
  people: (
    <path d="M7.5 9a2.75 2.75 0 1 0 0-5.5 2.75 2.75 0 0 0 0 5.5zM2.5 16.5c0-3 2-5 5-5s5 2 5 5M13 4a2.5 2.5 0 0 1 0 4.8M14.5 11.8c1.9.6 3 2.4 3 4.7" />
  ),
  building: <path d="M4 17.5v-15h9v15M13 8h3.5v9.5M2.5 17.5h15M8.5 5v4M6.5 7h4M7 17.5V13h3v4.5" />,
  lock: <path d="M4.5 9h11v8h-11zM7 9V6a3 3 0 0 1 6 0v3M10 12v2" />,
  unlock: <path d="M4.5 9h11v8h-11zM7 9V6a3 3 0 0 1 5.8-1M10 12v2" />,
  wireless: (
    <path d="M2.5 8a11 11 0 0 1 15 0M5 11a7.3 7.3 0 0 1 10 0M7.5 13.7a3.7 3.7 0 0 1 5 0M10 16.5h.01" />
  ),
  remote: <path d="M3 4h14v9H3zM7 16.5h6M11.5 6.5h2.5V9M14 6.5l-4 4" />,
  temporary: (
    <path d="M10 17.5a7.5 7.5 0 1 0 0-15M10 6v4l3 2M7 3.1A7.5 7.5 0 0 0 3.6 6M2.5 9.5a7.5 7.5 0 0 0 1 4.3M6 16.3a7.5 7.5 0 0 1-.8-.6" />
  ),
  check: <path d="m4 10.5 4 4 8-9" />,
  "check-circle": <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10.2l2.4 2.4 4.6-5" />,
  condition: <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM6.5 10h7M10 6.5v7" />,
  "cross-circle": (
    <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6" />
  ),
  incomplete: (
    <path d="M4.8 4.8a7.4 7.4 0 0 1 3-1.9M12.2 2.9a7.4 7.4 0 0 1 3 1.9M17 8a7.6 7.6 0 0 1 0 4M15.2 15.2a7.4 7.4 0 0 1-3 1.9M7.8 17.1a7.4 7.4 0 0 1-3-1.9M3 12a7.6 7.6 0 0 1 0-4M7 10h.01M10 10h.01M13 10h.01" />
  ),
  warning: <path d="M10 3 18 16.5H2zM10 8v4M10 14.3h.01" />,
  info: <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.2v4.6M10 6.3h.01" />,
  question: (
    <path d="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7.8 8a2.2 2.2 0 1 1 3.4 1.8c-.8.5-1.2 1-1.2 1.8M10 14h.01" />
  ),
  cross: <path d="m5 5 10 10M15 5 5 15" />,
  plus: <path d="M10 4v12M4 10h12" />,
  minus: <path d="M4 10h12" />,
  undo: <path d="M7 4 3.5 7.5 7 11M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8" />,
  redo: <path d="m13 4 3.5 3.5L13 11M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4" />,
  fit: <path d="M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M8 8h4v4H8z" />,
  "zoom-in": <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5 17 17M8.5 6v5M6 8.5h5" />,
  "zoom-out": <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5 17 17M6 8.5h5" />,
  search: <path d="M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM12.5 12.5 17 17" />,
  filter: <path d="M3 4h14l-5.5 6.5V16l-3 1v-6.5z" />,
  sun: (
    <path d="M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4" />
  ),
  moon: <path d="M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5z" />,
  device: <path d="M3 4h14v9.5H3zM7 16.5h6M10 13.5v3" />,
  menu: <path d="M3 5.5h14M3 10h14M3 14.5h14" />,
  user: <path d="M10 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.5c0-3.6 2.8-6 6.5-6s6.5 2.4 6.5 6" />,
  logout: <path d="M12 3.5H4v13h8M8.5 10H17M14 7l3 3-3 3" />,
  download: <path d="M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 14v3h13v-3" />,
  upload: <path d="M10 12V3M6.5 6.5 10 3l3.5 3.5M3.5 14v3h13v-3" />,
  print: <path d="M6 7V2.5h8V7M6 14H3V7h14v7h-3M6 11.5h8v6H6z" />,
  edit: <path d="m3.5 16.5.8-3.6L13.5 3.7l2.8 2.8-9.2 9.2zM11.5 5.7l2.8 2.8" />,
  trash: <path d="M3.5 5.5h13M8 5.5v-2h4v2M5 5.5l.8 11h8.4l.8-11M8.5 8.5v5M11.5 8.5v5" />,
  copy: <path d="M7 7h9.5v9.5H7zM4 13V3.5h9.5" />,
  link: (
    <path d="M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1" />
  ),
  external: <path d="M11 3.5h5.5V9M16.5 3.5 9 11M13.5 11.5v5h-10v-10h5" />,
  calendar: <path d="M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v3.5M13 2.5v3.5" />,
  mail: <path d="M2.5 4.5h15v11h-15zM2.5 5l7.5 6 7.5-6" />,
  "arrow-right": <path d="M3.5 10h13M11.5 5l5 5-5 5" />,
  "arrow-left": <path d="M16.5 10h-13M8.5 5l-5 5 5 5" />,
  "arrow-up": <path d="M10 16V4M5.5 8.5 10 4l4.5 4.5" />,
  "arrow-down": <path d="M10 4v12M5.5 11.5 10 16l4.5-4.5" />,
  "chevron-down": <path d="m5 7.5 5 5 5-5" />,
  "chevron-right": <path d="m7.5 5 5 5-5 5" />,
  sort: <path d="M6.5 8 10 4.5 13.5 8M6.5 12l3.5 3.5 3.5-3.5" />,
  "align-left": <path d="M3 3v14M6 5.5h10v3H6zM6 11.5h6v3H6z" />,
  "align-centre": <path d="M10 3v2.5M10 8.5v3M10 14.5V17M4 5.5h12v3H4zM6.5 11.5h7v3h-7z" />,
  "align-right": <path d="M17 3v14M4 5.5h10v3H4zM8 11.5h6v3H8z" />,
  "align-top": <path d="M3 3h14M5.5 6v10h3V6zM11.5 6v6h3V6z" />,
  "align-middle": <path d="M3 10h2.5M8.5 10h3M14.5 10H17M5.5 4v12h3V4zM11.5 6.5v7h3v-7z" />,
  "align-bottom": <path d="M3 17h14M5.5 4v10h3V4zM11.5 8v6h3V8z" />,
  "distribute-across": <path d="M3 3v14M17 3v14M7.5 6h5v8h-5z" />,
  "distribute-down": <path d="M3 3h14M3 17h14M6 7.5h8v5H6z" />,
  "same-width": <path d="M3 4h14v4H3zM3 12h14v4H3zM10 8v4" />,
  "same-height": <path d="M4 3h4v14H4zM12 3h4v14h-4zM8 10h4" />,
  "box-select": <path d="M3 6V3h3M9 3h2M14 3h3v3M17 9v2M17 14v3h-3M11 17H9M6 17H3v-3M3 11V9" />,
  magnet: <path d="M4 3v7a6 6 0 0 0 12 0V3h-4v7a2 2 0 0 1-4 0V3zM4 6.5h4M12 6.5h4" />,
  map: <path d="M3 4h14v12H3zM6 7h3v3H6zM10.5 10.5h4v3h-4z" />,
  "actual-size": <path d="M4 6.5 6 5v10M14 6.5 16 5v10M10 8.5h.01M10 12.5h.01" />,
  tidy: <path d="M3 3.5h5v4H3zM12 3.5h5v4h-5zM7.5 12.5h5v4h-5zM5.5 7.5v2.5h9V7.5M10 10v2.5" />,
  duplicate: <path d="M7 7h9.5v9.5H7zM4 13V3.5h9.5M11.7 9.5v4.5M9.5 11.7H14" />,
  collapse: <path d="M3 3.5h14v13H3zM3 8h14M8 13l2-2 2 2" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof ICON_SHAPES;
export const ICON_NAMES = Object.keys(ICON_SHAPES) as ReadonlyArray<IconName>;
