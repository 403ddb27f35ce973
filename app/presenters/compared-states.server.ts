import { nameOfElement } from "~/domain/zone-model/change-sentences";
import { differenceOf } from "~/domain/zone-model/difference";
import { indexModel } from "~/domain/zone-model/queries";
import type { ElementKind, Waiver, ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { type AffectedDevices, affectedDevices } from "./affected-devices.server";
import { type DifferenceRow, toDifferenceRows } from "./difference-rows.server";
import { presentKnownReleases } from "./present-model.server";

/** More rows than a person reads at once; the filters lead to the others. */
export const MAX_ROWS = 300;
/** Devices are grouped by product and zone; more of them are counted. */
export const MAX_DEVICES = 200;

export const CHANGES = ["added", "removed", "changed", "up", "down"] as const;
export type ChangeFilter = (typeof CHANGES)[number];
export const KINDS = ["zone", "conduit", "asset"] as const satisfies ReadonlyArray<ElementKind>;

export type ComparisonFilter = { kind: string | null; change: string | null };

/** A rule of the model accepted in writing on one side only, or with other words. */
export type WaiverRow = Pick<Waiver, "id" | "ruleId" | "reason" | "expiresOn"> & {
  change: "added" | "removed" | "changed";
  element: Waiver["element"];
  elementName: string;
};

/** What differs between two states of a model as a page shows it. */
export async function compareStates(
  caller: Caller,
  modelId: string,
  [before, after]: readonly [ZoneModel, ZoneModel],
  filter: ComparisonFilter,
) {
  const [releases, affected] = await Promise.all([
    presentKnownReleases(caller),
    affectedDevices(caller, modelId, before, after),
  ]);
  const releaseNames = new Map(
    releases.map(({ releaseId, productName, releaseVersion }) => [
      releaseId,
      `${productName} ${releaseVersion}`,
    ]),
  );
  const difference = differenceOf(before, after);
  const rows = toDifferenceRows(difference, before, after, releaseNames);
  const kind = KINDS.find((one) => one === filter.kind) ?? null;
  const change = CHANGES.find((one) => one === filter.change) ?? null;
  const shown = rows.filter(
    (row) => (kind === null || row.kind === kind) && (change === null || isChange(row, change)),
  );
  return {
    counts: {
      kinds: KINDS.map((one) => ({ value: one, count: rows.filter((row) => row.kind === one).length })),
      changes: CHANGES.map((one) => ({ value: one, count: rows.filter((row) => isChange(row, one)).length })),
    },
    total: rows.length,
    found: shown.length,
    rows: shown.slice(0, MAX_ROWS),
    filter: { kind, change },
    waivers: waiverRows(difference.waivers, before, after),
    /** Zones that only stand elsewhere: drawing, not facts. */
    moved: difference.placed.length,
    ...boundedDevices(affected),
  };
}

export type Comparison = Awaited<ReturnType<typeof compareStates>>;

function isChange({ change, levels }: DifferenceRow, wanted: ChangeFilter): boolean {
  switch (wanted) {
    case "up":
      return levels.some(({ direction }) => direction === "up" || direction === "set");
    case "down":
      return levels.some(({ direction }) => direction === "down" || direction === "cleared");
    case "added":
    case "removed":
    case "changed":
      return change === wanted;
  }
}

function boundedDevices({ devices, notJudged }: AffectedDevices) {
  return { devices: devices.slice(0, MAX_DEVICES), deviceCount: devices.length, notJudged };
}

function waiverRows(
  { added, removed, changed }: ReturnType<typeof differenceOf>["waivers"],
  before: ZoneModel,
  after: ZoneModel,
): ReadonlyArray<WaiverRow> {
  const nameOf = elementNames(before, after);
  const toRow =
    (change: WaiverRow["change"]) =>
    ({ id, ruleId, reason, expiresOn, element }: Waiver): WaiverRow => ({
      ...{ id, ruleId, reason, expiresOn, change, element },
      elementName: nameOf(element.kind, element.id),
    });
  return [
    ...added.map(toRow("added")),
    ...removed.map(toRow("removed")),
    ...changed.map(({ after: waiver }) => toRow("changed")(waiver)),
  ];
}

/** What an element is called in the later state, or was in the earlier one. */
export function elementNames(before: ZoneModel, after: ZoneModel): (kind: ElementKind, id: string) => string {
  const [now, old] = [indexModel(after), indexModel(before)];
  return (kind, id) => {
    const name = nameOfElement({ kind, id }, now);
    return name === id ? nameOfElement({ kind, id }, old) : name;
  };
}
