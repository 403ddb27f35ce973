import type { ComponentProps } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { TextField } from "../text-field";

type OwnerFieldProps = Pick<ComponentProps<typeof TextField>, "defaultValue" | "errors" | "hint"> & {
  members: ReadonlyArray<{ name: string; email: string }>;
};

/** Anybody by name; people of the hospital are offered. Where two have the same name the address tells them apart. */
export function OwnerField({ members, ...field }: OwnerFieldProps) {
  const { t } = useTranslation("measure");
  const isShared = (name: string) => members.filter((one) => one.name === name).length > 1;
  return (
    <>
      <TextField name="owner" label={t("field.owner")} maxLength={200} list="measure-owners" {...field} />
      <datalist id="measure-owners">
        {members.map(({ name, email }) => (
          <option key={email} value={isShared(name) ? email : name} />
        ))}
      </datalist>
    </>
  );
}
