import { Form } from "@remix-run/react";
import type { StepUp } from "~/domain/access/step-up";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { DateText } from "../date-text";
import { Panel } from "../panel";
import { StepUpField } from "../step-up-field";
import { SubmitButton } from "../submit-button";

type FeedPanelProps = {
  /** When the reader made the address that works now. */
  madeAt: string | null;
  /** Just made: shown this once. */
  url: string | null;
  isRevoked: boolean;
  stepUp: StepUp;
};

/** The secret address for one's own calendar program: made, shown once, revoked. */
export function FeedPanel({ madeAt, url, isRevoked, stepUp }: FeedPanelProps) {
  const { t } = useTranslation("calendar");
  return (
    <Panel title={t("feed.title")} id="feed" description={t("feed.text")}>
      {url ? (
        <Callout tone="success" title={t("feed.linkTitle")} live>
          <p>{t("feed.link")}</p>
          <p>
            <code className="break-all select-all" data-testid="feed-address">
              {url}
            </code>
          </p>
        </Callout>
      ) : null}
      {isRevoked && madeAt === null ? (
        <Callout tone="info" live>
          {t("feed.revoked")}
        </Callout>
      ) : null}
      <MadeAt madeAt={madeAt} />
      <div className="actions">
        <Form method="post" preventScrollReset className="grid gap-3">
          <StepUpField stepUp={stepUp} />
          <SubmitButton variant="regular" name="intent" value="make-feed">
            {t(madeAt === null ? "feed.make" : "feed.again")}
          </SubmitButton>
        </Form>
        {madeAt === null ? null : (
          <Form method="post" preventScrollReset>
            <SubmitButton variant="danger" name="intent" value="revoke-feed">
              {t("feed.revoke")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Panel>
  );
}

function MadeAt({ madeAt }: Pick<FeedPanelProps, "madeAt">) {
  const { t } = useTranslation("calendar");
  if (madeAt === null) return <p>{t("feed.none")}</p>;
  return (
    <p>
      {t("feed.made")} <DateText value={madeAt} /> {t("feed.againHint")}
    </p>
  );
}
