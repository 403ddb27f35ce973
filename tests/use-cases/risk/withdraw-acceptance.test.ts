import { expect, test } from "vitest";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { presentRisk } from "~/presenters/present-risk.server";
import { reportTargets } from "~/presenters/report-targets.server";
import { presentTargetChoices } from "~/presenters/target-choices.server";
import { acceptTarget } from "~/use-cases/risk/accept-target.server";
import { withdrawTargetAcceptance } from "~/use-cases/risk/withdraw-acceptance.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { aColleague, accepted, edit, refusedAs } from "../zone-models/models";
import { aScene, draftOf, IMAGING, later, targetOf } from "./scene";

const database = aDatabase();
const PLACE = { elementKind: "zone", elementId: "imaging" };

async function acceptIt(caller: Caller, modelId: string, note = "") {
  const { fingerprint } = await targetOf(caller, modelId, IMAGING);
  return accepted(await acceptTarget(caller, { ...PLACE, modelId, fingerprint, note })).acceptanceId;
}

function withdraw(caller: Caller, modelId: string, acceptanceId: string, reason = "The supplier left") {
  return withdrawTargetAcceptance(caller, { ...PLACE, modelId, acceptanceId, reason });
}

const acceptanceIn = async (caller: Caller, modelId: string) =>
  (await presentRisk(caller, modelId, IMAGING)).acceptance;

test("whoever accepted takes it back: nobody stands by the target, and what was accepted stays readable", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const acceptanceId = await acceptIt(lead, modelId, "Until spring");
  expect(await acceptanceIn(lead, modelId)).toMatchObject({ mayWithdraw: true, mayAccept: false });
  expect(await acceptanceIn(caller, modelId)).toMatchObject({ mayWithdraw: false });
  accepted(await withdraw(later(lead, 5), modelId, acceptanceId));

  const withdrawn = { at: later(lead, 5).now.toISOString(), reason: "The supplier left" };
  expect(await acceptanceIn(lead, modelId)).toMatchObject({
    ...{ standing: "none", mayAccept: true, mayWithdraw: false },
    accepted: [{ id: acceptanceId, note: "Until spring", withdrawn }],
  });
  const then = await presentRisk(caller, modelId, IMAGING, acceptanceId);
  expect(then.accepted).toMatchObject({ note: "Until spring", version: 1, withdrawn });
  const { zones } = await presentModelTable(caller, modelId, { element: null, add: null, zone: null });
  expect(zones.map(({ standing }) => standing?.acceptance)).toEqual(["none", "none"]);
  expect((await presentTargetChoices(caller, modelId)).accepted).toEqual([]);
  const { draft } = await draftOf(caller, modelId);
  const { organisationId } = caller.actor;
  for (const isPublished of [true, false]) {
    const shown = { modelId, content: draft, isPublished };
    const told = (await reportTargets(database().read, organisationId, shown)).get("zone:imaging");
    expect(told).toMatchObject({ acceptance: "none", acceptedBy: null, note: "", was: null });
  }
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    ...{ action: "target.withdraw-acceptance", subjectId: modelId },
    details: { ...PLACE, acceptanceId, reason: "The supplier left", draftVersion: 1 },
  });
});

test("the same target is accepted again, and an earlier acceptance does not come back", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const first = await acceptIt(lead, modelId);
  accepted(await withdraw(later(lead, 1), modelId, first));
  const second = await acceptIt(later(lead, 2), modelId, "After all");
  const { standing, accepted: all } = await acceptanceIn(caller, modelId);
  expect([standing, all.map(({ id, withdrawn }) => [id, withdrawn === null])]).toEqual([
    "accepted",
    [
      [second, true],
      [first, false],
    ],
  ]);
  accepted(await withdraw(later(lead, 3), modelId, second));
  expect((await acceptanceIn(caller, modelId)).standing).toBe("none");
});

test("only one's own word, only the last one, only once, and not without a reason", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const first = await acceptIt(lead, modelId);
  const second = await aColleague(caller, "security-lead");
  expect(refusedAs(await withdraw(second, modelId, first))).toBe("not-yours");
  expect(await withdraw(lead, modelId, first, "  ")).toEqual({
    ok: false,
    refusal: { code: "invalid-input", fields: { reason: ["required"] } },
  });
  accepted(
    await edit(caller, modelId, 1, {
      ...{ type: "set-sl-target", zoneId: "imaging", rationale: "Raised" },
      slTarget: { IAC: 3, UC: 3, SI: 3, DC: 3, RDF: 3, TRE: 3, RA: 3 },
    }),
  );
  const last = await acceptIt(later(second, 5), modelId);
  expect(refusedAs(await withdraw(lead, modelId, first))).toBe("not-the-last");
  accepted(await withdraw(later(second, 6), modelId, last));
  expect(refusedAs(await withdraw(later(second, 7), modelId, last))).toBe("not-the-last");
});

test("nobody without the right, of another hospital, or where nothing was accepted", async () => {
  const { caller, modelId, lead } = await aScene(database());
  await expect(withdraw(lead, modelId, "gone")).rejects.toMatchObject({ code: "not-found" });
  const acceptanceId = await acceptIt(lead, modelId);
  for (const role of ["security-engineer", "auditor", "administrator", "procurement-officer"] as const) {
    const colleague = await aColleague(caller, role);
    await expect(withdraw(colleague, modelId, acceptanceId)).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await aHospitalCaller(database(), "security-lead");
  await expect(withdraw(stranger, modelId, acceptanceId)).rejects.toMatchObject({ code: "not-found" });
  expect((await acceptanceIn(caller, modelId)).standing).toBe("accepted");
});
