import { type ReactNode, useRef } from "react";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  SECURITY_LEVELS,
  type SlVector,
  SlVectorSchema,
  vectorOf,
} from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { FieldErrors } from "./field-errors";
import { FieldSet } from "./field-set";

type LevelVectorFieldProps = {
  /** The selects are called `<name>.IAC` … `<name>.RA`. */
  name: string;
  id?: string;
  legend: ReactNode;
  defaultValue?: Partial<SlVector> | null;
  /** Offers “not set” in every select. */
  allowEmpty?: boolean;
  hint?: ReactNode;
  errors?: Partial<Record<FoundationalRequirement | "form", ReadonlyArray<string>>>;
  /** With JavaScript: the vector after every change, undefined while a level is not set. */
  onChange?: (vector: SlVector | undefined) => void;
};

/** Seven selects, one per foundational requirement. Plain form fields; setting all at once needs JavaScript. */
export function LevelVectorField(props: LevelVectorFieldProps) {
  const { name, id = name, legend, defaultValue, allowEmpty = false, hint, errors = {}, onChange } = props;
  const { t } = useTranslation("components");
  const box = useRef<HTMLDivElement>(null);

  const selects = () => [...(box.current?.querySelectorAll("select") ?? [])];
  const tell = () => onChange?.(readVector(selects()));
  function setAll(level: number) {
    for (const select of selects()) select.value = String(level);
    tell();
  }

  return (
    <FieldSet id={id} legend={legend} hint={hint} errors={errors.form}>
      <div ref={box} className="level-vector">
        {FOUNDATIONAL_REQUIREMENTS.map((fr) => (
          <div key={fr} className="level-vector-column">
            <label htmlFor={`${name}.${fr}`} title={t(`fr.${fr}.name`)}>
              {fr}
              <span className="sr-only"> {t(`fr.${fr}.name`)}</span>
            </label>
            <select
              id={`${name}.${fr}`}
              name={`${name}.${fr}`}
              className="input select"
              defaultValue={defaultValue?.[fr] ?? (allowEmpty ? "" : 0)}
              aria-invalid={errors[fr] ? true : undefined}
              aria-describedby={errors[fr] ? `${name}.${fr}-error` : undefined}
              onChange={tell}
            >
              {allowEmpty ? (
                <option value="" aria-label={t("levelVector.notSetLong")}>
                  {t("levelVector.notSet")}
                </option>
              ) : null}
              {SECURITY_LEVELS.map((level) => (
                <option key={level} value={level}>
                  {level}
                </option>
              ))}
            </select>
            <FieldErrors id={`${name}.${fr}-error`} errors={errors[fr]} />
          </div>
        ))}
      </div>
      <div className="level-vector-quick">
        <span id={`${id}-all`}>{t("levelVector.all")}</span>
        {SECURITY_LEVELS.map((level) => (
          <button
            key={level}
            type="button"
            className="button button-regular button-small"
            aria-describedby={`${id}-all`}
            aria-label={`${t("levelVector.all")} ${level}`}
            onClick={() => setAll(level)}
          >
            {level}
          </button>
        ))}
      </div>
    </FieldSet>
  );
}

function readVector(selects: ReadonlyArray<HTMLSelectElement>): SlVector | undefined {
  const levels = new Map(selects.map((select) => [select.name.split(".").at(-1), select.value]));
  if ([...levels.values()].includes("")) return undefined;
  const parsed = SlVectorSchema.safeParse(
    Object.fromEntries(FOUNDATIONAL_REQUIREMENTS.map((fr) => [fr, Number(levels.get(fr))])),
  );
  return parsed.success ? vectorOf((fr) => parsed.data[fr]) : undefined;
}
