import { describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { isPreselected, isTakenByDefault } from "~/domain/declaration/import-plan";
import { sealDeclaration } from "~/domain/declaration/seal";
import { writeAttestations } from "~/formats/attestations/write";
import { writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { writeDeclarationFile } from "~/formats/cordon-json/write";
import { writeOfflineWorkbook } from "~/formats/offline-workbook/write";
import { writeComponentDefinition } from "~/formats/oscal/write";
import { readIntakeFile } from "~/intake/read-file";
import type { IntakeGround } from "~/intake/reader";
import { PORTAL_KEY } from "../builders/portal-key";
import { aFullDeclaration } from "../cli/full-files";
import { PLAIN_WORDS, ROWS } from "../formats/offline-workbook/words";
import { asFilledIn } from "../formats/stated/taken-over";

const file = aFullDeclaration();
const content = asFilledIn(file.content);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const at = "2026-11-22T09:00:00.000Z";
const written = {
  ...{ supplier: "Fiktiva", product: "Pump", release: "3.4.1", version: 1, content },
  ...{ signed: { by: "Somebody", at }, writtenAt: at },
};
const FILES = [
  ["cordon-json", "a declaration file", () => bytesOf(writeDeclarationFile({ ...file, content }))],
  ["cordon-json", "a sealed declaration file", () => bytesOf(sealed())],
  [
    "attestations",
    "CycloneDX attestations",
    () => bytesOf(writeAttestations(written, COMPONENT_REQUIREMENTS, ATTESTATION_WORDS)),
  ],
  [
    "oscal",
    "an OSCAL component definition",
    () => bytesOf(writeComponentDefinition(written, COMPONENT_REQUIREMENTS, OSCAL_WORDS)),
  ],
  ["offline-workbook", "the offline workbook", () => writeOfflineWorkbook(content, ROWS, PLAIN_WORDS)],
] as const;
const ATTESTATION_WORDS = {
  summary: "s",
  statement: "t",
  standard: { name: "IEC 62443-4-2", version: "2019" },
};
const OSCAL_WORDS = { title: "t", component: "c", implementation: "i", answer: (value: string) => value };

function sealed(): string {
  const parts = {
    names: { supplier: "Fiktiva", product: "Pump", release: "3.4.1" },
    declaration: { declarationId: "d-1", version: 1, catalogueVersion: "test" },
    ...{ content, signatory: "Somebody", signedAt: new Date(at) },
  };
  return writeSealedFile(sealDeclaration(parts, PORTAL_KEY));
}

function groundOf(present = EMPTY_DECLARATION_CONTENT): IntakeGround {
  return {
    ...{ content: present, product: "Pump", release: "3.4.1", manufacturer: "Fiktiva", asOf: at, sbom: null },
    ...{ file: { name: "anything.bin", sha256: "0".repeat(64) }, evidenceId: "file-1" },
    portalKey: PORTAL_KEY.publicKey,
  };
}

describe.each(FILES)("%s: %s", (kind, _, write) => {
  test("is recognised by its content, and all of it is proposed to an empty draft", async () => {
    const read = await readIntakeFile(await write(), groundOf());
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value).toMatchObject({ kind, unused: [], unusedCount: 0, evidence: null });
    expect(read.value.entries.every(isTakenByDefault)).toBe(true);
    const kinds = ["component-types", "claimed-level", "answer", "fact", "evidence"];
    expect(new Set(read.value.entries.map((entry) => entry.kind))).toEqual(new Set(kinds));
    expect(read.value.entries.every(({ place }) => place !== null)).toBe(true);
  });

  test("proposes nothing to a draft that says the same, and overwrites nothing by itself", async () => {
    const same = await readIntakeFile(await write(), groundOf(content));
    expect(same).toMatchObject({ ok: true, value: { entries: [] } });
    const other = { ...content, answers: { ...content.answers, "CR 1.1": { value: "not-met" as const } } };
    const read = await readIntakeFile(await write(), groundOf(other));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    expect(read.value.entries.map(({ id, standing }) => [id, standing])).toEqual([
      ["answer:CR 1.1", "contradicts"],
    ]);
    expect(read.value.entries.some(isTakenByDefault)).toBe(false);
  });
});

test("rows that do not apply to the product and evidence that is nowhere are listed, not taken", async () => {
  const { answers: _, ...rest } = JSON.parse(writeDeclarationFile({ ...file, content }));
  const oscal = JSON.parse(writeComponentDefinition(written, COMPONENT_REQUIREMENTS, OSCAL_WORDS));
  const requirements =
    oscal["component-definition"].components[0]["control-implementations"][0]["implemented-requirements"];
  requirements.push({
    uuid: "x",
    "control-id": "sar-3.2",
    description: "",
    props: [{ name: "implementation-status", value: "implemented" }],
  });
  const read = await readIntakeFile(bytesOf(JSON.stringify(oscal)), groundOf());
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  expect(read.value.unused).toMatchObject([{ code: "not-applicable-to-types", value: "SAR 3.2" }]);
  const wrong = await readIntakeFile(
    bytesOf(JSON.stringify({ ...rest, answers: { "CR 1.1": "perhaps" } })),
    groundOf(),
  );
  expect(wrong).toMatchObject({
    ok: false,
    refusal: { code: "invalid", place: { pointer: "/answers/CR 1.1" } },
  });
});

test("what a seal is worth is told, and only of a file that was altered nothing is ticked", async () => {
  const read = async (text: string, portalKey = PORTAL_KEY.publicKey) => {
    const outcome = await readIntakeFile(bytesOf(text), { ...groundOf(), portalKey });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    const { seal, entries } = outcome.value;
    const ticked = entries.filter((entry) => isPreselected(outcome.value, entry)).length;
    return [seal?.standing, seal?.says?.signedBy ?? null, ticked > 0];
  };
  const text = sealed();
  const changed = (change: (value: Record<string, Record<string, unknown>>) => void) => {
    const value = JSON.parse(text);
    change(value);
    return JSON.stringify(value);
  };
  expect(await read(text)).toEqual(["intact", "Somebody", true]);
  // Written anew by another program: the same statement.
  expect(await read(changed(() => undefined))).toEqual(["intact", "Somebody", true]);
  const otherKey = Buffer.alloc(32, 7).toString("base64");
  expect(await read(text, otherKey)).toEqual(["unknown-key", "Somebody", true]);
  expect(await read(writeDeclarationFile({ ...file, content }))).toEqual(["unsigned", null, true]);
  const altered: ReadonlyArray<string> = [
    changed(({ answers }) => Object.assign(answers ?? {}, { "CR 1.1": { value: "not-met" } })),
    changed(({ seal }) => Object.assign(seal ?? {}, { signedAt: "2026-11-22T09:00:00.001Z" })),
    changed(({ seal }) => Object.assign(seal ?? {}, { sha256: "0".repeat(64) })),
    changed(({ seal }) => Object.assign(seal ?? {}, { publicKey: otherKey })),
  ];
  for (const one of altered) expect(await read(one)).toEqual(["altered", "Somebody", false]);
  const nameless = changed((value) => Reflect.deleteProperty(value, "supplier"));
  expect(await read(nameless)).toEqual(["altered", null, false]);
});
