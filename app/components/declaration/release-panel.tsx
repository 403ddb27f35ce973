import { Form } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { EmptyState } from "~/components/empty-state";
import { FormError } from "~/components/form-error";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import { Progress } from "~/components/progress";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { useTranslation } from "~/i18n/use-translation";
import { DeclarationLink } from "./declaration-link";
import { type Refusal, useRefusal } from "./refusal";
import type { DeclarationSummary } from "./summaries";

type Release = {
  id: string;
  version: string;
  createdAt: string;
  declarations: ReadonlyArray<DeclarationSummary>;
};

/** One release with every version of its declaration, newest first. */
export function ReleasePanel({ release, mayDeclare }: { release: Release; mayDeclare: boolean }) {
  const { t } = useTranslation("declaration");
  const newest = release.declarations[0];
  const start =
    mayDeclare && newest?.state !== "draft" ? (
      <Form method="post">
        <input type="hidden" name="intent" value="declare" />
        <input type="hidden" name="releaseId" value={release.id} />
        <SubmitButton variant={newest ? "regular" : "primary"} icon={newest ? "copy" : "plus"}>
          {newest ? t("copy") : t("release.declare")}
        </SubmitButton>
      </Form>
    ) : undefined;
  return (
    <Panel
      title={t("release.title", { version: release.version })}
      actions={newest ? start : undefined}
      id={`release-${release.id}`}
      flush
    >
      <DataTable
        caption={t("release.caption", { version: release.version })}
        captionHidden
        rows={release.declarations}
        rowKey={(declaration) => declaration.id}
        empty={
          <EmptyState icon="document" title={t("release.none")} action={start}>
            {t("release.noneText")}
          </EmptyState>
        }
        columns={[
          {
            id: "version",
            header: t("common:declaration"),
            rowHeader: true,
            cell: (declaration) => <DeclarationLink declaration={declaration} />,
          },
          {
            id: "strip",
            header: t("common:capability"),
            cell: ({ capability, version }) => (
              <LevelStrip
                size="small"
                title={t("version", { version })}
                reached={capability.native}
                withCountermeasures={capability.withCountermeasures}
              />
            ),
          },
          {
            id: "answered",
            header: t("signing.answered"),
            cell: ({ answered, applicable }) => (
              <Progress label={t("signing.answered")} labelHidden value={answered} max={applicable} />
            ),
          },
          {
            id: "visibility",
            header: t("visibility.legend"),
            cell: ({ visibility }) => t(`visibility.${visibility}.label`),
          },
          {
            id: "date",
            header: t("release.signedOrChanged"),
            cell: ({ signedAt, updatedAt }) => <DateText value={signedAt ?? updatedAt} time />,
          },
        ]}
      />
    </Panel>
  );
}

export function ReleaseForm({ refusal }: { refusal: Refusal | undefined }) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  return (
    <Form method="post" className="grid max-w-md gap-3">
      <FormError errors={fields} formErrors={formErrors} labels={{ version: t("release.version") }} />
      <input type="hidden" name="intent" value="release" />
      <TextField
        name="version"
        label={t("release.version")}
        hint={t("product.releaseHint")}
        errors={fields.version}
        required
        maxLength={100}
        autoComplete="off"
      />
      <div>
        <SubmitButton variant="regular">{t("release.add")}</SubmitButton>
      </div>
    </Form>
  );
}
