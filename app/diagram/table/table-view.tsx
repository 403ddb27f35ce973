import "./table.css";
import { Form } from "@remix-run/react";
import { type ComponentProps, useMemo } from "react";
import { ButtonLink } from "~/components/button-link";
import { CandidateSection } from "~/components/model/candidate-section";
import { RefusalNote } from "~/components/model/command-form";
import { ElementEditor } from "~/components/model/element-editor";
import { KeptParams } from "~/components/model/kept-params";
import { ModelTables } from "~/components/model/model-tables";
import { StepBar } from "~/components/model/step-bar";
import { TablePager } from "~/components/model/table-pager";
import { TickedProvider } from "~/components/model/ticked";
import { useTableLink } from "~/components/model/use-table-link";
import { Section } from "~/components/section";
import { SubmitButton } from "~/components/submit-button";
import { TextField } from "~/components/text-field";
import type { ChangeSentence } from "~/domain/zone-model/change-sentences";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { useSentenceText } from "../editing/use-change-text";
import { keyOf } from "../element-ref";
import { VisitorsProvider } from "../presence/visitors";
import { ChosenBar } from "./chosen-bar";
import { Company } from "./company";
import { OutlineTree } from "./outline-tree";
import { OverlayForm } from "./overlay-form";
import { SaidView } from "./said-view";
import { TableClipboard } from "./table-clipboard";
import type { TableOverlay } from "./table-overlay";
import { TidyForm } from "./tidy-form";
import { useFocusAtHash } from "./use-focus-at-hash";
import { useLineWords } from "./use-line-words";
import { useTableVisit } from "./use-table-visit";

type Step = { version: number; sentence: ChangeSentence; more: number } | null;
type Tables = ComponentProps<typeof ModelTables>;
type Outline = ComponentProps<typeof OutlineTree>;

type TableViewProps = Tables &
  Pick<ComponentProps<typeof ElementEditor>, "picked" | "comment" | "choices"> &
  Pick<ComponentProps<typeof CandidateSection>, "candidate"> & {
    steps: { undo: Step; redo: Step };
    outline: Pick<Outline, "lines" | "open" | "closed"> & {
      paging: ComponentProps<typeof TablePager>["paging"];
    };
    others: ComponentProps<typeof ChosenBar>["others"];
    shown: TableOverlay;
    search: string;
    copied: string | undefined;
    /** Who looks: their own saves are no news. */
    personId: string;
  };

/** The model without a canvas: what is possible there is possible here, with the keyboard alone. */
export function TableView(props: TableViewProps) {
  const { modelId, version, mayEdit, picked, outline, choices, outcome, comment, steps } = props;
  const { views, overlay } = props.shown;
  const { t } = useTranslation("table");
  const sentenceText = useSentenceText();
  const wordsOf = useLineWords();
  useFocusAtHash();
  const { visits, savedBy } = useTableVisit(
    { modelId, version, personId: props.personId },
    picked && "element" in picked ? picked.element : null,
  );
  const kindOf = useMemo(
    () => new Map(choices.zoneTypes.map(({ id, name }) => [id, name])),
    [choices.zoneTypes],
  );
  const words = (step: Step, name: "undo" | "redo") => {
    if (!step) return null;
    const sentence = sentenceText(step.sentence);
    const change = step.more > 0 ? t("steps.more", { sentence }) : sentence;
    return { version: step.version, words: t(`steps.${name}`, { change }) };
  };
  const pickedWords =
    picked && "facts" in picked
      ? wordsOf({
          ...{ facts: picked.facts, findings: picked.findings, levels: picked.levels, kindOf },
          view: views[keyOf(picked.element)] ?? null,
        })
      : "";
  const here = useMemo(
    () =>
      new Set([
        ...outline.lines.map(({ kind, id }) => `${kind}:${id}`),
        ...props.zones.map(({ id }) => `zone:${id}`),
        ...props.conduits.map(({ id }) => `conduit:${id}`),
        ...props.assets.map(({ id }) => `asset:${id}`),
      ]),
    [outline.lines, props.zones, props.conduits, props.assets],
  );
  const more =
    overlay === "target"
      ? undefined
      : { header: t(`overlay:name.${overlay}`), cell: (key: string) => <SaidView view={views[key]} /> };
  return (
    <VisitorsProvider visits={visits}>
      <TickedProvider>
        <Company savedBy={savedBy} />
        {mayEdit ? (
          <>
            <StepBar
              undo={words(steps.undo, "undo")}
              redo={words(steps.redo, "redo")}
              labels={{ group: t("steps.group"), none: t("steps.none") }}
            />
            {outcome?.form === "steps" ? <RefusalNote refusal={outcome.refusal} /> : null}
          </>
        ) : null}
        <ElementEditor {...{ modelId, version, choices, outcome, picked, comment }} words={pickedWords} />
        <div className="table-tools">
          <SearchForm {...props} />
          <OverlayForm modelId={modelId} shown={props.shown} />
        </div>
        <TableClipboard {...{ modelId, version, mayEdit }} />
        <OutlineSection {...props} />
        <ChosenBar
          {...{ modelId, version, choices, outcome, here, mayEdit }}
          others={props.others}
          foundAssets={props.assetPaging.count}
          copied={props.copied}
        />
        <ModelTables {...props} more={more} />
        {outcome?.form === "candidate" ? <RefusalNote refusal={outcome.refusal} /> : null}
        <CandidateSection
          {...{ modelId, version, mayEdit }}
          releases={choices.releases}
          candidate={props.candidate}
        />
        {mayEdit ? (
          <TidyForm {...{ modelId, version }} hasZones={props.zones.length > 0} zones={choices.zones} />
        ) : null}
      </TickedProvider>
    </VisitorsProvider>
  );
}

