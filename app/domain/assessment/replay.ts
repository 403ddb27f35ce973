import type { DeclarationContent } from "../declaration/declaration";
import { canonicalJson } from "../shared/canonical-json";
import type { IsoDate } from "../shared/iso-date";
import { assess } from "./assess";
import type { Assessment, RequirementProfile } from "./assessment";
import type { Change } from "./needs-review";

/** Everything that an assessment was made of, as it was kept. */
export type FrozenInput = {
  profile: RequirementProfile;
  declaration: DeclarationContent;
  asOf: IsoDate;
  result: Assessment;
  fingerprint: string;
};

/** What this build is made of. */
export type Versions = { ruleSetVersion: string; catalogueVersion: string };

export type Replay =
  /** The same bytes came out again. `catalogue`: today's is another one; the part that decides was kept. */
  | { state: "agrees"; catalogue: Change<string> | null }
  /** Input or result is not what it was: `fingerprint` where the input differs, `result` where what came out does. */
  | { state: "disagrees"; differs: ReadonlyArray<"fingerprint" | "result"> }
  /** Other rules made it: what they would say is not known here. */
  | { state: "other-rules"; ruleSet: Change<string> };

/**
 * Works a kept assessment out again. Catalogue rows, policy and ledger are part of what was kept, so that a newer
 * catalogue does not stand in the way; the rules are this build's code, and only the version that made it can tell.
 */
export function replay(frozen: FrozenInput, here: Versions): Replay {
  const { profile, declaration, asOf, result, fingerprint } = frozen;
  const ruleSet = changeOf(result.ruleSetVersion, here.ruleSetVersion);
  if (ruleSet !== null) return { state: "other-rules", ruleSet };
  const fresh = assess(profile, declaration, asOf);
  const differs = [
    ...(fresh.fingerprint === fingerprint && fingerprint === result.fingerprint
      ? []
      : ["fingerprint" as const]),
    ...(canonicalJson({ ...fresh, fingerprint }) === canonicalJson({ ...result, fingerprint })
      ? []
      : ["result" as const]),
  ];
  if (differs.length > 0) return { state: "disagrees", differs };
  return { state: "agrees", catalogue: changeOf(result.catalogueVersion, here.catalogueVersion) };
}

function changeOf(before: string, after: string): Change<string> | null {
  return before === after ? null : { before, after };
}
