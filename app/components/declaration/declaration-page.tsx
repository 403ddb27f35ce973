import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { Disclosure } from "~/components/disclosure";
import { LawPanel } from "~/components/law/law-panel";
import { Panel } from "~/components/panel";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { AnswerSheet } from "./answer-sheet";
import { CoveredVariants } from "./covered-variants";
import { NewVersionForm, ShareForm, SignatureFacts, VersionList } from "./declaration-facts";
import { DeclarationFrame } from "./declaration-frame";
import { ClaimForm, ComponentTypesForm } from "./description-forms";
import { ExportFiles } from "./export-files";
import { useRefusal } from "./refusal";
import { type RefusedForm, toInitialQueue } from "./refused-form";
import type { Sheet } from "./sheet";
import { SignedSheet } from "./signed-sheet";
import { OwnWithdrawalNote, WithdrawDeclarationForm } from "./withdraw-form";

/** A draft to answer, or a declaration to read. */
export function DeclarationPage({ sheet, refused }: { sheet: Sheet; refused: RefusedForm | undefined }) {
  const { t } = useTranslation("declaration");
  const { declaration, release } = sheet;
  const { id, state, content } = declaration;
  const refusalOf = (intent: string) => (refused?.intent === intent ? refused.refusal : undefined);
  const { formErrors } = useRefusal(refusalOf("answer") ?? refusalOf("copy"));
  return (
    <DeclarationFrame
      head={sheet}
      actions={
        <>
          {declaration.isCopy ? (
            <ButtonLink to={paths.carryOver(id)}>{t("carryOver.link")}</ButtonLink>
          ) : null}
          {state === "draft" ? (
            <ButtonLink to={paths.signDeclaration(id)} icon="evidence">
              {t("sheet.sign")}
            </ButtonLink>
          ) : null}
          {sheet.mayCopy ? <NewVersionForm releaseId={release.id} /> : null}
        </>
      }
    >
      {formErrors.map((error) => (
        <Callout key={error} tone="danger" live>
          {error}
        </Callout>
      ))}
      <OwnWithdrawalNote withdrawal={declaration.withdrawal} />
      {declaration.signature ? (
        <Panel title={t("signature.title")}>
          <SignatureFacts sheet={sheet} />
          {sheet.mayShare ? (
            <ShareForm visibility={declaration.visibility} refusal={refusalOf("share")} />
          ) : null}
          {sheet.mayWithdraw ? <WithdrawDeclarationForm refusal={refusalOf("withdraw")} /> : null}
        </Panel>
      ) : null}
      <CoveredVariants variants={content.facts.variants} />
      {sheet.versions.length > 1 ? <VersionList sheet={sheet} /> : null}
      <ExportFiles
        hrefOf={(file) => paths.declarationFile(id, file)}
        state={state}
        isSealed={Boolean(declaration.signature?.seal)}
      />
      {sheet.mayAnswer ? (
        <Disclosure
          summary={t("sheet.details")}
          boxed
          defaultOpen={
            refused?.intent === "types" || refused?.intent === "claim" || content.componentTypes.length === 0
          }
        >
          <div className="grid gap-6 md:grid-cols-2">
            <ComponentTypesForm content={content} refusal={refusalOf("types")} />
            <ClaimForm content={content} refusal={refusalOf("claim")} />
          </div>
        </Disclosure>
      ) : null}
      {state === "draft" && !sheet.mayAnswer ? <Callout tone="info">{t("sheet.readOnly")}</Callout> : null}
      {sheet.mayAnswer ? (
        <AnswerSheet sheet={sheet} initial={toInitialQueue(refused)} />
      ) : (
        <SignedSheet sheet={sheet} />
      )}
      <LawPanel law={sheet.law} />
    </DeclarationFrame>
  );
}
