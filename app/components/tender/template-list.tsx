import { Form } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Disclosure } from "../disclosure";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";

type Template = {
  id: string;
  name: string;
  subject: string;
  message: string;
  dueInDays: number;
  attachments: ReadonlyArray<string>;
};

type TemplateListProps = {
  templates: ReadonlyArray<Template>;
  mayManage: boolean;
  /** What was wrong with the new name of one of them. */
  refused: { templateId: string; errors: ReadonlyArray<string> | undefined } | undefined;
};

export function TemplateList({ templates, mayManage, refused }: TemplateListProps) {
  const { t } = useTranslation("tender");
  return templates.map((template) => (
    <Panel
      key={template.id}
      title={template.name}
      actions={
        mayManage ? (
          <ButtonLink to={paths.newRequest({ template: template.id })} size="small" variant="primary">
            {t("template.use")}
          </ButtonLink>
        ) : null
      }
    >
      <KeyValue
        columns={2}
        entries={[
          { term: t("page.subject"), value: template.subject },
          { term: t("template.dueInDays"), value: t("template.days", { count: template.dueInDays }) },
          {
            term: t("page.message"),
            value: <span className="whitespace-pre-line">{template.message || "–"}</span>,
          },
          {
            term: t("attachments.legend"),
            value: template.attachments.length > 0 ? template.attachments.join(", ") : "–",
          },
        ]}
      />
      {mayManage ? (
        <ManageForm
          template={template}
          errors={refused?.templateId === template.id ? refused.errors : undefined}
        />
      ) : null}
    </Panel>
  ));
}

type ManageFormProps = { template: Template; errors: ReadonlyArray<string> | undefined };

function ManageForm({ template: { id, name }, errors }: ManageFormProps) {
  const { t } = useTranslation("tender");
  return (
    <Disclosure summary={t("template.manage")} defaultOpen={errors !== undefined}>
      <div className="grid gap-3">
        <Form method="post" className="grid gap-3" noValidate>
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="templateId" value={id} />
          <TextField
            name="name"
            id={`name-${id}`}
            label={t("template.name")}
            defaultValue={name}
            errors={errors}
            maxLength={120}
            required
          />
          <div className="actions">
            <SubmitButton variant="regular">{t("template.rename")}</SubmitButton>
          </div>
        </Form>
        <Form method="post" className="grid gap-2">
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="templateId" value={id} />
          <p className="field-hint">{t("template.deleteText")}</p>
          <div className="actions">
            <SubmitButton variant="danger">{t("template.delete")}</SubmitButton>
          </div>
        </Form>
      </div>
    </Disclosure>
  );
}
