import { Form, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { Panel } from "~/components/panel";
import { Progress } from "~/components/progress";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { FileImport } from "./file-import-page";
import { ReadAgain } from "./read-again";

/** In the order in which a reader goes through them. */
type Step = FileImport["file"]["step"];
const STEPS: ReadonlyArray<Step> = ["opening", "parsing", "comparing", "judging"];
const ASK_EVERY_MS = 700;

type ReadingPanelProps = {
  declarationId: string;
  file: { id: string; name: string; sha256: string; step: Step; isForgotten: boolean };
  mayImport: boolean;
};

/** How far the reading of a file is, asked again and again; it can be given up at any time. */
export function ReadingPanel({ declarationId, file, mayImport }: ReadingPanelProps) {
  const { t } = useTranslation("import");
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle" || file.isForgotten) return;
    const timer = window.setTimeout(revalidate, ASK_EVERY_MS);
    return () => window.clearTimeout(timer);
  }, [state, revalidate, file.isForgotten]);
  if (file.isForgotten)
    return (
      <Callout tone="warning" title={t("refusal.interrupted")}>
        <ReadAgain declarationId={declarationId} sha256={file.sha256} />
      </Callout>
    );
  const at = STEPS.indexOf(file.step);
  const label = t(`reading.${file.step ?? "waiting"}`);
  return (
    <Panel title={t("reading.title", { name: file.name })} description={t("reading.text")}>
      <div className="grid gap-3">
        <Progress label={label} value={at < 0 ? null : at} max={STEPS.length} />
        <output className="sr-only">{label}</output>
        <noscript>
          <ButtonLink to={paths.fileImport(declarationId, file.id)} reloadDocument>
            {t("reading.look")}
          </ButtonLink>
        </noscript>
        {mayImport ? (
          <Form method="post">
            <input type="hidden" name="intent" value="cancel" />
            <SubmitButton variant="regular">{t("reading.cancel")}</SubmitButton>
          </Form>
        ) : null}
      </div>
    </Panel>
  );
}
