import { and, count, desc, eq, gte, inArray, max, min, ne } from "drizzle-orm";
import type { RequestState } from "~/domain/procurement/request";
import type { Db } from "../client";
import { auditEntries, decisions, declarations, intakeRequests, organisations } from "../schema";

/** So many values a query names at once. */
const AT_ONCE = 500;

/** Decisions are only ever added: where this is the same, so is what is decided on. */
export async function stateOfDecisions(db: Db, organisationId: string): Promise<string> {
  const [row] = await db
    .select({ all: count(), newest: max(decisions.decidedAt) })
    .from(decisions)
    .where(eq(decisions.organisationId, organisationId));
  return `${row?.all ?? 0} ${row?.newest?.getTime() ?? 0}`;
}

export type DecidedRelease = { modelId: string; zoneId: string; supplierId: string; releaseId: string };

/** Zones and releases with a decision that stands, other than one that only asks for changes; in no order. */
export async function listDecidedReleases(
  db: Db,
  organisationId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<DecidedRelease>> {
  const found: Array<DecidedRelease> = [];
  for (let at = 0; at < releaseIds.length; at += AT_ONCE) {
    const rows = await db
      .select({
        modelId: decisions.modelId,
        zoneId: decisions.zoneId,
        supplierId: decisions.supplierId,
        releaseId: decisions.releaseId,
      })
      .from(decisions)
      .where(
        and(
          eq(decisions.organisationId, organisationId),
          eq(decisions.isCurrent, true),
          ne(decisions.kind, "return-for-changes"),
          inArray(decisions.releaseId, releaseIds.slice(at, at + AT_ONCE)),
        ),
      );
    found.push(...rows);
  }
  return found;
}

export type RequestTimes = {
  id: string;
  supplierId: string;
  supplierName: string;
  subject: string;
  state: RequestState;
  dueOn: string;
  createdAt: Date;
  updatedAt: Date;
  /** Of the declaration that answers it. */
  signedAt: Date | null;
};

/** When suppliers were asked and have answered, newest request first; what was withdrawn is left out. */
export async function listRequestTimes(
  db: Db,
  organisationId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<ReadonlyArray<RequestTimes>> {
  return db
    .select({
      id: intakeRequests.id,
      supplierId: intakeRequests.supplierId,
      supplierName: organisations.name,
      subject: intakeRequests.subject,
      state: intakeRequests.state,
      dueOn: intakeRequests.dueOn,
      createdAt: intakeRequests.createdAt,
      updatedAt: intakeRequests.updatedAt,
      signedAt: declarations.signedAt,
    })
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.supplierId))
    .leftJoin(
      declarations,
      and(
        eq(declarations.organisationId, intakeRequests.supplierId),
        eq(declarations.id, intakeRequests.declarationId),
      ),
    )
    .where(
      and(
        eq(intakeRequests.organisationId, organisationId),
        ne(intakeRequests.state, "withdrawn"),
        gte(intakeRequests.createdAt, since),
      ),
    )
    .orderBy(desc(intakeRequests.createdAt), desc(intakeRequests.id))
    .limit(limit);
}

/** When each request was first answered, as the log has it; requests from before the log are missing. */
export async function listFirstAnswers(
  db: Db,
  organisationId: string,
  since: Date,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({ id: intakeRequests.id, at: min(auditEntries.at) })
    .from(intakeRequests)
    .innerJoin(
      auditEntries,
      and(
        // The supplier wrote it; of what it wrote nothing but the moment of an answer to this hospital is read.
        eq(auditEntries.organisationId, intakeRequests.supplierId),
        eq(auditEntries.subjectId, intakeRequests.id),
        eq(auditEntries.action, "received-request.answer"),
      ),
    )
    .where(and(eq(intakeRequests.organisationId, organisationId), gte(intakeRequests.createdAt, since)))
    .groupBy(intakeRequests.id);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at] as const] : [])));
}
