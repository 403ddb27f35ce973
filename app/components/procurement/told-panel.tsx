import { Form } from "@remix-run/react";
import { Badge } from "~/components/badge";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { FormActions } from "~/components/form-actions";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import type { Tone } from "~/components/tone";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";

const TONES = {
  waiting: "info",
  retrying: "warning",
  sending: "info",
  sent: "success",
  "given-up": "danger",
  "not-sent": "warning",
  cancelled: "neutral",
} as const satisfies Record<string, Tone>;

type ToldLetter = {
  id: string;
  recipient: string;
  kind: "request" | "reminder";
  createdAt: string;
  state: keyof typeof TONES;
  failure: string;
};

export type ToldPanelProps = {
  told: {
    /** Where letters of this hospital go. */
    mail: "smtp" | "demo" | "none";
    letters: ReadonlyArray<ToldLetter>;
    invited: ReadonlyArray<{ name: string; email: string; answeredAt: string | null; isDeclined: boolean }>;
  };
  supplierName: string;
  maySend: boolean;
};

/** Which letters went out about a request, whether they arrived, and how to tell the supplier again. */
export function ToldPanel({ told, supplierName, maySend }: ToldPanelProps) {
  const { t } = useTranslation("mail");
  const { letters, invited, mail } = told;
  const hasOpenLink = invited.some(({ answeredAt }) => answeredAt === null);
  return (
    <Panel title={t("told.title")}>
      {mail === "none" ? (
        <Callout tone="info" title={t("noMail.title")}>
          {hasOpenLink ? t("told.noMail") : t("noMail.text")}
        </Callout>
      ) : null}
      {mail === "demo" ? (
        <p>
          {t("told.demo")} <ButtonLink to={paths.demoMailbox()}>{t("mailbox.open")}</ButtonLink>
        </p>
      ) : null}
      {invited.map((one) => (
        <Invited key={one.email} one={one} supplierName={supplierName} />
      ))}
      {letters.length === 0 ? (
        <p>{t("told.none")}</p>
      ) : (
        <Letters letters={letters} isDemo={mail === "demo"} />
      )}
      {maySend ? (
        <Form method="post">
          <FormActions>
            {mail === "none" ? null : (
              <SubmitButton name="intent" value="send-letter" variant="regular" icon="mail">
                {t("told.again")}
              </SubmitButton>
            )}
            {hasOpenLink ? (
              <SubmitButton name="intent" value="make-link" variant="regular">
                {t("told.makeLink")}
              </SubmitButton>
            ) : null}
          </FormActions>
        </Form>
      ) : null}
    </Panel>
  );
}

type InvitedProps = {
  one: ToldPanelProps["told"]["invited"][number];
  supplierName: string;
};

function Invited({ one: { name, email, answeredAt, isDeclined }, supplierName }: InvitedProps) {
  const { t } = useTranslation("mail");
  const language = useLanguage();
  const date = answeredAt === null ? "" : formatDay(answeredAt, language);
  return (
    <p>
      {t("told.askedAs", { name, email })}{" "}
      {answeredAt === null
        ? t("told.open")
        : isDeclined
          ? t("told.declined", { date })
          : t("told.answered", { supplier: supplierName, date })}
    </p>
  );
}

function Letters({ letters, isDemo }: { letters: ReadonlyArray<ToldLetter>; isDemo: boolean }) {
  const { t } = useTranslation("mail");
  return (
    <DataTable
      caption={t("told.caption")}
      captionHidden
      rows={letters}
      rowKey={({ id }) => id}
      columns={[
        {
          id: "to",
          header: t("told.recipient"),
          rowHeader: true,
          wrap: true,
          cell: ({ recipient }) => recipient,
        },
        { id: "kind", header: t("told.kind"), cell: ({ kind }) => t(`told.${kind}`) },
        { id: "when", header: t("told.when"), cell: ({ createdAt }) => <DateText value={createdAt} /> },
        {
          id: "state",
          header: t("told.state"),
          wrap: true,
          cell: ({ state, failure }) => (
            <>
              <Badge tone={TONES[state]}>{t(`state.${state === "sent" && isDemo ? "kept" : state}`)}</Badge>{" "}
              {failure === "" ? null : (
                <span className="field-hint">{t("failure", { detail: failure })}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
