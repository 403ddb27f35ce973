import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { MDS2_SHEET } from "~/catalogue/mds2-worksheet";
import { mayDo } from "~/domain/access/permissions";
import { staleEntries } from "~/domain/declaration/apply-import";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import { mds2OfDeclaration } from "~/domain/declaration/mds2-of-declaration";
import { findOwnImport } from "~/use-cases/intake-files/find-own-import.server";
import { MAX_INTAKE_BYTES, stepOfReading } from "~/use-cases/intake-files/readings.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { listFiles } from "~db/repositories/files";
import { findWithNames } from "./present-declaration.server";
import { filesWithUse } from "./stored-files.server";

/** Files that a reader may be given; pictures and documents are for people. */
const READABLE = [
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/json",
  "application/xml",
  "text/plain",
];

/** Where a file is chosen that fills in a draft: one that is sent now, or one of the supplier's store. */
export async function presentFileChoice({ actor, database }: Caller, declarationId: string) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { organisationId } = actor;
  const { declaration, product, release } = await findWithNames(read, organisationId, declarationId);
  const mayImport = declaration.state === "draft" && mayDo(actor, "declaration.import");
  const [stored, declarations] = mayImport
    ? await Promise.all([listFiles(read, organisationId), listDeclarations(read, organisationId)])
    : [[], []];
  const own = declaration.content.evidence.flatMap(({ sha256 }) => sha256 ?? []);
  const files = filesWithUse(stored, declarations).filter(
    ({ mediaType, bytes }) => READABLE.includes(mediaType) && bytes <= MAX_INTAKE_BYTES,
  );
  return {
    ...headOf(declaration, { product, release }),
    /** Those that are evidence of this declaration come first. */
    stored: files.toSorted((a, b) => Number(own.includes(b.sha256)) - Number(own.includes(a.sha256))),
    maxBytes: MAX_INTAKE_BYTES,
    mayImport,
    hasMds2: mds2OfDeclaration(declaration.content) !== null,
    mayUpload: mayImport && mayDo(actor, "file.upload"),
  };
}

/** So long after it began a reading that this process knows nothing of has been forgotten by every process. */
const FORGOTTEN_AFTER_MS = 5 * 60_000;

/** A file that was read, or is being read: how far it is, what it would set, what it contradicts, what was not used. */
export async function presentFileImport(
  { actor, database, now }: Caller,
  { declarationId, importId }: { declarationId: string; importId: string },
) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const found = await findOwnImport(read, actor, { declarationId, importId });
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, name, bytes, sha256, state, plan, refusal, createdAt } = found;
  const step = state === "reading" ? (stepOfReading(id) ?? null) : null;
  const isForgotten =
    state === "reading" && step === null && now.getTime() - createdAt.getTime() > FORGOTTEN_AFTER_MS;
  return {
    ...headOf(declaration, { product, release }),
    file: { id, name, bytes, sha256, state, step, isForgotten, refusal },
    plan,
    stale: plan && state === "ready" ? staleEntries(plan, declaration.content) : [],
    words: plan ? wordsOf(plan) : { rows: {}, questions: {} },
    isDraft: declaration.state === "draft",
    mayImport: declaration.state === "draft" && mayDo(actor, "declaration.import"),
  };
}

type Named = Awaited<ReturnType<typeof findWithNames>>;

function headOf(
  { id, version, state, content }: Named["declaration"],
  { product, release }: Omit<Named, "declaration">,
) {
  return {
    declaration: { id, version, state, content: { evidence: content.evidence } },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
  };
}

/** Titles of the rows and questions that a plan names. */
function wordsOf({ entries }: ImportPlan) {
  const ids = entries.flatMap((entry) => (entry.kind === "answer" ? entry.requirementId : []));
  const asked = new Set(entries.flatMap(({ reasons }) => reasons.map(({ subject }) => subject)));
  return {
    rows: Object.fromEntries(
      ids.map((id) => {
        const row = COMPONENT_REQUIREMENT_BY_ID.get(id);
        return [id, { title: row?.title ?? "", minSl: row?.minSl ?? 1 }];
      }),
    ),
    questions: Object.fromEntries(
      MDS2_SHEET.filter(({ id }) => asked.has(id)).map(({ id, label }) => [id, label]),
    ),
  };
}
