import { Form } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { FormError } from "~/components/form-error";
import { LevelStrip } from "~/components/level-strip";
import { Panel } from "~/components/panel";
import { Progress } from "~/components/progress";
import { SelectField } from "~/components/select-field";
import { StateBadge } from "~/components/state-badge";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import { useTranslation } from "~/i18n/use-translation";
import { DeclarationLink } from "./declaration-link";
import { ArchiveForm } from "./product-edit-form";
import { type Refusal, useRefusal } from "./refusal";
import type { DeclarationSummary } from "./summaries";

type Release = {
  id: string;
  version: string;
  createdAt: string;
  isSigned: boolean;
  isArchived: boolean;
  declarations: ReadonlyArray<DeclarationSummary & { isWithdrawn: boolean }>;
  mayRename: boolean;
  mayDeclare: boolean;
  mayArchive: boolean;
};
type Source = {
  id: string;
  productName: string;
  releaseVersion: string;
  version: number;
  isOfThisProduct: boolean;
};

type ReleasePanelProps = {
  release: Release;
  /** What a first declaration can begin as a copy of. */
  sources: ReadonlyArray<Source>;
  refusal: Refusal | undefined;
};

/** One release with every version of its declaration, newest first. */
export function ReleasePanel({ release, sources, refusal }: ReleasePanelProps) {
  const { t } = useTranslation("declaration");
  const newest = release.declarations[0];
  const start =
    release.mayDeclare && newest?.state !== "draft" ? (
      <Form method="post" className="flex flex-wrap items-end justify-center gap-3">
        <input type="hidden" name="intent" value="declare" />
        <input type="hidden" name="releaseId" value={release.id} />
        {newest || sources.length === 0 ? null : (
          <SelectField
            id={`copy-of-${release.id}`}
            name="copyOf"
            label={t("release.copyOf")}
            hint={t("release.copyHint")}
            placeholder={t("release.copyNothing")}
            // What another product does is never taken for granted: it is chosen.
            defaultValue={sources.find(({ isOfThisProduct }) => isOfThisProduct)?.id}
            options={sources.map((source) => ({
              value: source.id,
              label: t("release.copySource", {
                product: source.productName,
                release: source.releaseVersion,
                version: source.version,
              }),
            }))}
          />
        )}
        <SubmitButton variant={newest ? "regular" : "primary"} icon={newest ? "copy" : "plus"}>
          {newest ? t("copy") : t("release.declare")}
        </SubmitButton>
      </Form>
    ) : undefined;
  return (
    <Panel
      title={t("release.title", { version: release.version })}
      actions={
        <>
          {release.isArchived ? <Badge>{t("archive.archived")}</Badge> : null}
          {newest ? start : null}
          {release.mayArchive ? (
            <ArchiveForm what="release" releaseId={release.id} isArchived={release.isArchived} />
          ) : null}
        </>
      }
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
            cell: (declaration) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                <DeclarationLink declaration={declaration} />
                {declaration.isWithdrawn ? <StateBadge state="withdrawn" /> : null}
              </span>
            ),
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
      {release.mayRename ? <RenameForm release={release} refusal={refusal} /> : null}
      {release.isSigned && !release.isArchived ? (
        <p className="p-3 text-muted text-sm">{t("release.signedFixed")}</p>
      ) : null}
    </Panel>
  );
}

function RenameForm({ release, refusal }: { release: Release; refusal: Refusal | undefined }) {
  const { t } = useTranslation("declaration");
  const { fields, formErrors } = useRefusal(refusal);
  const id = `designation-${release.id}`;
  return (
    <div className="p-3">
      <Disclosure summary={t("release.rename")} defaultOpen={refusal !== undefined}>
        <Form method="post" className="grid max-w-md gap-3">
          <FormError
            errors={fields.version ? { [id]: fields.version } : undefined}
            formErrors={formErrors}
            labels={{ [id]: t("release.version") }}
          />
          <input type="hidden" name="intent" value="rename" />
          <input type="hidden" name="releaseId" value={release.id} />
          <input type="hidden" name="before" value={release.version} />
          <TextField
            id={id}
            name="version"
            label={t("release.version")}
            defaultValue={release.version}
            errors={fields.version}
            required
            maxLength={100}
            autoComplete="off"
          />
          <div>
            <SubmitButton variant="regular">{t("release.renameSubmit")}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </div>
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
