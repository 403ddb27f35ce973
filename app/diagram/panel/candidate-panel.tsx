import { type DragEvent, useState } from "react";
import { Button } from "~/components/button";
import { TextField } from "~/components/text-field";
import { VerdictBadge } from "~/components/verdict-badge";
import type { JudgingGround } from "~/domain/assessment/placed-products";
import { compareVerdicts, VERDICTS } from "~/domain/assessment/verdict";
import { folded } from "~/domain/shared/folded";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import type { ReleaseChoice } from "../choices";
import type { EditorActions } from "../editor-actions";
import { RELEASE_TYPE } from "../overlays/drop-release";
import type { Candidate } from "../overlays/use-candidate";
import { CandidateInZone } from "./candidate-in-zone";
import { PanelHeader } from "./panel-header";

const MOST_SHOWN = 60;

type CandidatePanelProps = {
  candidate: Candidate;
  releases: ReadonlyArray<ReleaseChoice>;
  ground: JudgingGround | null;
  index: ZoneModelIndex;
  modelId: string;
  selected: ElementRef | null;
  mayEdit: boolean;
  actions: EditorActions;
};

/** A product held against every zone: the list of products, then what each zone says. */
export function CandidatePanel(props: CandidatePanelProps) {
  const { candidate, releases } = props;
  const { t } = useTranslation("overlay");
  const chosen = releases.find(({ releaseId }) => releaseId === candidate.releaseId);
  const title = chosen ? `${chosen.productName} ${chosen.releaseVersion}` : t("candidate.title");
  return (
    <div className="panel-body">
      <PanelHeader icon="product" kind={t("candidate.try")} title={title} onClose={candidate.leave} />
      {chosen ? (
        <Answers {...props} release={chosen} />
      ) : (
        <Choice candidate={candidate} releases={releases} />
      )}
    </div>
  );
}

function Choice({ candidate, releases }: Pick<CandidatePanelProps, "candidate" | "releases">) {
  const { t } = useTranslation("overlay");
  const [search, setSearch] = useState("");
  const wanted = folded(search);
  const found = releases.filter(({ productName, supplierName, releaseVersion }) =>
    folded(`${productName} ${releaseVersion} ${supplierName}`).includes(wanted),
  );
  const onDragStart = (event: DragEvent, releaseId: string) => {
    event.dataTransfer.setData(RELEASE_TYPE, releaseId);
    event.dataTransfer.effectAllowed = "copy";
  };
  return (
    <>
      <p className="field-hint">{t("candidate.hint")}</p>
      <TextField
        name="candidate-search"
        type="search"
        label={t("candidate.search")}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul className="palette">
        {found.slice(0, MOST_SHOWN).map(({ releaseId, productName, releaseVersion, supplierName }) => (
          <li key={releaseId}>
            <button
              type="button"
              className="palette-entry"
              draggable
              onDragStart={(event) => onDragStart(event, releaseId)}
              onClick={() => candidate.choose(releaseId)}
            >
              <span className="palette-name">
                {productName} {releaseVersion}
              </span>
              <span className="palette-fact">{supplierName}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST_SHOWN ? (
        <p className="editor-none">{t("more", { count: found.length - MOST_SHOWN })}</p>
      ) : null}
      {found.length === 0 ? (
        <p className="editor-none">{t(releases.length === 0 ? "candidate.noneKnown" : "candidate.none")}</p>
      ) : null}
    </>
  );
}

function Answers(props: CandidatePanelProps & { release: ReleaseChoice }) {
  const { candidate, index, selected, actions } = props;
  const { t } = useTranslation("overlay");
  const { verdicts, product } = candidate;
  if (!verdicts || !product)
    return (
      <>
        <p className="editor-none" role="status">
          {t(candidate.isLoading || !props.ground ? "candidate.judging" : "candidate.failed")}
        </p>
        <Back candidate={candidate} />
      </>
    );
  const zones = index.model.zones
    .flatMap((zone) => {
      const verdict = verdicts.get(zone.id);
      return verdict ? [{ zone, verdict }] : [];
    })
    .sort((a, b) => compareVerdicts(a.verdict, b.verdict) || a.zone.name.localeCompare(b.zone.name));
  const counts = VERDICTS.flatMap((verdict) => {
    const count = zones.filter((one) => one.verdict === verdict).length;
    return count > 0 ? [`${t(`components:verdict.${verdict}`)}: ${count}`] : [];
  });
  const shown = selected?.kind === "zone" ? zones.find(({ zone }) => zone.id === selected.id) : undefined;
  const asksNothing = selected?.kind === "zone" && !shown;
  return (
    <>
      <p className="candidate-counts" role="status">
        {counts.join(" · ")}
      </p>
      {asksNothing ? <p className="editor-none">{t("candidate.noTarget")}</p> : null}
      {!shown && !asksNothing ? <p className="field-hint">{t("candidate.pickZone")}</p> : null}
      <ul className="candidate-zones">
        {zones.map(({ zone, verdict }) => (
          <li key={zone.id}>
            <button
              type="button"
              className="finding-pick"
              aria-current={shown?.zone === zone || undefined}
              onClick={() => actions.show({ kind: "zone", id: zone.id })}
            >
              <VerdictBadge verdict={verdict} />
              <span>{zone.name}</span>
            </button>
            {shown?.zone === zone ? <CandidateInZone {...props} {...{ product, zone }} /> : null}
          </li>
        ))}
      </ul>
      <Back candidate={candidate} />
    </>
  );
}

function Back({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation("overlay");
  return (
    <div className="candidate-back">
      <Button size="small" icon="arrow-left" onClick={() => candidate.choose(null)}>
        {t("candidate.another")}
      </Button>
    </div>
  );
}
