import {
  foldHistory,
  HISTORY_ACTIONS,
  type HistoryChange,
  toHistoryChange,
} from "~/domain/declaration/history";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { type AuditEntry, listAuditEntries } from "~db/repositories/audit";
import { type Declaration, listDeclarationsOfRelease } from "~db/repositories/declarations";
import { listReceivedRequestIds } from "~db/repositories/intake-requests";
import { listPeopleByIds } from "~db/repositories/people";
import { namedDifference } from "./named-difference.server";
import { findWithNames } from "./present-declaration.server";

/** Entries of the log read for one page; autosave makes many of one sitting, which is told once. */
const ENTRIES_A_PAGE = 500;

type Asked = {
  declarationId: string;
  /** The sequence number to go on from. */
  before: number | undefined;
  /** Numbers of the signed versions to hold against each other. */
  compare: { from: number; to: number } | null;
};

/** Who changed what when in the versions of a release, newest first, and what differs between two signed ones. */
export async function presentDeclarationHistory(
  { actor, database }: Caller,
  { declarationId, before, compare }: Asked,
) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { organisationId } = actor;
  const { declaration, product, release } = await findWithNames(read, organisationId, declarationId);
  const versions = await listDeclarationsOfRelease(read, organisationId, release.id);
  // Any of them may have been answered with one of these versions before another one.
  const requestIds = await listReceivedRequestIds(read, organisationId);
  const found = await listAuditEntries(read, organisationId, {
    about: { subjectIds: [...versions.map(({ id }) => id), ...requestIds], actions: HISTORY_ACTIONS },
    before,
    limit: ENTRIES_A_PAGE + 1,
  });
  const page = found.slice(0, ENTRIES_A_PAGE);
  const entries = foldHistory(page.map(toEvent).filter((event) => versionOf(versions, event.declarationId)));
  const people = await listPeopleByIds(
    read,
    entries.flatMap(({ personId, change }) => [personId ?? "", assigneeOf(change)]).filter((id) => id !== ""),
  );
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const { id, version, state, content } = declaration;
  const signed = versions.filter((one) => one.state === "signed");
  return {
    declaration: { id, version, state, content: { evidence: content.evidence } },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    entries: entries.map(({ sequence, at, since, personId, declarationId: about, change }) => ({
      ...{ sequence, change },
      at: at.toISOString(),
      since: since.toISOString(),
      personName: nameOf.get(personId ?? "") ?? null,
      version: versionOf(versions, about)?.version ?? 0,
      ...namesIn(change, versions, nameOf),
    })),
    next: found.length > ENTRIES_A_PAGE ? (page.at(-1)?.sequence ?? null) : null,
    signed: signed.map((one) => ({
      version: one.version,
      signedAt: one.signedAt?.toISOString() ?? "",
      isWithdrawn: one.withdrawnAt !== null,
    })),
    compared: compare && compareVersions(signed, compare),
  };
}

/** Null where one of them is not a signed version of the release. */
function compareVersions(signed: ReadonlyArray<Declaration>, { from, to }: NonNullable<Asked["compare"]>) {
  const before = signed.find(({ version }) => version === from);
  const after = signed.find(({ version }) => version === to);
  return before && after
    ? { from, to, difference: namedDifference(from, before.content, after.content) }
    : null;
}

function toEvent({ sequence, at, personId, action, subjectId, details }: AuditEntry) {
  const change = toHistoryChange(action, details);
  return {
    sequence,
    at,
    personId,
    change,
    declarationId: change.kind === "sent" ? change.declarationId : subjectId,
  };
}

function versionOf(versions: ReadonlyArray<Declaration>, declarationId: string): Declaration | undefined {
  return versions.find(({ id }) => id === declarationId);
}

function assigneeOf(change: HistoryChange): string {
  return change.kind === "assigned" ? change.assigneeId : "";
}

/** What a change names by id alone: a piece of evidence, as far as a version still has it, and a colleague. */
function namesIn(
  change: HistoryChange,
  versions: ReadonlyArray<Declaration>,
  nameOf: ReadonlyMap<string, string>,
) {
  const pieces = versions.flatMap(({ content }) => content.evidence);
  return {
    evidenceTitle:
      change.kind === "evidence" ? (pieces.find(({ id }) => id === change.evidenceId)?.title ?? null) : null,
    assigneeName: nameOf.get(assigneeOf(change)) ?? null,
  };
}
