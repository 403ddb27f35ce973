import type { Stage } from "~/components/download/download-stages";
import { offerWordsOf } from "~/components/offers/offer-words";
import type { Attachment } from "~/http/attachment.server";
import { i18nOf } from "~/i18n/i18n";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import {
  nameOfOffersFile,
  type OffersToExport,
  offersWorkbookFile,
} from "~/presenters/present-offers-export.server";
import type { OffersReportWords } from "~/reports/offers-facts";
import { offersReport } from "~/reports/offers-report";
import { offerSheets } from "~/reports/offers-sheets";
import { unprintableOf } from "~/reports/parts";
import { inQueue } from "~/reports/queue.server";
import { writeDocument } from "~/reports/write-document.server";
import type { Caller } from "~/use-cases/use-case.server";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";
import type { Written } from "../hospital.models.$modelId.export.$file/staged.server";
import { stripDrawing } from "./strip-drawing";

type Watching = { signal: AbortSignal; tell: (stage: Stage) => void };

/** The words of a comparison's files. */
export function offersReportWords(language: Language): OffersReportWords {
  // Our keys instead of the library's: see i18n/keys.ts.
  const t = i18nOf(language).getFixedT(language, "offers") as Translate<"offers">;
  return {
    ...offerWordsOf(t, language),
    language,
    unprintable: unprintableOf(reportWords(language)),
  };
}

export function offersWorkbook(offers: OffersToExport, language: Language): Promise<Attachment> {
  return offersWorkbookFile(offers, offerSheets(offers, offersReportWords(language)));
}

/** Waits for its turn among the documents of the portal and is written in a worker. */
export async function offersDocument(
  { actor }: Caller,
  { offers, language }: { offers: OffersToExport; language: Language },
  { signal, tell }: Watching,
): Promise<Written> {
  const owner = `${actor.organisationId} ${actor.personId}`;
  const body = await inQueue({ owner, signal, tell: (before) => tell({ before }) }, () => {
    const document = offersReport(offers, offersReportWords(language), ({ slCapability }) =>
      stripDrawing({
        target: offers.zone.slTarget,
        reached: slCapability.native,
        withCountermeasures: slCapability.withCountermeasures,
      }),
    );
    const order = { as: "report-pdf", document } as const;
    return writeDocument(order, { signal, tell: (done, of) => tell({ done, of }) });
  });
  return { name: nameOfOffersFile(offers, "offers.pdf"), type: "application/pdf", body };
}
