import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import type { ImportEntry, ImportFault, ImportPlan } from "~/domain/declaration/import-plan";
import type { FileKind } from "~/domain/declaration/import-words";
import type { Result } from "~/domain/shared/result";
import type { FileLook, FileRefusal } from "./look";

/** What a file is read for: a draft as it stands, and the release that it is about. */
export type IntakeGround = {
  content: DeclarationContent;
  product: string;
  release: string;
  manufacturer: string;
  file: { name: string; sha256: string };
  /** Id of the piece of evidence that the file would become; nothing here makes ids. */
  evidenceId: string;
  /** RFC 3339. */
  asOf: string;
  /** The key with which this portal seals, in base64. */
  portalKey: string;
  /** The list of components that the draft names as evidence, for files that speak of components. */
  sbom: Uint8Array | null;
};

export const INTAKE_STEPS = ["opening", "parsing", "comparing", "judging"] as const;
export type IntakeStep = (typeof INTAKE_STEPS)[number];
export type Tell = (step: IntakeStep) => void;

/** What a reader found, before it is cut to what a plan may hold. */
export type Found = Pick<ImportPlan, "edition" | "about" | "counted"> & {
  entries: ReadonlyArray<ImportEntry>;
  unused: ReadonlyArray<ImportFault>;
  /** Where the reader itself has left some out of `unused`. */
  unusedCount?: number;
  quality?: ImportPlan["quality"];
  seal?: ImportPlan["seal"];
  evidence: Evidence | null;
};

/** One kind of file. `recognises` judges by content and never by the name. */
export type FileReader = {
  kind: FileKind;
  recognises(look: FileLook): boolean | Promise<boolean>;
  read(
    look: FileLook,
    ground: IntakeGround,
    tell: Tell,
  ): Result<Found, FileRefusal> | Promise<Result<Found, FileRefusal>>;
};

/** The file as a piece of evidence: what it is, for this product and release, declared by who made it. */
export function fileAsEvidence(
  ground: IntakeGround,
  what: Pick<Evidence, "type" | "scheme"> &
    Partial<Pick<Evidence, "subject" | "schemeVersion" | "validFrom" | "validUntil">>,
): Evidence {
  return {
    id: ground.evidenceId,
    subject: "product-capability",
    title: ground.file.name,
    issuer: ground.manufacturer,
    assurance: "declared",
    schemeVersion: "",
    scope: { product: ground.product, releases: [ground.release], componentTypes: [], level: null },
    validFrom: null,
    validUntil: null,
    reference: "",
    sha256: ground.file.sha256,
    ...what,
  };
}
