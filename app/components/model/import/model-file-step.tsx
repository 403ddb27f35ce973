import { useMemo } from "react";
import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { useTranslation } from "~/i18n/use-translation";
import type { ImportContext } from "./import-wizard";
import { ModelImport } from "./model-import";
import type { ImportSource } from "./read-source";
import { ReadingProgress } from "./reading-progress";
import { SourceErrorCallout } from "./source-step";
import { useReading } from "./use-reading";

type ModelFileStepProps = ImportContext & { source: Extract<ImportSource, { kind: "model" }> };

/** A zone model that Cordon wrote: every error with its place, or what it holds. */
export function ModelFileStep({ source, ...context }: ModelFileStepProps) {
  const { t } = useTranslation("transfer");
  const asked = useMemo(() => ({ what: "model" as const, text: source.text }), [source.text]);
  const { stage, answer: file, hasFailed } = useReading<"model">(asked);
  const back = () => context.change({ step: "source", source: null });
  if (hasFailed) return <SourceErrorCallout error={{ code: "not-read" }} />;
  if (!file) return <ReadingProgress stage={stage} onCancel={back} />;
  if (!file.ok)
    return (
      <>
        <Callout tone="danger" title={t("sourceError.title")} live>
          {t("sourceError.json")} {t("sourceError.nothing")}
        </Callout>
        <DataTable
          caption={t("sourceError.problem")}
          captionHidden
          rows={file.refusal}
          rowKey={({ pointer, code }) => `${pointer} ${code}`}
          columns={[
            {
              id: "place",
              header: t("sourceError.place"),
              rowHeader: true,
              cell: ({ pointer }) => pointer || t("sourceError.whole"),
            },
            { id: "problem", header: t("sourceError.problem"), wrap: true, cell: ({ message }) => message },
          ]}
        />
        <div className="actions">
          <Button onClick={back}>{t("import.back")}</Button>
        </div>
      </>
    );
  const { name, model } = file.value;
  const title = `${t("modelFile.title")}: ${name || t("modelFile.unnamed")}`;
  return <ModelImport {...context} kind="zone-model-json" title={title} model={model} />;
}
