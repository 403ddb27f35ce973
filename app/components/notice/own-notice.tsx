import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { NoticeContent, NoticeState } from "~/domain/notice/notice";
import type { ClockStanding } from "~/domain/notice/reporting-clock";
import type { KeyOf } from "~/i18n/keys";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Callout } from "../callout";
import { FormActions } from "../form-actions";
import { Page } from "../page";
import { Panel } from "../panel";
import { type PostedValues, textOf } from "../procurement/posted-values";
import { SubmitButton } from "../submit-button";
import { ClockTable } from "./clock-table";
import { EventTable } from "./event-table";
import { MoveList } from "./move-list";
import { NoticeStateBadge } from "./notice-badge";
import { NoticeFields } from "./notice-fields";
import { NoticeMoves } from "./notice-moves";
import { NoticeText } from "./notice-text";
import { RecordForm } from "./record-form";

type RefusalCode =
  Extract<KeyOf<"notice">, `refusal.${string}`> extends `refusal.${infer Code}` ? Code : never;
type Refusal = { code: RefusalCode; fields?: Readonly<Record<string, ReadonlyArray<string>>> };

type OwnNoticeProps = Omit<ComponentProps<typeof NoticeMoves>, "noticeId" | "errors" | "values"> & {
  id: string;
  state: NoticeState;
  content: NoticeContent;
  source: "form" | "csaf" | "cyclonedx-vex";
  sourceDocument: string;
  clocks: ReadonlyArray<ClockStanding>;
  events: ComponentProps<typeof EventTable>["events"];
  steps: ComponentProps<typeof MoveList>["steps"];
  may: { save: boolean; record: boolean; publish: boolean };
  unknown: ReadonlyArray<string>;
  refusal: Refusal | undefined;
  values: PostedValues;
};

const SUPPLIER_STEPS = [
  "aware",
  "early-warning",
  "notification",
  "measure-available",
  "final-report",
] as const;

/** A supplier's own notice: what it says, what can become of it, its clocks and its history. */
export function OwnNotice(props: OwnNoticeProps) {
  const { state, content, releases, saveVersion, clocks, may, refusal, values, unknown } = props;
  const { t } = useTranslation("notice");
  const fields = refusal?.fields ?? {};
  const intent = textOf(values, "intent");
  return (
    <Page
      title={content.title || t("list.title")}
      description={[t(`page.sources.${props.source}`), props.sourceDocument].filter(Boolean).join(": ")}
      breadcrumb={[{ label: t("list.title"), to: paths.notices() }]}
      badge={<NoticeStateBadge state={state} />}
    >
      {refusal ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal.code}`)}
        </Callout>
      ) : null}
      {unknown.length > 0 ? (
        <Callout tone="warning">{t("page.imported", { names: unknown.join(", ") })}</Callout>
      ) : null}
      {may.save ? (
        <Panel title={t("page.edit")}>
          <Form method="post" className="grid gap-4" noValidate>
            <input type="hidden" name="intent" value="save" />
            <input type="hidden" name="version" value={saveVersion} />
            <NoticeFields
              {...{ content, releases }}
              errors={intent === "save" ? fields : {}}
              values={intent === "save" ? values : undefined}
            />
            <FormActions>
              <SubmitButton variant="regular">{t("form.save")}</SubmitButton>
            </FormActions>
          </Form>
          <Form method="post">
            <input type="hidden" name="intent" value="discard" />
            <SubmitButton variant="quiet">{t("page.discard")}</SubmitButton>
          </Form>
        </Panel>
      ) : (
        <Panel title={t("page.content")}>
          <NoticeText content={content} releases={releases} />
        </Panel>
      )}
      {clocks.length > 0 ? (
        <Panel title={t("clock.title")} description={t("clock.description")}>
          <Callout tone="info">{t("clock.notSent")}</Callout>
          <ClockTable clocks={clocks} />
          <EventTable events={props.events} />
          {may.record ? (
            <RecordForm steps={SUPPLIER_STEPS} errors={intent === "record" ? fields : {}} />
          ) : null}
        </Panel>
      ) : null}
      {may.publish ? (
        <NoticeMoves
          noticeId={props.id}
          {...{ saveVersion, content, releases, moves: props.moves }}
          {...{ gaps: props.gaps, hospitals: props.hospitals }}
          errors={intent === "update" ? fields : {}}
          values={intent === "update" ? values : undefined}
        />
      ) : (
        <p className="text-muted">{t("page.mayNotPublish")}</p>
      )}
      {props.steps.length > 0 ? (
        <Panel title={t("page.history")}>
          <MoveList steps={props.steps} />
        </Panel>
      ) : null}
    </Page>
  );
}
