import type { EvidenceScope } from "~/domain/audit/evidence-scope";
import { AppError } from "~/domain/shared/app-error";
import { heldReleaseIds } from "~/use-cases/notices/held-releases.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listSuppliers } from "~db/repositories/organisations";
import { listReceivedNotices } from "~db/repositories/received-notices";
import { listSharedNames } from "~db/repositories/shared-declarations";

/** A hospital has received a tenth of it. */
const MOST_NOTICES = 2_000;

/** What a supplier shows this hospital today, and what it has told it. */
export async function evidenceOfSupplier(
  { actor, database }: Caller,
  { supplierId }: Extract<EvidenceScope, { kind: "supplier" }>,
) {
  const { read } = database;
  const { organisationId } = actor;
  const suppliers = await listSuppliers(read, organisationId);
  const supplier = suppliers.find(({ id }) => id === supplierId);
  if (!supplier) throw new AppError("not-found", "there is no such supplier");
  const shared = await listSharedNames(read, organisationId, { supplierId });
  const received = await listReceivedNotices(read, organisationId, {
    heldReleaseIds: await heldReleaseIds(read, organisationId),
    limit: MOST_NOTICES,
  });
  return {
    name: supplier.name,
    declarations: shared.map(
      ({ declarationId, declarationVersion, productName, releaseVersion, ...one }) => ({
        ...{ declarationId, declarationVersion, productName, releaseVersion },
        signedAt: one.signedAt.toISOString(),
        fingerprint: one.fingerprint,
      }),
    ),
    notices: received
      .filter((notice) => notice.organisationId === supplierId)
      .map(({ id, state, content, publishedAt, updatedAt }) => ({
        ...{ id, state, content },
        publishedAt: publishedAt?.toISOString() ?? null,
        updatedAt: updatedAt.toISOString(),
      })),
    /** The newest of all suppliers are looked through; where there are more, older ones may be missing. */
    isNoticesCut: received.length === MOST_NOTICES,
    /** What the hospital does itself is not about a supplier. */
    measureFiles: [],
    trail: { subjectIds: [supplierId], isWanted: () => true },
  };
}
