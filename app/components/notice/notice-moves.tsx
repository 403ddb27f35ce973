import { Form } from "@remix-run/react";
import type { NoticeContent, NoticeGap, NoticeMove } from "~/domain/notice/notice";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { CheckboxGroup } from "../checkbox-group";
import { Disclosure } from "../disclosure";
import { FormActions } from "../form-actions";
import { Panel } from "../panel";
import type { PostedValues } from "../procurement/posted-values";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { GapList } from "./gap-list";
import { NoticeFields } from "./notice-fields";

type NoticeMovesProps = {
  noticeId: string;
  saveVersion: number;
  moves: ReadonlyArray<NoticeMove>;
  content: NoticeContent;
  releases: ReadonlyArray<{ id: string; name: string }>;
  gaps: ReadonlyArray<NoticeGap>;
  hospitals: ReadonlyArray<{ id: string; name: string; isChosen: boolean }>;
  errors: Readonly<Record<string, ReadonlyArray<string>>>;
  values: PostedValues;
};

/** What can become of a notice now; what hospitals will read from then on is said beside each button. */
export function NoticeMoves(props: NoticeMovesProps) {
  const { noticeId, saveVersion, moves, content, releases, gaps, hospitals, errors, values } = props;
  const { t } = useTranslation("notice");
  const hidden = (move: NoticeMove) => (
    <>
      <input type="hidden" name="intent" value={move} />
      <input type="hidden" name="version" value={saveVersion} />
    </>
  );
  const isAny = (...wanted: ReadonlyArray<NoticeMove>) => moves.some((move) => wanted.includes(move));
  return (
    <>
      {isAny("publish") ? (
        <Panel title={t("page.publishTitle")} description={t("page.publishText")}>
          {gaps.length > 0 ? (
            <GapList gaps={gaps} />
          ) : (
            <Form method="get" action={paths.publishNotice(noticeId)} className="grid gap-4">
              {hospitals.length > 0 ? (
                <CheckboxGroup
                  name="hospitalIds"
                  legend={t("field.hospitals")}
                  hint={t("field.hospitalsHint")}
                  defaultValues={hospitals.filter(({ isChosen }) => isChosen).map(({ id }) => id)}
                  options={hospitals.map(({ id, name }) => ({ value: id, label: name }))}
                />
              ) : null}
              <FormActions>
                <SubmitButton>{t("page.review")}</SubmitButton>
              </FormActions>
            </Form>
          )}
        </Panel>
      ) : null}
      {isAny("update") ? (
        <Disclosure summary={t("page.updateTitle")} boxed defaultOpen={values !== undefined}>
          <Form method="post" className="grid gap-4" noValidate>
            {hidden("update")}
            <NoticeFields {...{ content, releases, errors, values }} isKindFixed />
            <TextArea name="reason" label={t("field.updateReason")} maxLength={2000} required />
            <FormActions>
              <SubmitButton>{t("page.update")}</SubmitButton>
            </FormActions>
          </Form>
        </Disclosure>
      ) : null}
      {isAny("close", "withdraw") ? (
        <Disclosure summary={t("page.end")} boxed>
          <div className="grid gap-4">
            {isAny("close") ? (
              <Form method="post">
                {hidden("close")}
                <SubmitButton variant="regular">{t("page.close")}</SubmitButton>
              </Form>
            ) : null}
            <Form method="post" className="grid gap-4">
              {hidden("withdraw")}
              <TextArea
                id="withdraw-reason"
                name="reason"
                label={t("field.reason")}
                maxLength={2000}
                required
              />
              <FormActions>
                <SubmitButton variant="danger">{t("page.withdraw")}</SubmitButton>
              </FormActions>
            </Form>
          </div>
        </Disclosure>
      ) : null}
    </>
  );
}
