import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import type { PackFault } from "~/formats/evidence-pack/fault";
import { faultsOfPack } from "~/formats/evidence-pack/faults";
import { PACK_FILES } from "~/formats/evidence-pack/manifest";
import { isZip, readPack } from "~/formats/evidence-pack/read";
import { toBytes } from "~/formats/evidence-pack/write";
import { verifyEd25519 } from "~/intake/verify-signature";
import { newPrivateKey, toPortalKey } from "~/server/portal-key.server";
import { accepted, refusalOf } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aFrozenInput, anAudit, aPack, aSealedFile, packFiles } from "./a-pack";

const VERSIONS = { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: "test" };
const OTHER_KEY = toPortalKey(newPrivateKey(), "another key");

function findingsOf(bytes: Uint8Array, trustedKey: string | null = null, versions = VERSIONS) {
  return faultsOfPack(accepted(readPack(bytes)), { verify: verifyEd25519, trustedKey, versions });
}

const codesOf = (bytes: Uint8Array): ReadonlyArray<PackFault["code"]> =>
  findingsOf(bytes).faults.map(({ code }) => code);

/** A pack with one file in the place of its own, signed as if the portal had meant it. */
function signedWith(name: string, bytes: Uint8Array) {
  return aPack(packFiles().set(name, bytes));
}

/** The archive with its files changed after it was signed. */
function changed(change: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(aPack());
  change(files);
  return zipSync(files);
}

test("a pack holds together, with the portal's key and without", () => {
  for (const key of [null, PORTAL_KEY.publicKey])
    expect(findingsOf(aPack(), key)).toEqual({
      faults: [],
      judged: [{ decisionId: "decision-1", replay: { state: "agrees", catalogue: null }, isSealed: true }],
      seals: 1,
      attached: { files: 0, leftOut: 0, logged: 0 },
      audit: { entries: 1, gaps: 0, leftOut: 0 },
    });
});

test("the same facts give the same bytes", () => {
  const files = packFiles();
  expect(aPack(files)).toEqual(aPack(files));
  expect(isZip(aPack())).toBe(true);
  expect(isZip(aSealedFile(aFrozenInput()))).toBe(false);
});

test("a pack of somebody else is told from the portal's by its key", () => {
  const bytes = aPack(packFiles(), OTHER_KEY);
  expect(findingsOf(bytes).faults).toEqual([]);
  expect(findingsOf(bytes, PORTAL_KEY.publicKey).faults).toEqual([
    { code: "other-key", detail: OTHER_KEY.keyId },
  ]);
});

test("a byte changed in any file is found, whichever it is", () => {
  const names = [...packFiles().keys()];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, by) => {
      const bytes = changed((files) => {
        const file = files[name] ?? new Uint8Array();
        const place = at % file.length;
        files[name] = file.with(place, ((file[place] ?? 0) + by) % 256);
      });
      expect(findingsOf(bytes).faults).toContainEqual({ code: "file-changed", detail: name });
    }),
  );
});

test("a byte changed in the manifest is refused or found", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const bytes = changed((files) => {
        const file = files[PACK_FILES.manifest] ?? new Uint8Array();
        const place = at % file.length;
        const next = file.with(place, ((file[place] ?? 0) + by) % 256);
        // White space between members says nothing, and nothing of it is signed.
        fc.pre(JSON.stringify(parsed(next)) !== JSON.stringify(parsed(file)));
        files[PACK_FILES.manifest] = next;
      });
      const read = readPack(bytes);
      expect(!read.ok || findingsOf(bytes).faults.length > 0).toBe(true);
    }),
  );
});

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

test("a file that is gone and one that came after are found", () => {
  expect(codesOf(changed((files) => delete files[PACK_FILES.readMe]))).toEqual(["file-missing"]);
  expect(codesOf(changed((files) => Object.assign(files, { "more.txt": new Uint8Array([1]) })))).toEqual([
    "file-unlisted",
  ]);
});

test("what was signed and does not hold together is found all the same", () => {
  const frozen = aFrozenInput();
  const other = aFrozenInput("not-met");
  const [entry] = anAudit();
  const cases: ReadonlyArray<[string, Uint8Array, PackFault["code"]]> = [
    [PACK_FILES.decision, toBytes({ fingerprint: "f".repeat(64) }), "decision-on-another"],
    [PACK_FILES.decision, toBytes({ fingerprint: 1 }), "file-unreadable"],
    [
      PACK_FILES.assessment,
      toBytes({ ...frozen, result: { ...frozen.result, verdict: "incomplete" } }),
      "assessment-differs",
    ],
    [PACK_FILES.assessment, toBytes({ ...frozen, declaration: other.declaration }), "assessment-differs"],
    [PACK_FILES.assessment, toBytes({ ...frozen, profile: 1 }), "file-unreadable"],
    [PACK_FILES.assessment, new Uint8Array([0xff]), "file-unreadable"],
    [PACK_FILES.declaration, aSealedFile(other), "declaration-differs"],
    [PACK_FILES.declaration, toBytes({}), "file-unreadable"],
    [PACK_FILES.audit, toBytes([{ ...entry, action: "decision.other" }]), "audit-entry-changed"],
    [PACK_FILES.audit, toBytes([{}]), "file-unreadable"],
  ];
  for (const [name, bytes, code] of cases) expect(codesOf(signedWith(name, bytes)), name).toContain(code);
});

test("a declaration whose seal is not the portal's is found, and a pack without one says so", () => {
  const frozen = aFrozenInput();
  const foreign = signedWith(PACK_FILES.declaration, aSealedFile(frozen, OTHER_KEY));
  expect(findingsOf(foreign, PORTAL_KEY.publicKey).faults).toEqual([
    { code: "declaration-seal", detail: "other-key" },
  ]);
  const files = packFiles();
  files.delete(PACK_FILES.declaration);
  expect(findingsOf(aPack(files))).toMatchObject({ faults: [], seals: 0, judged: [{ isSealed: false }] });
});

test("other rules cannot work it out again, and say so instead of agreeing", () => {
  const newer = { ...VERSIONS, ruleSetVersion: "newer" };
  expect(findingsOf(aPack(), null, newer)).toMatchObject({
    faults: [],
    judged: [{ replay: { state: "other-rules", ruleSet: { before: RULE_SET_VERSION, after: "newer" } } }],
  });
});

test("what is no pack is refused with the reason, and no bytes make it throw", () => {
  expect(refusalOf(readPack(new Uint8Array([1, 2, 3])))).toEqual({ code: "not-a-zip" });
  expect(refusalOf(readPack(zipSync({ "a.txt": new Uint8Array([1]) })))).toEqual({ code: "no-manifest" });
  expect(refusalOf(readPack(zipSync({ [PACK_FILES.manifest]: toBytes({}) })))).toMatchObject({
    code: "bad-manifest",
  });
  const whole = aPack();
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, isCut) => {
      const place = at % whole.length;
      const bytes = isCut ? whole.slice(0, place) : whole.with(place, ((whole[place] ?? 0) + by) % 256);
      const read = readPack(bytes);
      if (read.ok) findingsOf(bytes);
    }),
  );
});
