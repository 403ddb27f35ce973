import { and, desc, eq, exists, inArray, ne, notInArray, or } from "drizzle-orm";
import type { Db } from "../client";
import {
  decisions,
  declarations,
  intakeRequests,
  noticeHospitals,
  noticeReleases,
  notices,
  organisations,
  products,
  releases,
} from "../schema";
import { type Notice, toNotice } from "./notices";

export type ReceivedNotice = Notice & { supplierName: string };

/** So many releases of models are asked for; the largest hospital has a tenth. */
const MOST_HELD = 5000;

/**
 * Published notices that a hospital may read: about a release that it has in a model, has decided on or was answered with,
 * or because the supplier chose it. Last changed first.
 *
 * @param heldReleaseIds what its models name
 */
export async function listReceivedNotices(
  db: Db,
  hospitalId: string,
  { heldReleaseIds, limit }: { heldReleaseIds: ReadonlyArray<string>; limit: number },
): Promise<ReadonlyArray<ReceivedNotice>> {
  const rows = await select(db)
    .where(mayRead(db, hospitalId, heldReleaseIds))
    .orderBy(desc(notices.updatedAt), desc(notices.id))
    .limit(limit);
  return rows.map(({ notice, supplierName }) => ({ ...toNotice(notice), supplierName }));
}

export async function findReceivedNotice(
  db: Db,
  hospitalId: string,
  { noticeId, heldReleaseIds }: { noticeId: string; heldReleaseIds: ReadonlyArray<string> },
): Promise<ReceivedNotice | undefined> {
  const [row] = await select(db).where(
    and(eq(notices.id, noticeId), mayRead(db, hospitalId, heldReleaseIds)),
  );
  return row && { ...toNotice(row.notice), supplierName: row.supplierName };
}

/** Names of releases that a notice is about; the supplier's own. */
export async function listReleaseNames(
  db: Db,
  supplierId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<{ releaseId: string; productName: string; version: string }>> {
  if (releaseIds.length === 0) return [];
  return db
    .select({ releaseId: releases.id, productName: products.name, version: releases.version })
    .from(releases)
    .innerJoin(
      products,
      and(eq(products.organisationId, releases.organisationId), eq(products.id, releases.productId)),
    )
    .where(and(eq(releases.organisationId, supplierId), inArray(releases.id, [...releaseIds])))
    .orderBy(products.name, releases.version);
}

function select(db: Db) {
  return db
    .select({ notice: notices, supplierName: organisations.name })
    .from(notices)
    .innerJoin(organisations, eq(organisations.id, notices.organisationId));
}

function mayRead(db: Db, hospitalId: string, heldReleaseIds: ReadonlyArray<string>) {
  const isItsRelease = and(
    eq(noticeReleases.organisationId, notices.organisationId),
    eq(noticeReleases.noticeId, notices.id),
  );
  const about = () => db.select({ id: noticeReleases.releaseId }).from(noticeReleases);
  const held = about().where(
    and(isItsRelease, inArray(noticeReleases.releaseId, heldReleaseIds.slice(0, MOST_HELD))),
  );
  const decided = about()
    .innerJoin(
      decisions,
      and(
        eq(decisions.organisationId, hospitalId),
        eq(decisions.supplierId, noticeReleases.organisationId),
        eq(decisions.releaseId, noticeReleases.releaseId),
      ),
    )
    .where(isItsRelease);
  const answered = about()
    .innerJoin(
      declarations,
      and(
        eq(declarations.organisationId, noticeReleases.organisationId),
        eq(declarations.releaseId, noticeReleases.releaseId),
      ),
    )
    .innerJoin(
      intakeRequests,
      and(
        eq(intakeRequests.organisationId, hospitalId),
        eq(intakeRequests.supplierId, declarations.organisationId),
        eq(intakeRequests.declarationId, declarations.id),
        notInArray(intakeRequests.state, ["declined", "withdrawn"]),
      ),
    )
    .where(isItsRelease);
  const chosen = db
    .select({ id: noticeHospitals.hospitalId })
    .from(noticeHospitals)
    .where(
      and(
        eq(noticeHospitals.organisationId, notices.organisationId),
        eq(noticeHospitals.noticeId, notices.id),
        eq(noticeHospitals.hospitalId, hospitalId),
      ),
    );
  return and(
    ne(notices.state, "draft"),
    or(
      heldReleaseIds.length > 0 ? exists(held) : undefined,
      exists(decided),
      exists(answered),
      exists(chosen),
    ),
  );
}
