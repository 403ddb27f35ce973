import { expect, test } from "vitest";
import type { TargetedElement } from "~/domain/risk/target-record";
import { flatVector, vectorOf } from "~/domain/security-level/security-level";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { presentModelTable } from "~/presenters/present-model-table.server";
import { presentRisk } from "~/presenters/present-risk.server";
import { presentTargetChoices } from "~/presenters/target-choices.server";
import { acceptTarget } from "~/use-cases/risk/accept-target.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listAuditEntries } from "~db/repositories/audit";
import { aDatabase, aHospitalCaller } from "../../builders/database";
import { aColleague, accepted, edit, refusedAs } from "../zone-models/models";
import { aScene, CONDUIT, draftOf, IMAGING, later, rate, targetOf } from "./scene";

const database = aDatabase();

async function acceptIt(
  caller: Caller,
  modelId: string,
  element: TargetedElement,
  note = "",
  fingerprint?: string,
) {
  return acceptTarget(caller, {
    ...{ modelId, elementKind: element.kind, elementId: element.id, note },
    fingerprint: fingerprint ?? (await targetOf(caller, modelId, element)).fingerprint,
  });
}

async function change(caller: Caller, modelId: string, ...commands: ReadonlyArray<ZoneModelCommand>) {
  const { draftVersion } = await draftOf(caller, modelId);
  accepted(await edit(caller, modelId, draftVersion, ...commands));
}

const setting = (level: 1 | 2 | 3, rationale = "Agreed in the risk assessment"): ZoneModelCommand => ({
  type: "set-sl-target",
  zoneId: "imaging",
  slTarget: flatVector(level),
  rationale,
});

test("a second person accepts, and page, table and diagram say so", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const before = await presentRisk(lead, modelId, IMAGING);
  expect(before.acceptance).toMatchObject({
    standing: "none",
    mayAccept: true,
    isLead: true,
    isAuthor: false,
  });
  expect(before.acceptance.authors).toHaveLength(1);
  accepted(await acceptIt(lead, modelId, IMAGING, "Until the new CT comes"));
  const { acceptance } = await presentRisk(caller, modelId, IMAGING);
  expect(acceptance).toMatchObject({ standing: "accepted", mayAccept: false, isLead: false, changes: [] });
  expect(acceptance.accepted).toEqual([
    expect.objectContaining({
      note: "Until the new CT comes",
      slTarget: flatVector(2),
      at: lead.now.toISOString(),
    }),
  ]);
  const { zones } = await presentModelTable(caller, modelId, { element: null, add: null, zone: null });
  expect(zones.map(({ standing }) => standing?.acceptance)).toEqual(["accepted", "none"]);
  const { accepted: keys } = await presentTargetChoices(caller, modelId);
  expect(keys.map(({ key }) => key)).toEqual(["zone:imaging"]);
  const [entry] = await listAuditEntries(database().read, lead.actor.organisationId, { limit: 1 });
  expect(entry).toMatchObject({
    action: "target.accept",
    subjectId: modelId,
    details: { elementKind: "zone", elementId: "imaging" },
  });
});

test("whoever last changed levels, reason or assessment cannot accept them; others can", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const second = await aColleague(caller, "security-lead");
  await change(lead, modelId, setting(3, "Raised by the lead"));
  expect(refusedAs(await acceptIt(lead, modelId, IMAGING))).toBe("same-person");
  expect((await presentRisk(lead, modelId, IMAGING)).acceptance).toMatchObject({
    isAuthor: true,
    mayAccept: false,
  });
  accepted(await acceptIt(second, modelId, IMAGING));
});

test("writing another reason does not take the levels over from whoever set them", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const second = await aColleague(caller, "security-lead");
  await change(lead, modelId, setting(3));
  // The command sends the same levels along.
  await change(second, modelId, setting(3, "Better words"));
  expect(refusedAs(await acceptIt(lead, modelId, IMAGING))).toBe("same-person");
  expect(refusedAs(await acceptIt(second, modelId, IMAGING))).toBe("same-person");
  accepted(await acceptIt(await aColleague(caller, "security-lead"), modelId, IMAGING));
});

