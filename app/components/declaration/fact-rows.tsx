import { useState } from "react";
import { Button } from "~/components/button";
import type { Columns } from "~/domain/declaration/fact-fields";
import type { FactKey } from "~/domain/declaration/facts";
import { useTranslation } from "~/i18n/use-translation";
import { useIsHydrated } from "../use-is-hydrated";
import { FactColumns } from "./fact-columns";
import type { FactFieldProps } from "./fact-field";
import { memberOf, placesOf, textOf } from "./form-values";
import { StatedList } from "./stated-list";

/** Entries to write into where no script can add one. */
const SPARE_ROWS = 2;

/** A list of entries. Without scripts there are always two empty ones at the end. */
export function FactRows(props: FactFieldProps & { columns: Columns }) {
  const { factKey, columns, values, errors, words, onRemoveRow } = props;
  const { t } = useTranslation("declaration");
  const isHydrated = useIsHydrated();
  const name = `facts.${factKey}`;
  const filled = placesOf(values, `${factKey}.rows`);
  const next = Number(filled.at(-1) ?? -1) + 1;
  const [added, setAdded] = useState<ReadonlyArray<string>>([]);
  const [removed, setRemoved] = useState<ReadonlyArray<string>>([]);
  const spare = isHydrated ? added : Array.from({ length: SPARE_ROWS }, (_, place) => String(next + place));
  const places = [...filled, ...spare].filter((place) => !removed.includes(place));
  return (
    <StatedList
      name={name}
      legend={t(`facts:field.${factKey}`)}
      hint={t(`facts:help.${factKey}`)}
      state={textOf(values, `${factKey}.state`)}
      errors={errors[name]}
    >
      {isHydrated ? null : <p className="field-hint">{t("facts.blankRow")}</p>}
      {words.protocols.length > 0 ? (
        <datalist id="protocols">
          {words.protocols.map(({ id, name }) => (
            <option key={id} value={id} label={name} />
          ))}
        </datalist>
      ) : null}
      {places.map((place, index) => (
        <fieldset key={place} className="fact-row">
          <legend className="sr-only">
            {t("facts.rowOf", { field: t(`facts:field.${factKey}`), number: index + 1 })}
          </legend>
          <FactColumns
            {...{ factKey, columns, errors, words }}
            name={`${name}.rows.${place}`}
            values={rowOf(values, factKey, place)}
          />
          {isHydrated ? (
            <div>
              <Button
                size="small"
                variant="quiet"
                icon="cross"
                onClick={() => {
                  setRemoved((all) => [...all, place]);
                  onRemoveRow();
                }}
              >
                {t("facts.removeRow")}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      {isHydrated ? (
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() => setAdded((all) => [...all, String(next + all.length)])}
          >
            {t("facts.addRow")}
          </Button>
        </div>
      ) : null}
    </StatedList>
  );
}

function rowOf(values: FactFieldProps["values"], factKey: FactKey, place: string): unknown {
  const rows = memberOf(memberOf(values, factKey), "rows");
  return memberOf(rows, place) ?? {};
}
