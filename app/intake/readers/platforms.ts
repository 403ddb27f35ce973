import { isSameFact } from "~/domain/declaration/difference";
import { PlatformSchema, type ProductFacts } from "~/domain/declaration/facts";
import type { ImportEntry, ImportReason } from "~/domain/declaration/import-plan";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import type { SbomComponent } from "~/formats/sbom/document";
import { factEntry, reason } from "./entries";

type Platform = NonNullable<ProductFacts["platforms"]>[number];

/** As ProductFactsSchema. */
const MAX_PLATFORMS = 200;
const OPERATING_SYSTEMS = ["operating-system", "operatingsystem", "operating_system"];

/**
 * Operating systems, and components whose support is said to end: what a declaration lists as platforms. What is stated
 * stays; another day for the same name and version contradicts it.
 */
export function platformEntries(
  components: ReadonlyArray<SbomComponent>,
  facts: ProductFacts,
): ReadonlyArray<ImportEntry> {
  const present = facts.platforms ?? [];
  const byName = new Map(present.map((one) => [keyOf(one), one]));
  const reasons: Array<ImportReason> = [];
  let contradicts = false;
  for (const component of components) {
    const platform = platformOf(component);
    if (!platform) continue;
    const key = keyOf(platform);
    const known = byName.get(key);
    if (known && (platform.supportEndsOn === null || known.supportEndsOn === platform.supportEndsOn))
      continue;
    if (!known && byName.size >= MAX_PLATFORMS) continue;
    contradicts ||= known !== undefined && known.supportEndsOn !== null;
    byName.set(key, known ? { ...known, supportEndsOn: platform.supportEndsOn } : platform);
    reasons.push(
      reason("states", `${platform.name} ${platform.version}`, platform.supportEndsOn ?? "", component.place),
    );
  }
  const value = [...byName.values()];
  if (reasons.length === 0 && value.length === 0) return [];
  if (isSameFact(value, present) && reasons.length === 0) return [];
  const standing =
    facts.platforms === undefined ? "new" : contradicts || present.length === 0 ? "contradicts" : "adds";
  return [factEntry({ facts, key: "platforms", value, standing, place: reasons[0]?.place ?? null, reasons })];
}

function platformOf({
  type,
  name,
  version,
  supportEndsOn,
  endOfLifeOn,
}: SbomComponent): Platform | undefined {
  const isSystem = OPERATING_SYSTEMS.includes((type ?? "").toLowerCase());
  const end = IsoDateSchema.safeParse((supportEndsOn ?? endOfLifeOn ?? "").slice(0, 10));
  if (!isSystem && !end.success) return undefined;
  const parsed = PlatformSchema.safeParse({
    kind: isSystem ? "operating-system" : "component",
    name,
    version: version ?? "",
    supportEndsOn: end.success ? end.data : null,
  });
  return parsed.success ? parsed.data : undefined;
}

function keyOf({ name, version }: Pick<Platform, "name" | "version">): string {
  return `${name}\n${version}`;
}
