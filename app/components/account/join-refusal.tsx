import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";

type JoinRefusalProps = {
  refusal: { code: string; minutes?: number } | undefined;
};

/** Why joining did not work, besides what is wrong in a field. */
export function JoinRefusal({ refusal }: JoinRefusalProps) {
  const { t } = useTranslation("account");
  if (refusal?.code === "too-many-attempts")
    return (
      <Callout tone="warning" title={t("signIn.tooManyTitle")} live>
        {t("signIn.tooMany", { count: refusal.minutes ?? 0 })}
      </Callout>
    );
  if (refusal?.code !== "wrong-password" && refusal?.code !== "supplier-exists") return null;
  return (
    <Callout tone="danger" live>
      {refusal.code === "wrong-password" ? t("invitation.wrongPassword") : t("invitation.supplierExists")}
    </Callout>
  );
}
