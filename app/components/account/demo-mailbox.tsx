import { Form } from "@remix-run/react";
import { Button } from "~/components/button";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { KeyValue } from "~/components/key-value";
import { Page } from "~/components/page";
import { Panel } from "~/components/panel";
import { TextField } from "~/components/text-field";
import { useTranslation } from "~/i18n/use-translation";

type DemoLetter = { id: string; recipient: string; createdAt: string; subject: string; text: string };
type DemoMailboxProps = { to: string; count: number; letters: ReadonlyArray<DemoLetter> };

/** The letters that the demo would have sent, as plain text. */
export function DemoMailbox({ to, count, letters }: DemoMailboxProps) {
  const { t } = useTranslation("mail");
  return (
    <Page title={t("mailbox.title")} description={t("mailbox.description")} width="text">
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <TextField name="to" label={t("mailbox.filter")} hint={t("mailbox.filterHint")} defaultValue={to} />
        <Button type="submit">{t("common:show")}</Button>
      </Form>
      {letters.length === 0 ? (
        <EmptyState title={to === "" ? t("mailbox.empty") : t("mailbox.noneFound")}>
          {t("mailbox.emptyText")}
        </EmptyState>
      ) : (
        <Panel title={t("mailbox.count", { count })}>
          {letters.map((letter, place) => (
            <Disclosure
              key={letter.id}
              boxed
              defaultOpen={place === 0}
              summary={
                <span className="[overflow-wrap:anywhere]">
                  {letter.subject} · {letter.recipient}
                </span>
              }
            >
              <LetterView letter={letter} />
            </Disclosure>
          ))}
        </Panel>
      )}
    </Page>
  );
}

function LetterView({ letter: { recipient, createdAt, text } }: { letter: DemoLetter }) {
  const { t } = useTranslation("mail");
  return (
    <>
      <KeyValue
        entries={[
          { term: t("mailbox.to"), value: <span className="break-all">{recipient}</span> },
          { term: t("mailbox.sent"), value: <DateText value={createdAt} /> },
        ]}
      />
      <p className="mt-4 whitespace-pre-line break-words">
        {text
          .split(/(https?:\/\/\S+)/)
          .map((part, place) => (place % 2 === 1 ? <LetterLink key={part} url={part} /> : part))}
      </p>
    </>
  );
}

/** The text is ours and so is its only address; what people have written into it stays text unless it is this. */
function LetterLink({ url }: { url: string }) {
  return (
    <a href={url} className="break-all underline" data-testid="letter-link">
      {url}
    </a>
  );
}
