import { expect, test } from "vitest";
import type { SourceError } from "~/components/model/import/read-source";
import transfer from "~/messages/en/transfer.json";

/** Complete by its type: a new code does not compile until it stands here. */
const CODES: Readonly<Record<SourceError["code"], true>> = {
  empty: true,
  "not-a-table": true,
  "quote-not-closed": true,
  "broken-row": true,
  "too-many-rows": true,
  "too-many-columns": true,
  "not-a-workbook": true,
  "old-workbook": true,
  "damaged-workbook": true,
  "not-a-zip": true,
  encrypted: true,
  damaged: true,
  "too-many-entries": true,
  "too-large": true,
  "document-type": true,
  "not-xml": true,
  "too-deep": true,
  "too-many-elements": true,
  "reserved-name": true,
  "not-a-drawing": true,
  "no-pages": true,
  "damaged-page": true,
  "too-many-cells": true,
  "not-text": true,
  "not-read": true,
  "too-large-file": true,
};

test("everything that can be wrong with a file has its sentence", () => {
  const sentences = new Set(Object.keys(transfer.sourceError));
  expect(Object.keys(CODES).filter((code) => !sentences.has(code))).toEqual([]);
});
