import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { sha256OfText, toBase64 } from "~/domain/declaration/seal";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { sha256Of } from "~/domain/shared/fingerprint";
import { gapsOf } from "~/formats/evidence-pack/audit";
import { faultsOfPack } from "~/formats/evidence-pack/faults";
import { PACK_FILES, subjectOf } from "~/formats/evidence-pack/manifest";
import { readPack } from "~/formats/evidence-pack/read";
import { openPack, toBytes } from "~/formats/evidence-pack/write";
import { verifyEd25519 } from "~/intake/verify-signature";
import { accepted } from "../../builders/declaration";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aFrozenInput, aSealedFile, MADE_AT, packFiles } from "./a-pack";
import { aPackOf, aTrail, manyFiles, SUBJECTS } from "./many-decisions";

const VERSIONS = { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: "test" };
const [ZONE] = SUBJECTS;
if (!ZONE) throw new Error("there is a zone");
const zone = ZONE;

function findingsOf(bytes: Uint8Array) {
  return faultsOfPack(accepted(readPack(bytes)), {
    verify: verifyEd25519,
    trustedKey: PORTAL_KEY.publicKey,
    versions: VERSIONS,
  });
}

test("a pack of a zone, a supplier and a period holds together, with the gaps in its trail counted", () => {
  for (const subject of SUBJECTS) {
    const pack = accepted(readPack(aPackOf(subject)));
    expect(subjectOf(pack.manifest)).toEqual(subject);
    expect(findingsOf(aPackOf(subject))).toEqual({
      faults: [],
      judged: ["a", "b"].map((decisionId) => ({
        decisionId,
        replay: { state: "agrees", catalogue: null },
        isSealed: true,
      })),
      seals: 1,
      attached: { files: 0, leftOut: 0, logged: 0 },
      audit: { entries: 3, gaps: 1, leftOut: 4 },
    });
  }
});

test("a byte changed in any file of any kind of pack is found, and the file is named", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SUBJECTS),
      fc.constantFrom(...manyFiles().keys()),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (subject, name, at, by) => {
        const files = unzipSync(aPackOf(subject));
        const file = files[name] ?? new Uint8Array();
        const place = at % file.length;
        files[name] = file.with(place, ((file[place] ?? 0) + by) % 256);
        expect(findingsOf(zipSync(files)).faults).toContainEqual({ code: "file-changed", detail: name });
      },
    ),
  );
});

test("what was signed and does not hold together is named all the same", () => {
  const other = aFrozenInput("not-met");
  const { profile: _profile, declaration: _declaration, ...assessment } = other;
  const listed = JSON.parse(new TextDecoder().decode(manyFiles().get(PACK_FILES.decisions)));
  const [first, second] = listed;
  const trail = aTrail(3, 4, 9);
  const cases: ReadonlyArray<[string, unknown, { code: string; detail: string }]> = [
    ["assessments/b.json", assessment, { code: "decision-on-another", detail: first.fingerprint }],
    ["profiles/1.json", {}, { code: "file-unreadable", detail: "assessments/a.json" }],
    ["sealed/1.json", {}, { code: "file-unreadable", detail: "sealed/1.json" }],
    [PACK_FILES.decisions, [{ id: "a" }], { code: "file-unreadable", detail: PACK_FILES.decisions }],
    [
      PACK_FILES.decisions,
      [first, { ...second, sealed: "sealed/2.json" }],
      { code: "file-missing", detail: "sealed/2.json" },
    ],
    [PACK_FILES.audit, trail.toReversed(), { code: "audit-chain-broken", detail: "4" }],
    [PACK_FILES.audit, [trail[0], aTrail(4)[0]], { code: "audit-chain-broken", detail: "4" }],
  ];
  for (const [name, value, expected] of cases) {
    const findings = findingsOf(aPackOf(zone, manyFiles().set(name, toBytes(value))));
    expect(findings.faults, `${name} ${expected.code}`).toContainEqual(expected);
  }
  const signed = findingsOf(aPackOf(zone, new Map(manyFiles()).set("sealed/1.json", aSealedFile(other))));
  expect(signed.faults).toEqual(Array(2).fill({ code: "declaration-differs", detail: "sealed/1.json" }));
});

test("a pack of a decision from before there were other kinds still holds", () => {
  const files = packFiles();
  const statement = {
    ...{ format: "cordon-evidence-pack-1", hospital: "Nemocnice Demo", decisionId: "decision-1" },
    ...{ madeBy: "Iva", madeAt: MADE_AT },
    files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) })),
    ...{ algorithm: "Ed25519", keyId: PORTAL_KEY.keyId, publicKey: PORTAL_KEY.publicKey },
  };
  const signed = canonicalJson(statement);
  const signature = toBase64(PORTAL_KEY.sign(new TextEncoder().encode(signed)));
  const manifest = { ...statement, sha256: sha256OfText(signed), signature };
  const old = zipSync({ [PACK_FILES.manifest]: toBytes(manifest), ...Object.fromEntries(files) });
  expect(findingsOf(old)).toMatchObject({ faults: [], judged: [{ decisionId: "decision-1" }], seals: 1 });
  const changed = { ...manifest, decisionId: "decision-2" };
  const other = zipSync({ [PACK_FILES.manifest]: toBytes(changed), ...Object.fromEntries(files) });
  expect(findingsOf(other).faults).toEqual([{ code: "manifest-changed", detail: PACK_FILES.manifest }]);
});

test("another zone cannot be claimed for a pack", () => {
  const files = unzipSync(aPackOf(zone));
  const manifest = JSON.parse(new TextDecoder().decode(files[PACK_FILES.manifest]));
  const other = toBytes({ ...manifest, subject: { ...zone, name: "Laboratory" } });
  expect(findingsOf(zipSync({ ...files, [PACK_FILES.manifest]: other })).faults).toEqual([
    { code: "manifest-changed", detail: PACK_FILES.manifest },
  ]);
});

test("archives of any files come out of the reader as they went in", () => {
  const file = fc.tuple(fc.stringMatching(/^[a-zé]{1,12}$/), fc.uint8Array({ maxLength: 3000 }));
  fc.assert(
    fc.property(fc.uniqueArray(file, { selector: ([name]) => name, maxLength: 20 }), (files) => {
      const about = { hospital: "H", subject: zone, madeBy: "Iva", madeAt: MADE_AT };
      const pack = openPack(about);
      for (const [name, bytes] of [["first", new Uint8Array([1])] as const, ...files])
        if (!pack.has(name)) pack.add(name, bytes);
      const total = pack.bytes();
      const read = accepted(readPack(pack.end(PORTAL_KEY)));
      expect([...read.files.values()].reduce((sum, { length }) => sum + length, 0)).toBe(total);
      for (const [name, bytes] of files) if (name !== "first") expect(read.files.get(name)).toEqual(bytes);
    }),
  );
  const pack = openPack({ hospital: "H", subject: zone, madeBy: "Iva", madeAt: MADE_AT });
  pack.add("a", new Uint8Array());
  expect(() => pack.add("a", new Uint8Array())).toThrow(TypeError);
  expect(() => pack.add(PACK_FILES.manifest, new Uint8Array())).toThrow(TypeError);
});

test("gaps are counted between numbers, whatever the trail", () => {
  expect(gapsOf([])).toEqual({ gaps: 0, leftOut: 0 });
  expect(gapsOf([{ sequence: 7 }, { sequence: 8 }, { sequence: 12 }, { sequence: 14 }])).toEqual({
    gaps: 2,
    leftOut: 4,
  });
});
