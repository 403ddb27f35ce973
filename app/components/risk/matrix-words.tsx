import { Disclosure } from "~/components/disclosure";
import { TextArea } from "~/components/text-area";
import { TextField } from "~/components/text-field";
import { CONSEQUENCE_CATEGORIES, RATINGS } from "~/domain/risk/risk-assessment";
import { useTranslation } from "~/i18n/use-translation";
import type { MatrixFields } from "./matrix-form";

type MatrixWordsProps = {
  fields: MatrixFields;
  errors: Readonly<Record<string, ReadonlyArray<string> | undefined>>;
};

/** What each rating means in this hospital. */
export function MatrixWords({ fields, errors }: MatrixWordsProps) {
  const { t } = useTranslation("risk");
  const isOpen = Object.keys(errors).some((name) => /^(likelihood|consequence)\./.test(name));
  return (
    <>
      <Disclosure boxed summary={t("settings.likelihood")} defaultOpen={isOpen}>
        <div className="grid grid-cols-1 gap-4">
          {RATINGS.map((rating) => {
            const place = `likelihood.${rating - 1}`;
            return (
              <div key={rating} className="grid grid-cols-1 gap-3 md:grid-cols-2">
                <TextField
                  name={`${place}.name`}
                  label={t("settings.likelihoodNameOf", { rating })}
                  maxLength={60}
                  defaultValue={fields[`${place}.name`]}
                  errors={errors[`${place}.name`]}
                />
                <TextArea
                  name={`${place}.description`}
                  label={t("settings.meaningOf", { rating })}
                  maxLength={300}
                  rows={2}
                  defaultValue={fields[`${place}.description`]}
                  errors={errors[`${place}.description`]}
                />
              </div>
            );
          })}
        </div>
      </Disclosure>
      <Disclosure boxed summary={t("settings.consequence")} defaultOpen={isOpen}>
        <div className="grid grid-cols-1 gap-4">
          {RATINGS.map((rating) => {
            const place = `consequence.${rating - 1}`;
            return (
              <div key={rating} className="risk-words">
                <TextField
                  name={`${place}.name`}
                  label={t("settings.nameOf", { rating })}
                  maxLength={60}
                  defaultValue={fields[`${place}.name`]}
                  errors={errors[`${place}.name`]}
                />
                <div className="risk-words risk-words-3">
                  {CONSEQUENCE_CATEGORIES.map((category) => (
                    <TextArea
                      key={category}
                      name={`${place}.${category}`}
                      label={t("settings.textOf", { category: t(`category.${category}`), rating })}
                      maxLength={300}
                      rows={3}
                      defaultValue={fields[`${place}.${category}`]}
                      errors={errors[`${place}.${category}`]}
                    />
                  ))}
                </div>
              </div>
            );
          })}
        </div>
      </Disclosure>
    </>
  );
}
