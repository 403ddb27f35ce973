import type { ProductFacts } from "../../../declaration/facts";
import { addYears } from "../../../shared/iso-date";
import { factCheck } from "../../check";
import { compareSupport, findingsOf, OUTCOME_OF, type SupportState, type Ways } from "../../check-parts";

const id = "platform-support-outlasts-service-life";
const finding = findingsOf(id, null);

type Platforms = NonNullable<ProductFacts["platforms"]>;
type Platform = Platforms[number];

/**
 * A product is looked after no longer than what it stands on: without fixes for its operating system the supplier has
 * none to pass on (MDS2 RDMP-4; IEC 62443-4-1 SUM-3). Without planned years the support must run today.
 */
export const platformSupportOutlastsServiceLife = factCheck<{ years: number }, Platforms | null>({
  id,
  clauses: [
    { standard: "mds2-2019", ref: "RDMP-4" },
    { standard: "iec-62443-4-1", ref: "SUM-3" },
  ],
  demandOf: ({ policy }) => (policy.platformSupport ? { years: policy.plannedServiceYears ?? 0 } : null),
  subjectOf: ({ facts }) => facts.platforms ?? null,
  evaluate: ({ years }, platforms, asOf) => {
    const demand = { needed: addYears(asOf, years) };
    if (platforms === null)
      return [finding({ outcome: "incomplete", state: "unlisted", demand, supplier: ["list"] })];
    if (platforms.length === 0) return [finding({ outcome: "conforms", state: "alone", demand })];
    return [...onePerPlatform(platforms)].map(([about, { kind, name, version, supportEndsOn }]) => {
      const platform = version === "" ? name : `${name} ${version}`;
      const params = { platform, kind: [kind], endsOn: supportEndsOn ?? "" };
      const state = compareSupport(supportEndsOn, asOf, years);
      return finding({ about, outcome: OUTCOME_OF[state], state, params, demand, ...waysToClose(state) });
    });
  },
});

/** Of several entries for one platform the worst counts: no date, else the earliest. */
function onePerPlatform(platforms: Platforms): ReadonlyMap<string, Platform> {
  const byAbout = new Map<string, Platform>();
  for (const platform of platforms) {
    const about = [platform.kind, platform.name, platform.version].map(aboutPart).join("/");
    const known = byAbout.get(about);
    if (known === undefined || (platform.supportEndsOn ?? "") < (known.supportEndsOn ?? ""))
      byAbout.set(about, platform);
  }
  return byAbout;
}

/** Names may hold slashes; two platforms must not become one. */
function aboutPart(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("/", "%2F");
}

function waysToClose(state: SupportState): Ways {
  switch (state) {
    case "unstated":
      return { supplier: ["find-out"] };
    case "ended":
    case "ends-early":
      return { supplier: ["move-on", "extend"], hospital: ["isolate"] };
    case "kept":
      return {};
  }
}
