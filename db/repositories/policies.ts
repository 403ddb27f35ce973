import { and, desc, eq } from "drizzle-orm";
import type { PolicyLayer } from "~/domain/policy/policy";
import type { Db } from "../client";
import { policyVersions } from "../schema";

export type PolicyVersion = {
  organisationId: string;
  version: number;
  layer: PolicyLayer;
  reason: string;
  createdBy: string;
  createdAt: Date;
};

/** What holds now; undefined where the organisation has never set anything. */
export async function findLatestPolicy(db: Db, organisationId: string): Promise<PolicyVersion | undefined> {
  const [row] = await db
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.organisationId, organisationId))
    .orderBy(desc(policyVersions.version))
    .limit(1);
  return row;
}

export async function findPolicyVersion(
  db: Db,
  organisationId: string,
  version: number,
): Promise<PolicyVersion | undefined> {
  const [row] = await db
    .select()
    .from(policyVersions)
    .where(and(eq(policyVersions.organisationId, organisationId), eq(policyVersions.version, version)));
  return row;
}

/** Newest first. */
export async function listPolicyVersions(
  db: Db,
  organisationId: string,
  { limit }: { limit: number },
): Promise<ReadonlyArray<PolicyVersion>> {
  return db
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.organisationId, organisationId))
    .orderBy(desc(policyVersions.version))
    .limit(limit);
}

/** Throws a conflict where the version is taken: somebody else has changed the policy meanwhile. */
export async function saveNewPolicyVersion(
  db: Db,
  organisationId: string,
  policy: PolicyVersion,
): Promise<void> {
  await db.insert(policyVersions).values({ ...policy, organisationId });
}
