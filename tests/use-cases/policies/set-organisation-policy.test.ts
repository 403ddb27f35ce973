import { expect, test } from "vitest";
import { presentPolicy } from "~/presenters/present-policy.server";
import { setOrganisationPolicy } from "~/use-cases/policies/set-organisation-policy.server";
import { listAuditEntries } from "~db/repositories/audit";
import { findLatestPolicy, findPolicyVersion, listPolicyVersions } from "~db/repositories/policies";
import { aDatabase, aHospitalCaller, aSupplierCaller } from "../../builders/database";
import { aColleague, accepted, refusedAs } from "../zone-models/models";

const database = aDatabase();
const aLead = () => aHospitalCaller(database(), "security-lead");

test("the first policy is version 1 and the audit trail names the rules that changed", async () => {
  const lead = await aLead();
  const layer = { patchDaysHigh: 30, wireless: [] };
  const saved = accepted(
    await setOrganisationPolicy(lead, { layer, reason: " After the audit ", version: 0 }),
  );
  expect(saved).toMatchObject({ version: 1, changed: ["patchDaysHigh", "wireless"] });
  const { organisationId, personId } = lead.actor;
  expect(await findLatestPolicy(database().read, organisationId)).toEqual({
    organisationId,
    version: 1,
    layer,
    reason: "After the audit",
    createdBy: personId,
    createdAt: lead.now,
  });
  const [entry] = await listAuditEntries(database().read, organisationId, { limit: 5 });
  expect(entry).toMatchObject({
    action: "policy.set",
    personId,
    subjectId: organisationId,
    details: { version: 1, changed: ["patchDaysHigh", "wireless"] },
  });
});

test("a version is never changed, only followed by the next", async () => {
  const lead = await aLead();
  accepted(await setOrganisationPolicy(lead, { layer: { patchDaysHigh: 30 }, reason: "One", version: 0 }));
  accepted(await setOrganisationPolicy(lead, { layer: { patchDaysHigh: null }, reason: "Two", version: 1 }));
  const { organisationId } = lead.actor;
  const versions = await listPolicyVersions(database().read, organisationId, { limit: 5 });
  expect(versions.map(({ version, layer }) => [version, layer])).toEqual([
    [2, { patchDaysHigh: null }],
    [1, { patchDaysHigh: 30 }],
  ]);
  expect((await findPolicyVersion(database().read, organisationId, 1))?.reason).toBe("One");
});

test("choices are stored in one order, so that the same said otherwise changes nothing", async () => {
  const lead = await aLead();
  const layer = { siemChannels: ["api", "syslog-tls"] };
  accepted(await setOrganisationPolicy(lead, { layer, reason: "x", version: 0 }));
  const again = { siemChannels: ["syslog-tls", "api"] };
  expect(refusedAs(await setOrganisationPolicy(lead, { layer: again, reason: "x", version: 1 }))).toBe(
    "nothing-changed",
  );
  expect((await findLatestPolicy(database().read, lead.actor.organisationId))?.version).toBe(1);
});

test("on an older version nothing is written; both sides come back, put together", async () => {
  const first = await aLead();
  const second = await aColleague(first, "security-lead");
  const base = { patchDaysHigh: 90, patchDaysCritical: 30 };
  accepted(await setOrganisationPolicy(first, { layer: base, reason: "Base", version: 0 }));
  const theirs = { ...base, patchDaysHigh: 60, signedUpdates: true };
  accepted(await setOrganisationPolicy(first, { layer: theirs, reason: "Theirs", version: 1 }));
  const mine = { ...base, patchDaysHigh: 45, autoLogoff: null };
  const outcome = await setOrganisationPolicy(second, { layer: mine, reason: "Mine", version: 1 });
  expect(outcome).toEqual({
    ok: false,
    refusal: {
      code: "stale-policy",
      current: {
        version: 2,
        reason: "Theirs",
        personName: expect.stringContaining("Person"),
        at: first.now.toISOString(),
      },
      merged: { patchDaysHigh: 45, patchDaysCritical: 30, signedUpdates: true, autoLogoff: null },
      conflicts: [{ key: "patchDaysHigh", theirs: 60, mine: 45 }],
    },
  });
  expect((await findLatestPolicy(database().read, first.actor.organisationId))?.version).toBe(2);
});

test("whoever began before there was any policy loses nothing either", async () => {
  const first = await aLead();
  const second = await aColleague(first, "security-lead");
  accepted(await setOrganisationPolicy(first, { layer: { patchDaysHigh: 60 }, reason: "One", version: 0 }));
  const outcome = await setOrganisationPolicy(second, {
    layer: { signedUpdates: true },
    reason: "Two",
    version: 0,
  });
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { code: "stale-policy", merged: { patchDaysHigh: 60, signedUpdates: true }, conflicts: [] },
  });
});

test("a version that never was is refused", async () => {
  const lead = await aLead();
  const outcome = await setOrganisationPolicy(lead, { layer: { patchDaysHigh: 3 }, reason: "x", version: 7 });
  expect(refusedAs(outcome)).toBe("unknown-version");
});

test("the reason is asked for, and every wrong value is named by its rule", async () => {
  const lead = await aLead();
  const outcome = await setOrganisationPolicy(lead, {
    layer: { patchDaysHigh: 0, plannedServiceYears: "ten", wireless: ["laser"] },
    reason: "  ",
    version: 0,
  });
  expect(outcome).toEqual({
    ok: false,
    refusal: {
      code: "invalid-input",
      fields: {
        "layer.patchDaysHigh": ["too-small"],
        "layer.plannedServiceYears": ["whole-number"],
        "layer.wireless.0": ["invalid"],
        reason: ["required"],
      },
    },
  });
  expect(await findLatestPolicy(database().read, lead.actor.organisationId)).toBeUndefined();
});

test("only a security lead sets the policy, everybody of the hospital reads it, no supplier does", async () => {
  const lead = await aLead();
  for (const role of ["administrator", "security-engineer", "procurement-officer", "auditor"] as const) {
    const colleague = await aColleague(lead, role);
    await expect(
      setOrganisationPolicy(colleague, { layer: { patchDaysHigh: 3 }, reason: "x", version: 0 }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await presentPolicy(colleague)).toMatchObject({ mayEdit: false, version: 0 });
  }
  const supplier = await aSupplierCaller(database(), "administrator", "contributor", "signatory");
  await expect(presentPolicy(supplier)).rejects.toMatchObject({ code: "forbidden" });
});

test("one hospital's policy is nothing to another", async () => {
  const lead = await aLead();
  accepted(await setOrganisationPolicy(lead, { layer: { patchDaysHigh: 3 }, reason: "x", version: 0 }));
  const stranger = await aLead();
  expect(await presentPolicy(stranger)).toMatchObject({ version: 0, layer: {}, history: [] });
});
