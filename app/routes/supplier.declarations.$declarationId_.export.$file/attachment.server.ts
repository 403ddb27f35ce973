import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Stage } from "~/components/download/download-stages";
import type { OrganisationKind } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import { attachment } from "~/http/attachment.server";
import { respond } from "~/http/respond.server";
import { requireNoted } from "~/http/step-up.server";
import { type Language, languageOfHeader } from "~/i18n/resources";
import {
  type DeclarationToExport,
  declarationFile,
  nameOfDeclarationFile,
  presentDeclarationExport,
} from "~/presenters/present-declaration-export.server";
import { declarationReport } from "~/reports/declaration-report";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import { DECLARATION_FILES, exportDeclaration } from "~/use-cases/declarations/export-declaration.server";
import type { Caller } from "~/use-cases/use-case.server";
import {
  stagedAnswer,
  type Written,
  wantsStages,
} from "../hospital.models.$modelId.export.$file/staged.server";
import { declarationReportWords, exportWords } from "./words";

/**
 * Notes who takes what, then writes it. What cannot be asked for is not found. Of the PDF a script may be told how far it
 * is, as of a model's reports.
 */
export async function declarationAttachment(
  args: LoaderFunctionArgs,
  side: OrganisationKind,
): Promise<Response> {
  const { request, params } = args;
  const { declarationId = "", file: wanted = "" } = params;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const { caller, file, declaration } = await respond(args, async (caller) => {
    if (caller.actor.organisationKind !== side)
      throw new AppError("forbidden", `this is a page of a ${side}`);
    const file = DECLARATION_FILES.find((one) => one === wanted);
    if (!file) throw new AppError("not-found", "there is no such file");
    requireNoted(await exportDeclaration(caller, { declarationId, file }), "there is no such declaration");
    return { caller, file, declaration: await presentDeclarationExport(caller, declarationId) };
  });
  if (file !== "declaration.pdf")
    return attachment(await declarationFile(declaration, file, exportWords(language, declaration)));
  const asked = { declaration, language };
  if (wantsStages(request))
    return stagedAnswer(request, (tell, signal) => pdf(caller, asked, { signal, tell }));
  const watching = { signal: request.signal, tell: () => undefined };
  return attachment(await respond(args, () => pdf(caller, asked, watching)));
}

type Asked = { declaration: DeclarationToExport; language: Language };
type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };

async function pdf(
  { actor }: Caller,
  { declaration, language }: Asked,
  { signal, tell }: Watching,
): Promise<Written> {
  const owner = `${actor.organisationId} ${actor.personId}`;
  const body = await inQueue({ owner, signal, tell: (before) => tell({ before }) }, () => {
    const document = declarationReport(declaration, declarationReportWords(language));
    const order = { as: "report-pdf", document } as const;
    return writeDocument(order, { signal, tell: (done, of) => tell({ done, of }) });
  });
  return { name: nameOfDeclarationFile(declaration, "declaration.pdf"), type: "application/pdf", body };
}
