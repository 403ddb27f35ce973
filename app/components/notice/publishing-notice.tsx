import { Form } from "@remix-run/react";
import type { NoticeContent, NoticeGap, NoticeState } from "~/domain/notice/notice";
import type { KeyOf } from "~/i18n/keys";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { FormActions } from "../form-actions";
import { Page } from "../page";
import { Panel } from "../panel";
import { SubmitButton } from "../submit-button";
import { GapList } from "./gap-list";
import { NoticeText } from "./notice-text";

type Named = ReadonlyArray<{ id: string; name: string }>;
type PublishingNoticeProps = {
  id: string;
  state: NoticeState;
  content: NoticeContent;
  saveVersion: number;
  releases: Named;
  gaps: ReadonlyArray<NoticeGap>;
  chosen: Named;
  answered: Named;
  refusal:
    | (Extract<KeyOf<"notice">, `refusal.${string}`> extends `refusal.${infer Code}` ? Code : never)
    | undefined;
};

/** The last look before hospitals read it: what, about which releases, and who. */
export function PublishingNotice(props: PublishingNoticeProps) {
  const { id, state, content, saveVersion, releases, gaps, chosen, answered, refusal } = props;
  const { t } = useTranslation("notice");
  const isReady = state === "draft" && gaps.length === 0;
  return (
    <Page
      title={t("publishing.title", { title: content.title })}
      description={t("publishing.description")}
      width="text"
      breadcrumb={[
        { label: t("list.title"), to: paths.notices() },
        { label: content.title || t("list.title"), to: paths.notice(id) },
      ]}
    >
      {refusal ? (
        <Callout tone="danger" live>
          {t(`refusal.${refusal}`)}
        </Callout>
      ) : null}
      {state === "draft" ? null : <Callout tone="info">{t("refusal.not-a-draft")}</Callout>}
      {gaps.length > 0 ? <GapList gaps={gaps} /> : null}
      <Panel title={t("publishing.who")}>
        {releases.length > 0 ? (
          <p>
            {t("publishing.releases", {
              releases: t("publishing.releaseCount", { count: releases.length }),
              names: releases.map(({ name }) => name).join(", "),
            })}
          </p>
        ) : null}
        <Hospitals words={t("publishing.chosen", { count: chosen.length })} hospitals={chosen} />
        <Hospitals words={t("publishing.answered", { count: answered.length })} hospitals={answered} />
        <p>{t("publishing.others")}</p>
      </Panel>
      <Panel title={t("page.content")}>
        <NoticeText content={content} releases={releases} />
      </Panel>
      <Form method="post" className="grid gap-4">
        <input type="hidden" name="version" value={saveVersion} />
        {chosen.map((hospital) => (
          <input key={hospital.id} type="hidden" name="hospitalIds" value={hospital.id} />
        ))}
        <FormActions>
          {isReady ? <SubmitButton>{t("page.publish")}</SubmitButton> : null}
          <ButtonLink to={paths.notice(id)} variant="quiet">
            {t(state === "draft" ? "publishing.back" : "publishing.backToNotice")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}

function Hospitals({ words, hospitals }: { words: string; hospitals: Named }) {
  if (hospitals.length === 0) return null;
  return (
    <div>
      <p>{words}</p>
      <ul className="list-disc ps-5">
        {hospitals.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
