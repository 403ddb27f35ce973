import { fingerprintOfTarget } from "~/domain/risk/target-record";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { acceptTarget } from "~/use-cases/risk/accept-target.server";
import { approveRevision } from "~/use-cases/zone-models/approve-revision.server";
import { createZoneModel } from "~/use-cases/zone-models/create-zone-model.server";
import { editZoneModel } from "~/use-cases/zone-models/edit-zone-model.server";
import { submitRevision } from "~/use-cases/zone-models/submit-revision.server";
import { findZoneModel } from "~db/repositories/zone-models";
import { type DemoPerson, HOSPITAL_PEOPLE } from "../people";
import { sampleProduct } from "../products/sample-products";
import { callerOf, type Demo, done, momentOf, type Step } from "../timetable";
import { campusAssets, type KnownRelease } from "./assets";
import { newerDraft, secondRevision } from "./changes";
import { campusConduits } from "./conduits";
import { placesOf } from "./places";
import { AWAITING_WORKSHOP, recordWorkshop, WORKSHOPS, type Workshop } from "./risk";
import { campusZones } from "./zones";

const { engineer, secondEngineer, lead } = HOSPITAL_PEOPLE;

/** Two revisions, each submitted by an engineer and approved by the lead, and a draft newer than both. */
export function drawCampus(demo: Demo): ReadonlyArray<Step> {
  return [
    step(demo, 79, "08:10", () => createModel(demo)),
    edit(demo, { by: engineer, daysAgo: 79, time: "09:40" }, addZones),
    edit(demo, { by: secondEngineer, daysAgo: 77, time: "10:15" }, addConduits),
    edit(demo, { by: engineer, daysAgo: 76, time: "13:05" }, () => addAssets(demo)),
    ...WORKSHOPS.flatMap((workshop, place) => holdWorkshop(demo, workshop, place)),
    ...publish(demo, {
      by: engineer,
      daysAgo: 73,
      note: "The campus as it stands, agreed with all departments.",
    }),
    step(demo, 69, "15:05", () => acceptTargets(demo)),
    edit(demo, { by: secondEngineer, daysAgo: 27, time: "12:30" }, secondRevision),
    ...publish(demo, {
      by: secondEngineer,
      daysAgo: 25,
      note: "Imaging: integrity raised after the incident at a partner hospital; plain DICOM switched off.",
    }),
    ...newerDraft().map(({ daysAgo, time, commands }, place) =>
      edit(demo, { by: place === 0 ? engineer : secondEngineer, daysAgo, time }, () => commands),
    ),
  ];
}

async function createModel(demo: Demo): Promise<void> {
  const model = await createZoneModel(callerOf(demo, engineer, momentOf(demo, 79, "08:10")), {
    siteName: "Main site",
    name: "Main campus",
    purpose:
      "All networks of the main campus, from the bedside to the outside. Invented, like everything here.",
  });
  demo.model.id = done(model).id;
}

/** The second engineer writes down what was found; the lead looks at it the next afternoon. */
function holdWorkshop(demo: Demo, workshop: Workshop, place: number): ReadonlyArray<Step> {
  const { element, note } = workshop;
  const minutes = String(10 + place * 12);
  const found = edit(demo, { by: secondEngineer, daysAgo: 75, time: `10:${minutes}` }, () =>
    recordWorkshop(workshop),
  );
  if (note === null) return [found];
  const accepted = step(demo, 74, `14:${minutes}`, async () => {
    const modelId = demo.model.id;
    const lead = callerOf(demo, HOSPITAL_PEOPLE.lead, momentOf(demo, 74, `14:${minutes}`));
    const model = await findZoneModel(demo.database.read, lead.actor.organisationId, modelId);
    const target = model?.draft[element.kind === "zone" ? "zones" : "conduits"].find(
      ({ id }) => id === element.id,
    );
    if (!target) throw new Error(`the draft has no ${element.kind} ${element.id}`);
    const place = { modelId, elementKind: element.kind, elementId: element.id };
    done(await acceptTarget(lead, { ...place, fingerprint: fingerprintOfTarget(target), note }));
  });
  return [found, accepted];
}

/** The lead stands by every target that no workshop has looked at but those that wait for one. */
async function acceptTargets(demo: Demo): Promise<void> {
  const modelId = demo.model.id;
  const caller = callerOf(demo, lead, momentOf(demo, 69, "15:05"));
  const model = await findZoneModel(demo.database.read, caller.actor.organisationId, modelId);
  const looked = WORKSHOPS.map(({ element }) => element.id);
  for (const zone of model?.draft.zones ?? []) {
    if (!zone.slTarget || looked.includes(zone.id) || AWAITING_WORKSHOP.includes(zone.id)) continue;
    const place = { modelId, elementKind: "zone", elementId: zone.id };
    done(await acceptTarget(caller, { ...place, fingerprint: fingerprintOfTarget(zone), note: "" }));
  }
}

type Edit = { by: DemoPerson; daysAgo: number; time: string };

function edit(
  demo: Demo,
  { by, daysAgo, time }: Edit,
  commandsOf: () => ReadonlyArray<ZoneModelCommand>,
): Step {
  return step(demo, daysAgo, time, async () => {
    const { id: modelId, version } = demo.model;
    const caller = callerOf(demo, by, momentOf(demo, daysAgo, time));
    demo.model.version = done(
      await editZoneModel(caller, { modelId, version, commands: commandsOf() }),
    ).version;
  });
}

type Publication = { by: DemoPerson; daysAgo: number; note: string };

/** Submitted in the morning, approved by the lead two days later. */
function publish(demo: Demo, { by, daysAgo, note }: Publication): ReadonlyArray<Step> {
  let fingerprint = "";
  return [
    step(demo, daysAgo, "08:30", async () => {
      const { id: modelId, version } = demo.model;
      const caller = callerOf(demo, by, momentOf(demo, daysAgo, "08:30"));
      fingerprint = done(await submitRevision(caller, { modelId, version, note })).fingerprint;
    }),
    step(demo, daysAgo - 2, "14:45", async () => {
      const caller = callerOf(demo, lead, momentOf(demo, daysAgo - 2, "14:45"));
      done(await approveRevision(caller, { modelId: demo.model.id, fingerprint }));
    }),
  ];
}

function step(demo: Demo, daysAgo: number, time: string, does: () => Promise<void>): Step {
  return { at: momentOf(demo, daysAgo, time), does };
}

function addZones(): ReadonlyArray<ZoneModelCommand> {
  const zones = campusZones();
  const places = placesOf(zones);
  return zones.map((zone) => ({ type: "add-zone", zone, place: places.get(zone.id) ?? null }));
}

function addConduits(): ReadonlyArray<ZoneModelCommand> {
  return campusConduits().map((conduit) => ({ type: "add-conduit", conduit }));
}

function addAssets(demo: Demo): ReadonlyArray<ZoneModelCommand> {
  const releases = new Map<string, KnownRelease>(
    [...demo.declared].map(([id, { releaseId }]) => [
      id,
      { releaseId, version: sampleProduct(id).productVersion },
    ]),
  );
  return campusAssets(releases).map((asset) => ({ type: "add-asset", asset }));
}
