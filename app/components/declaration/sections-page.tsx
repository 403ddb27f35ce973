import { Form } from "@remix-run/react";
import { CheckboxGroup } from "~/components/checkbox-group";
import { DataTable } from "~/components/data-table";
import { FormError } from "~/components/form-error";
import { Panel } from "~/components/panel";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import type { Section } from "~/domain/declaration/sections";
import { sectionName } from "~/i18n/section-name";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { DeclarationFrame, type DeclarationHead } from "./declaration-frame";
import { type Refusal, useRefusal } from "./refusal";

type SectionRow = {
  section: Section;
  done: number;
  all: number;
  owner: { name: string; isMine: boolean } | null;
};

type SectionsPageProps = {
  page: DeclarationHead & {
    sections: ReadonlyArray<SectionRow>;
    colleagues: ReadonlyArray<{ id: string; name: string; isSelf: boolean }>;
    mayAssign: boolean;
    mayInvite: boolean;
  };
  refusal: Refusal | undefined;
};

/** Who fills in what, and giving sections to colleagues. */
export function SectionsPage({ page, refusal }: SectionsPageProps) {
  const { t } = useTranslation("declaration");
  const { declaration, sections, mayAssign } = page;
  return (
    <DeclarationFrame head={page}>
      <Panel title={t("sections.title")} description={t("sections.description")}>
        {declaration.state === "draft" ? null : <p>{t("sections.signed")}</p>}
        <DataTable
          caption={t("sections.caption")}
          captionHidden
          rows={sections}
          rowKey={({ section }) => section}
          columns={[
            {
              id: "section",
              header: t("sections.section"),
              rowHeader: true,
              wrap: true,
              cell: ({ section }) => <SectionLink declarationId={declaration.id} section={section} />,
            },
            {
              id: "progress",
              header: t("sections.progress"),
              cell: ({ done, all }) => t("sheet.progress", { answered: done, applicable: all }),
            },
            {
              id: "who",
              header: t("sections.person"),
              wrap: true,
              cell: ({ owner }) => <Owner owner={owner} />,
            },
          ]}
        />
      </Panel>
      {mayAssign ? <AssignForm page={page} refusal={refusal} /> : null}
    </DeclarationFrame>
  );
}

function SectionLink({ declarationId, section }: { declarationId: string; section: Section }) {
  const { t } = useTranslation("declaration");
  const group = section.startsWith("facts-") ? section.slice("facts-".length) : null;
  const to = group
    ? paths.declarationFacts(declarationId, { group })
    : paths.declaration(declarationId, { fr: section });
  return <Link to={to}>{sectionName(t, section)}</Link>;
}

function Owner({ owner }: { owner: SectionRow["owner"] }) {
  const { t } = useTranslation("declaration");
  if (!owner) return <span className="text-muted">{t("sections.nobody")}</span>;
  return <>{owner.isMine ? t("sections.me", { name: owner.name }) : owner.name}</>;
}

function AssignForm({ page: { sections, colleagues, mayInvite }, refusal }: SectionsPageProps) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  const labels = { sections: t("sections.choose"), personId: t("sections.to") };
  return (
    <Panel title={t("sections.assign")}>
      <Form method="post" className="grid gap-4">
        <FormError errors={fields} formErrors={formErrors} labels={labels} />
        <CheckboxGroup
          name="sections"
          legend={labels.sections}
          options={sections.map(({ section }) => ({ value: section, label: sectionName(t, section) }))}
          errors={fields.sections}
        />
        <SelectField
          name="personId"
          label={labels.personId}
          placeholder={t("sections.nobody")}
          options={colleagues.map(({ id, name, isSelf }) => ({
            value: id,
            label: isSelf ? t("sections.me", { name }) : name,
          }))}
          errors={fields.personId}
        />
        <div>
          <SubmitButton>{t("sections.submit")}</SubmitButton>
        </div>
      </Form>
      <p>{mayInvite ? <Link to={paths.members()}>{t("sections.invite")}</Link> : t("sections.inviteAsk")}</p>
    </Panel>
  );
}
