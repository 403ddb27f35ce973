import type { PortalKey } from "~/domain/declaration/seal";
import type { Receipt } from "~/domain/procurement/receipt";
import type { Attachment } from "~/http/attachment.server";
import { formatDay, formatInstant } from "~/i18n/format";
import { i18nOf } from "~/i18n/i18n";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";
import { sealedReceipt } from "~/presenters/sealed-receipt.server";
import { unprintableOf } from "~/reports/parts";
import { inQueue } from "~/reports/queue.server";
import { type ReceiptWords, receiptReport } from "~/reports/receipt-report";
import { writeDocument } from "~/reports/write-document.server";
import type { ReceiptFileName } from "~/use-cases/decisions/export-receipt.server";
import type { Caller } from "~/use-cases/use-case.server";
import { reportWords } from "../hospital.models.$modelId.export.$file/report-words";

type Wanted = {
  receipt: Receipt;
  file: ReceiptFileName;
  language: Language;
  key: PortalKey;
  signal: AbortSignal;
};

/** A receipt in one of its forms: sealed for programs, or written in turn with other documents for people. */
export async function writtenReceipt(
  { actor }: Caller,
  { receipt, file, language, key, signal }: Wanted,
): Promise<Attachment> {
  if (file === "receipt.json") return sealedReceipt(receipt, key);
  const owner = `${actor.organisationId} ${actor.personId}`;
  const document = receiptReport(receipt, wordsOf(language));
  const body = await inQueue({ owner, signal, tell: () => undefined }, () =>
    writeDocument({ as: "report-pdf", document }, { signal }),
  );
  return { name: file, type: "application/pdf", body };
}

function wordsOf(language: Language): ReceiptWords {
  return {
    language,
    // Our keys instead of the library's: see i18n/keys.ts.
    t: i18nOf(language).getFixedT(language, "receipt") as Translate<"receipt">,
    day: (value) => formatDay(value, language),
    instant: (value) => formatInstant(value, language),
    unprintable: unprintableOf(reportWords(language)),
  };
}
