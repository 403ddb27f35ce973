import type { Asset } from "~/domain/zone-model/zone-model";
import type { WorkbookCell } from "../workbook/write-workbook";
import type { InventoryField } from "./fields";

export type AssetWords = {
  heading(field: AssetColumn): string;
  yes: string;
  no: string;
  componentType(type: Asset["componentTypes"][number]): string;
};

export type AssetColumn = Exclude<InventoryField, "serial">;

/** `release` as `releaseName` writes it; empty where no product is linked. */
export type AssetLine = Asset & { zonePath: string; release: string };

/** A head and one row per asset, with the headings that an import recognises. */
export function assetRows(
  assets: ReadonlyArray<AssetLine>,
  words: AssetWords,
): ReadonlyArray<ReadonlyArray<WorkbookCell>> {
  const flag = (value: boolean) => (value ? words.yes : words.no);
  const columns: ReadonlyArray<readonly [AssetColumn, (asset: AssetLine) => WorkbookCell]> = [
    ["name", ({ name }) => name],
    ["zone", ({ zonePath }) => zonePath],
    ["manufacturer", ({ manufacturer }) => manufacturer],
    ["product", ({ model }) => model],
    ["udiDi", ({ udiDi }) => udiDi],
    ["release", ({ release }) => release],
    ["softwareVersion", ({ softwareVersion }) => softwareVersion],
    ["quantity", ({ quantity }) => quantity],
    ["location", ({ location }) => location],
    ["componentTypes", ({ componentTypes }) => componentTypes.map(words.componentType).join(", ")],
    ["safetyRelated", ({ safetyRelated }) => flag(safetyRelated)],
    ["wireless", ({ wireless }) => flag(wireless)],
    ["portable", ({ portable }) => flag(portable)],
    ["externallyConnected", ({ externallyConnected }) => flag(externallyConnected)],
  ];
  return [
    columns.map(([column]) => words.heading(column)),
    ...assets.map((asset) => columns.map(([, cellOf]) => cellOf(asset))),
  ];
}
