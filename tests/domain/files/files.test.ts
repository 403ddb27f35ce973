import fc from "fast-check";
import { expect, test } from "vitest";
import { evidenceIsInDate } from "~/domain/assessment/checks/evidence/evidence-is-in-date";
import { EXPIRES_SOON_DAYS, validityOf } from "~/domain/declaration/evidence-validity";
import { FileNameSchema, nameForDownload } from "~/domain/files/file-name";
import {
  admitFile,
  MAX_DECLARATION_BYTES,
  MAX_FILE_BYTES,
  MAX_OPEN_UPLOADS,
  MAX_SUPPLIER_BYTES,
} from "~/domain/files/limits";
import { checkComplete, checkOpen, roomForPart, TICKET_HOURS, ticketExpiry } from "~/domain/files/upload";
import { addDays } from "~/domain/shared/iso-date";

const NOW = new Date("2026-11-21T10:00:00.000Z");
const upload = { state: "receiving", bytes: 100, expiresAt: ticketExpiry(NOW) } as const;

test.each([
  ["nothing held", {}, MAX_FILE_BYTES, null],
  ["a byte too many in the file", {}, MAX_FILE_BYTES + 1, "file-too-large"],
  ["the last byte of a declaration", { declarationBytes: MAX_DECLARATION_BYTES - 5 }, 5, null],
  [
    "a byte more than a declaration holds",
    { declarationBytes: MAX_DECLARATION_BYTES - 5 },
    6,
    "declaration-full",
  ],
  ["the last byte of a supplier", { supplierBytes: MAX_SUPPLIER_BYTES - 5 }, 5, null],
  ["a byte more than a supplier holds", { supplierBytes: MAX_SUPPLIER_BYTES - 5 }, 6, "supplier-full"],
  ["the last upload", { openUploads: MAX_OPEN_UPLOADS - 1 }, 1, null],
  ["an upload too many", { openUploads: MAX_OPEN_UPLOADS }, 1, "too-many-uploads"],
])("%s", (_, held, bytes, code) => {
  const outcome = admitFile(bytes, { declarationBytes: 0, supplierBytes: 0, openUploads: 0, ...held });
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code);
});

test("a ticket is good until its last moment, and only while its upload is under way", () => {
  const last = new Date(upload.expiresAt.getTime() - 1);
  expect(upload.expiresAt.getTime() - NOW.getTime()).toBe(TICKET_HOURS * 60 * 60 * 1000);
  expect(checkOpen(upload, last)).toEqual({ ok: true, value: { bytes: 100 } });
  expect(checkOpen(upload, upload.expiresAt)).toEqual({ ok: false, refusal: { code: "ticket-expired" } });
  for (const state of ["kept", "refused", "cancelled"] as const)
    expect(checkOpen({ ...upload, state }, NOW)).toEqual({
      ok: false,
      refusal: { code: "upload-ended", state },
    });
});

test("a part goes on exactly where the portal is and never beyond what was announced", () => {
  const at = (offset: number, received: number, announced: number | null = null) => {
    const outcome = roomForPart(upload, { now: NOW, offset, received, announced });
    return outcome.ok ? outcome.value.bytes : outcome.refusal;
  };
  expect(at(0, 0)).toBe(100);
  expect(at(40, 40, 60)).toBe(60);
  expect(at(40, 40, 61)).toEqual({ code: "larger-than-announced", bytes: 100 });
  expect(at(39, 40)).toEqual({ code: "wrong-offset", offset: 40 });
  expect(at(41, 40)).toEqual({ code: "wrong-offset", offset: 40 });
  const complete = (received: number) => checkComplete(upload, { now: NOW, received });
  expect(complete(100)).toEqual({ ok: true, value: { bytes: 100 } });
  expect(complete(99)).toEqual({ ok: false, refusal: { code: "incomplete", offset: 99 } });
  expect(complete(101)).toEqual({ ok: false, refusal: { code: "incomplete", offset: 101 } });
});

test.each([
  ["Zertifikát 4711 (č. 2).pdf", "Zertifikát 4711 (č. 2).pdf"],
  ["  report.pdf ", "report.pdf"],
  ["re\u0301sume\u0301.pdf", "résumé.pdf"],
])("the name %j is taken as %j", (name, taken) => {
  expect(FileNameSchema.parse(name)).toBe(taken);
});

test("no name that is taken leads anywhere or hides anything", () => {
  const odd = fc.constantFrom(
    "/",
    "\\",
    ":",
    "\u202E",
    "\u0000",
    "\n",
    "..",
    "\uD800",
    "a",
    ".pdf",
    " ",
    "\u200B",
    "é",
  );
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 8 }), (parts) => {
      const parsed = FileNameSchema.safeParse(parts.join(""));
      if (!parsed.success) return;
      expect(parsed.data).not.toMatch(/[/\\:\p{Cc}\p{Cf}\p{Cs}]|^\.|\.$|^\s|\s$/u);
      expect(parsed.data.length).toBeGreaterThan(0);
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ["report.pdf", "application/pdf", "report.pdf"],
  ["REPORT.PDF", "application/pdf", "REPORT.PDF"],
  ["report.exe", "application/pdf", "report.pdf"],
  ["photo.jpeg", "image/jpeg", "photo.jpeg"],
  ["photo.pdf", "image/jpeg", "photo.jpg"],
  ["sbom", "application/json", "sbom.json"],
  ["v1.2.html", "application/xml", "v1.2.xml"],
] as const)("%s that is %s is handed out as %s", (name, mediaType, shown) => {
  expect(nameForDownload(name, mediaType)).toBe(shown);
});

test.each([
  [null, null, "without-end"],
  ["2026-11-21", "2026-11-21", "expires-soon"],
  ["2026-11-22", null, "not-yet-valid"],
  [null, "2026-11-20", "expired"],
  [null, addDays("2026-11-21", EXPIRES_SOON_DAYS), "expires-soon"],
  [null, addDays("2026-11-21", EXPIRES_SOON_DAYS + 1), "in-date"],
])("evidence from %s to %s is %s on 2026-11-21", (validFrom, validUntil, state) => {
  expect(validityOf({ validFrom, validUntil }, "2026-11-21").state).toBe(state);
});

test("the warning of a list and the note of the check are the same, on every day", () => {
  const asOf = "2026-11-21";
  const day = fc.option(fc.integer({ min: -120, max: 120 }).map((days) => addDays(asOf, days)));
  fc.assert(
    fc.property(day, day, (validFrom, validUntil) => {
      if (validFrom !== null && validUntil !== null && validUntil < validFrom) return;
      const piece = { id: "a", title: "A", validFrom, validUntil };
      const notes = evidenceIsInDate.evaluate(true, [piece], asOf);
      const warns = !["in-date", "without-end"].includes(validityOf(piece, asOf).state);
      expect(notes.length > 0).toBe(warns);
    }),
  );
});
