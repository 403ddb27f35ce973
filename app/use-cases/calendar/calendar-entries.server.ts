import { endingThings } from "~/domain/declaration/expiring";
import { type CalendarEntry, inOrder } from "~/domain/procurement/calendar";
import { addYears, type IsoDate } from "~/domain/shared/iso-date";
import { grouped, indexModel } from "~/domain/zone-model/queries";
import type { Db } from "~db/client";
import { keptUntilWritten } from "~db/kept";
import {
  listApprovals,
  listEndingCountermeasures,
  listEndingExceptions,
  listFrozenDeclarations,
  listOpenConditions,
  listReliedReleases,
} from "~db/repositories/expiries";
import { listLatestRevisions, type Revision } from "~db/repositories/revisions";
import { listSharedNames, listSharedNewest } from "~db/repositories/shared-declarations";
import { declaredEnds, wantedReleases } from "./declared-ends.server";
import { declaredEntries, type Relied } from "./declared-entries.server";
import { incidentMeasureEntries, reportEntries } from "./incident-entries.server";
import { measureEntries } from "./measure-entries.server";

/** So many of each kind are looked at; beyond it the calendar says that it is cut. */
export const CALENDAR_BOUND = 5000;

type Published = Revision & { modelName: string };
type Asked = {
  db: Db;
  organisationId: string;
  asOf: IsoDate;
  /** Everything up to this day is wanted, and of what comes later no more than what comes next of each kind. */
  until?: IsoDate;
};

/**
 * Everything of a hospital that ends on a day and is not settled, what ends first on top. What ended more than a year
 * ago is left out, but for conditions, which are owed until somebody completes them.
 */
export async function listCalendarEntries(
  asked: Asked,
): Promise<{ entries: ReadonlyArray<CalendarEntry>; isCut: boolean }> {
  const revisions = await listLatestRevisions(asked.db, asked.organisationId);
  const from = lookBack(asked.asOf);
  const range = { ...asked, from, limit: CALENDAR_BOUND };
  const groups = [
    await reportEntries(range),
    await incidentMeasureEntries(range),
    await conditionEntries(asked),
    await exceptionEntries(asked),
    await countermeasureEntries(asked, revisions),
  ];
  const measures = await measureEntries(range);
  const declared = await declarationEntries(asked);
  const all = [
    ...groups.flat(),
    ...measures.entries,
    ...[...waiverEntries(revisions), ...declared].filter(({ endsOn }) => endsOn >= from),
  ];
  return {
    entries: inOrder(all),
    isCut: measures.isCut || groups.some(({ length }) => length === CALENDAR_BOUND),
  };
}

function lookBack(asOf: IsoDate): IsoDate {
  return addYears(asOf, -1);
}

const toProduct = ({ productName, releaseVersion }: { productName: string; releaseVersion: string }) =>
  `${productName} ${releaseVersion}`;

async function conditionEntries({ db, organisationId, until }: Asked): Promise<ReadonlyArray<CalendarEntry>> {
  const open = await listOpenConditions(db, organisationId, { limit: CALENDAR_BOUND, until });
  const next =
    until === undefined ? [] : await listOpenConditions(db, organisationId, { limit: 1, after: until });
  return [...open, ...next].map((one) => ({
    ...{ key: `condition:${one.id}`, kind: "condition", endsOn: one.dueOn, name: one.text },
    ...{ product: toProduct(one), places: [one.zoneName], isReliedOn: true },
    owner: { name: one.owner, personId: null },
    subject: { to: "decision", decisionId: one.decisionId },
    changedAt: one.decidedAt.toISOString(),
  }));
}

async function exceptionEntries({ db, organisationId, asOf }: Asked): Promise<ReadonlyArray<CalendarEntry>> {
  const range = { from: lookBack(asOf), limit: CALENDAR_BOUND };
  const granted = await listEndingExceptions(db, organisationId, range);
  return granted.map((one) => ({
    ...{ key: `exception:${one.id}`, kind: "exception", endsOn: one.expiresOn, name: one.reason },
    ...{ product: toProduct(one), places: [one.zoneName], isReliedOn: true },
    owner: { name: one.requestedByName, personId: one.requestedBy },
    subject: { to: "exception", exceptionId: one.id },
    changedAt: (one.decidedAt ?? one.requestedAt).toISOString(),
  }));
}

