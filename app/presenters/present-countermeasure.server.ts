import { mayDo } from "~/domain/access/permissions";
import { allowedMoves, standingOn } from "~/domain/countermeasure/countermeasure";
import { toIsoDate } from "~/domain/shared/iso-date";
import { indexModel } from "~/domain/zone-model/queries";
import { requireCountermeasure, toMover } from "~/use-cases/countermeasures/find-countermeasure.server";
import { toPlaced } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import type { CountermeasureRecord } from "~db/repositories/countermeasures";
import { listPeopleByIds } from "~db/repositories/people";
import { findLatestRevision } from "~db/repositories/revisions";
import { findModelOf } from "./model-parts.server";
import {
  elementName,
  type Ground,
  type Held,
  judgeDevices,
  openGround,
  shownRow,
  zonesUnder,
} from "./zone-ledger.server";

/** One entry of the ledger: what it says, what it does, who did what, and what this person can do with it. */
export async function presentCountermeasure(caller: Caller, countermeasureId: string) {
  const { actor, database, now } = caller;
  requirePermission(actor, "countermeasure.read");
  const db = database.read;
  const entry = await requireCountermeasure(db, actor.organisationId, countermeasureId);
  const [model, revision, people] = await Promise.all([
    findModelOf(caller, entry.modelId),
    findLatestRevision(db, actor.organisationId, entry.modelId),
    listPeopleByIds(
      db,
      [entry.proposedBy, entry.decidedBy, entry.withdrawnBy].flatMap((id) => id ?? []),
    ),
  ]);
  const published = revision && indexModel(revision.content);
  const isPublished = published !== undefined && elementName(published, entry) !== undefined;
  const ground = isPublished && revision ? await openGround(caller, revision.content) : null;
  const index = isPublished ? published : indexModel(model.draft);
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
  const moves = allowedMoves(entry, toMover(actor, now));
  const mayDecide = mayDo(actor, "countermeasure.decide");
  return {
    id: entry.id,
    title: entry.title,
    description: entry.description,
    evidence: entry.evidence,
    rows: entry.requirementIds.map(shownRow),
    expiresOn: entry.expiresOn,
    standing: standingOn(entry, toIsoDate(now)),
    place: {
      modelId: model.id,
      modelName: model.name,
      kind: entry.elementKind,
      name: elementName(index, entry) ?? null,
      isPublished,
      zones: zonesUnder(index, entry).map(({ id, name }) => ({ id, name })),
    },
    /** What it changes for the products that stand there; only what is published is held against anybody. */
    effects: ground && revision ? effectsOf(ground, revision, entry, caller) : [],
    history: historyOf(entry, nameOf),
    may: {
      accept: mayDecide && moves.includes("accept"),
      refuse: mayDecide && moves.includes("refuse"),
      withdraw: mayDo(actor, "countermeasure.withdraw") && moves.includes("withdraw"),
    },
    /** Why a lead sees no buttons: four eyes. */
    isOwnProposal: mayDecide && entry.state === "proposed" && entry.proposedBy === actor.personId,
  };
}

/** Verdict and level of the products in its zones without it and with it, as if it were accepted today. */
function effectsOf(ground: Ground, held: Held, entry: CountermeasureRecord, { now }: Caller) {
  if (entry.state !== "proposed" && entry.state !== "accepted") return [];
  const others = ground.source.ledger.filter(({ id }) => id !== entry.id);
  const accepted = toPlaced({ ...entry, decidedAt: entry.decidedAt ?? now });
  const without: Ground = { ...ground, source: { ...ground.source, ledger: others } };
  const standing: Ground = { ...ground, source: { ...ground.source, ledger: [...others, ...accepted] } };
  return zonesUnder(indexModel(held.content), entry).flatMap((zone) => {
    const after = judgeDevices(standing, held, zone.id);
    return judgeDevices(without, held, zone.id).flatMap(({ name, product, judgement }, place) => {
      const judged = after[place]?.judgement;
      if (!product || !judgement || !judged) return [];
      const offset = judged.results
        .flatMap(({ compensated }) => compensated)
        .filter((row) => row.countermeasureId === entry.id)
        .map((row) => row.requirementId);
      return [
        {
          ...{ zoneId: zone.id, zoneName: zone.name, assetName: name, declarationId: product.declarationId },
          productName: `${product.productName} ${product.releaseVersion}`,
          ...{ before: judgement.verdict, after: judged.verdict, offset },
        },
      ];
    });
  });
}

function historyOf(entry: CountermeasureRecord, nameOf: (id: string | null) => string | null) {
  const { decidedAt, withdrawnAt, state, reason, withdrawalReason } = entry;
  const isRefused = state === "refused";
  const steps = [
    { step: "proposed" as const, at: entry.proposedAt, byName: nameOf(entry.proposedBy), reason: "" },
    ...(decidedAt
      ? [
          {
            step: isRefused ? ("refused" as const) : ("accepted" as const),
            ...{ at: decidedAt, byName: nameOf(entry.decidedBy), reason },
          },
        ]
      : []),
    ...(withdrawnAt
      ? [
          {
            step: "withdrawn" as const,
            ...{ at: withdrawnAt, byName: nameOf(entry.withdrawnBy), reason: withdrawalReason ?? "" },
          },
        ]
      : []),
  ];
  return steps.map(({ at, ...step }) => ({ ...step, at: at.toISOString() }));
}
