import { type JudgingGround, judgePlacedProducts } from "~/domain/assessment/placed-products";
import { blastRadius, countRadius } from "~/domain/notice/blast-radius";
import { approvalsOf, type StandingDecision } from "~/domain/procurement/approval-standing";
import { differenceOf } from "~/domain/zone-model/difference";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import { keyOf } from "../element-ref";
import type { AssetView, ConduitView, Overlay, ZoneView } from "../overlays/overlay";
import { type Removed, removedIn } from "../overlays/removed";
import { toneOfChange, toViews } from "../overlays/to-views";
import { chosenNotice, type NoticeChoice, type NoticeShown } from "../overlays/use-notices";
import { idsOf, type Selection, selectionOf } from "../selection";

/** An overlay as the table shows it: a word and a mark in the line of every element that it says something of. */
export type TableOverlay = {
  overlay: Overlay;
  /** By `zone:icu`. */
  views: Readonly<Record<string, ZoneView | ConduitView | AssetView>>;
  comparedWith: number | null;
  removed: Removed | null;
  /** Whose reach is shown; null where something else is. */
  notice: NoticeShown | null;
};

type OverlayBasis = {
  index: ZoneModelIndex;
  ground: JudgingGround;
  revision: { number: number; content: ZoneModel } | null;
  decisions: ReadonlyArray<StandingDecision>;
  /** Those about something in the model, and the one that the address names; null where another overlay is on. */
  notices?: { choices: ReadonlyArray<NoticeChoice>; asked: string | null } | null;
};

/**
 * What an overlay says of the elements on a page. Every zone speaks for itself, also where the diagram draws it collapsed:
 * here its sub-zones have lines of their own. Judges what is `shown` and nothing else of the model.
 */
export function tableOverlay(
  overlay: Overlay,
  { index, ground, revision, decisions, notices = null }: OverlayBasis,
  shown: Iterable<ElementRef>,
): TableOverlay {
  const asked = selectionOf(shown);
  const part = partOf(index, asked);
  const isJudged = overlay === "achieved" || overlay === "gaps" || overlay === "approval";
  const standing = isJudged ? judgePlacedProducts(ground, part) : null;
  const difference =
    overlay === "difference" && revision ? differenceOf(revision.content, index.model) : null;
  const chosen = notices && chosenNotice(notices.choices, notices.asked);
  // From the whole model: what stands on another page is reached as well.
  const radius = chosen && blastRadius(index, new Set(chosen.releaseIds));
  const { zones, conduits, affected } = toViews(overlay, part, {
    ...{ ground, difference, standing, radius },
    approvals: standing ? approvalsOf(part, standing, decisions) : undefined,
  });
  const changedAssets = (change: "added" | "changed", ids: ReadonlyArray<{ id: string }>) =>
    ids.map(({ id }): readonly [string, AssetView] => [
      keyOf({ kind: "asset", id }),
      { kind: "difference", tone: toneOfChange(change), change },
    ]);
  const views = [
    ...[...zones].map(([id, view]) => [keyOf({ kind: "zone", id }), view] as const),
    ...[...conduits].map(([id, view]) => [keyOf({ kind: "conduit", id }), view] as const),
    ...changedAssets("added", difference?.assets.added ?? []),
    ...changedAssets("changed", difference?.assets.changed ?? []),
    ...[...affected].map(
      (id) => [keyOf({ kind: "asset", id }), { kind: "affected", tone: "danger" } as const] as const,
    ),
  ];
  return {
    overlay,
    views: Object.fromEntries(views.filter(([key]) => asked.has(key))),
    comparedWith: difference ? (revision?.number ?? null) : null,
    removed: difference && removedIn(difference),
    notice: notices && {
      ...{ choices: notices.choices, chosen },
      counts: radius && countRadius(index, radius),
    },
  };
}

/** The model with these zones and conduits alone, none of them collapsed; everything can still be looked up. */
function partOf(index: ZoneModelIndex, asked: Selection): ZoneModelIndex {
  const zones = idsOf(asked, "zone").flatMap((id) => index.zoneById.get(id) ?? []);
  const conduits = idsOf(asked, "conduit").flatMap((id) => index.conduitById.get(id) ?? []);
  return { ...index, model: { ...index.model, zones, conduits, layout: {} } };
}
