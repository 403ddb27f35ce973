import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";

/** The secret link is shown once: only its hash is stored. */
export function InvitationLink({
  url,
  email,
  isRequest = false,
  isMailed = false,
}: {
  url: string;
  email: string;
  /** Of a request: good for longer than an invitation. */
  isRequest?: boolean;
  isMailed?: boolean;
}) {
  const { t } = useTranslation("account");
  return (
    <Callout tone="success" title={isRequest ? t("asked.linkTitle") : t("members.linkTitle")} live>
      <p>{isRequest ? t("asked.link", { email }) : t("members.link", { email })}</p>
      <p>
        <code className="break-all select-all" data-testid="invitation-link">
          {url}
        </code>
      </p>
      {isMailed ? <p>{t("members.linkMailed", { email })}</p> : null}
    </Callout>
  );
}
