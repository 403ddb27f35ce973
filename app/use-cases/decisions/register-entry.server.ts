import type { DeclarationContent } from "~/domain/declaration/declaration";
import { declaredEndOf, registerOrder, registerText } from "~/domain/procurement/register";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { RegisterEntry } from "~db/repositories/register";

type Approved = Pick<RegisterEntry, "decisionId" | "modelId" | "zoneId"> & {
  productName: string;
  releaseVersion: string;
  supplierName: string;
  zoneName: string;
  decidedAt: Date;
  /** As it was decided on. */
  content: DeclarationContent;
};

/** What an approval is found, sorted and dated by, from what was frozen with it. */
export function toRegisterEntry(organisationId: string, approved: Approved): RegisterEntry {
  const { decisionId, modelId, zoneId, decidedAt, content } = approved;
  return {
    ...{ organisationId, decisionId, modelId, zoneId },
    orderText: registerOrder(approved),
    searchText: registerText(approved),
    declaredEnd: declaredEndOf(content, toIsoDate(decidedAt)),
  };
}
