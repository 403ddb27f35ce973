import { isOverdue, isProved, type ShownMeasure } from "~/domain/measure/measure";
import type { HospitalFact } from "~/domain/readiness/hospital-rules";
import type { Counted, RowStanding } from "~/domain/readiness/readiness";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { listAcceptedCountermeasures } from "~db/repositories/countermeasures";
import { listCurrentDecisions } from "~db/repositories/decisions";
import { listConditionsDueBy } from "~db/repositories/due-conditions";
import { countRequests } from "~db/repositories/intake-requests";
import { listMembers } from "~db/repositories/organisations";
import { findLatestPolicy } from "~db/repositories/policies";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listZoneModels } from "~db/repositories/zone-models";
import { measuresOfPlaces } from "./measure-view.server";

/** So many are counted at most. */
const BOUND = 5000;
const ANSWERED = ["declared", "decided"] as const;

/** What is counted of a hospital, from what is published; what is only drawn does not count. */
export async function hospitalFacts(caller: Caller) {
  const { actor, database, now } = caller;
  const { organisationId } = actor;
  const db = database.read;
  const asOf = toIsoDate(now);
  const models = await listZoneModels(db, organisationId);
  const contents = (await listLatestRevisions(db, organisationId)).map(({ content }) => content);
  const zones = contents.flatMap((content) => content.zones);
  const conduits = contents.flatMap((content) => content.conduits);
  const channels = conduits.flatMap((conduit) => conduit.channels);
  const assets = contents.flatMap((content) => content.assets);
  const members = (await listMembers(db, organisationId)).filter(({ state }) => state === "active");
  const overdue = await listConditionsDueBy(db, organisationId, addDays(asOf, -1), BOUND);
  const decisions = await listCurrentDecisions(db, organisationId, { limit: BOUND });
  const countermeasures = await listAcceptedCountermeasures(db, organisationId);
  const places = await measuresOfPlaces(caller);
  const late = places.flatMap(({ rows }) => rows).filter((row) => row.isOverdue && row.from === "here");
  const facts: Readonly<Record<HospitalFact, Counted>> = {
    "models-published": { count: contents.length, of: models.length },
    "zones-with-target": part(zones, ({ slTarget }) => slTarget !== null),
    "zones-with-risk": part(zones, ({ riskAssessment }) => riskAssessment !== null),
    "zones-with-owner": part(zones, ({ owner }) => owner !== ""),
    "conduits-with-channels": part(conduits, (conduit) => conduit.channels.length > 0),
    "channels-encrypted": part(channels, ({ encrypted }) => encrypted === true),
    "channels-authenticated": part(channels, ({ authenticated }) => authenticated === true),
    "assets-in-zones": part(assets, ({ zoneId }) => zoneId !== null),
    "assets-with-release": part(assets, ({ productReleaseId }) => productReleaseId !== null),
    policy: { count: (await findLatestPolicy(db, organisationId)) ? 1 : 0, of: 1 },
    requests: { count: await countRequests(db, organisationId, {}), of: null },
    // What suppliers share with everybody is no work of this hospital.
    declarations: { count: await countRequests(db, organisationId, { states: ANSWERED }), of: null },
    decisions: { count: decisions.length, of: null },
    "conditions-overdue": { count: overdue.length, of: null },
    countermeasures: {
      count: countermeasures.filter(({ expiresOn }) => expiresOn === null || expiresOn >= asOf).length,
      of: null,
    },
    "security-leads": {
      count: members.filter(({ roles }) => roles.includes("security-lead")).length,
      of: null,
    },
    "measures-overdue": { count: late.length, of: null },
  };
  const hospital = places.find(({ known }) => known.place === null)?.rows ?? [];
  const rows = new Map(hospital.map((row) => [row.measure.id, toStanding(row, asOf)] as const));
  return { facts, rows };
}

function part<Thing>(things: ReadonlyArray<Thing>, holds: (thing: Thing) => boolean): Counted {
  return { count: things.filter(holds).length, of: things.length };
}

function toStanding(measure: ShownMeasure, asOf: string): RowStanding {
  const { content } = measure;
  if (content.state === "not-applicable") return "without-use";
  if (content.state !== "in-place" || isOverdue(content, asOf)) return "open";
  return isProved(measure) ? "proven" : "unproven";
}