async function countermeasureEntries(
  { db, organisationId, asOf }: Asked,
  revisions: ReadonlyArray<Published>,
): Promise<ReadonlyArray<CalendarEntry>> {
  const range = { from: lookBack(asOf), limit: CALENDAR_BOUND };
  const accepted = await listEndingCountermeasures(db, organisationId, range);
  const names = elementNames(revisions);
  return accepted.map((one) => {
    const place = names.get(`${one.modelId} ${one.elementId}`);
    return {
      ...{ key: `countermeasure:${one.id}`, kind: "countermeasure", name: one.title, product: "" },
      // Those without an end are not asked for.
      endsOn: one.expiresOn ?? "9999-12-31",
      ...{ places: place ? [place] : [], isReliedOn: true },
      owner: { name: one.proposedByName, personId: one.proposedBy },
      subject: { to: "countermeasure", countermeasureId: one.id },
      changedAt: (one.decidedAt ?? one.proposedAt).toISOString(),
    };
  });
}

/** Zones and conduits of what is published, by model and id. */
function elementNames(revisions: ReadonlyArray<Published>): ReadonlyMap<string, string> {
  return new Map(
    revisions.flatMap(({ modelId, content }) =>
      [...content.zones, ...content.conduits].map(({ id, name }) => [`${modelId} ${id}`, name] as const),
    ),
  );
}

/** Waivers as they are published: those of a draft are still being worked on. */
function waiverEntries(revisions: ReadonlyArray<Published>): ReadonlyArray<CalendarEntry> {
  return revisions.flatMap(({ modelId, modelName, publishedAt, content }) => {
    const { zoneById, conduitById, assetById } = indexModel(content);
    const elements = { zone: zoneById, conduit: conduitById, asset: assetById };
    return content.waivers.flatMap(({ id, element, reason, expiresOn }): ReadonlyArray<CalendarEntry> => {
      const found = elements[element.kind].get(element.id);
      if (!found) return [];
      return [
        {
          ...{ key: `waiver:${modelId}:${id}`, kind: "waiver", endsOn: expiresOn, name: reason, product: "" },
          ...{ places: [found.name || modelName], isReliedOn: true },
          owner: { name: "", personId: null },
          subject: { to: "model", modelId, element: element.id },
          changedAt: publishedAt.toISOString(),
        },
      ];
    });
  });
}

const KEPT_DECLARED = 200;
const kept = keptUntilWritten<ReadonlyArray<CalendarEntry>>(KEPT_DECLARED);

function declarationEntries(asked: Asked): Promise<ReadonlyArray<CalendarEntry>> {
  const { db, organisationId, until = "" } = asked;
  return kept(db, `${organisationId} ${until}`, () => readDeclarationEntries(asked));
}

/**
 * What suppliers have declared: the newest version that is shared of each release, and what approvals in force were
 * based on where nothing of that release is shared any more.
 */
async function readDeclarationEntries({
  db,
  organisationId,
  until,
}: Asked): Promise<ReadonlyArray<CalendarEntry>> {
  const versions = await listSharedNewest(db, organisationId);
  const declared = await declaredEnds({ db, organisationId }, versions);
  const reliedOn = new Set(await listReliedReleases(db, organisationId));
  const wanted = wantedReleases(declared, { isRelied: (id) => reliedOn.has(id), until });
  const shared = await listSharedNames(db, organisationId, { releaseIds: [...wanted] });
  const endsOf = new Map(
    declared
      .filter(({ version }) => wanted.has(version.releaseId))
      .map(({ version, told }) => [version.declarationId, told]),
  );
  const known = new Set(versions.map(({ releaseId }) => releaseId));
  const alone = [...reliedOn].filter((releaseId) => !known.has(releaseId));
  const approvals = await listApprovals(db, organisationId, [
    ...[...wanted].filter((releaseId) => reliedOn.has(releaseId)),
    ...alone,
  ]);
  const byRelease = grouped(approvals, ({ releaseId }) => [releaseId]);
  const newestAlone = alone.flatMap((releaseId) => byRelease.get(releaseId)?.slice(0, 1) ?? []);
  const frozen = await listFrozenDeclarations(
    db,
    organisationId,
    newestAlone.map(({ assessmentId }) => assessmentId),
  );
  const relied: ReadonlyArray<Relied> = [
    ...shared.map((one) => ({ ...one, ends: endsOf.get(one.declarationId) ?? [], changedAt: one.signedAt })),
    ...newestAlone.flatMap((one) => {
      const content = frozen.get(one.assessmentId);
      return content
        ? [{ ...one, ends: endingThings(content), declarationId: null, changedAt: one.decidedAt }]
        : [];
    }),
  ];
  return relied.flatMap((one) => declaredEntries(one, byRelease.get(one.releaseId) ?? []));
}
