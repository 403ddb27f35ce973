import { randomUUID } from "node:crypto";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import type { Caller } from "~/use-cases/use-case.server";
import { saveNewException } from "~db/repositories/exceptions";
import { accepted, aDraft, sign } from "../../builders/declaration";
import { meetingLevel, type Scene } from "../decisions/scene";

/** A signed declaration of the scene's supplier: support and one certificate end on a day. */
export async function declaredUntil({ supplier }: Scene, title: string, day: string): Promise<string> {
  const declarationId = await aDraft(supplier, meetingLevel(1));
  accepted(
    await saveFacts(supplier, {
      ...{ declarationId, group: "support", before: {}, facts: { supportEndsOn: day } },
    }),
  );
  const evidence = {
    ...{ type: "certificate", subject: "product-capability", title, issuer: "TÜV", assurance: "accredited" },
    ...{ scheme: "iec-62443-4-2", schemeVersion: "2019", validFrom: null, validUntil: day },
    scope: { product: "", releases: [], componentTypes: [], level: null },
    ...{ reference: "", sha256: null },
  };
  accepted(await saveEvidence(supplier, { declarationId, before: null, evidence }));
  return sign(supplier, declarationId, "all-hospitals");
}

/** A granted exception of the scene's hospital, as two leads would have left it. */
export async function anException(
  { officer, modelId, zoneId, supplier }: Scene,
  expiresOn: string,
  requestedBy: Caller = officer,
): Promise<string> {
  const { organisationId } = officer.actor;
  const id = randomUUID();
  await officer.database.transaction((db) =>
    saveNewException(db, organisationId, {
      ...{ organisationId, id, modelId, zoneId, supplierId: supplier.actor.organisationId, releaseId: "r" },
      ...{ zoneName: "Imaging", productName: "Pump", releaseVersion: "2.0", revisionNumber: 1 },
      ...{ declarationId: "d", declarationVersion: 1, fingerprint: "f", gaps: [], reason: "Old ward closes" },
      ...{ countermeasureIds: [], residualRisk: "low", residualText: "", expiresOn, reviewEveryDays: 90 },
      ...{ extendsId: null, state: "granted", requestedBy: requestedBy.actor.personId },
      ...{ requestedAt: officer.now, decidedBy: officer.actor.personId, decidedAt: officer.now },
      ...{ decisionNote: "", withdrawnAt: null, withdrawalReason: "", revokedBy: null, revokedAt: null },
      ...{ revocationReason: "", supersededBy: null, supersededAt: null },
    }),
  );
  return id;
}
