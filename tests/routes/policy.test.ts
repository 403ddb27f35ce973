import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { paths } from "~/paths";
import { findLatestPolicy } from "~db/repositories/policies";
import { findZoneModel, listZoneModels } from "~db/repositories/zone-models";
import { aPortal, postForm, signedIn } from "../builders/portal";

const portal = aPortal();

/** The form as a browser without JavaScript posts it: rules that are not named stay as they are inherited. */
function policyForm(rules: Record<string, string>, rest: Record<string, string>): Record<string, string> {
  const named = Object.entries(rules).map(([name, value]) => [`policy.${name}`, value]);
  return { ...Object.fromEntries(named), ...rest };
}

test("a security lead sets the policy through a plain form and sees the new version", async () => {
  const { cookie, organisationId } = await signedIn(portal(), "hospital", "security-lead");
  const answer = await postForm(
    portal(),
    paths.policy(),
    policyForm(
      { "patchDaysHigh.mode": "own", "patchDaysHigh.value": "21", "wireless.mode": "off" },
      { reason: "Decided by the board", version: "0" },
    ),
    { cookie },
  );
  expect(answer.status).toBe(303);
  expect((await findLatestPolicy(portal().database.read, organisationId))?.layer).toEqual({
    patchDaysHigh: 21,
    wireless: null,
  });
  const html = await (await portal().request(paths.policy(), { cookie })).text();
  expect(html).toContain("Decided by the board");
  expect(html).toContain("21 days");
});

test("a wrong number is answered beside its rule and what was typed stays", async () => {
  const { cookie, organisationId } = await signedIn(portal(), "hospital", "security-lead");
  const answer = await postForm(
    portal(),
    paths.policy(),
    policyForm(
      { "plannedServiceYears.mode": "own", "plannedServiceYears.value": "41" },
      { reason: "A long life", version: "0" },
    ),
    { cookie },
  );
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('href="#policy.plannedServiceYears"');
  expect(html).toContain("This number is too large.");
  expect(html).toContain('value="41"');
  expect(html).toContain("A long life");
  expect(await findLatestPolicy(portal().database.read, organisationId)).toBeUndefined();
});

test("whoever was slower sees both versions and saves on top of the other", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "security-lead");
  const post = (rules: Record<string, string>, version: string, reason: string) =>
    postForm(portal(), paths.policy(), policyForm(rules, { reason, version }), { cookie });
  await post({ "patchDaysHigh.mode": "own", "patchDaysHigh.value": "60" }, "0", "First");
  const slower = await post({ "patchDaysHigh.mode": "own", "patchDaysHigh.value": "45" }, "0", "Second");
  expect(slower.status).toBe(422);
  const html = await slower.text();
  expect(html).toContain("Version 1 was saved while you worked");
  expect(html).toContain("Both of you changed this. Theirs: 60 days");
  expect(html).toMatch(/name="policy\.patchDaysHigh\.value"[^>]*value="45"/);
  expect(html).toMatch(/name="version" value="1"/);
  expect(html).toContain("Second");
});

test("everybody of the hospital reads the policy, only a security lead gets the form", async () => {
  const auditor = await signedIn(portal(), "hospital", "auditor");
  const html = await (await portal().request(paths.policy(), auditor)).text();
  expect(html).toContain("A security lead sets the policy.");
  expect(html).not.toContain('name="policy.');
  const answer = await postForm(portal(), paths.policy(), { reason: "x", version: "0" }, auditor);
  expect(answer.status).toBe(403);
  const supplier = await signedIn(portal(), "supplier", "signatory");
  expect((await portal().request(paths.policy(), supplier)).status).toBe(403);
});

test("a zone's own value is saved to the draft through a plain form of its profile", async () => {
  const engineer = await signedIn(portal(), "hospital", "security-engineer");
  const made = await postForm(
    portal(),
    paths.newModel(),
    { siteName: "Campus", name: "Building B", start: "whole-hospital" },
    engineer,
  );
  expect(made.status).toBe(303);
  const { read } = portal().database;
  const [summary] = await listZoneModels(read, engineer.organisationId);
  const draft = await findZoneModel(read, engineer.organisationId, summary?.id ?? "");
  const zone = draft?.draft.zones.find(({ referenceType }) => referenceType === "imaging");
  if (!draft || !zone) throw new Error("the template has an imaging zone");
  const path = paths.zoneProfile(draft.id, zone.id);
  const values = {
    form: "zone-policy",
    "policy.patchDaysHigh.mode": "own",
    "policy.patchDaysHigh.value": "77",
  };
  const version = String(draft.draftVersion);
  const saved = await postForm(portal(), path, { ...values, version }, engineer);
  expect(saved.status).toBe(303);
  const after = await findZoneModel(read, engineer.organisationId, draft.id);
  expect(after?.draft.zones.find(({ id }) => id === zone.id)?.policy).toEqual({ patchDaysHigh: 77 });

  const wrong = { ...values, "policy.patchDaysHigh.value": "0", version: String(after?.draftVersion) };
  const refused = await postForm(portal(), path, wrong, engineer);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain("This number is too small.");

  const html = await (await portal().request(path, engineer)).text();
  expect(html).toContain("77 days");
  expect(html).toContain("SR 1.1");
  expect(html).toContain("NET 3.1");
});

test("the profile of a zone that is not the hospital's own takes nothing", async () => {
  const { cookie } = await signedIn(portal(), "hospital", "security-lead");
  const answer = await postForm(
    portal(),
    paths.zoneProfile(randomUUID(), "imaging"),
    { version: "0", "policy.signedUpdates.mode": "own" },
    { cookie },
  );
  expect(answer.status).toBe(404);
});
