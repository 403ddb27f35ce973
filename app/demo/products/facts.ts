import type { SampleProduct } from "~/catalogue/schemas";
import { MDS2_ANSWERS, type Regime, SBOM_ELEMENTS } from "~/domain/declaration/fact-values";
import type { ProductFacts } from "~/domain/declaration/facts";
import type { Mds2Answer } from "~/domain/declaration/mds2";
import { nameOf } from "./sample-products";
import { STATED } from "./stated";

const REGIME_OF: Readonly<Record<string, Regime>> = {
  MDR: "mdr",
  "MDR legacy device (directive certificate)": "mdr-legacy",
  IVDR: "ivdr",
  CRA: "cra",
  unclear: "unclear",
};

/** What is missing in a supplier's SBOM; the others carry everything. */
const MISSING_ELEMENTS: Readonly<Record<string, ReadonlyArray<string>>> = {
  "p01-infusion-pump": ["dependencies", "hash"],
  "p03-ct-scanner": ["supplier", "author", "dependencies", "hash"],
  "p11-integration-engine": ["hash", "licence"],
  "p12-gas-alarm-panel": ["supplier", "dependencies", "hash", "licence"],
};
/** Where it was made on another day than the MDS2. */
const SBOM_CREATED: Readonly<Record<string, string>> = {
  "p03-ct-scanner": "2026-03-02",
  "p06-building-controller": "2026-06-15",
};

/** When the makers of components that the samples call “end of life” stopped: public days, free of charge at least. */
const SUPPORT_ENDED: Readonly<Record<string, string>> = {
  "openssl 1.1.1w": "2023-09-11",
  "spring-boot 2.7.18": "2023-06-30",
};

/** Nothing in a program can be locked, and the form wants a reason. */
const SOFTWARE_ONLY: Mds2Answer = {
  answer: "N/A",
  note: "Software only: the hospital's server is behind its doors.",
};
const MORE_ANSWERS: Readonly<Record<string, Readonly<Record<string, Mds2Answer>>>> = {
  "p01-infusion-pump": {
    "ALOF-1": { answer: "No", note: "Essential function: the rate must be within reach at any time." },
  },
  "p02-patient-monitor": {
    "ALOF-1": { answer: "No", note: "The view of the patient never locks; settings do." },
  },
  "p04-pacs": Object.fromEntries(["PLOK-1", "PLOK-2", "PLOK-3", "PLOK-4"].map((id) => [id, SOFTWARE_ONLY])),
};

/** Everything that the supplier of a sample product states: the sample's own facts, and what goes with them. */
export function factsOf(product: SampleProduct): ProductFacts {
  const { regulatory, support } = product;
  const facts: { [Key in keyof ProductFacts]: ProductFacts[Key] | undefined } = {
    product: nameOf(product),
    release: product.productVersion,
    udiDi: regulatory.udiDi ?? undefined,
    regime: REGIME_OF[regulatory.regime],
    riskClass: regulatory.class.length <= 120 ? regulatory.class : undefined,
    supportEndsOn: support.endOfSecuritySupport ?? undefined,
    patchDaysCritical: support.severityTimesInDays?.critical,
    patchDaysHigh: support.severityTimesInDays?.high,
    ...STATED[product.id],
    platforms: platformsOf(product),
    sbom: sbomOf(product),
    mds2: mds2Of(product),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Bought software with its own end of support, and components whose makers have stopped. */
function platformsOf({ id, commercialComponents, sbom }: SampleProduct): ProductFacts["platforms"] {
  const bought = commercialComponents.map(({ name, version, vendorEndOfSupport }) => ({
    kind: /Windows/.test(name) ? ("operating-system" as const) : ("component" as const),
    name,
    version,
    supportEndsOn: vendorEndOfSupport,
  }));
  const abandoned = sbom.components
    .filter(({ supportLevel }) => supportLevel === "end-of-life")
    .map(({ name, version }) => {
      const supportEndsOn = SUPPORT_ENDED[`${name} ${version}`] ?? null;
      return { kind: "component" as const, name, version, supportEndsOn };
    });
  const stated = STATED[id]?.platforms;
  return stated || bought.length > 0 ? [...bought, ...abandoned, ...(stated ?? [])] : undefined;
}

function sbomOf({ id, sbom, mds2 }: SampleProduct): ProductFacts["sbom"] {
  const [, formatVersion] = /^CycloneDX (\S+) JSON$/.exec(sbom.format ?? "") ?? [];
  if (formatVersion === undefined) return undefined;
  const missing = MISSING_ELEMENTS[id] ?? [];
  return {
    format: "cyclonedx-json",
    formatVersion,
    createdOn: SBOM_CREATED[id] ?? mds2.released,
    componentCount: sbom.components.length,
    elements: SBOM_ELEMENTS.filter((element) => !missing.includes(element)),
  };
}

function mds2Of({ id, mds2 }: SampleProduct): ProductFacts["mds2"] {
  const answers = Object.entries(mds2.answers).map(([question, said]) => {
    const answer = MDS2_ANSWERS.find((one) => one === said);
    if (!answer) throw new Error(`${id} answers ${question} with ${said}`);
    return [question, { answer }];
  });
  return {
    edition: mds2.edition.endsWith("2013") ? "2013" : "2019",
    releasedOn: mds2.released,
    answers: { ...Object.fromEntries(answers), ...MORE_ANSWERS[id] },
  };
}
