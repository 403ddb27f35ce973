import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { Answer, Answers } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import type { ProductFacts } from "~/domain/declaration/facts";
import {
  type ComponentRequirement,
  type ComponentType,
  selectApplicable,
} from "~/domain/requirement/component-requirement";
import { fromLevels } from "~/domain/security-level/security-level";
import { writeDeclarationFile, writeZoneFile } from "~/formats/cordon-json/write";
import { inFolder, refuseCall, writeOutput } from "../io";
import { printable, t } from "../sentence";
import type { Command } from "./command";

const COMPONENT_TYPES: ReadonlyArray<ComponentType> = ["embedded-device"];

/** A pair that conforms with conditions, so that the first report shows every kind of line. */
export const example: Command = {
  name: "example",
  options: { values: ["out"], switches: ["force"] },
  maxPositionals: 0,
  run({ values, switches }, io) {
    const zone = inFolder(values.get("out"), "zone.json");
    const declaration = inFolder(values.get("out"), "declaration.json");
    const files = [
      { path: zone, text: exampleZone() },
      { path: declaration, text: exampleDeclaration() },
    ];
    const written = writeOutput(files, { force: switches.has("force") });
    if (!written.ok)
      return refuseCall(io, t("cli:error.file", { file: written.refusal.path, text: written.refusal.text }));
    for (const { path } of files) io.print(printable(t("cli:wrote", { file: path })));
    io.print(printable(t("cli:next", { zone: shellWord(zone), declaration: shellWord(declaration) })));
    return 0;
  },
};

function exampleZone(): string {
  return writeZoneFile({
    name: t("cli:example.zone"),
    referenceType: "critical-care",
    slTarget: fromLevels([2, 2, 3, 2, 1, 2, 2]),
    policy: {
      signedUpdates: true,
      patchDaysCritical: 30,
      remoteEnds: ["hospital-gateway"],
      capabilityEvidence: ["none", "declared", "declared", "third-party"],
    },
    channels: null,
    countermeasures: [],
  });
}

function exampleDeclaration(): string {
  const answers: Answers = {};
  for (const row of selectApplicable(COMPONENT_REQUIREMENTS, COMPONENT_TYPES))
    answers[row.id] = answerTo(row);
  return writeDeclarationFile({
    supplier: t("cli:example.supplier"),
    product: t("cli:example.product"),
    release: t("cli:example.release"),
    signedOn: null,
    content: {
      componentTypes: [...COMPONENT_TYPES],
      answers,
      claimedSlCapability: fromLevels([2, 2, 3, 2, 2, 2, 1]),
      facts: exampleFacts(),
      evidence: [exampleEvidence()],
    },
  });
}

function exampleFacts(): ProductFacts {
  return {
    product: t("cli:example.product"),
    release: t("cli:example.release"),
    regime: "mdr",
    isInVitroDiagnostic: false,
    placedOnMarketOn: "2024-03-01",
    conformityDeclared: ["mdr"],
    riskClass: "IIb",
    signedUpdates: true,
    patchDaysCritical: 30,
    remoteAccess: ["on-demand"],
    remoteEnds: ["hospital-gateway"],
    remoteMultiFactor: true,
    aiFunction: "none",
  };
}

function exampleEvidence(): Evidence {
  return {
    id: "capability",
    type: "self-declaration",
    subject: "product-capability",
    title: t("cli:example.evidence"),
    issuer: t("cli:example.supplier"),
    assurance: "declared",
    scheme: "iec-62443-4-2",
    schemeVersion: "2019",
    scope: {
      product: t("cli:example.product"),
      releases: [t("cli:example.release")],
      componentTypes: [...COMPONENT_TYPES],
      level: null,
    },
    validFrom: null,
    validUntil: null,
    reference: "",
    sha256: null,
  };
}

function answerTo({ id, minSl }: ComponentRequirement): Answer {
  switch (id) {
    case "CR 1.10":
      return { value: "not-applicable", note: t("cli:example.note.not-applicable") };
    case "CR 7.7":
      return { value: "met-by-configuration", note: t("cli:example.note.configured") };
    case "CR 7.1 RE(1)":
      return { value: "met-with-countermeasure", note: t("cli:example.note.countermeasure") };
  }
  return { value: minSl <= 3 ? "met" : "not-met" };
}

/** As it can be pasted into a shell. */
function shellWord(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
