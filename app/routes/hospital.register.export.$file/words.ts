import { conditionWords, endWords, exceptionWords } from "~/components/register/register-words";
import { translatorFor } from "~/i18n/i18n";
import type { Language } from "~/i18n/resources";
import { paths } from "~/paths";
import type { RegisterColumn, RegisterWords } from "~/presenters/present-register-file.server";

/** The words of the files; `origin` is what links begin with. Days stand as YYYY-MM-DD, so that they can be sorted. */
export function registerWords(language: Language, origin: string): RegisterWords {
  const t = translatorFor(language);
  type Shown = Parameters<RegisterWords["cell"]>[0];
  const cell = (approval: Shown, column: RegisterColumn): string => {
    switch (column) {
      case "product":
        return approval.productName;
      case "release":
        return approval.releaseVersion;
      case "manufacturer":
        return approval.supplierName;
      case "model":
        return approval.modelName;
      case "zone":
        return approval.zoneName;
      case "state":
        return t(
          approval.kind === "approve" ? "register:kind.approve" : "register:kind.approve-with-conditions",
        );
      case "review":
        return approval.review === null ? "" : t(`register:review.${approval.review}`);
      case "until":
        return approval.until?.endsOn ?? "";
      case "untilWhy":
        return approval.until === null ? t("register:until.none") : endWords(t, approval.until);
      case "conditions":
        return approval.conditions
          .map((one) => {
            const words = conditionWords(t, one, language);
            return one.isOverdue ? t("register:overdue", { condition: words }) : words;
          })
          .join("; ");
      case "exceptions":
        return approval.exceptions.map((one) => exceptionWords(t, one, language)).join("; ");
      case "decidedOn":
        return approval.decidedAt.slice(0, 10);
      case "decidedBy":
        return approval.decidedByName;
      case "link":
        return `${origin}${paths.decision(approval.id)}`;
    }
  };
  return {
    sheet: t("register:file.sheet"),
    heading: (column) => t(`register:column.${column}`),
    cell,
    cut: (count) => t("register:file.cut", { count }),
  };
}
