import { CheckboxField } from "~/components/checkbox-field";
import { Disclosure } from "~/components/disclosure";
import { TextField } from "~/components/text-field";
import type { Place } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { CommandForm } from "./command-form";
import type { FormOutcome } from "./refusal";

type PlaceFormProps = {
  form: { version: number; outcome: FormOutcome | undefined; hidden: Readonly<Record<string, string>> };
  place: Place | null;
};

const FIELDS = ["x", "y", "width", "height"] as const;

/** Where the box of a zone stands on the diagram, in numbers: what the pointer does there. */
export function PlaceForm({ form, place }: PlaceFormProps) {
  const { t } = useTranslation("table");
  return (
    <Disclosure summary={t("place.title")} boxed defaultOpen={form.outcome?.form === "zone-place"}>
      <CommandForm
        {...form}
        id="zone-place"
        type="place-zone"
        variant="regular"
        submit={t("place.submit")}
        labels={Object.fromEntries(FIELDS.map((name) => [`place.${name}`, t(`place.${name}`)]))}
      >
        {({ errors, typed }) => (
          <>
            <p className="field-hint">{t("place.text")}</p>
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
              {FIELDS.map((name) => (
                <TextField
                  key={name}
                  name={`place.${name}`}
                  type="number"
                  step="any"
                  label={t(`place.${name}`)}
                  defaultValue={typed(
                    `place.${name}`,
                    place?.[name] === undefined ? "" : String(place[name]),
                  )}
                  errors={errors[`place.${name}`]}
                />
              ))}
            </div>
            <CheckboxField
              name="place.collapsed"
              label={t("place.collapsed")}
              defaultChecked={place?.collapsed ?? false}
            />
          </>
        )}
      </CommandForm>
    </Disclosure>
  );
}
