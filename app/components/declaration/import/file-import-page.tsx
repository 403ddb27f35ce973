import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { KeyValue } from "~/components/key-value";
import { NumberText } from "~/components/number-text";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import type { ImportPlan } from "~/domain/declaration/import-plan";
import type { ImportState } from "~/domain/declaration/import-words";
import { formatBytes } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DeclarationFrame, type DeclarationHead } from "../declaration-frame";
import type { ImportWords } from "./entry-row";
import { PreviewForm } from "./preview-form";
import { QualityReport } from "./quality-report";
import { ReadAgain } from "./read-again";
import type { PostedChoices } from "./read-choices";
import { ReadingPanel } from "./reading-panel";
import { type ApplyRefusal, FileRefused, NotApplied } from "./refusals";
import { SealNote } from "./seal-note";
import { UnusedList } from "./unused-list";
import "../answer-sheet.css";
import "../facts.css";
import "./import.css";

export type FileImport = DeclarationHead & {
  file: {
    id: string;
    name: string;
    bytes: number;
    sha256: string;
    state: ImportState;
    step: "waiting" | "opening" | "parsing" | "comparing" | "judging" | null;
    isForgotten: boolean;
    refusal: unknown;
  };
  plan: ImportPlan | null;
  stale: ReadonlyArray<string>;
  words: ImportWords;
  isDraft: boolean;
  mayImport: boolean;
};

type FileImportPageProps = {
  page: FileImport;
  refused: { refusal: ApplyRefusal; choices: PostedChoices } | undefined;
};

/** One file that fills in a draft: being read, read, refused, taken over or given up. */
export function FileImportPage({ page, refused }: FileImportPageProps) {
  const { declaration, file, plan, mayImport } = page;
  return (
    <DeclarationFrame head={page}>
      {file.state === "reading" ? (
        <ReadingPanel declarationId={declaration.id} file={file} mayImport={mayImport} />
      ) : null}
      {file.state === "refused" ? <FileRefused declarationId={declaration.id} file={file} /> : null}
      {file.state === "cancelled" ? <Cancelled declarationId={declaration.id} sha256={file.sha256} /> : null}
      {file.state === "applied" ? <Applied declarationId={declaration.id} /> : null}
      {plan && file.state !== "cancelled" ? <Found page={page} plan={plan} refused={refused} /> : null}
    </DeclarationFrame>
  );
}

function Found({ page, plan, refused }: FileImportPageProps & { plan: ImportPlan }) {
  const { t } = useTranslation("import");
  const language = useLanguage();
  const { declaration, file, stale, words, mayImport, isDraft } = page;
  const isOpen = file.state === "ready";
  const offered = plan.entries.filter(({ standing }) => standing !== "agrees").length;
  return (
    <>
      <Panel title={t("found.title", { kind: t(`kind.${plan.kind}`) })} description={t("found.text")}>
        <KeyValue
          columns={2}
          entries={[
            { term: t("found.file"), value: `${file.name} (${formatBytes(file.bytes, language)})` },
            { term: t("found.edition"), value: plan.edition },
            { term: t("found.about"), value: plan.about === "" ? t("found.unnamed") : plan.about },
            { term: t(`found.counted.${plan.kind}`), value: <NumberText value={plan.counted} /> },
          ]}
        />
        {plan.seal ? <SealNote seal={plan.seal} /> : null}
        {isOpen && mayImport ? (
          <Form method="post" className="mt-3">
            <input type="hidden" name="intent" value="cancel" />
            <SubmitButton variant="quiet">{t("giveUp")}</SubmitButton>
          </Form>
        ) : null}
      </Panel>
      {isOpen && stale.length > 0 ? (
        <Callout tone="warning" title={t("stale.title", { count: stale.length })}>
          <p>{t("stale.text")}</p>
          <ReadAgain declarationId={declaration.id} sha256={file.sha256} />
        </Callout>
      ) : null}
      {refused && isOpen ? (
        <NotApplied refusal={refused.refusal} declarationId={declaration.id} sha256={file.sha256} />
      ) : null}
      {isOpen && offered === 0 ? (
        <Callout tone="info" title={t("nothing.title")}>
          {t("nothing.text")}
        </Callout>
      ) : null}
      {isOpen && !mayImport ? (
        <Callout tone="info">{isDraft ? t("readOnlyRole") : t("readOnlyText")}</Callout>
      ) : null}
      {isOpen && mayImport ? (
        <PreviewForm plan={plan} words={words} stale={stale} choices={refused?.choices} />
      ) : null}
      <UnusedList unused={plan.unused} unusedCount={plan.unusedCount} />
      <QualityReport quality={plan.quality} />
    </>
  );
}

function Applied({ declarationId }: { declarationId: string }) {
  const { t } = useTranslation("import");
  return (
    <Callout
      tone="success"
      live
      title={t("applied.title")}
      action={
        <>
          <ButtonLink to={paths.declaration(declarationId)}>{t("applied.answers")}</ButtonLink>
          <ButtonLink to={paths.declarationFacts(declarationId)}>{t("applied.facts")}</ButtonLink>
          <ButtonLink to={paths.declarationImport(declarationId)}>{t("applied.another")}</ButtonLink>
        </>
      }
    >
      {t("applied.text")}
    </Callout>
  );
}

function Cancelled({ declarationId, sha256 }: { declarationId: string; sha256: string }) {
  const { t } = useTranslation("import");
  return (
    <Callout tone="info" live title={t("cancelled.title")}>
      <p>{t("cancelled.text")}</p>
      <ReadAgain declarationId={declarationId} sha256={sha256} />
    </Callout>
  );
}