function SearchForm({ modelId, search, zonePaging, conduitPaging, assetPaging }: TableViewProps) {
  const { t } = useTranslation("table");
  const linkTo = useTableLink(modelId);
  const pages = ["outlinePage", "zonesPage", "conduitsPage", "assetsPage"];
  return (
    <Form
      method="get"
      action={paths.modelTable(modelId)}
      className="flex flex-wrap items-end gap-2 print:hidden"
      role="search"
    >
      <KeptParams except={["q", "open", "closed", ...pages]} />
      <TextField
        key={search}
        name="q"
        type="search"
        label={t("search.label")}
        hint={t("search.hint")}
        defaultValue={search}
      />
      <SubmitButton variant="regular">{t("search.submit")}</SubmitButton>
      {search === "" ? null : (
        <>
          <ButtonLink to={linkTo({ q: null })} variant="quiet">
            {t("search.end")}
          </ButtonLink>
          <span role="status">
            {t("search.found", {
              zones: t("overlay:template.zones", { count: zonePaging.count }),
              conduits: t("overlay:template.conduits", { count: conduitPaging.count }),
              assets: t("overlay:template.assets", { count: assetPaging.count }),
            })}
          </span>
        </>
      )}
    </Form>
  );
}

function OutlineSection({ modelId, mayEdit, outline, choices, search, shown }: TableViewProps) {
  const { t } = useTranslation("table");
  const linkTo = useTableLink(modelId);
  const { lines, open, closed, paging } = outline;
  const add = (kind: "zone" | "template" | "paste", label: string) => (
    <ButtonLink to={linkTo({ add: kind }, "element")} icon="plus" size="small">
      {label}
    </ButtonLink>
  );
  return (
    <Section
      id="outline"
      title={t("outline.title")}
      description={t("outline.text")}
      actions={
        <>
          {mayEdit ? (
            <>
              {add("zone", t("diagram:toolbar.addZone"))}
              {add("template", t("add.template"))}
              {add("paste", t("add.paste"))}
            </>
          ) : null}
          <ButtonLink to={linkTo({ open: "all", closed: null, outlinePage: null })} size="small">
            {t("outline.openAll")}
          </ButtonLink>
          <ButtonLink to={linkTo({ open: "", closed: null, outlinePage: null })} size="small">
            {t("outline.closeAll")}
          </ButtonLink>
        </>
      }
    >
      <JumpLinks />
      {lines.length === 0 ? (
        <p className="text-muted">{t(search === "" ? "outline.empty" : "outline.nothingFound")}</p>
      ) : (
        <>
          <p id="outline-keys" className="field-hint print:hidden">
            {t("outline.keys")}
          </p>
          <OutlineTree
            {...{ modelId, lines, open, closed, mayEdit }}
            zoneTypes={choices.zoneTypes}
            views={shown.views}
          />
          <TablePager {...{ modelId, paging }} list="outline" place="outline" label={t("outline.title")} />
        </>
      )}
    </Section>
  );
}

function JumpLinks() {
  const { t } = useTranslation("model");
  return (
    <nav aria-label={t("table.jump")} className="flex flex-wrap gap-4 print:hidden">
      <a href="#chosen">{t("table:chosen.go")}</a>
      <a href="#zones">{t("list.zones")}</a>
      <a href="#conduits">{t("list.conduits")}</a>
      <a href="#assets">{t("list.assets")}</a>
      <a href="#findings">{t("list.findings")}</a>
      <a href="#candidate">{t("table:candidate.title")}</a>
    </nav>
  );
}
