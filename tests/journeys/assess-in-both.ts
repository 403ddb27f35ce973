import fc from "fast-check";
import sampleProducts from "~/catalogue/sample-products/requirements.json";
import type { SampleProduct } from "~/catalogue/schemas";
import { profileOfZone } from "~/catalogue/zone-profile";
import { campusConduits } from "~/demo/campus/conduits";
import { campusZones } from "~/demo/campus/zones";
import { contentOf } from "~/demo/products/content";
import { SAMPLES_AS_OF } from "~/demo/products/documents-of-today";
import { assess } from "~/domain/assessment/assess";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { indexModel } from "~/domain/zone-model/queries";
import { EMPTY_ZONE_MODEL } from "~/domain/zone-model/zone-model";
import { declarationContent, profile } from "../builders/arbitraries";

/** Bundled for Node and for the browser alike: see determinism.spec.ts. */

export type Pair = { profile: RequirementProfile; declaration: DeclarationContent; asOf: string };
/** The fingerprint, and every byte of the assessment. */
export type Written = { fingerprint: string; bytes: string };

export function write({ profile: demanded, declaration, asOf }: Pair): Written {
  const assessment = assess(demanded, declaration, asOf);
  return { fingerprint: assessment.fingerprint, bytes: canonicalJson(assessment) };
}

/** The twelve products of the demo × its zones, made where this runs: catalogue, policy defaults and all. */
export function demoPairs(): ReadonlyArray<Pair> {
  // What JSON says is a string is one of the words of the schema; `tests/catalogue` holds the file to it.
  const products = sampleProducts as ReadonlyArray<unknown> as ReadonlyArray<SampleProduct>;
  const index = indexModel({
    ...EMPTY_ZONE_MODEL,
    zones: [...campusZones()],
    conduits: [...campusConduits()],
  });
  const profiles = index.model.zones.flatMap((zone) =>
    zone.slTarget
      ? [
          profileOfZone({
            index,
            zone: { ...zone, slTarget: zone.slTarget },
            organisationPolicy: {},
            countermeasures: [],
          }),
        ]
      : [],
  );
  return products.flatMap((product) => {
    const declaration = contentOf(product);
    return profiles.map((demanded) => ({ profile: demanded, declaration, asOf: SAMPLES_AS_OF }));
  });
}

/** Pairs in which everything occurs that can be demanded and declared; the same for the same seed. */
export function arbitraryPairs(seed: number, count: number): ReadonlyArray<Pair> {
  const pairs = fc.record({
    profile,
    declaration: declarationContent,
    asOf: fc.constantFrom("2024-02-29", "2026-11-21", "2031-01-01"),
  });
  return fc.sample(pairs, { seed, numRuns: count });
}
