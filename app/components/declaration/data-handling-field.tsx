import type { Errors } from "~/components/field-errors";
import { SelectField } from "~/components/select-field";
import { HANDLED_CLASSES } from "~/domain/declaration/fact-fields";
import { useTranslation } from "~/i18n/use-translation";
import { textOf } from "./form-values";
import { StatedList } from "./stated-list";
import { useWord } from "./use-word";

const NAME = "facts.dataHandling";

/** One row for every class of data, so that none is forgotten; a class can stay unsaid. */
export function DataHandlingField({ values, errors }: { values: unknown; errors: Errors }) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  const maybe = [
    { value: "true", label: t("facts.yes") },
    { value: "false", label: t("facts.no") },
  ];
  return (
    <StatedList
      name={NAME}
      legend={t("facts:field.dataHandling")}
      hint={t("facts:help.dataHandling")}
      state={textOf(values, "state")}
      errors={errors}
    >
      {HANDLED_CLASSES.map((dataClass) => (
        <fieldset key={dataClass} className="fact-row">
          <legend className="fact-row-name">{word(dataClass)}</legend>
          <div className="fact-columns">
            <SelectField
              name={`${NAME}.rows.${dataClass}.use`}
              label={t("facts:column.dataHandling.use")}
              placeholder={t("facts.notStated")}
              defaultValue={textOf(values, `rows.${dataClass}.use`)}
              options={(["none", "stored", "sent", "both"] as const).map((use) => ({
                value: use,
                label: t(`facts:use.${use}`),
              }))}
            />
            {(["encryptedAtRest", "encryptedInTransit"] as const).map((place) => (
              <SelectField
                key={place}
                name={`${NAME}.rows.${dataClass}.${place}`}
                label={t(`facts:column.dataHandling.${place}`)}
                placeholder={t("facts.notStated")}
                defaultValue={textOf(values, `rows.${dataClass}.${place}`)}
                options={maybe}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </StatedList>
  );
}
