import { useRef, useState } from "react";
import type { MeasureContent } from "~/domain/measure/measure";
import { NOTHING_RECORDED } from "~/domain/measure/measure";

import type { MeasureKey } from "~/domain/measure/measure-key";
import { type ImportPlan, type KnownMeasure, planImport } from "~/formats/measures-workbook/plan";
import { type CellProblem, readMeasures } from "~/formats/measures-workbook/read";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Button } from "../button";
import { Callout } from "../callout";
import { readBeside } from "../model/import/read-beside";
import { Page } from "../page";
import { Section } from "../section";
import { ImportPreview } from "./import-preview";
import { ImportProblems } from "./import-problems";
import { type MeasureRefusal, RefusalOfMeasures } from "./refusal-of-measures";

type ImportPageProps = {
  places: ReadonlyArray<{ choice: string; name: string; list: number }>;
  lists: ReadonlyArray<ReadonlyArray<string>>;
  titles: Readonly<Record<string, string>>;
  recorded: ReadonlyArray<{ choice: string; measureId: string; version: number; content: MeasureContent }>;
  mostChanges: number;
  mayRecord: boolean;
  refusal: MeasureRefusal | undefined;
};
type Looked =
  | { step: "choose"; error: "unreadable" | "not-measures" | "no-lines" | null }
  | { step: "reading" }
  | { step: "preview"; name: string; plan: ImportPlan; problems: ReadonlyArray<CellProblem> };

/** A workbook that came back: read beside the page, looked at, and only then sent. */
export function MeasuresImportPage(page: ImportPageProps) {
  const { t } = useTranslation("measure");
  const [looked, setLooked] = useState<Looked>({ step: "choose", error: null });
  const input = useRef<HTMLInputElement>(null);
  const nameOf = (place: MeasureKey["place"]) =>
    place ? (page.places.find(({ choice }) => choice === choiceOf(place))?.name ?? "") : t("hospital");

  async function take(file: File | undefined) {
    if (!file) return;
    setLooked({ step: "reading" });
    setLooked(await look(file, page));
  }

  return (
    <Page
      title={t("import.title")}
      description={t("import.description")}
      breadcrumb={[{ label: t("title"), to: paths.measures() }]}
      width="full"
    >
      <noscript>
        <Callout tone="warning">{t("import.needsScript")}</Callout>
      </noscript>
      {page.mayRecord ? null : <Callout tone="info">{t("one.readOnly")}</Callout>}
      {page.refusal ? <RefusalOfMeasures refusal={page.refusal} /> : null}
      {page.mayRecord ? (
        <Section title={t("import.file")}>
          {looked.step === "choose" && looked.error !== null ? (
            <Callout tone="danger" title={t("import.cannotRead")} live>
              {looked.error === "unreadable" ? t("import.cannotReadText") : t(`import.${looked.error}`)}
            </Callout>
          ) : null}
          <div className="actions">
            <Button onClick={() => input.current?.click()} busy={looked.step === "reading"} icon="upload">
              {t(looked.step === "preview" ? "import.again" : "import.choose")}
            </Button>
            <input
              ref={input}
              type="file"
              accept=".xlsx"
              className="sr-only"
              tabIndex={-1}
              aria-label={t("import.file")}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </div>
          <p className="field-hint" aria-live="polite">
            {looked.step === "reading" ? t("import.reading") : t("import.fileHint")}
          </p>
        </Section>
      ) : null}
      {looked.step === "preview" ? (
        <>
          <ImportPreview
            key={looked.name}
            {...{ plan: looked.plan, titles: page.titles, nameOf, mostChanges: page.mostChanges }}
          />
          <ImportProblems plan={looked.plan} problems={looked.problems} nameOf={nameOf} />
        </>
      ) : null}
    </Page>
  );
}

/** Never rejects: whatever the file is, the page says what to do. */
async function look(file: File, page: ImportPageProps): Promise<Looked> {
  try {
    const { signal } = new AbortController();
    const read = await readBeside<"file">({ what: "file", file }, { signal, onStage: () => undefined });
    if (!read?.ok || read.value.kind !== "table") return { step: "choose", error: "unreadable" };
    const measures = readMeasures(read.value.sheets);
    if (!measures.ok) return { step: "choose", error: measures.refusal.code };
    const plan = planImport(measures.value, knownIn(page));
    return { step: "preview", name: `${file.name} ${Date.now()}`, plan, problems: measures.value.problems };
  } catch {
    return { step: "choose", error: "unreadable" };
  }
}

/** What holds now for a line; undefined where the place is gone or need not have the measure. */
function knownIn({
  places,
  lists,
  recorded,
}: ImportPageProps): (key: MeasureKey) => KnownMeasure | undefined {
  const required = lists.map((ids) => new Set(ids));
  const listOf = new Map(places.map(({ choice, list }) => [choice, required[list]]));
  const known = new Map(recorded.map((one) => [`${one.choice} ${one.measureId}`, one]));
  return ({ place, measureId }) => {
    const choice = choiceOf(place);
    if (!listOf.get(choice)?.has(measureId)) return undefined;
    return known.get(`${choice} ${measureId}`) ?? { version: 0, content: NOTHING_RECORDED };
  };
}

function choiceOf(place: MeasureKey["place"]): string {
  return place ? `${place.modelId}/${place.zoneId}` : "hospital";
}
