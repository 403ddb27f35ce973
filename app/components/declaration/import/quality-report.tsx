import { Badge } from "~/components/badge";
import { Disclosure } from "~/components/disclosure";
import { Panel } from "~/components/panel";
import { VerifyMark } from "~/components/verify-mark";
import type { SbomQuality } from "~/domain/declaration/import-plan";
import { useTranslation } from "~/i18n/use-translation";
import { PlaceText } from "./place-text";

/** How far a list of components has what four guidelines ask for. Nothing hangs on it: it is for the supplier to know. */
export function QualityReport({ quality }: { quality: ReadonlyArray<SbomQuality> }) {
  const { t } = useTranslation("import");
  if (quality.length === 0) return null;
  return (
    <Panel title={t("quality.title")} description={t("quality.text")}>
      <div className="grid gap-2">
        {quality.map((report) => (
          <Disclosure key={report.standard} boxed summary={<Summary report={report} />}>
            <Guideline report={report} />
          </Disclosure>
        ))}
      </div>
    </Panel>
  );
}

function Summary({ report: { standard, isComplete, elements } }: { report: SbomQuality }) {
  const { t } = useTranslation("import");
  const missing = elements.filter(({ absent }) => absent > 0).length;
  return (
    <span className="inline-flex flex-wrap gap-2">
      {t(`quality.standard.${standard}` as "quality.standard.ntia-2021")}
      <Badge tone={isComplete ? "success" : "warning"}>
        {isComplete
          ? t("quality.complete")
          : t("quality.incomplete", { count: missing, all: elements.length })}
      </Badge>
    </span>
  );
}

function Guideline({ report: { elements } }: { report: SbomQuality }) {
  const { t } = useTranslation("import");
  const [first] = elements;
  return (
    <>
      <ul className="import-elements">
        {elements.map(({ element, of, present, absent, examples, source }) => (
          <li key={element}>
            <Badge tone={absent === 0 && present > 0 ? "success" : "warning"}>
              {of === "document"
                ? t(present > 0 ? "quality.there" : "quality.notThere")
                : t("quality.count", { present, all: present + absent })}
            </Badge>{" "}
            {t(`quality.element.${element}` as "quality.element.supplier")} ({source.section}){" "}
            <VerifyMark confidence={source.confidence} />
            {examples.length > 0 ? (
              <ul className="import-examples">
                {examples.map(({ name, version, place }) => (
                  <li key={JSON.stringify(place)}>
                    {name} {version} (<PlaceText place={place} />)
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
      {first ? (
        <p className="field-hint">
          {t(`quality.source.${first.source.status}`, {
            document: first.source.document,
            date: first.source.date,
          })}
        </p>
      ) : null}
    </>
  );
}
