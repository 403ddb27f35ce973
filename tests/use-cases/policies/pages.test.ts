import { expect, test } from "vitest";
import { POLICY_KEYS } from "~/domain/policy/policy-rules";
import { flatVector } from "~/domain/security-level/security-level";
import { presentPolicy } from "~/presenters/present-policy.server";
import { presentRevisions } from "~/presenters/present-revisions.server";
import { presentZoneProfile } from "~/presenters/present-zone-profile.server";
import { setOrganisationPolicy } from "~/use-cases/policies/set-organisation-policy.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { aDatabase } from "../../builders/database";
import { aChannel, aConduit, anAsset, aZone } from "../../builders/zone-model";
import { aColleague, accepted, aModel, edit } from "../zone-models/models";

const database = aDatabase();

/** A hospital with an imaging zone of the reference type and a published revision; draft version 1. */
async function aHospital() {
  const { caller, modelId } = await aModel(database());
  const zone = aZone({ id: "imaging", name: "Radiology", referenceType: "imaging", slTarget: flatVector(3) });
  const archive = aZone({ id: "archive", policy: { patchDaysHigh: 20 } });
  const outside = aZone({ id: "outside", trustClass: "untrusted", slTarget: null });
  accepted(
    await edit(
      caller,
      modelId,
      0,
      { type: "add-zone", zone, place: null },
      { type: "add-zone", zone: archive, place: null },
      { type: "add-zone", zone: outside, place: null },
      { type: "add-conduit", conduit: aConduit({ remoteAccess: true }) },
      {
        type: "add-conduit",
        conduit: aConduit({
          id: "out",
          fromZoneId: "outside",
          toZoneId: "imaging",
          channels: [
            aChannel({ id: "https", protocol: "HTTPS", ports: "443", initiator: "to", encrypted: null }),
          ],
        }),
      },
      { type: "add-asset", asset: anAsset() },
    ),
  );
  const lead = await aColleague(caller, "security-lead");
  const { fingerprint } = accepted(await submitRevision(caller, { modelId, version: 1 }));
  accepted(await approveRevision(lead, { modelId, fingerprint }));
  return { caller, modelId, lead };
}

test("a hospital without a policy sees what each kind of zone says", async () => {
  const { lead } = await aHospital();
  const page = await presentPolicy(lead);
  expect(page).toMatchObject({ mayEdit: true, version: 0, layer: {}, history: [], isHistoryCut: false });
  expect(page.baseline).toMatchObject({ patchDaysHigh: 90, wireless: [] });
  expect(Object.keys(page.defaults)).toEqual([...POLICY_KEYS]);
  const [usual, ...others] = page.defaults.patchDaysHigh;
  expect(usual?.entry).toBe(90);
  expect(others.find(({ types }) => types.includes("Imaging modalities"))?.entry).toBe(120);
  const kinds = page.defaults.patchDaysHigh.flatMap(({ types }) => types);
  expect(kinds).toHaveLength(22);
  expect(kinds).not.toContain("Internet and external partners");
});

test("the page says how many zones inherit and which say otherwise", async () => {
  const { lead } = await aHospital();
  const { zones } = await presentPolicy(lead);
  expect(zones).toMatchObject({ count: 2, withOwn: 1 });
  expect(zones.exceptions.patchDaysHigh).toEqual({ count: 1, names: ["Zone archive"] });
  expect(zones.exceptions.wireless).toEqual({ count: 0, names: [] });
});

test("models that were never published count by their draft", async () => {
  const { caller, modelId } = await aModel(database());
  accepted(
    await edit(caller, modelId, 0, {
      type: "add-zone",
      zone: aZone({ policy: { wireless: [] } }),
      place: null,
    }),
  );
  expect((await presentPolicy(caller)).zones).toMatchObject({ count: 1, withOwn: 1 });
});

test("the history tells who changed what, newest first", async () => {
  const { lead } = await aHospital();
  accepted(await setOrganisationPolicy(lead, { layer: { patchDaysHigh: 30 }, reason: "One", version: 0 }));
  accepted(
    await setOrganisationPolicy(lead, {
      layer: { patchDaysHigh: 14, wireless: null },
      reason: "Two",
      version: 1,
    }),
  );
  const { history, layer, version } = await presentPolicy(lead);
  expect({ layer, version }).toEqual({ layer: { patchDaysHigh: 14, wireless: null }, version: 2 });
  expect(history).toEqual([
    {
      version: 2,
      personName: expect.stringContaining("Person"),
      at: lead.now.toISOString(),
      reason: "Two",
      changes: [
        { key: "patchDaysHigh", before: 30, after: 14 },
        { key: "wireless", before: undefined, after: null },
      ],
    },
    expect.objectContaining({
      version: 1,
      reason: "One",
      changes: [{ key: "patchDaysHigh", before: undefined, after: 30 }],
    }),
  ]);
});

test("the history ends after thirty versions, and each still says what it changed", async () => {
  const { lead } = await aHospital();
  for (let version = 0; version < 31; version += 1)
    accepted(
      await setOrganisationPolicy(lead, { layer: { patchDaysHigh: version + 1 }, reason: "x", version }),
    );
  const { history, isHistoryCut } = await presentPolicy(lead);
  expect(isHistoryCut).toBe(true);
  expect(history).toHaveLength(30);
  expect(history.at(-1)?.changes).toEqual([{ key: "patchDaysHigh", before: 1, after: 2 }]);
});

