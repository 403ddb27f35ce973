import { Disclosure } from "~/components/disclosure";
import type { Evidence } from "~/domain/declaration/evidence";
import { useTranslation } from "~/i18n/use-translation";

export type FiledEvidence = Pick<Evidence, "id" | "title">;

type CitedEvidenceProps = {
  anchor: string;
  /** Place of the row in the form. */
  index: number;
  evidence: ReadonlyArray<FiledEvidence>;
  cited: ReadonlyArray<string>;
  isHydrated: boolean;
  onCite: (evidenceIds: Array<string>) => void;
};

/** The evidence that one answer rests on: any of what the declaration has on file. */
export function CitedEvidence({ anchor, index, evidence, cited, isHydrated, onCite }: CitedEvidenceProps) {
  const { t } = useTranslation("declaration");
  const cite = (id: string, isCited: boolean) =>
    onCite(isCited ? [...cited, id] : cited.filter((other) => other !== id));
  return (
    <div className="answer-note">
      <Disclosure summary={t("cited.count", { count: cited.length })}>
        <fieldset className="field">
          <legend className="field-label">{t("cited.legend")}</legend>
          {evidence.map(({ id, title }) => (
            <div key={id} className="choice">
              <input
                type="checkbox"
                id={`${anchor}-evidence-${id}`}
                name={`rows.${index}.evidenceIds`}
                value={id}
                {...(isHydrated
                  ? {
                      checked: cited.includes(id),
                      onChange: (event) => cite(id, event.currentTarget.checked),
                    }
                  : { defaultChecked: cited.includes(id) })}
              />
              <label htmlFor={`${anchor}-evidence-${id}`}>{title}</label>
            </div>
          ))}
        </fieldset>
      </Disclosure>
    </div>
  );
}
