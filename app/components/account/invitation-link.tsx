import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";

/** The secret link is shown once: only its hash is stored. */
export function InvitationLink({ url, email }: { url: string; email: string }) {
  const { t } = useTranslation("account");
  return (
    <Callout tone="success" title={t("members.linkTitle")} live>
      <p>{t("members.link", { email })}</p>
      <p>
        <code className="break-all select-all" data-testid="invitation-link">
          {url}
        </code>
      </p>
    </Callout>
  );
}
