import { Form } from "@remix-run/react";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Badge } from "../badge";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { EmptyState } from "../empty-state";
import { Icon } from "../icon";
import { AttachmentField } from "../procurement/attachment-field";
import { type PostedValues, textOf, textsOf } from "../procurement/posted-values";
import { Section } from "../section";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { type MeasureRefusal, RefusalOfMeasures } from "./refusal-of-measures";

export type ShownMeasureFile = {
  id: string;
  name: string;
  bytes: number;
  attachedByName: string;
  attachedAt: string;
  isOfHospital: boolean;
  takenBack: { byName: string; at: string; note: string } | null;
};

type MeasureFilesProps = {
  files: ReadonlyArray<ShownMeasureFile>;
  mayAttach: boolean;
  refused: { refusal: MeasureRefusal; values: PostedValues } | undefined;
};

/** Files that show a measure: added and taken back by hand, and each step kept. */
export function MeasureFiles({ files, mayAttach, refused }: MeasureFilesProps) {
  const { t } = useTranslation("measure");
  const isOfFile = refused !== undefined && textOf(refused.values, "fileId") !== undefined;
  return (
    <Section title={t("files.title")}>
      {refused ? <RefusalOfMeasures refusal={refused.refusal} /> : null}
      {files.length === 0 ? (
        <EmptyState title={t("files.none")} icon="document">
          {t("files.noneHint")}
        </EmptyState>
      ) : null}
      <ul className="grid gap-3">
        {files.map((file) => (
          <li key={file.id} className="grid gap-1">
            <FileLine file={file} />
            {mayAttach && !file.isOfHospital && file.takenBack === null ? (
              <TakeBackForm
                file={file}
                refused={isOfFile && textOf(refused.values, "fileId") === file.id ? refused : undefined}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayAttach ? (
        <Form method="post" className="grid gap-3" key={files.length}>
          <AttachmentField
            purpose="measure"
            legend={t("files.legend")}
            posted={refused && !isOfFile ? textsOf(refused.values, "attachments") : []}
            errors={undefined}
          />
          <div className="actions">
            <SubmitButton name="intent" value="attach">
              {t("files.add")}
            </SubmitButton>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

function FileLine({ file }: { file: ShownMeasureFile }) {
  const { t } = useTranslation("measure");
  const size = formatBytes(file.bytes, useLanguage());
  const { takenBack } = file;
  return (
    <>
      {takenBack ? (
        <p className="flex flex-wrap items-center gap-2 text-muted">
          <s>{file.name}</s> {size} <Badge tone="neutral">{t("files.takenBack")}</Badge>
        </p>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          <a href={paths.measureFile(file.id)} className="file-link" download>
            <Icon name="download" />
            <span className="file-name">{file.name}</span>
            <span className="field-hint">{size}</span>
          </a>
          {file.isOfHospital ? <Badge tone="neutral">{t("files.ofHospital")}</Badge> : null}
        </p>
      )}
      <p className="text-muted">
        {t("files.attached", { name: file.attachedByName })}
        <DateText value={file.attachedAt} time />
      </p>
      {takenBack ? (
        <p className="text-muted">
          {t("files.takenBackBy", { name: takenBack.byName })}
          <DateText value={takenBack.at} time />: {takenBack.note}
        </p>
      ) : null}
    </>
  );
}

type TakeBackFormProps = { file: ShownMeasureFile; refused: MeasureFilesProps["refused"] };

function TakeBackForm({ file, refused }: TakeBackFormProps) {
  const { t } = useTranslation("measure");
  const refusal = refused?.refusal;
  return (
    <Disclosure summary={t("files.takeBackNamed", { name: file.name })} defaultOpen={refused !== undefined}>
      <Form method="post" className="grid gap-3">
        <input type="hidden" name="fileId" value={file.id} />
        <TextArea
          id={`why-${file.id}`}
          name="note"
          rows={2}
          label={t("files.why")}
          hint={t("files.takeBackHint")}
          maxLength={1000}
          defaultValue={refused && textOf(refused.values, "note")}
          errors={refusal?.code === "invalid-input" ? refusal.fields.note : undefined}
        />
        <div className="actions">
          <SubmitButton name="intent" value="take-back-file" variant="danger">
            {t("files.confirm")}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
