import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { FileDownload } from "~/components/download/file-download";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import type { KeyOf } from "~/i18n/keys";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { PngDownload } from "./png-download";

type FileName =
  | "model.json"
  | "model.drawio"
  | "drawing.svg"
  | "drawing.pdf"
  | `zone-report.${"pdf" | "docx"}`
  | `firewall-schedule.${"csv" | "xlsx"}`
  | `assets.${"csv" | "xlsx"}`;

type ExportFilesProps = {
  modelId: string;
  version: number;
  revision: number | null;
  revisions: ReadonlyArray<{ number: number }>;
  files: ReadonlyArray<FileName>;
};

/** Each kind of file with what it is for: one line here, one in the presenter. */
const KEYS: Readonly<Record<FileName | "drawing.png", { name: KeyOf<"transfer">; use: KeyOf<"transfer"> }>> =
  {
    "zone-report.pdf": { name: "export.reportPdf", use: "export.reportPdfText" },
    "zone-report.docx": { name: "export.reportDocx", use: "export.reportDocxText" },
    "drawing.svg": { name: "export.svg", use: "export.svgText" },
    "drawing.png": { name: "export.png", use: "export.pngText" },
    "drawing.pdf": { name: "export.drawingPdf", use: "export.drawingPdfText" },
    "model.json": { name: "export.modelJson", use: "export.modelJsonText" },
    "model.drawio": { name: "export.drawio", use: "export.drawioText" },
    "firewall-schedule.csv": { name: "export.scheduleCsv", use: "export.scheduleCsvText" },
    "firewall-schedule.xlsx": { name: "export.scheduleXlsx", use: "export.scheduleXlsxText" },
    "assets.csv": { name: "export.assetsCsv", use: "export.assetsCsvText" },
    "assets.xlsx": { name: "export.assetsXlsx", use: "export.assetsXlsxText" },
  };

/** What a model can be downloaded as, of the draft or of a revision. Works without a script. */
export function ExportFiles({ modelId, version, revision, revisions, files }: ExportFilesProps) {
  const { t } = useTranslation("transfer");
  const shown = files.flatMap((file) => (file === "drawing.svg" ? [file, "drawing.png" as const] : [file]));
  return (
    <Section title={t("export.title")} description={t("export.text")}>
      {revisions.length > 0 ? (
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <SelectField
            key={revision}
            name="revision"
            label={t("export.of")}
            placeholder={t("export.draft", { version })}
            defaultValue={revision ?? ""}
            options={revisions.map(({ number }) => ({
              value: String(number),
              label: t("export.revision", { number }),
            }))}
          />
          <Button type="submit">{t("export.show")}</Button>
        </Form>
      ) : null}
      <DataTable
        caption={`${t("export.caption")}: ${revision === null ? t("export.draft", { version }) : t("export.revision", { number: revision })}`}
        rows={shown}
        rowKey={(file) => file}
        columns={[
          { id: "file", header: t("export.format"), rowHeader: true, cell: (file) => t(KEYS[file].name) },
          { id: "use", header: t("export.use"), wrap: true, cell: (file) => t(KEYS[file].use) },
          {
            id: "download",
            header: t("export.download"),
            headerHidden: true,
            cell: (file) =>
              file === "drawing.png" ? (
                <PngDownload {...{ modelId, revision }} label={t(KEYS[file].name)} />
              ) : (
                <FileDownload
                  href={paths.modelFile(modelId, file, { revision: revision ?? undefined })}
                  label={t(KEYS[file].name)}
                />
              ),
          },
        ]}
      />
    </Section>
  );
}
