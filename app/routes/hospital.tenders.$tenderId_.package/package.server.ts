import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Stage } from "~/components/download/download-stages";
import type { PortalKey } from "~/domain/declaration/seal";
import { type Attachment, attachment } from "~/http/attachment.server";
import { respond, respondOpenly } from "~/http/respond.server";
import { i18nOf, translatorFor } from "~/i18n/i18n";
import type { Translate } from "~/i18n/keys";
import { type Language, languageOfHeader } from "~/i18n/resources";
import { folderOf, sealedZoneOf, type ZonePackage, zonePackageFile } from "~/presenters/zone-package.server";
import { classText, type DemandWords, demandReport } from "~/reports/demand-report";
import { unprintableOf } from "~/reports/parts";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import type { Caller } from "~/use-cases/use-case.server";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";
import { stagedAnswer, wantsStages } from "../hospital.models.$modelId.export.$file/staged.server";

type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };

/**
 * What is asked as one archive: documents and the sealed file for each class, and a read-me. `gather` notes who takes it
 * and reads it. A script may be told how far it is.
 */
export async function zonePackage(
  args: LoaderFunctionArgs,
  gather: (caller: Caller) => Promise<ZonePackage>,
): Promise<Response> {
  const gathered = await respond(args, async (caller) => {
    const { organisationId, personId } = caller.actor;
    return { found: await gather(caller), owner: `${organisationId} ${personId}` };
  });
  return packed(args, gathered);
}

/** `owner`: whose documents wait their turn together; a person, or a link. */
type Gathered = { found: ZonePackage; owner: string };

/** The archive of what was gathered, written when its turn has come. */
export async function packed(args: LoaderFunctionArgs, gathered: Gathered): Promise<Response> {
  const { request, context } = args;
  const language = languageOfHeader(request.headers.get("Accept-Language"));
  const write = (watching: Watching) => written({ ...gathered, language, key: context.portalKey }, watching);
  if (wantsStages(request)) return stagedAnswer(request, (tell, signal) => write({ tell, signal }));
  const watching = { signal: request.signal, tell: () => undefined };
  return attachment(await respondOpenly(args, () => write(watching)));
}

type ToWrite = Gathered & { language: Language; key: PortalKey };

/** Documents are written one after another within one turn: there are two for each class. */
async function written(
  { found, owner, language, key }: ToWrite,
  { signal, tell }: Watching,
): Promise<Attachment & { body: Uint8Array }> {
  const words = wordsOf(language);
  const { classes } = found;
  const lots = await inQueue({ owner, signal, tell: (before) => tell({ before }) }, async () => {
    const made = [];
    for (const [place, one] of classes.entries()) {
      const { text, facts } = sealedZoneOf(one, key);
      const document = demandReport(facts, words);
      const pdf = await writeDocument({ as: "report-pdf", document }, { signal });
      const docx = await writeDocument({ as: "report-docx", document }, { signal });
      made.push({ folder: folderOf(one, place, classes.length), zone: text, pdf, docx });
      tell({ done: place + 1, of: classes.length });
    }
    return made;
  });
  const list = classes
    .map((one, place) => {
      const folder = folderOf(one, place, classes.length);
      return `  ${folder === "" ? "" : `${folder}/ `}${classText(one.snapshot.zoneClass, words)}`;
    })
    .join("\n");
  const readMe = translatorFor(language)("demand:readMe", { list, keyId: key.keyId });
  return zonePackageFile(found, { lots, readMe });
}

export function wordsOf(language: Language): DemandWords {
  const ofReports = reportWords(language);
  const { day, policyValue } = ofReports;
  // Our keys instead of the library's: see i18n/keys.ts.
  const t = i18nOf(language).getFixedT(language, "demand") as Translate<"demand">;
  return { language, t, day, policyValue, unprintable: unprintableOf(ofReports) };
}
