import type { SbomComponent, SbomDocument } from "./document";
import type { Place } from "./place";
import {
  COMPONENT_ELEMENTS,
  type ComponentElement,
  DOCUMENT_ELEMENTS,
  type DocumentElement,
} from "./quality-elements";

export const QUALITY_STANDARDS = ["ntia-2021", "cisa-2025-draft", "bsi-tr-03183-2", "fda-2026"] as const;
export type QualityStandard = (typeof QUALITY_STANDARDS)[number];

/** Where a rule stands; none of these documents was open to us, so how well it is known is said beside it. */
export type QualitySource = {
  document: string;
  date: string;
  section: string;
  status: "final" | "draft";
  confidence: "cross-checked" | "single-source";
};

type Rule = ({ document: DocumentElement } | { component: ComponentElement }) & {
  section: string;
  confidence?: "single-source";
};
type Guideline = Omit<QualitySource, "section" | "confidence"> & { rules: ReadonlyArray<Rule> };

const NTIA_FIELDS = "Data Fields";
const NTIA_RULES = (section: string): ReadonlyArray<Rule> => [
  { component: "supplier", section },
  { component: "component-name", section },
  { component: "version", section },
  { component: "unique-identifier", section },
  { component: "dependencies", section },
  { document: "author", section },
  { document: "timestamp", section },
];

const FDA_SECTION = "V.A.4(b)";

export const QUALITY_GUIDELINES: Readonly<Record<QualityStandard, Guideline>> = {
  "ntia-2021": {
    document: "NTIA, The Minimum Elements For a Software Bill of Materials (SBOM)",
    date: "2021-07-12",
    status: "final",
    rules: NTIA_RULES(NTIA_FIELDS),
  },
  "cisa-2025-draft": {
    document: "CISA, 2025 Minimum Elements for a Software Bill of Materials (SBOM), draft for public comment",
    date: "2025-08-22",
    status: "draft",
    rules: [
      ...NTIA_RULES(NTIA_FIELDS),
      { component: "hash", section: NTIA_FIELDS },
      { component: "licence", section: NTIA_FIELDS },
      { document: "tool-name", section: NTIA_FIELDS },
      { document: "generation-context", section: NTIA_FIELDS },
      { document: "completeness", section: "Coverage, Known Unknowns" },
    ],
  },
  "bsi-tr-03183-2": {
    document: "BSI TR-03183-2, Cyber Resilience Requirements, Part 2: SBOM, version 2.1.0",
    date: "2025-08-20",
    status: "final",
    rules: [
      { document: "current-format", section: "4" },
      { document: "author-address", section: "5.2.1" },
      { document: "timestamp", section: "5.2.1" },
      { document: "identifier", section: "5.2.1", confidence: "single-source" },
      { component: "producer-address", section: "5.2.2" },
      { component: "component-name", section: "5.2.2" },
      { component: "version", section: "5.2.2" },
      { component: "file-name", section: "5.2.2" },
      { component: "dependencies", section: "5.2.2" },
      { document: "completeness", section: "5.2.2", confidence: "single-source" },
      { component: "licence", section: "5.2.2" },
      { component: "hash-sha-512", section: "5.2.2" },
      { component: "executable", section: "5.2.2" },
      { component: "archive", section: "5.2.2" },
      { component: "structured", section: "5.2.2" },
    ],
  },
  "fda-2026": {
    document:
      "FDA, Cybersecurity in Medical Devices: Quality Management System Considerations and Content of Premarket Submissions",
    date: "2026-02-03",
    status: "final",
    rules: [
      ...NTIA_RULES(FDA_SECTION),
      { component: "support-level", section: FDA_SECTION },
      { component: "support-end", section: FDA_SECTION },
    ],
  },
};

/** How far one element is there. A list is counted as one: `present` is then 1 or 0. */
export type ElementReport = {
  element: DocumentElement | ComponentElement;
  of: "document" | "component";
  present: number;
  absent: number;
  /** The first components that lack it. */
  examples: ReadonlyArray<{ name: string; version: string | null; place: Place }>;
  source: QualitySource;
};
export type QualityReport = {
  standard: QualityStandard;
  /** Every element is there, everywhere, and there is at least one component. */
  isComplete: boolean;
  elements: ReadonlyArray<ElementReport>;
};

const MAX_EXAMPLES = 5;

/**
 * How far a list has what each guideline asks for, element by element: counts and the first components without. What the
 * list is about counts as a component too. That an element is there says nothing about whether it is true.
 */
export function qualityOfSbom(document: SbomDocument): ReadonlyArray<QualityReport> {
  const all = document.primary ? [document.primary, ...document.components] : document.components;
  const counted = countElements(all);
  return QUALITY_STANDARDS.map((standard) => {
    const { rules, ...guideline } = QUALITY_GUIDELINES[standard];
    const elements = rules.map((rule): ElementReport => {
      const { document: title, date, status } = guideline;
      const { section, confidence = "cross-checked" } = rule;
      const source: QualitySource = { document: title, date, section, status, confidence };
      if ("component" in rule)
        return { element: rule.component, of: "component", ...counted[rule.component], source };
      const present = DOCUMENT_ELEMENTS[rule.document](document) ? 1 : 0;
      return { element: rule.document, of: "document", present, absent: 1 - present, examples: [], source };
    });
    return { standard, isComplete: all.length > 0 && elements.every(({ absent }) => absent === 0), elements };
  });
}

type Count = Pick<ElementReport, "present" | "absent" | "examples">;

// Object.keys forgets what it was given; the table is closed.
const ELEMENT_NAMES = Object.keys(COMPONENT_ELEMENTS) as ReadonlyArray<ComponentElement>;

/** Each element over all components. */
export function countElements(all: ReadonlyArray<SbomComponent>): Readonly<Record<ComponentElement, Count>> {
  const needed = new Set(all.flatMap(({ dependsOn }) => dependsOn ?? []));
  const counts = ELEMENT_NAMES.map((element) => {
    const has = COMPONENT_ELEMENTS[element];
    let present = 0;
    const examples: Array<Count["examples"][number]> = [];
    for (const component of all) {
      if (has(component, needed)) present += 1;
      else if (examples.length < MAX_EXAMPLES)
        examples.push({ name: component.name, version: component.version, place: component.place });
    }
    return [element, { present, absent: all.length - present, examples }] as const;
  });
  // fromEntries forgets the names; every element of the closed table is in it.
  return Object.fromEntries<Count>(counts) as Record<ComponentElement, Count>;
}
