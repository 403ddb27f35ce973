import { and, desc, eq, exists, inArray, ne, not, notInArray, or } from "drizzle-orm";
import type { Db } from "../client";
import {
  decisions,
  declarations,
  incidents,
  intakeRequests,
  noticeHospitals,
  noticeReleases,
  notices,
  organisations,
  products,
  releases,
} from "../schema";
import { changedBefore, type Notice, type NoticePage, toNotice } from "./notices";

export type ReceivedNotice = Notice & { supplierName: string };

/** So many releases of models are asked for; the largest hospital has a tenth. */
const MOST_HELD = 5000;

type ReceivedPage = NoticePage & {
  heldReleaseIds: ReadonlyArray<string>;
  /** Those that are current and about a release that models name, or all others; left out: both. */
  isUrgent?: boolean;
  /** Only those from which the hospital has begun no record of an incident. */
  isUnrecorded?: boolean;
};

/**
 * Published notices that a hospital may read: about a release that it has in a model, has decided on or was answered with,
 * or because the supplier chose it. Last changed first.
 *
 * @param heldReleaseIds what its models name
 */
export async function listReceivedNotices(
  db: Db,
  hospitalId: string,
  { heldReleaseIds, isUrgent, isUnrecorded, limit, before }: ReceivedPage,
): Promise<ReadonlyArray<ReceivedNotice>> {
  if (isUrgent && heldReleaseIds.length === 0) return [];
  const readable = mayRead(db, hospitalId, heldReleaseIds);
  const rows = await select(db)
    .where(
      and(
        readable,
        urgency(db, heldReleaseIds, isUrgent),
        isUnrecorded ? not(exists(recordOf(db, hospitalId))) : undefined,
        await changedBefore(db, readable, before),
      ),
    )
    .orderBy(desc(notices.updatedAt), desc(notices.id))
    .limit(limit);
  return rows.map(({ notice, supplierName }) => ({ ...toNotice(notice), supplierName }));
}

/** Those of them about one of these releases, now or before, but for what was withdrawn. Last changed first. */
export async function listNoticesAboutReleases(
  db: Db,
  hospitalId: string,
  { releaseIds, limit }: { releaseIds: ReadonlyArray<string>; limit: number },
): Promise<ReadonlyArray<ReceivedNotice>> {
  if (releaseIds.length === 0) return [];
  const rows = await select(db)
    .where(
      and(
        mayRead(db, hospitalId, releaseIds),
        ne(notices.state, "withdrawn"),
        exists(isAboutOneOf(db, releaseIds)),
      ),
    )
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

function urgency(db: Db, heldReleaseIds: ReadonlyArray<string>, isUrgent: boolean | undefined) {
  if (isUrgent === undefined || heldReleaseIds.length === 0) return undefined;
  const isCurrent = inArray(notices.state, ["published", "updated"]);
  const isAbout = exists(isAboutOneOf(db, heldReleaseIds));
  return isUrgent ? and(isCurrent, isAbout) : or(not(isCurrent), not(isAbout));
}

function recordOf(db: Db, hospitalId: string) {
  return db
    .select({ id: incidents.id })
    .from(incidents)
    .where(
      and(
        eq(incidents.organisationId, hospitalId),
        eq(incidents.supplierId, notices.organisationId),
        eq(incidents.noticeId, notices.id),
      ),
    );
}

function isItsRelease() {
  return and(
    eq(noticeReleases.organisationId, notices.organisationId),
    eq(noticeReleases.noticeId, notices.id),
  );
}

function isAboutOneOf(db: Db, releaseIds: ReadonlyArray<string>) {
  return db
    .select({ id: noticeReleases.releaseId })
    .from(noticeReleases)
    .where(and(isItsRelease(), inArray(noticeReleases.releaseId, releaseIds.slice(0, MOST_HELD))));
}

function mayRead(db: Db, hospitalId: string, heldReleaseIds: ReadonlyArray<string>) {
  const about = () => db.select({ id: noticeReleases.releaseId }).from(noticeReleases);
  const decided = about()
    .innerJoin(
      decisions,
      and(
        eq(decisions.organisationId, hospitalId),
        eq(decisions.supplierId, noticeReleases.organisationId),
        eq(decisions.releaseId, noticeReleases.releaseId),
      ),
    )
    .where(isItsRelease());
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
    .where(isItsRelease());
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
      heldReleaseIds.length > 0 ? exists(isAboutOneOf(db, heldReleaseIds)) : undefined,
      exists(decided),
      exists(answered),
      exists(chosen),
    ),
  );
}
