import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { hashOfEntry } from "~/domain/audit/entry-hash";
import { sha256Of } from "~/domain/shared/fingerprint";
import { faultsOfPack } from "~/formats/evidence-pack/faults";
import { PACK_FILES, PACK_FOLDERS, type PackedAttached } from "~/formats/evidence-pack/manifest";
import { readPack } from "~/formats/evidence-pack/read";
import { openPack, toBytes } from "~/formats/evidence-pack/write";
import { verifyEd25519 } from "~/intake/verify-signature";
import { accepted } from "../../builders/declaration";
import { aPdf } from "../../builders/files";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aPack, MADE_AT, packFiles } from "./a-pack";
import { aPackOf, manyFiles, SUBJECTS } from "./many-decisions";

const BYTES = aPdf();
const SHA256 = sha256Of(BYTES);
const FILE = `${PACK_FOLDERS.attached}${SHA256}.pdf`;

function anAttached(overrides: Partial<PackedAttached[number]> = {}): PackedAttached[number] {
  return {
    to: { kind: "condition", decisionId: "decision-1", conditionId: "c-1", logged: "c-1" },
    ...{ name: "Report.pdf", mediaType: "application/pdf", bytes: BYTES.length, sha256: SHA256 },
    ...{ attachedBy: "Iva", attachedAt: MADE_AT, takenBack: null, file: FILE, leftOut: null },
    ...overrides,
  };
}

/** An entry that names digests for what they were attached to. */
function anEntry(subjectId: string, files: unknown, action = "condition.complete") {
  const entry = {
    ...{ sequence: 7, at: MADE_AT, action, personId: "p", organisationId: "h", subjectId },
    details: { files },
  };
  const previous = "0".repeat(64);
  return { ...entry, previous, hash: hashOfEntry(entry, previous) };
}

function withAttached(
  listed: ReadonlyArray<unknown>,
  { log = [anEntry("c-1", [SHA256])], bytes = BYTES }: { log?: unknown; bytes?: Uint8Array } = {},
) {
  return packFiles()
    .set(PACK_FILES.attached, toBytes(listed))
    .set(PACK_FILES.audit, toBytes(log))
    .set(FILE, bytes);
}

function findingsOf(bytes: Uint8Array) {
  return faultsOfPack(accepted(readPack(bytes)), {
    verify: verifyEd25519,
    trustedKey: PORTAL_KEY.publicKey,
    versions: { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: "test" },
  });
}

test("attached files are held against their list, and the list against the audit trail", () => {
  const measure = {
    kind: "measure" as const,
    ...{ measureId: "SR 1.1", place: null, logged: "writing-1" },
  };
  const takenBack = { by: "Iva", at: MADE_AT, note: "Another ward" };
  const listed = [
    anAttached(),
    // The same bytes show something else too; no entry about it is in this pack.
    anAttached({ to: measure }),
    anAttached({ to: measure, sha256: "a".repeat(64), takenBack, file: null, leftOut: "taken-back" }),
    anAttached({ to: measure, sha256: "b".repeat(64), file: null, leftOut: "pack-full" }),
  ];
  const { faults, attached } = findingsOf(aPack(withAttached(listed)));
  expect(faults).toEqual([]);
  expect(attached).toEqual({ files: 1, leftOut: 2, logged: 1 });
});

test("what was signed and does not agree with the list or the audit trail is named", () => {
  const other = "c".repeat(64);
  const cases: ReadonlyArray<[string, ReturnType<typeof packFiles>, { code: string; detail: string }]> = [
    [
      "another digest",
      withAttached([anAttached({ sha256: other })], { log: [] }),
      { code: "attached-differs", detail: FILE },
    ],
    [
      "another size",
      withAttached([anAttached({ bytes: BYTES.length + 1 })]),
      { code: "attached-differs", detail: FILE },
    ],
    [
      "other bytes",
      withAttached([anAttached()], { bytes: aPdf({ filler: 5 }) }),
      { code: "attached-differs", detail: FILE },
    ],
    [
      "a file that is not there",
      withAttached([anAttached({ file: "attached-files/none.pdf" })]),
      { code: "file-missing", detail: "attached-files/none.pdf" },
    ],
    [
      "an entry that names another file",
      withAttached([anAttached()], { log: [anEntry("c-1", [other])] }),
      { code: "attached-not-logged", detail: `Report.pdf ${SHA256}` },
    ],
    [
      "an entry that names none",
      withAttached([anAttached()], { log: [anEntry("c-1", undefined)] }),
      { code: "attached-not-logged", detail: `Report.pdf ${SHA256}` },
    ],
    [
      "a list that is none",
      withAttached([{ name: "Report.pdf" }]),
      { code: "file-unreadable", detail: PACK_FILES.attached },
    ],
  ];
  for (const [what, files, expected] of cases)
    expect(findingsOf(aPack(files)).faults, what).toContainEqual(expected);
});

test("a byte changed in an attached file or in the list is found in every kind of pack", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SUBJECTS),
      fc.constantFrom(FILE, PACK_FILES.attached),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (subject, name, at, by) => {
        const all = manyFiles()
          .set(PACK_FILES.attached, toBytes([anAttached()]))
          .set(FILE, BYTES);
        const files = unzipSync(aPackOf(subject, all));
        const file = files[name] ?? new Uint8Array();
        const place = at % file.length;
        files[name] = file.with(place, ((file[place] ?? 0) + by) % 256);
        expect(findingsOf(zipSync(files)).faults).toContainEqual({ code: "file-changed", detail: name });
      },
    ),
  );
});

test("a file that packs a thousandfold lies in the pack as it is, and readers do not take it for a bomb", () => {
  const bytes = new TextEncoder().encode("0".repeat(2_000_000));
  const about = { hospital: "Nemocnice", madeBy: "Iva", madeAt: MADE_AT };
  const subject = { kind: "decision", decisionId: "decision-1" } as const;
  const write = (how: "add" | "addAsIs") => {
    const pack = openPack({ ...about, subject });
    pack[how]("attached-files/zeros.txt", bytes);
    return pack.end(PORTAL_KEY);
  };
  expect(accepted(readPack(write("addAsIs"))).files.get("attached-files/zeros.txt")).toEqual(bytes);
  expect(readPack(write("add")).ok).toBe(false);
});

test("a pack from before there were attached files still holds", () => {
  expect(findingsOf(aPack())).toMatchObject({ faults: [], attached: { files: 0, leftOut: 0, logged: 0 } });
});
