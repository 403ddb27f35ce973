import { Form, useSearchParams, useSubmit } from "@remix-run/react";
import { Button } from "~/components/button";
import { SelectField } from "~/components/select-field";
import { useTranslation } from "~/i18n/use-translation";
import type { AskedLevel } from "./sheet";

/** Chooses the request whose target the strip shows. The other filters of the address stay. */
export function CompareForm({ requests }: { requests: ReadonlyArray<AskedLevel> }) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const submit = useSubmit();
  if (requests.length === 0) return null;
  const others = [...search].filter(([name]) => name !== "request");
  return (
    <Form
      method="get"
      className="compare-form"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        name="request"
        label={t("filter.request")}
        placeholder={t("filter.noRequest")}
        defaultValue={search.get("request") ?? ""}
        options={requests.map(({ id, subject, hospitalName }) => ({
          value: id,
          label: t("filter.requestOf", { subject, hospital: hospitalName }),
        }))}
      />
      <Button type="submit">{t("common:show")}</Button>
    </Form>
  );
}
