import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sentence } from "~/cli/sentence";
import { fillInDemoOnce } from "~/demo/fill-in-demo.server";
import { DEMO_HOSPITAL } from "~/demo/people";
import { sampleProducts } from "~/demo/products/sample-products";
import { judge } from "~/domain/assessment/assess";
import type { Finding, Judgement, RequirementProfile } from "~/domain/assessment/assessment";
import { CHECKS } from "~/domain/assessment/checks";
import { toNotation } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Database } from "~db/client";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";
import { listLatestRevisions } from "~db/repositories/revisions";
import { NOW, openTestDatabase } from "../../builders/database";
import { aFileStore } from "../../builders/files";
import { PORTAL_KEY } from "../../builders/portal-key";

/**
 * The twelve products of the demo against every zone of its latest revision, finding by finding. A changed line is a
 * changed verdict somewhere: read it before `CORDON_GOLDEN=write` writes it.
 */
const FOLDER = "tests/golden";
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const isWriting = process.env.CORDON_GOLDEN === "write";

type JudgedZone = { zoneName: string; profile: RequirementProfile };

const { files } = aFileStore();
let database: Database;
let zones: ReadonlyArray<JudgedZone> = [];
let declarations: ReadonlyArray<SharedDeclaration> = [];

beforeAll(async () => {
  database = await openTestDatabase();
  await fillInDemoOnce({ database, files }, NOW, () => undefined, PORTAL_KEY);
  const source = await openProfiles(database.read, DEMO_HOSPITAL.id);
  const revisions = await listLatestRevisions(database.read, DEMO_HOSPITAL.id);
  zones = revisions.flatMap((revision) =>
    revision.content.zones.flatMap(({ id, name }) => {
      const profile = profileOf(source, revision, id);
      return profile ? [{ zoneName: name, profile }] : [];
    }),
  );
  declarations = await listSharedDeclarations(database.read, DEMO_HOSPITAL.id);
}, 240_000);
afterAll(() => database.close());

test("there are twelve products and all zones with a target to look at", () => {
  expect(declarations.length).toBe(sampleProducts().length);
  expect(zones.length).toBeGreaterThan(20);
});

test.each(sampleProducts().map(({ id, name }) => [id, name.replace(/ \(fictional\)$/, "")]))(
  "%s comes out in every zone as reviewed",
  (id, name) => {
    const declaration = declarations.find(({ productName }) => productName === name);
    if (!declaration) throw new Error(`${name} has no declaration`);
    const lines = linesOf(declaration);
    const file = `${FOLDER}/${id}.txt`;
    if (isWriting) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, lines);
    }
    expect(lines).toBe(readFileSync(file, "utf8"));
  },
);

function linesOf(declaration: SharedDeclaration): string {
  const asOf = toIsoDate(NOW);
  const parts = zones.map(({ zoneName, profile }) => {
    const judgement = judge(profile, declaration.content, asOf);
    return [headOf(zoneName, judgement), ...openLines(judgement)].join("\n");
  });
  const { native, withCountermeasures } = judge(
    zones[0]?.profile ?? never(),
    declaration.content,
    asOf,
  ).slCapability;
  const head = `${declaration.productName} ${declaration.releaseVersion}, SL-C ${toNotation(native)}, with countermeasures ${toNotation(withCountermeasures)}`;
  return `${[head, ...parts].join("\n\n")}\n`;
}

function headOf(zoneName: string, { slTarget, verdict }: Judgement): string {
  return `${zoneName} ${toNotation(slTarget)}: ${verdict}`;
}

/** In the order of the checks; within one by text, because entries of the ledger get other ids in every run. */
function openLines({ findings }: Judgement): ReadonlyArray<string> {
  return CHECKS.flatMap(({ id }) =>
    findings
      .filter((finding) => finding.checkId === id && isOpen(finding))
      .map(lineOf)
      .sort(),
  );
}

function isOpen({ severity }: Finding): boolean {
  return severity !== "none";
}

function lineOf({ id, severity, reason }: Finding): string {
  return `  ${severity.padEnd(9)} ${id.replace(UUID, "…")}: ${sentence(reason)}`;
}

function never(): never {
  throw new Error("the demo has no zone with a target");
}