test("each value of a zone names its level and what it stands instead of", async () => {
  const { caller, modelId, lead } = await aHospital();
  const layer = { patchDaysHigh: 60, remoteAccess: ["on-demand"] };
  accepted(await setOrganisationPolicy(lead, { layer, reason: "x", version: 0 }));
  const rowOf = async (zoneId: string, key: string) => {
    const page = await presentZoneProfile(caller, modelId, zoneId, []);
    return page.policy.rows.find((row) => row.key === key);
  };
  expect(await rowOf("imaging", "patchDaysHigh")).toEqual({
    key: "patchDaysHigh",
    value: 60,
    from: "organisation",
    overridden: [{ from: "reference-type", entry: 120 }],
  });
  expect(await rowOf("archive", "patchDaysHigh")).toEqual({
    key: "patchDaysHigh",
    value: 20,
    from: "zone",
    overridden: [
      { from: "organisation", entry: 60 },
      { from: "reference-type", entry: 90 },
    ],
  });
  expect(await rowOf("imaging", "plannedServiceYears")).toMatchObject({
    value: 10,
    from: "reference-type",
    overridden: [],
  });
  expect(await rowOf("imaging", "remoteAccess")).toMatchObject({
    value: ["on-demand"],
    from: "organisation",
    overridden: [],
  });
  expect(await rowOf("imaging", "remoteAccess")).toMatchObject({
    value: ["on-demand"],
    from: "organisation",
    overridden: [],
  });
  expect(await rowOf("imaging", "encryptedAtRest")).toMatchObject({ value: null, from: null });
});

test("the profile shows evidence by the highest level, permitted channels and the measures of the zone", async () => {
  const { caller, modelId } = await aHospital();
  const page = await presentZoneProfile(caller, modelId, "imaging", []);
  expect(page.evidence).toMatchObject({
    level: 3,
    rows: [
      { key: "capabilityEvidence", strength: "third-party" },
      { key: "developmentEvidence", strength: "accredited" },
    ],
  });
  expect(page.channels).toEqual([
    expect.objectContaining({ protocol: "DICOM over TLS", direction: "outbound", otherName: "Zone archive" }),
    expect.objectContaining({ protocol: "HTTPS", direction: "outbound", peer: "internet", encrypted: null }),
  ]);
  expect(page.measures.kind).toMatchObject({ name: "Imaging modalities", confidence: "single-source" });
  expect(page.measures.kind?.measures).toHaveLength(7);
  const system = page.measures.system.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(system).toContain("SR 1.1 RE(2)");
  expect(system).not.toContain("SR 1.1 RE(3)");
  expect(page.measures.meanings.map(({ level }) => level)).toContain(3);
  expect(page.measures.meanings.map(({ level }) => level)).not.toContain(4);
  const programme = page.measures.programme.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(programme).toContain("NET 3.1");
  expect(programme).not.toContain("NET 2.1");
  expect(programme).toHaveLength(84);
  expect(page.policy.basis.ofType).toContain("DICOM");
});

test("a zone of a kind of its own has no suggested measures, one without a target none by level", async () => {
  const { caller, modelId } = await aHospital();
  const archive = await presentZoneProfile(caller, modelId, "archive", []);
  expect(archive.measures.kind).toBeNull();
  expect(archive.policy.basis.ofType).toBeNull();
  const outside = await presentZoneProfile(caller, modelId, "outside", []);
  expect(outside).toMatchObject({ evidence: null, measures: { meanings: [], system: [] } });
  expect(outside.channels.map(({ direction }) => direction)).toEqual(["inbound"]);
});

test("own values are edited in the draft and hold only once published", async () => {
  const { caller, modelId } = await aHospital();
  const changes = { policy: { patchDaysHigh: 10 } };
  accepted(await edit(caller, modelId, 1, { type: "update-zone", zoneId: "imaging", changes }));
  const page = await presentZoneProfile(caller, modelId, "imaging", []);
  expect(page.policy.rows.find(({ key }) => key === "patchDaysHigh")?.value).toBe(120);
  expect(page.own).toMatchObject({
    version: 2,
    mayEdit: true,
    layer: { patchDaysHigh: 10 },
    pending: ["patchDaysHigh"],
    inherited: { patchDaysHigh: 120 },
  });
});

test("whoever approves a revision sees which values a zone sets itself, before and after", async () => {
  const { caller, modelId } = await aHospital();
  const changes = { policy: { patchDaysHigh: null, wireless: ["wifi" as const] } };
  accepted(await edit(caller, modelId, 1, { type: "update-zone", zoneId: "archive", changes }));
  const { difference } = await presentRevisions(caller, modelId);
  expect(difference).toEqual([
    expect.objectContaining({
      id: "archive",
      fields: [],
      policy: [
        { key: "patchDaysHigh", before: 20, after: null },
        { key: "wireless", before: undefined, after: ["wifi"] },
      ],
    }),
  ]);
  accepted(
    await edit(caller, modelId, 2, {
      type: "add-zone",
      zone: aZone({ id: "ward", policy: { signedUpdates: true } }),
      place: null,
    }),
  );
  const added = (await presentRevisions(caller, modelId)).difference.find(({ id }) => id === "ward");
  expect(added?.policy).toEqual([{ key: "signedUpdates", before: undefined, after: true }]);
});

test("readers, submitted drafts and deleted zones have no form", async () => {
  const { caller, modelId } = await aHospital();
  const auditor = await aColleague(caller, "auditor");
  expect((await presentZoneProfile(auditor, modelId, "imaging", [])).own).toMatchObject({ mayEdit: false });
  accepted(await edit(caller, modelId, 1, { type: "delete-zone", zoneId: "archive" }));
  expect((await presentZoneProfile(caller, modelId, "archive", [])).own).toBeNull();
  accepted(await submitRevision(caller, { modelId, version: 2 }));
  expect((await presentZoneProfile(caller, modelId, "imaging", [])).own).toMatchObject({
    mayEdit: false,
    state: "submitted",
  });
});
