import type { Receipt } from "~/domain/procurement/receipt";
import type { Translate } from "~/i18n/keys";
import {
  facts,
  muted,
  paragraph,
  type ReportDocument,
  table,
  tableOr,
  type Unprintable,
  warning,
} from "./document";

export type ReceiptWords = {
  language: string;
  t: Translate<"receipt">;
  day: (value: string) => string;
  instant: (value: string) => string;
  unprintable: Unprintable;
};

/** The receipt of a decision for people; its sealed form is for programs. Pure. */
export function receiptReport(receipt: Receipt, words: ReceiptWords): ReportDocument {
  const { t, language, unprintable } = words;
  const { decision, about, result, hospital } = receipt;
  const kind = t(`decision:kind.${decision.kind}`);
  return {
    title: t("title", { kind }),
    subtitle: t("subtitle", { product: about.product, release: about.release, hospital }),
    language,
    mark: null,
    unprintable,
    footer: t("footer", { fingerprint: result.fingerprint.slice(0, 16) }),
    pageOf: t("report:pageOf", { page: "{page}", pages: "{pages}" }),
    cover: [facts(factsOf(receipt, words))],
    sections: [
      { id: "conditions", title: t("conditions"), blocks: conditionBlocks(receipt, words) },
      ...(receipt.exceptions && receipt.exceptions.length > 0
        ? [{ id: "exceptions", title: t("exceptions"), blocks: exceptionBlocks(receipt.exceptions, words) }]
        : []),
      { id: "what", title: t("what"), blocks: [warning(t("whatText"))] },
      {
        id: "check",
        title: t("check"),
        blocks: [paragraph(t("checkText")), muted(t("checkCommand", { file: "receipt.json" }))],
      },
    ],
  };
}

/** What this side does not have is null, and left out. */
function factsOf({ decision, about, result, hospital }: Receipt, { t, day, instant }: ReceiptWords) {
  const { zone, revision, declarationVersion: version, declarationId: id } = about;
  const { verdict, ruleSetVersion: rules, catalogueVersion } = result;
  const catalogue = catalogueVersion ?? "";
  return [
    [t("field.decision"), t(`decision:kind.${decision.kind}`)],
    [t("field.decidedAt"), instant(decision.decidedAt)],
    [t("field.hospital"), hospital],
    [t("field.decidedBy"), decision.decidedBy && t("byRole", { name: decision.decidedBy })],
    [t("field.supplier"), about.supplier],
    [t("field.product"), `${about.product} ${about.release}`],
    [t("field.declaration"), t("field.declarationValue", { version, id })],
    [t("field.zone"), zone && t("field.zoneValue", { zone, revision: revision ?? 0 })],
    [t("field.request"), about.request],
    [t("field.reason"), decision.reason],
    [t("field.verdict"), verdict && t(`components:verdict.${verdict}`)],
    [t("field.asOf"), day(result.asOf)],
    [t("field.fingerprint"), result.fingerprint],
    [t("field.rules"), rules && t("field.rulesValue", { rules, catalogue })],
  ] as const;
}

function conditionBlocks({ conditions, conditionCount }: Receipt, { t, day }: ReceiptWords) {
  if (conditions === null && conditionCount > 0)
    return [paragraph(t("conditionCount", { count: conditionCount }))];
  return [
    tableOr(
      t("noConditions"),
      [t("head.text"), t("head.owner"), t("head.dueOn")],
      (conditions ?? []).map(({ text, owner, dueOn }) => [text, owner, day(dueOn)]),
    ),
  ];
}

function exceptionBlocks(exceptions: NonNullable<Receipt["exceptions"]>, { t, day, instant }: ReceiptWords) {
  return [
    table(
      [t("head.exception"), t("head.grantedBy"), t("head.expiresOn")],
      exceptions.map(({ id, grantedBy, grantedAt, expiresOn }) => [
        id,
        `${grantedBy}, ${instant(grantedAt)}`,
        day(expiresOn),
      ]),
    ),
  ];
}
