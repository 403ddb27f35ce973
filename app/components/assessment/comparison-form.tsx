import { Form } from "@remix-run/react";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { FieldSet } from "../field-set";
import { Panel } from "../panel";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";

type Declared = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  declarationVersion: number;
};
export type ComparedSide = Declared & { revisionNumber: number; asOf: string };
type ComparisonFormProps = {
  before: ComparedSide;
  after: ComparedSide;
  choices: {
    versions: ReadonlyArray<Declared>;
    others: ReadonlyArray<Declared>;
    revisions: ReadonlyArray<{ number: number; publishedAt: string }>;
  };
};

/** Two declarations, two revisions, two days. What is chosen is in the address. */
export function ComparisonForm({ before, after, choices }: ComparisonFormProps) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const ownVersions = choices.versions.map(({ declarationId, declarationVersion: version }) => ({
    value: declarationId,
    label: t("comparison.version", { version }),
  }));
  const others = choices.others.map((other) => ({
    value: other.declarationId,
    label: t("comparison.other", {
      product: other.productName,
      release: other.releaseVersion,
      version: other.declarationVersion,
    }),
  }));
  const isListed = [...choices.versions, ...choices.others].some(
    ({ declarationId }) => declarationId === before.declarationId,
  );
  const unlisted = {
    value: before.declarationId,
    label: t("comparison.other", {
      product: before.productName,
      release: before.releaseVersion,
      version: before.declarationVersion,
    }),
  };
  const revisions = choices.revisions.map(({ number, publishedAt }) => ({
    value: String(number),
    label: `${t("comparison.revisionOption", { number })} · ${formatDay(publishedAt, language)}`,
  }));
  return (
    <Panel title={t("comparison.form")}>
      <Form method="get" className="grid gap-4">
        <div className="grid gap-4 md:grid-cols-2">
          <FieldSet id="before" legend={t("comparison.before")}>
            <div className="grid gap-3">
              <SelectField
                name="with"
                label={t("comparison.with")}
                defaultValue={before.declarationId}
                options={[
                  { label: t("comparison.ownVersions"), options: ownVersions },
                  ...(others.length > 0 ? [{ label: t("comparison.others"), options: others }] : []),
                  ...(isListed ? [] : [unlisted]),
                ]}
              />
              <SelectField
                name="revision"
                label={t("comparison.revision")}
                defaultValue={String(before.revisionNumber)}
                options={revisions}
              />
              <TextField name="on" type="date" label={t("comparison.on")} defaultValue={before.asOf} />
            </div>
          </FieldSet>
          <FieldSet id="after" legend={t("comparison.after")}>
            <div className="grid gap-3">
              <div className="field">
                <span className="field-label">{t("comparison.with")}</span>
                <span>
                  {t("comparison.other", {
                    product: after.productName,
                    release: after.releaseVersion,
                    version: after.declarationVersion,
                  })}
                </span>
              </div>
              <SelectField
                name="toRevision"
                label={t("comparison.revision")}
                defaultValue={String(after.revisionNumber)}
                options={revisions}
              />
              <TextField name="toOn" type="date" label={t("comparison.on")} defaultValue={after.asOf} />
            </div>
          </FieldSet>
        </div>
        <div className="form-actions">
          <SubmitButton>{t("comparison.submit")}</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
