import { useRevalidator } from "@remix-run/react";
import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { Button } from "~/components/button";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { Steps } from "~/components/steps";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { KnownProtocol } from "~/formats/drawio/protocol-finder";
import type { InventoryPlan, ReleaseOption } from "~/formats/inventory/plan";
import type { ImportMode } from "~/formats/zone-model-json/combine";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DrawingStep } from "./drawing-step";
import { ImportedNotice } from "./imported-notice";
import { InventorySteps } from "./inventory-steps";
import { ModelFileStep } from "./model-file-step";
import type { ImportKind } from "./post-import";
import type { ImportSource } from "./read-source";
import { RunProgress } from "./run-progress";
import { SourceStep } from "./source-step";
import { useStored } from "./stored";
import { type RunEnd, useImportRun } from "./use-import-run";

/** Everything a person has chosen or typed so far. */
export type ImportState = {
  pasted: string;
  source: ImportSource | null;
  step: "source" | "columns" | "preview" | "done";
  sheet: number;
  plan: InventoryPlan | null;
  page: number;
  mode: ImportMode;
};
const START: ImportState = {
  pasted: "",
  source: null,
  step: "source",
  sheet: 0,
  plan: null,
  page: 0,
  mode: "add",
};

export type ImportContext = {
  modelId: string;
  draft: ZoneModel;
  releases: ReadonlyArray<ReleaseOption>;
  protocols: ReadonlyArray<KnownProtocol>;
  state: ImportState;
  change: (change: Partial<ImportState>) => void;
  save: (kind: ImportKind, commands: ReadonlyArray<ZoneModelCommand>) => void;
  /** While something is saved: how far it is, in the place of the buttons. */
  running: ReactNode;
};

type ImportWizardProps = Pick<ImportContext, "modelId" | "draft" | "releases" | "protocols"> & {
  version: number;
};

/** From a file or a text to one edit of the draft: read, choose, look, import. Nothing is sent before the last step. */
export function ImportWizard({ modelId, draft, version, releases, protocols }: ImportWizardProps) {
  const { t } = useTranslation("transfer");
  const [state, setState, isReady] = useStored<ImportState>(`cordon-import:${modelId}`, START);
  const { revalidate } = useRevalidator();
  const change = useCallback(
    (change: Partial<ImportState>) => setState((current) => ({ ...current, ...change })),
    [setState],
  );
  const done = useCallback(() => setState({ ...START, step: "done" }), [setState]);
  const { run, end, start, cancel, forget } = useImportRun({ modelId, draft, version }, done);
  const restart = () => {
    forget();
    setState(START);
  };
  const readAgain = () => {
    forget();
    revalidate();
  };

  // What was pressed is gone with its step: the keyboard goes on at the next one.
  const place = useRef<HTMLDivElement>(null);
  const step = useRef(state.step);
  useEffect(() => {
    if (step.current !== state.step && isReady) place.current?.focus();
    step.current = state.step;
  }, [state.step, isReady]);

  const names = state.source && state.source.kind !== "table" ? TWO_STEPS : THREE_STEPS;
  const running = run ? (
    <RunProgress
      label={t(`run.${run.phase}`)}
      share={run.phase === "sending" ? run.share : null}
      onCancel={run.phase === "taking-back" ? undefined : cancel}
      takesFocus
    />
  ) : null;
  const context = { modelId, draft, releases, protocols, state, change, save: start, running };
  return (
    <div ref={place} tabIndex={-1} className="grid gap-5 outline-none" data-ready={isReady || undefined}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Steps
          label={t("import.steps")}
          steps={names.map((name) => ({ label: t(`import.step.${name}`) }))}
          current={names.indexOf(state.step)}
        />
        {!run && (state.step === "columns" || state.step === "preview") ? (
          <Button variant="quiet" size="small" icon="cross" onClick={restart}>
            {t("import.leave")}
          </Button>
        ) : null}
      </div>
      {end ? <RunEndCallout end={end} onReadAgain={readAgain} /> : null}
      {state.step === "done" ? (
        <DoneStep modelId={modelId} onAgain={restart} />
      ) : state.step === "source" || !state.source ? (
        <SourceStep {...context} />
      ) : state.source.kind === "table" ? (
        <InventorySteps {...context} source={state.source} />
      ) : state.source.kind === "drawing" ? (
        <DrawingStep {...context} source={state.source} />
      ) : (
        <ModelFileStep {...context} source={state.source} />
      )}
    </div>
  );
}

const THREE_STEPS: ReadonlyArray<ImportState["step"]> = ["source", "columns", "preview", "done"];
const TWO_STEPS: ReadonlyArray<ImportState["step"]> = ["source", "preview", "done"];

/** The keyboard was on a button that is gone, at the end of a long table: it goes on here. */
function RunEndCallout({ end, onReadAgain }: { end: RunEnd; onReadAgain: () => void }) {
  const { t } = useTranslation("transfer");
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const mayReadAgain = end === "stale-version" || end === "command-refused";
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {end === "cancelled" ? (
        <Callout tone="info" title={t("run.cancelled")} live>
          {t("run.cancelledText")}
        </Callout>
      ) : (
        <Callout
          tone="danger"
          title={t("saveError.title")}
          live
          action={
            mayReadAgain ? (
              <Button size="small" onClick={onReadAgain}>
                {t("saveError.reload")}
              </Button>
            ) : null
          }
        >
          {t(`saveError.${end}`)}
        </Callout>
      )}
    </div>
  );
}

function DoneStep({ modelId, onAgain }: { modelId: string; onAgain: () => void }) {
  const { t } = useTranslation("transfer");
  return (
    <>
      <ImportedNotice modelId={modelId} />
      <div className="actions">
        <ButtonLink to={paths.model(modelId)} variant="primary" icon="model">
          {t("done.diagram")}
        </ButtonLink>
        <Button onClick={onAgain}>{t("done.another")}</Button>
      </div>
    </>
  );
}
