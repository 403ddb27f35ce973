import { Form } from "@remix-run/react";
import { useRef } from "react";
import { Button } from "~/components/button";
import { Disclosure } from "~/components/disclosure";
import { Section } from "~/components/section";
import { SubmitButton } from "~/components/submit-button";
import { useIsHydrated } from "~/components/use-is-hydrated";
import { type ImportEntry, type ImportPlan, isPreselected } from "~/domain/declaration/import-plan";
import { useTranslation } from "~/i18n/use-translation";
import { EntryName, EntryRow, type ImportWords } from "./entry-row";
import { EntryValue } from "./entry-value";
import type { PostedChoices } from "./read-choices";

type PreviewFormProps = {
  plan: ImportPlan;
  words: ImportWords;
  stale: ReadonlyArray<string>;
  /** What was ticked before the form came back. */
  choices: PostedChoices | undefined;
};

/** What needs a person's eye first. */
const GROUPS = ["contradicts", "new", "adds"] as const;

/** Everything that a file says, to be ticked and taken over; nothing is taken that stands not here. */
export function PreviewForm({ plan, words, stale, choices }: PreviewFormProps) {
  const { t } = useTranslation("import");
  const agreeing = plan.entries.filter(({ standing }) => standing === "agrees");
  const offered = plan.entries.length - agreeing.length;
  const rowOf = (entry: ImportEntry) => (
    <EntryRow
      key={entry.id}
      entry={entry}
      words={words}
      isTaken={choices ? choices.taken.includes(entry.id) : isPreselected(plan, entry)}
      isStale={stale.includes(entry.id)}
      severity={choices?.severities[entry.id] ?? ""}
    />
  );
  return (
    <Form method="post" className="grid gap-6">
      <input type="hidden" name="intent" value="apply" />
      {GROUPS.map((standing) => {
        const entries = plan.entries.filter((entry) => entry.standing === standing);
        return entries.length > 0 ? (
          <Group
            key={standing}
            title={t(`standing.${standing}`, { count: entries.length })}
            text={t(`standing.${standing}Text`)}
          >
            {entries.map(rowOf)}
          </Group>
        ) : null;
      })}
      {agreeing.length > 0 ? (
        <Disclosure boxed summary={t("standing.agrees", { count: agreeing.length })}>
          <ul className="import-agreeing">
            {agreeing.map((entry) => (
              <li key={entry.id}>
                <EntryName entry={entry} words={words} />: <EntryValue entry={entry} side="proposed" />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {offered > 0 ? (
        <div className="import-bar">
          <SubmitButton>{t("apply")}</SubmitButton>
          <span className="field-hint">{plan.evidence ? t("applyHint") : t("applyHintPlain")}</span>
        </div>
      ) : null}
    </Form>
  );
}

function Group({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  const { t } = useTranslation("import");
  const list = useRef<HTMLUListElement>(null);
  const isHydrated = useIsHydrated();
  const tick = (isTaken: boolean) => {
    for (const box of list.current?.querySelectorAll<HTMLInputElement>('input[name="taken"]') ?? [])
      box.checked = isTaken;
  };
  return (
    <Section
      title={title}
      description={text}
      actions={
        isHydrated ? (
          <>
            <Button size="small" onClick={() => tick(true)}>
              {t("tickAll")}
            </Button>
            <Button size="small" onClick={() => tick(false)}>
              {t("tickNone")}
            </Button>
          </>
        ) : null
      }
    >
      <ul ref={list} className="import-entries">
        {children}
      </ul>
    </Section>
  );
}
