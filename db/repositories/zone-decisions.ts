import { and, eq } from "drizzle-orm";
import type { Db } from "../client";
import { decisions } from "../schema";
import type { Decision } from "./decisions";

/** What stands for products in one zone, by release. */
export async function listDecisionsOfZone(
  db: Db,
  organisationId: string,
  { modelId, zoneId }: Pick<Decision, "modelId" | "zoneId">,
): Promise<ReadonlyArray<Pick<Decision, "id" | "supplierId" | "releaseId" | "kind">>> {
  return db
    .select({
      id: decisions.id,
      supplierId: decisions.supplierId,
      releaseId: decisions.releaseId,
      kind: decisions.kind,
    })
    .from(decisions)
    .where(
      and(
        eq(decisions.organisationId, organisationId),
        eq(decisions.modelId, modelId),
        eq(decisions.zoneId, zoneId),
        eq(decisions.isCurrent, true),
      ),
    );
}
