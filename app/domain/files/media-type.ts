/** The kinds of files that are taken, with the ending each is handed out with. Never SVG, HTML, macros, archives. */
export const MEDIA_TYPES = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/json": "json",
  "application/xml": "xml",
  "text/plain": "txt",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
} as const;
export type MediaType = keyof typeof MEDIA_TYPES;
// The keys of a constant object are its keys.
export const ALL_MEDIA_TYPES = Object.keys(MEDIA_TYPES) as unknown as readonly [
  MediaType,
  ...Array<MediaType>,
];

/** Why a file is not kept, whatever its name says. Each has its sentence in the messages. */
export const CONTENT_FAULTS = [
  "empty-file",
  "unknown-type",
  "active-page",
  "archive",
  "macros",
  "embedded-files",
  "scripts-in-pdf",
  "encrypted",
  "two-in-one",
  "damaged",
  "unpacks-too-large",
  "nested-too-deeply",
  "external-references",
] as const;
export type ContentFault = (typeof CONTENT_FAULTS)[number];
