import type { ZoneModel } from "~/domain/zone-model/zone-model";

/** Why a cell of a drawing is not in the model as it was drawn. */
export type NoteCode =
  | "no-name"
  | "text-only"
  | "unnamed-group"
  | "name-shortened"
  | "loose-end"
  | "end-in-no-zone"
  | "within-one-zone"
  | "label-is-no-protocol"
  | "repeated-id"
  | "damaged-facts"
  | "too-many";
export type DrawingNote = { cellId: string; label: string; code: NoteCode };

/** What a page of a drawing says as a zone model, and what of it was left out or read otherwise. */
export type Drawing = { model: ZoneModel; notes: ReadonlyArray<DrawingNote> };
