import { findOwnIncident } from "~/use-cases/incidents/find-own-incident.server";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findOrganisation } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { findReceivedNotice, listReleaseNames } from "~db/repositories/received-notices";
import { presentIncident } from "./present-incident.server";

/** What a pre-filled report of one record says. */
export async function presentIncidentReport(caller: Caller, incidentId: string) {
  const { actor, database, now } = caller;
  requirePermission(actor, "incident.export");
  const db = database.read;
  const { organisationId } = actor;
  const incident = await presentIncident(caller, incidentId);
  const { noticeId } = await findOwnIncident(db, actor, incidentId);
  const held = await heldReleaseIds(db, organisationId);
  const notice = noticeId
    ? await findReceivedNotice(db, organisationId, { noticeId, heldReleaseIds: held })
    : undefined;
  const releaseIds = notice?.content.releaseIds ?? [];
  const releases = notice ? await listReleaseNames(db, notice.organisationId, releaseIds) : [];
  const [maker] = await listPeopleByIds(db, [actor.personId]);
  const hospital = await findOrganisation(db, organisationId);
  return {
    ...incident,
    ...{ hospital: hospital?.name ?? "", madeBy: maker?.name ?? "", madeAt: now },
    notice: notice
      ? {
          ...{ title: notice.content.title, supplierName: notice.supplierName },
          ...{ vulnerabilities: notice.content.vulnerabilities, remedies: notice.content.remedies },
          releases: releases.map(({ productName, version }) => `${productName} ${version}`),
        }
      : null,
    reach: incident.reach.map(({ modelName, zones }) => ({
      model: modelName,
      zones: zones.map(({ name, hops, assets }) => ({ name, hops, assets: assets.map((one) => one.name) })),
    })),
  };
}
