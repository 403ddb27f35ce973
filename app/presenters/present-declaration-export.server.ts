import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { MDS2_SHEET } from "~/catalogue/mds2-worksheet";
import { computeCapability, type SlCapability } from "~/domain/assessment/capability";
import { headOfSeal, type SealedDeclaration } from "~/domain/declaration/seal";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type AttestationWords, writeAttestations } from "~/formats/attestations/write";
import { writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { writeDeclarationFile } from "~/formats/cordon-json/write";
import { type WorkbookWords, writeOfflineWorkbook } from "~/formats/offline-workbook/write";
import { type OscalWords, writeComponentDefinition } from "~/formats/oscal/write";
import type { DeclarationToWrite } from "~/formats/stated/declaration-to-write";
import type { DeclarationFileName } from "~/use-cases/declarations/export-declaration.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findSeal } from "~db/repositories/declaration-seals";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { findOrganisation } from "~db/repositories/organisations";
import { listPeopleByIds } from "~db/repositories/people";
import { findWithNames } from "./present-declaration.server";

/** What a file of a declaration is made of. `seal` is null for a draft and for what was signed before there were seals. */
export type DeclarationToExport = DeclarationToWrite & {
  id: string;
  state: "draft" | "signed";
  fingerprint: string | null;
  seal: SealedDeclaration | null;
  keyId: string | null;
  capability: SlCapability;
};

/** One declaration to take along: a supplier's own, or one that is shared with the hospital; anything else is not found. */
export async function presentDeclarationExport(
  caller: Caller,
  declarationId: string,
): Promise<DeclarationToExport> {
  requirePermission(caller.actor, "declaration.export");
  const found =
    caller.actor.organisationKind === "supplier"
      ? await ownDeclaration(caller, declarationId)
      : await sharedDeclaration(caller, declarationId);
  const { supplierId, ...known } = found;
  const seal = (await findSeal(caller.database.read, supplierId, declarationId)) ?? null;
  const head = seal && headOfSeal(seal);
  return {
    ...known,
    // Names as they were on the day: a person may be called otherwise by now.
    signed: head ? { by: head.signedBy.name, at: head.signedAt } : known.signed,
    seal,
    keyId: head?.keyId ?? null,
    capability: computeCapability(COMPONENT_REQUIREMENTS, known.content),
  };
}

async function ownDeclaration({ actor, database, now }: Caller, declarationId: string) {
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, version, state, content, signedAt, signedBy, fingerprint } = declaration;
  const [supplier, people] = await Promise.all([
    findOrganisation(read, actor.organisationId),
    listPeopleByIds(read, signedBy ? [signedBy] : []),
  ]);
  return {
    ...{ supplierId: actor.organisationId, id, version, state, content, fingerprint },
    ...{ supplier: supplier?.name ?? "", product: product.name, release: release.version },
    signed: signedAt && { by: people[0]?.name ?? "", at: signedAt.toISOString() },
    writtenAt: (signedAt ?? now).toISOString(),
  };
}

async function sharedDeclaration({ actor, database }: Caller, declarationId: string) {
  const shared = await findSharedDeclaration(database.read, actor.organisationId, declarationId);
  if (!shared) throw new AppError("not-found", "there is no such declaration");
  const { supplierId, content, fingerprint } = shared;
  const at = shared.signedAt.toISOString();
  return {
    ...{ supplierId, id: declarationId, version: shared.declarationVersion, content, fingerprint },
    ...{ supplier: shared.supplierName, product: shared.productName, release: shared.releaseVersion },
    state: "signed" as const,
    // Who signed before there were seals is the supplier's own affair.
    signed: { by: "", at },
    writtenAt: at,
  };
}

export type DeclarationExportWords = {
  attestations: AttestationWords;
  oscal: OscalWords;
  workbook: WorkbookWords;
};

const JSON_TYPE = "application/json; charset=utf-8";
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The bytes of every file but the PDF, which the reports write. */
export async function declarationFile(
  declaration: DeclarationToExport,
  file: Exclude<DeclarationFileName, "declaration.pdf">,
  words: DeclarationExportWords,
): Promise<{ name: string; type: string; body: string | Uint8Array }> {
  const name = nameOfDeclarationFile(declaration, file);
  switch (file) {
    case "declaration.json":
      return { name, type: JSON_TYPE, body: toCordonJson(declaration) };
    case "attestations.cdx.json":
      return {
        ...{ name, type: JSON_TYPE },
        body: writeAttestations(declaration, COMPONENT_REQUIREMENTS, words.attestations),
      };
    case "component-definition.oscal.json":
      return {
        ...{ name, type: JSON_TYPE },
        body: writeComponentDefinition(declaration, COMPONENT_REQUIREMENTS, words.oscal),
      };
    case "workbook.xlsx": {
      const rows = { requirements: COMPONENT_REQUIREMENTS, mds2Questions: MDS2_SHEET };
      return {
        ...{ name, type: XLSX_TYPE },
        body: await writeOfflineWorkbook(declaration.content, rows, words.workbook),
      };
    }
  }
}

/** `Pump-3-4-1-version-2-workbook.xlsx`. */
export function nameOfDeclarationFile(
  { product, release, version }: Pick<DeclarationToExport, "product" | "release" | "version">,
  file: DeclarationFileName,
): string {
  const title = `${product}-${release}-version-${version}`;
  return `${title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}-${file}`;
}

function toCordonJson({ seal, supplier, product, release, signed, content }: DeclarationToExport): string {
  if (seal) return writeSealedFile(seal);
  const signedOn = signed && toIsoDate(new Date(signed.at));
  return writeDeclarationFile({ supplier, product, release, signedOn, content });
}
