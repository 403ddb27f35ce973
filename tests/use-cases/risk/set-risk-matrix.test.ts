import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import { toNotation } from "~/domain/security-level/security-level";
import { presentRiskMatrix, previewRiskMatrix } from "~/presenters/present-risk-matrix.server";
import { setRiskMatrix } from "~/use-cases/risk/set-risk-matrix.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findLatestRiskMatrix } from "~db/repositories/risk-matrices";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { aColleague, accepted, refusedAs } from "../zone-models/models";
import { aScene, IMAGING, rate, targetOf } from "./scene";

const database = aDatabase();

function withRisk(place: [number, number], risk: number, base: RiskMatrix = DEFAULT_RISK_MATRIX): RiskMatrix {
  const matrix = structuredClone(base);
  const row = matrix.risk[place[0]];
  if (row) row[place[1]] = risk;
  return matrix;
}

test("a hospital starts from Cordon's matrix and sets its own as the next version", async () => {
  const lead = await aHospitalCaller(database(), "security-lead");
  const before = await presentRiskMatrix(lead);
  expect(before).toMatchObject({ version: 0, mayEdit: true, isDefault: true, history: [] });
  expect(before.matrix).toEqual(DEFAULT_RISK_MATRIX);
  const matrix = { ...withRisk([4, 0], 8), tolerableRisk: 4 };
  const set = accepted(await setRiskMatrix(lead, { matrix, reason: "Board of risk", version: 0 }));
  expect(set).toMatchObject({ version: 1, changed: ["risk.4.0", "tolerableRisk"] });
  const page = await presentRiskMatrix(lead);
  expect(page).toMatchObject({ version: 1, matrix, isDefault: false });
  expect(page.history).toEqual([
    expect.objectContaining({
      version: 1,
      reason: "Board of risk",
      changes: [
        { path: "risk.4.0", before: 5, after: 8 },
        { path: "tolerableRisk", before: 5, after: 4 },
      ],
    }),
  ]);
  const [entry] = await listAuditEntries(database().read, lead.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({ action: "risk-matrix.set", details: { version: 1 } });
});

test("a matrix that falls is refused with the cell named, and nothing is written", async () => {
  const lead = await aHospitalCaller(database(), "security-lead");
  const outcome = await setRiskMatrix(lead, { matrix: withRisk([2, 2], 1), reason: "x", version: 0 });
  expect(outcome).toEqual({
    ok: false,
    refusal: { code: "invalid-input", fields: { "matrix.risk.2.2": ["risk-falls"] } },
  });
  expect(await findLatestRiskMatrix(database().read, lead.actor.organisationId)).toBeUndefined();
});

test("the same again, an unknown version and a missing reason are refused", async () => {
  const lead = await aHospitalCaller(database(), "security-lead");
  const matrix = withRisk([4, 0], 8);
  const set = (version: number, reason = "x", of = matrix) =>
    setRiskMatrix(lead, { matrix: of, reason, version });
  expect(refusedAs(await set(0, "x", DEFAULT_RISK_MATRIX))).toBe("nothing-changed");
  expect(refusedAs(await set(3))).toBe("unknown-version");
  expect(refusedAs(await set(0, " "))).toBe("invalid-input");
  accepted(await set(0));
  expect(refusedAs(await set(1))).toBe("nothing-changed");
});

test("whoever was slower gets both put together and saves on top", async () => {
  const lead = await aHospitalCaller(database(), "security-lead");
  const other = await aColleague(lead, "security-lead");
  accepted(
    await setRiskMatrix(lead, {
      matrix: { ...withRisk([4, 0], 6), tolerableRisk: 6 },
      reason: "One",
      version: 0,
    }),
  );
  const mine = { ...withRisk([4, 1], 11), tolerableRisk: 7 };
  const slower = await setRiskMatrix(other, { matrix: mine, reason: "Two", version: 0 });
  if (slower.ok || slower.refusal.code !== "stale-matrix") throw new Error("this should be stale");
  const { current, merged, conflicts } = slower.refusal;
  expect(current).toMatchObject({ version: 1, reason: "One" });
  expect(conflicts).toEqual([{ path: "tolerableRisk", theirs: 6, mine: 7 }]);
  expect(merged.risk[4]).toEqual([6, 11, 15, 20, 25]);
  accepted(await setRiskMatrix(other, { matrix: merged, reason: "Two", version: 1 }));
  expect((await presentRiskMatrix(lead)).version).toBe(2);
});

test("the preview names the places another vector would follow for, and writes nothing", async () => {
  const { caller, modelId, lead } = await aScene(database());
  await rate(caller, modelId, IMAGING);
  const stricter = { ...DEFAULT_RISK_MATRIX, tolerableRisk: 4 };
  const { assessed, changed } = await previewRiskMatrix(lead, stricter);
  expect(assessed).toBe(1);
  expect(
    changed.map(({ id, name, before, after }) => [id, name, toNotation(before), toNotation(after)]),
  ).toEqual([["imaging", "Zone imaging", "{3 3 3 0 3 0 0}", "{4 4 4 0 4 0 0}"]]);
  expect((await previewRiskMatrix(lead, DEFAULT_RISK_MATRIX)).changed).toEqual([]);
  expect((await presentRiskMatrix(lead)).version).toBe(0);
  const before = await targetOf(caller, modelId, IMAGING);
  accepted(await setRiskMatrix(lead, { matrix: stricter, reason: "Board", version: 0 }));
  expect(await targetOf(caller, modelId, IMAGING)).toEqual(before);
});

test("only a security lead sets it, everybody of the hospital reads it", async () => {
  const engineer = await aHospitalCaller(database(), "security-engineer");
  const input = { matrix: withRisk([4, 0], 8), reason: "x", version: 0 };
  await expect(setRiskMatrix(engineer, input)).rejects.toMatchObject({ code: "forbidden" });
  expect((await presentRiskMatrix(engineer)).mayEdit).toBe(false);
});
