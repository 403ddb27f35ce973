/** Which measure of which place something is said about, and what the place had when it was shown. */
export type MeasureKey = {
  place: { modelId: string; zoneId: string } | null;
  measureId: string;
  /** Of what was written for this very place; 0 where nothing was. */
  version: number;
};

export function writeMeasureKey({ place, measureId, version }: MeasureKey): string {
  return JSON.stringify([place?.modelId ?? "", place?.zoneId ?? "", measureId, version]);
}

/** null where a cell holds no key. */
export function readMeasureKey(text: string): MeasureKey | null {
  const cells = arrayIn(text);
  const [modelId, zoneId, measureId, version] = cells;
  if (cells.length !== 4 || typeof modelId !== "string" || typeof zoneId !== "string") return null;
  if (typeof measureId !== "string" || typeof version !== "number" || !Number.isSafeInteger(version))
    return null;
  if ((modelId === "") !== (zoneId === "")) return null;
  return { place: modelId === "" ? null : { modelId, zoneId }, measureId, version };
}

function arrayIn(text: string): ReadonlyArray<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
