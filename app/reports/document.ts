/**
 * A document before it is a file: plain data that both writers read and that goes to their worker as it is. Every text
 * is plain text; writers put it in as text, never as markup.
 */
export type Block =
  | { kind: "heading"; level: 2 | 3; text: string }
  | { kind: "paragraph"; text: string; tone: "plain" | "muted" | "warning" }
  /** Label and value. */
  | { kind: "facts"; rows: ReadonlyArray<{ label: string; value: string }> }
  /** `grid`: equal narrow columns after the first, for levels and matrices. */
  | {
      kind: "table";
      head: ReadonlyArray<string>;
      rows: ReadonlyArray<ReadonlyArray<string>>;
      layout: "text" | "grid";
    }
  /** SVG without references outside of itself, in pixels. `alt` says what it shows. */
  | { kind: "drawing"; svg: string; width: number; height: number; alt: string };

/** `id`: `zcr-6.4` for a clause of IEC 62443-3-2, else a name of our own. */
export type Section = { id: string; title: string; blocks: ReadonlyArray<Block> };

/** What a writer says that has no letters for a script; DOCX needs none of it, because readers bring their fonts. */
export type Unprintable = {
  /** With `{scripts}`. */
  note: string;
  /** By name in Unicode, lower case, and `other`. */
  scripts: Readonly<Record<string, string>>;
};

export type ReportDocument = {
  title: string;
  subtitle: string;
  /** BCP 47. */
  language: string;
  /** Printed across every page; null for what is published. */
  mark: string | null;
  unprintable: Unprintable;
  footer: string;
  /** With `{page}` and `{pages}`. */
  pageOf: string;
  cover: ReadonlyArray<Block>;
  sections: ReadonlyArray<Section>;
};

/** A drawing alone on one landscape sheet. */
export type SheetDocument = {
  title: string;
  language: string;
  mark: string | null;
  unprintable: Unprintable;
  svg: string;
  width: number;
  height: number;
};

export const heading = (level: 2 | 3, text: string): Block => ({ kind: "heading", level, text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text, tone: "plain" });
export const muted = (text: string): Block => ({ kind: "paragraph", text, tone: "muted" });
export const warning = (text: string): Block => ({ kind: "paragraph", text, tone: "warning" });

/** Without rows that say nothing. */
export function facts(rows: ReadonlyArray<readonly [label: string, value: string | null]>): Block {
  return {
    kind: "facts",
    rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
  };
}

export function table(
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  layout: "text" | "grid" = "text",
): Block {
  return { kind: "table", head, rows, layout };
}

/** A table, or a sentence where it has no rows. */
export function tableOr(
  none: string,
  head: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
): Block {
  return rows.length > 0 ? table(head, rows) : muted(none);
}
