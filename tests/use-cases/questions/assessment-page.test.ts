import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { NO_POLICY } from "~/domain/policy/policy";
import { flatVector } from "~/domain/security-level/security-level";
import { presentAssessment } from "~/presenters/present-assessment.server";
import { presentDecision } from "~/presenters/present-decision.server";
import { type FindingQuery, toShownFindings } from "~/presenters/shown-findings.server";
import { assessments } from "~db/schema";
import { aDatabase } from "../../builders/database";
import { aScene, decideOn, type Scene } from "../decisions/scene";

const database = aDatabase();

const idsOf = ({ modelId, declarationId }: Scene) => ({
  modelId,
  zoneId: "imaging",
  declarationId,
  requestId: null,
});

/** One row is not met, one is not answered, and nobody has said whether updates are signed. */
async function anOpenScene(): Promise<Scene> {
  return aScene(database(), {
    zone: { policy: { ...NO_POLICY, signedUpdates: true }, slTarget: { ...flatVector(0), IAC: 1, UC: 1 } },
    answers: { "CR 1.1": { value: "not-met" } },
  });
}

async function pageOf(scene: Scene, query?: FindingQuery) {
  return presentAssessment(scene.officer, idsOf(scene), query);
}

test("findings stand by topic, and what decided comes before everything else", async () => {
  const page = await pageOf(await anOpenScene());
  const { groups, total } = page.findings;
  expect(page.assessment.verdict).toBe("does-not-conform");
  expect(groups[0]?.topic).toBe("IAC");
  expect(groups[0]?.findings.map(({ isDecisive, severity }) => [isDecisive, severity])).toEqual([
    [true, "gap"],
    [false, "open"],
  ]);
  expect(groups.flatMap(({ findings }) => findings)).toHaveLength(total);
  expect(groups.map(({ topic }) => topic)).toContain("protection");
});

test("the address filters findings by what they are and by who can close them; counts stay whole", async () => {
  const scene = await anOpenScene();
  const all = (await pageOf(scene)).findings;
  const listOf = async (query: FindingQuery) =>
    (await pageOf(scene, query)).findings.groups.flatMap(({ findings }) => findings);
  const open = await listOf({ show: "open", by: null });
  expect(open.every(({ severity }) => severity === "open" || severity === "gap")).toBe(true);
  expect(all.kinds).toContainEqual({ kind: "open", count: open.length });
  const conforming = await listOf({ show: "conforming", by: null });
  expect(conforming.length).toBeGreaterThan(0);
  expect(conforming.every(({ severity }) => severity === "none")).toBe(true);
  const byHospital = await listOf({ show: null, by: "hospital" });
  expect(all.closers).toContainEqual({ by: "hospital", count: byHospital.length });
  expect(byHospital.every(({ waysToClose }) => waysToClose.some(({ by }) => by === "hospital"))).toBe(true);
  expect(await listOf({ show: "nonsense", by: "nobody" })).toHaveLength(all.total);
});

test("a finding names the evidence that it rests on, by title where it is still there", () => {
  const finding = {
    id: "capability-is-evidenced:product",
    checkId: "capability-is-evidenced",
    clauses: [],
    outcome: "conforms",
    severity: "none",
    foundationalRequirement: null,
    requirementIds: [],
    expected: { key: "", params: {} },
    declared: { key: "", params: {} },
    reason: { key: "", params: {} },
    waysToClose: [],
    evidenceIds: ["e1", "e2"],
  } as const;
  const evidence = [
    {
      id: "e1",
      type: "certificate",
      subject: "product-capability",
      title: "Certificate 4711",
      issuer: "Body",
      assurance: "accredited",
      scheme: "iec-62443-4-2",
      schemeVersion: "2019",
      scope: { product: "Pump", releases: [], componentTypes: [], level: null },
      validFrom: null,
      validUntil: null,
      reference: "",
      sha256: null,
    } as const,
  ];
  const shown = toShownFindings(
    { findings: [finding], decidedBy: [] },
    {
      evidence: evidence.map((piece) => ({
        ...piece,
        scope: { ...piece.scope, releases: [], componentTypes: [] },
      })),
    },
    { show: null, by: null },
  );
  expect(shown.groups[0]?.findings[0]?.evidence).toEqual([
    { id: "e1", title: "Certificate 4711" },
    { id: "e2", title: "e2" },
  ]);
});

test("the cheapest way stands beside the alternatives and zones that take the product as it is", async () => {
  const scene = await anOpenScene();
  const { waysOut, besides } = await pageOf(scene);
  expect(besides).toEqual({ gaps: 0, open: 1, conditions: 0 });
  expect(waysOut?.ways.map(({ by, isEnough }) => [by, isEnough])).toEqual([
    ["supplier", true],
    ["hospital", false],
    ["together", true],
  ]);
  const supplier = waysOut?.ways[0];
  expect(supplier?.steps.map(({ id }) => id)).toEqual([
    "meet:IAC:1",
    expect.stringMatching(/^answer:/),
    expect.stringMatching(/^answer:/),
    "findings:updates-are-signed:product",
  ]);
  expect(supplier?.steps.at(-1)).toMatchObject({
    verdict: "conforms",
    closes: { kind: "findings", ways: [{ key: "checks:updates-are-signed.close.state" }] },
  });
  expect(waysOut?.elsewhere).toMatchObject({ offered: [], count: 0, looked: { count: 1 } });
});

test("where the product may enter nothing has to be closed", async () => {
  const scene = await aScene(database(), { zone: { policy: NO_POLICY } });
  const page = await pageOf(scene);
  expect(page.assessment.verdict).toBe("conforms");
  expect(page.waysOut).toBeNull();
});

test("a decision's assessment comes out again from what the database has kept", async () => {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene, { kind: "reject", reason: "No" });
  const page = await presentDecision(scene.officer, decisionId);
  expect(page.replay).toEqual({ state: "agrees", catalogue: null });
  expect(page.findings.total).toBeGreaterThan(0);
  const filtered = await presentDecision(scene.officer, decisionId, { show: "open", by: null });
  expect(filtered.findings.filter.show).toBe("open");
});

test("a result that somebody has changed in the database does not agree any more", async () => {
  const scene = await aScene(database());
  const decisionId = await decideOn(scene, { kind: "reject", reason: "No" });
  const before = await presentDecision(scene.officer, decisionId);
  const isThis = eq(assessments.fingerprint, before.assessment.fingerprint);
  await database().transaction(async (db) => {
    const [row] = await db.select().from(assessments).where(isThis);
    if (!row) throw new Error("the assessment is kept");
    await db
      .update(assessments)
      .set({ result: { ...row.result, decidedBy: ["nobody"] } })
      .where(isThis);
  });
  const page = await presentDecision(scene.officer, decisionId);
  expect(page.replay).toEqual({ state: "disagrees", differs: ["result"] });
});
