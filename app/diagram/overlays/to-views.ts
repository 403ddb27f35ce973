import type { Verdict } from "~/domain/assessment/assessment";
import type { JudgingGround, ModelStanding } from "~/domain/assessment/placed-products";
import { compareVerdicts } from "~/domain/assessment/verdict";
import { levelsOfZone, type ZoneLevels } from "~/domain/assessment/zone-levels";
import { standingOn } from "~/domain/countermeasure/countermeasure";
import type { BlastRadius } from "~/domain/notice/blast-radius";
import type { ApprovalStanding, ZoneApprovals } from "~/domain/procurement/approval-standing";
import { FOUNDATIONAL_REQUIREMENTS, lowerOf, type SlVector } from "~/domain/security-level/security-level";
import type { ZoneModelDifference } from "~/domain/zone-model/difference";
import { assetsIn, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { isSame } from "../same";
import { noticeViews } from "./notice-views";
import {
  type ConduitView,
  NO_VIEWS,
  type Overlay,
  type Views,
  type ViewTone,
  type ZoneView,
} from "./overlay";
import { perZone } from "./per-zone";

export type OverlayGround = {
  /** null until it has come. */
  ground: JudgingGround | null;
  standing: ModelStanding | null;
  /** From the latest revision to the draft; null where there is none. */
  difference: ZoneModelDifference | null;
  /** Where the linked products stand; left out until it is known. */
  approvals?: ZoneApprovals;
  /** How far what the chosen notice tells of can go; null where none is chosen. */
  radius?: BlastRadius | null;
};

/** What an overlay says of every zone and conduit that it says something of. A collapsed zone speaks for all inside. */
export function toViews(overlay: Overlay, index: ZoneModelIndex, given: OverlayGround): Views {
  switch (overlay) {
    case "target":
      return NO_VIEWS;
    case "achieved":
      return levelViews(index, given, achievedView);
    case "gaps":
      return levelViews(index, given, gapsView);
    case "approval":
      return given.ground && given.approvals ? approvalViews(index, given.approvals) : NO_VIEWS;
    case "countermeasures":
      return given.ground ? countermeasureViews(index, given.ground) : NO_VIEWS;
    case "notice":
      return given.radius ? noticeViews(index, given.radius) : NO_VIEWS;
    case "difference":
      return given.difference ? differenceViews(index, given.difference) : NO_VIEWS;
  }
}

/** How every zone answers a product. Zones without a target ask for nothing. */
export function candidateViews(index: ZoneModelIndex, verdicts: ReadonlyMap<string, Verdict>): Views {
  return {
    ...NO_VIEWS,
    zones: perZone(index, (zoneIds) => {
      const verdict = worstVerdict(zoneIds.map((id) => verdicts.get(id) ?? null));
      return { kind: "candidate", tone: toneOf(verdict), verdict };
    }),
  };
}

/** The views before, where they say the same: only zones that changed draw again. */
export function reusedViews(before: Views, after: Views): Views {
  const isSameSet =
    before.affected.size === after.affected.size &&
    [...after.affected].every((id) => before.affected.has(id));
  return {
    zones: reused(before.zones, after.zones),
    conduits: reused(before.conduits, after.conduits),
    affected: isSameSet ? before.affected : after.affected,
  };
}

function reused<View>(
  before: ReadonlyMap<string, View>,
  after: ReadonlyMap<string, View>,
): ReadonlyMap<string, View> {
  const views = new Map(
    [...after].map(([id, view]) => {
      const known = before.get(id);
      return [id, known !== undefined && JSON.stringify(known) === JSON.stringify(view) ? known : view];
    }),
  );
  return views.size === before.size && [...views].every(([id, view]) => before.get(id) === view)
    ? before
    : views;
}

type Levelled = {
  index: ZoneModelIndex;
  standing: ModelStanding;
  /** The zone, and what is inside where it is collapsed. */
  zoneIds: ReadonlyArray<string>;
  levels: ReadonlyArray<ZoneLevels>;
};

/** Nothing is said before the ground has come. */
function levelViews(
  index: ZoneModelIndex,
  { ground, standing }: OverlayGround,
  viewOf: (levelled: Levelled) => ZoneView,
): Views {
  if (!ground || !standing) return NO_VIEWS;
  const zones = perZone(index, (zoneIds) => {
    const levels = zoneIds.map((id) => levelsOfZone(ground, index, id, standing.get(id)));
    return viewOf({ index, standing, zoneIds, levels });
  });
  return { ...NO_VIEWS, zones };
}

function achievedView({ index, zoneIds, levels }: Levelled): ZoneView {
  const vector = lowest(levels.map((one) => one.vector));
  const target = index.zoneById.get(zoneIds[0] ?? "")?.slTarget ?? null;
  return {
    kind: "achieved",
    tone: !vector || !target ? "neutral" : isBelow(vector, target) ? "danger" : "success",
    ...{ vector, alone: lowest(levels.map((one) => one.alone)) },
    unknown: levels.reduce((sum, one) => sum + one.unknown, 0),
  };
}

function gapsView({ standing, zoneIds, levels }: Levelled): ZoneView {
  const products = zoneIds.flatMap((id) => standing.get(id)?.products ?? []);
  const verdict = worstVerdict(products.map((product) => product.verdict));
  return {
    kind: "gaps",
    tone: toneOf(verdict),
    verdict,
    fallShort: products.filter((product) => compareVerdicts(product.verdict, "incomplete") >= 0).length,
    products: products.length,
    short: FOUNDATIONAL_REQUIREMENTS.filter((fr) => levels.some(({ short }) => short.includes(fr))),
  };
}

function approvalViews(index: ZoneModelIndex, approvals: ZoneApprovals): Views {
  const zones = perZone(index, (zoneIds) => {
    const counts = { approved: 0, short: 0, never: 0, unlinked: 0 };
    for (const zoneId of zoneIds)
      for (const { productReleaseId } of assetsIn(index, zoneId))
        counts[groupOf(approvals.get(zoneId)?.get(productReleaseId ?? ""))] += 1;
    return { kind: "approval", tone: toneOfApprovals(counts), ...counts };
  });
  return { ...NO_VIEWS, zones };
}

function groupOf(standing: ApprovalStanding | undefined): "approved" | "short" | "never" | "unlinked" {
  switch (standing) {
    case undefined:
      return "unlinked";
    case "approved":
    case "approved-with-conditions":
      return "approved";
    case "approved-but-short":
    case "rejected":
    case "returned":
    case "does-not-conform":
      return "short";
    case "never-assessed":
      return "never";
  }
}

/** The worst of what is known says how a zone stands; what is linked to nothing says nothing. */
export function toneOfApprovals(counts: { approved: number; short: number; never: number }): ViewTone {
  if (counts.short > 0) return "danger";
  if (counts.never > 0) return "warning";
  return counts.approved > 0 ? "success" : "neutral";
}

type Counts = { inForce: number; expiring: number; expired: number };

function countermeasureViews(index: ZoneModelIndex, { ledger, modelId, asOf }: JudgingGround): Views {
  const counts = new Map<string, Counts>();
  for (const { modelId: of, elementId, expiresOn } of ledger) {
    if (of !== modelId) continue;
    const own = counts.get(elementId) ?? { inForce: 0, expiring: 0, expired: 0 };
    const standing = standingOn({ state: "accepted", expiresOn }, asOf);
    if (standing === "in-force") own.inForce += 1;
    else if (standing === "expiring") own.expiring += 1;
    else if (standing === "expired") own.expired += 1;
    counts.set(elementId, own);
  }
  return {
    ...NO_VIEWS,
    zones: perZone(index, (zoneIds) => {
      const known = zoneIds.flatMap((id) => counts.get(id) ?? []);
      return known.length === 0 ? null : countsView(known);
    }),
    conduits: new Map(
      index.model.conduits.flatMap(({ id }) => {
        const own = counts.get(id);
        return own ? [[id, countsView([own])] as const] : [];
      }),
    ),
  };
}

function countsView(counts: ReadonlyArray<Counts>): Extract<ConduitView, { kind: "countermeasures" }> {
  const sum = (name: keyof Counts) => counts.reduce((total, one) => total + one[name], 0);
  const [inForce, expiring, expired] = [sum("inForce"), sum("expiring"), sum("expired")];
  const tone: ViewTone = expired > 0 ? "danger" : expiring > 0 ? "warning" : "success";
  return { kind: "countermeasures", tone, inForce, expiring, expired };
}

function differenceViews(index: ZoneModelIndex, { zones, conduits, assets }: ZoneModelDifference): Views {
  const added = new Set(zones.added.map(({ id }) => id));
  const changed = new Map(zones.changed.map((change) => [change.id, change]));
  const count = (moved: ReadonlyArray<{ zoneId: string | null }>, zoneIds: ReadonlyArray<string>) =>
    moved.filter(({ zoneId }) => zoneId !== null && zoneIds.includes(zoneId)).length;
  return {
    ...NO_VIEWS,
    zones: perZone(index, (zoneIds) => {
      const changes = zoneIds.flatMap((id) => changed.get(id) ?? []);
      const levels = changes.flatMap((change) => change.levels);
      const going = (direction: "up" | "down") =>
        FOUNDATIONAL_REQUIREMENTS.filter((fr) =>
          levels.some((level) => level.foundationalRequirement === fr && level.direction === direction),
        );
      const counts = {
        added: count(assets.added, zoneIds),
        removed: count(assets.removed, zoneIds),
        changed: count(
          assets.changed.map(({ after }) => after),
          zoneIds,
        ),
      };
      const isAdded = added.has(zoneIds[0] ?? "");
      const isChanged =
        changes.length > 0 ||
        zoneIds.some((id) => added.has(id)) ||
        counts.added + counts.removed + counts.changed > 0;
      const change = isAdded ? "added" : isChanged ? "changed" : "same";
      const tone = toneOfChange(change);
      return { kind: "difference", tone, change, up: going("up"), down: going("down"), assets: counts };
    }),
    conduits: new Map<string, ConduitView>([
      ...conduits.added.map(
        ({ id }) => [id, { kind: "difference", tone: "success", change: "added" }] as const,
      ),
      ...conduits.changed.map(
        ({ id }) => [id, { kind: "difference", tone: "warning", change: "changed" }] as const,
      ),
    ]),
  };
}

function worstVerdict(verdicts: ReadonlyArray<Verdict | null>): Verdict | null {
  return verdicts.reduce((worst, one) => {
    if (worst === null || one === null) return worst ?? one;
    return compareVerdicts(one, worst) > 0 ? one : worst;
  }, null);
}

export function toneOf(verdict: Verdict | null): ViewTone {
  switch (verdict) {
    case "conforms":
      return "success";
    case "conforms-with-conditions":
      return "warning";
    case "does-not-conform":
      return "danger";
    case "incomplete":
    case null:
      return "neutral";
  }
}

export function toneOfChange(change: "added" | "changed" | "same"): ViewTone {
  return change === "added" ? "success" : change === "changed" ? "warning" : "neutral";
}

function lowest(vectors: ReadonlyArray<SlVector | null>): SlVector | null {
  return vectors.reduce((low, one) => (low && one ? lowerOf(low, one) : (low ?? one)), null);
}

function isBelow(vector: SlVector, target: SlVector): boolean {
  return !isSame(lowerOf(vector, target), target);
}
