import { canonicalJson } from "../shared/canonical-json";
import { canonicalValue, type PolicyLayer, type PolicyValue } from "./policy";
import { POLICY_KEYS, type PolicyKey } from "./policy-rules";

/** What a layer says of one rule: a value, null = no rule here, undefined = whatever the level above says. */
export type LayerEntry = PolicyValue | null | undefined;
export type LayerChange = { key: PolicyKey; before: LayerEntry; after: LayerEntry };

/** The layer with choices in the order of their lists and nothing that only says "as above". */
export function canonicalLayer(layer: PolicyLayer): PolicyLayer {
  return layerOf((key) => {
    const entry = layer[key];
    return entry === undefined ? undefined : canonicalValue(key, entry);
  });
}

/** In the order of the rules; the order inside a choice is no change. */
export function layerChanges(before: PolicyLayer, after: PolicyLayer): ReadonlyArray<LayerChange> {
  return POLICY_KEYS.flatMap((key) => {
    const change = { key, before: before[key], after: after[key] };
    return isSameEntry(key, change.before, change.after) ? [] : [change];
  });
}

/** Rules that two people changed, each to something else, from the same state. */
export type LayerConflict = { key: PolicyKey; theirs: LayerEntry; mine: LayerEntry };
export type MergedLayer = { layer: PolicyLayer; conflicts: ReadonlyArray<LayerConflict> };

/**
 * Puts one person's changes of `base` on top of what another made of it meanwhile. Only what I changed is mine; where
 * both changed a rule, mine stands in the layer and the conflict names both, for me to choose.
 */
export function mergeLayers(base: PolicyLayer, theirs: PolicyLayer, mine: PolicyLayer): MergedLayer {
  const isMine = new Set(layerChanges(base, mine).map(({ key }) => key));
  const isTheirs = new Set(layerChanges(base, theirs).map(({ key }) => key));
  const conflicts = POLICY_KEYS.filter(
    (key) => isMine.has(key) && isTheirs.has(key) && !isSameEntry(key, theirs[key], mine[key]),
  ).map((key) => ({ key, theirs: theirs[key], mine: mine[key] }));
  return { layer: canonicalLayer(layerOf((key) => (isMine.has(key) ? mine[key] : theirs[key]))), conflicts };
}

/** True where both say the same of the rule, in whatever order. */
export function isSameEntry(key: PolicyKey, a: LayerEntry, b: LayerEntry): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(canonicalValue(key, a)) === canonicalJson(canonicalValue(key, b));
}

function layerOf(entryOf: (key: PolicyKey) => LayerEntry): PolicyLayer {
  const said = POLICY_KEYS.map((key) => [key, entryOf(key)] as const).filter(
    ([, entry]) => entry !== undefined,
  );
  // Each entry came from a layer under the same key.
  return Object.fromEntries(said) as PolicyLayer;
}
