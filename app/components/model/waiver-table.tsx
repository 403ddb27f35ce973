import { Form } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { SubmitButton } from "~/components/submit-button";
import type { StandingWaiver } from "~/domain/zone-model/waivers";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { useRuleWords } from "./use-rule-words";
import { useTableLink } from "./use-table-link";

export type WaiverRow = StandingWaiver & { personName: string | null; givenAt: string | null };

type WaiverTableProps = {
  modelId: string;
  version: number;
  waivers: ReadonlyArray<WaiverRow>;
  mayEdit: boolean;
};

/** What was accepted in writing: why, until when, by whom, and the way back. */
export function WaiverTable({ modelId, version, waivers, mayEdit }: WaiverTableProps) {
  const { t } = useTranslation("model");
  const linkTo = useTableLink(modelId);
  return (
    <DataTable
      caption={t("waiver.caption")}
      captionHidden
      rows={waivers}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t("waiver.none")} icon="check-circle">
          {t("waiver.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "finding",
          header: t("common:finding"),
          rowHeader: true,
          wrap: true,
          cell: (waiver) => <WaiverText waiver={waiver} />,
        },
        {
          id: "element",
          header: t("waiver.element"),
          wrap: true,
          cell: ({ element, elementName }) =>
            elementName === null ? (
              <span className="text-muted">{t("waiver.gone")}</span>
            ) : (
              <Link to={linkTo({ element: element.id }, "element")}>{elementName}</Link>
            ),
        },
        {
          id: "until",
          header: t("waiver.until"),
          cell: ({ expiresOn }) => <DateText value={expiresOn} />,
        },
        {
          id: "by",
          header: t("waiver.by"),
          cell: ({ personName, givenAt }) =>
            personName === null ? null : (
              <>
                {personName} {givenAt ? <DateText value={givenAt} /> : null}
              </>
            ),
        },
        {
          id: "step",
          header: t("finding.step"),
          cell: ({ id, element, elementName }) =>
            mayEdit ? (
              <Form method="post" preventScrollReset>
                <input type="hidden" name="form" value="finding" />
                <input type="hidden" name="type" value="delete-waiver" />
                <input type="hidden" name="version" value={version} />
                <input type="hidden" name="waiverId" value={id} />
                <input type="hidden" name="element.kind" value={element.kind} />
                <input type="hidden" name="element.id" value={element.id} />
                <SubmitButton
                  size="small"
                  variant="regular"
                  aria-label={t("waiver.takeBackNamed", { name: elementName ?? t("waiver.gone") })}
                >
                  {t("waiver.takeBack")}
                </SubmitButton>
              </Form>
            ) : null,
        },
      ]}
    />
  );
}

function WaiverText({ waiver }: { waiver: WaiverRow }) {
  const { t } = useTranslation("model");
  const language = useLanguage();
  const words = useRuleWords();
  const { ruleId, finding, reason, state, expiresOn } = waiver;
  return (
    <>
      {finding ? words.sentence({ ruleId, params: finding.params }) : words.title(ruleId)}
      <span className="block font-normal">{`${t("waiver.reason")}: ${reason}`}</span>
      {state === "in-force" ? null : (
        <Badge tone={state === "expired" ? "warning" : "neutral"} icon="temporary">
          {t(`waiver.state.${state}`, { date: formatDay(expiresOn, language) })}
        </Badge>
      )}
    </>
  );
}
