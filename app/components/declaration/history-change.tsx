import type { ReactNode } from "react";
import { Disclosure } from "~/components/disclosure";
import type { HistoryChange } from "~/domain/declaration/history";
import { formatList } from "~/i18n/format";
import { sectionName } from "~/i18n/section-name";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

export type ToldChange = {
  change: HistoryChange;
  /** Of a piece of evidence that some version still has. */
  evidenceTitle: string | null;
  /** Who was given sections; null for nobody, and for who is gone. */
  assigneeName: string | null;
};

/** Rows that are named at once; more of them open on demand. */
const NAMED_AT_ONCE = 8;

/** What one change was, in words. Words of the log that no page knows any more stand as they are. */
export function HistoryChangeText({ change, evidenceTitle, assigneeName }: ToldChange) {
  const { t } = useTranslation("declaration");
  const language = useLanguage();
  switch (change.kind) {
    case "created":
      return <>{t(change.copiedFrom ? "history.change.copied" : "history.change.created")}</>;
    case "answers": {
      const { requirementIds: rows } = change;
      return <Named ids={rows}>{t("history.change.answers", { count: rows.length })}</Named>;
    }
    case "facts": {
      const group = t(`facts:group.${change.group}` as "facts:group.ai");
      const names = change.facts.map((key) => t(`facts:field.${key}` as "facts:field.product"));
      return <Named ids={names}>{t("history.change.facts", { group })}</Named>;
    }
    case "types": {
      const types = change.componentTypes.map((type) =>
        t(`components:componentType.${type}` as "components:componentType.host-device"),
      );
      return <>{t("history.change.types", { types: formatList(types, language) })}</>;
    }
    case "claim":
      return (
        <>
          {change.claimed
            ? t("history.change.claim", { claimed: change.claimed })
            : t("history.change.claimTakenBack")}
        </>
      );
    case "evidence": {
      const title = evidenceTitle ?? t("history.change.evidenceGone");
      return <>{t(`history.change.evidence.${change.step}`, { title })}</>;
    }
    case "import":
      return <>{t("history.change.import", { count: change.entries })}</>;
    case "assigned": {
      const sections = formatList(
        change.sections.map((section) => sectionName(t, section)),
        language,
      );
      if (change.assigneeId === "") return <>{t("history.change.unassigned", { sections })}</>;
      return <>{t("history.change.assigned", { sections, name: assigneeName ?? t("history.nobody") })}</>;
    }
    case "signed":
      return (
        <>
          {t("history.change.signed", { visibility: t(visibilityKey(change.visibility)) })}{" "}
          <code title={change.fingerprint}>{change.fingerprint.slice(0, 12)}</code>
        </>
      );
    case "shared":
      return <>{t("history.change.shared", { visibility: t(visibilityKey(change.visibility)) })}</>;
    case "withdrawn":
      return <>{t("history.change.withdrawn")}</>;
    case "exported":
      return <>{t("history.change.exported", { file: change.file })}</>;
    case "sent":
      return <>{t("history.change.sent")}</>;
    case "other":
      return <code>{change.action}</code>;
  }
}

function visibilityKey(visibility: string) {
  return `visibility.${visibility}.label` as "visibility.private.label";
}

function Named({ ids, children }: { ids: ReadonlyArray<string>; children: ReactNode }) {
  const language = useLanguage();
  const list = formatList(ids, language);
  if (ids.length <= NAMED_AT_ONCE)
    return (
      <>
        {children}: {list}
      </>
    );
  return <Disclosure summary={children}>{list}</Disclosure>;
}