test("what others had set before is nobody's word any more", async () => {
  const { caller, modelId, lead } = await aScene(database());
  await change(lead, modelId, setting(3, "By the lead"));
  await change(caller, modelId, setting(1, "By the engineer"));
  accepted(await acceptIt(lead, modelId, IMAGING));
});

test("a change after it shows as changed, with the levels and who changed what", async () => {
  const { caller, modelId, lead } = await aScene(database());
  accepted(await acceptIt(lead, modelId, IMAGING));
  await change(later(caller, 5), modelId, setting(3, "Raised"));
  await change(later(caller, 6), modelId, {
    type: "update-zone",
    zoneId: "imaging",
    changes: { owner: "IT" },
  });
  const { acceptance } = await presentRisk(caller, modelId, IMAGING);
  expect(acceptance.standing).toBe("changed");
  expect(acceptance.accepted[0]?.slTarget).toEqual(flatVector(2));
  expect(acceptance.changes.map(({ fields, at }) => ({ fields, at }))).toEqual([
    { fields: ["slTarget", "slTargetRationale"], at: later(caller, 5).now.toISOString() },
  ]);
  await change(later(caller, 7), modelId, setting(2));
  expect((await presentRisk(caller, modelId, IMAGING)).acceptance.standing).toBe("accepted");
  accepted(
    await change(later(caller, 8), modelId, setting(1)).then(() =>
      acceptIt(later(lead, 9), modelId, IMAGING),
    ),
  );
  const again = (await presentRisk(caller, modelId, IMAGING)).acceptance;
  expect([again.standing, again.accepted.length]).toEqual(["accepted", 2]);
});

test("what was seen is what is accepted, and not twice", async () => {
  const { caller, modelId, lead } = await aScene(database());
  const { fingerprint } = await targetOf(caller, modelId, IMAGING);
  await change(caller, modelId, setting(3));
  expect(refusedAs(await acceptIt(lead, modelId, IMAGING, "", fingerprint))).toBe("changed-since-seen");
  accepted(await acceptIt(lead, modelId, IMAGING));
  expect(refusedAs(await acceptIt(lead, modelId, IMAGING))).toBe("already-accepted");
});

test("where risk above the tolerable is left, or nobody has rated it again, a word on it is needed", async () => {
  const { caller, modelId, lead } = await aScene(database());
  await rate(caller, modelId, IMAGING);
  const bare = await acceptIt(lead, modelId, IMAGING);
  expect(bare).toEqual({ ok: false, refusal: { code: "invalid-input", fields: { note: ["required"] } } });
  accepted(await acceptIt(lead, modelId, IMAGING, "Until spring"));
});

test("a conduit with a target of its own is accepted, one that follows its ends is not", async () => {
  const { caller, modelId, lead } = await aScene(database());
  expect(refusedAs(await acceptIt(lead, modelId, CONDUIT))).toBe("no-target");
  const slTarget = vectorOf(() => 3);
  await change(caller, modelId, { type: "update-conduit", conduitId: CONDUIT.id, changes: { slTarget } });
  accepted(await acceptIt(lead, modelId, CONDUIT));
  const { conduits } = await presentModelTable(caller, modelId, { element: null, add: null, zone: null });
  expect(conduits[0]?.standing).toMatchObject({ origin: "by-hand", acceptance: "accepted" });
});

test("only a security lead of the hospital accepts", async () => {
  const { caller, modelId } = await aScene(database());
  for (const role of ["security-engineer", "auditor", "administrator", "procurement-officer"] as const) {
    const colleague = await aColleague(caller, role);
    await expect(acceptIt(colleague, modelId, IMAGING)).rejects.toMatchObject({ code: "forbidden" });
  }
  const stranger = await aHospitalCaller(database(), "security-lead");
  await expect(acceptIt(stranger, modelId, IMAGING, "", "x")).rejects.toMatchObject({ code: "not-found" });
  const lead = await aColleague(caller, "security-lead");
  const gone = { kind: "zone" as const, id: "gone" };
  await expect(acceptIt(lead, modelId, gone, "", "x")).rejects.toMatchObject({ code: "not-found" });
});
