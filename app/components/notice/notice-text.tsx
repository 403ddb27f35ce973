import { componentLine } from "~/domain/notice/form-values";
import type { NoticeContent } from "~/domain/notice/notice";
import { useTranslation } from "~/i18n/use-translation";
import { KeyValue } from "../key-value";
import { NoticeKindBadge } from "./notice-badge";

type NoticeTextProps = {
  content: NoticeContent;
  releases: ReadonlyArray<{ id: string; name: string }>;
};

/** A notice as hospitals read it. */
export function NoticeText({ content, releases }: NoticeTextProps) {
  const { t } = useTranslation("notice");
  const named = content.releaseIds.flatMap((id) => releases.find((one) => one.id === id)?.name ?? []);
  const listed = (texts: ReadonlyArray<string>) => (texts.length > 0 ? texts.join(", ") : t("page.none"));
  return (
    <div className="grid gap-4">
      <p className="whitespace-pre-line">{content.text}</p>
      <KeyValue
        columns={2}
        entries={[
          { term: t("field.kind"), value: <NoticeKindBadge kind={content.kind} /> },
          { term: t("field.severity"), value: t(`severity.${content.severity ?? "unknown"}`) },
          { term: t("field.releases"), value: listed(named) },
          { term: t("field.vulnerabilityNumbers"), value: listed(content.vulnerabilities) },
          { term: t("field.componentNames"), value: listed(content.components.map(componentLine)) },
        ]}
      />
      <KeyValue
        entries={[
          {
            term: t("field.remedies"),
            value: <span className="whitespace-pre-line">{content.remedies || t("page.none")}</span>,
          },
        ]}
      />
    </div>
  );
}
