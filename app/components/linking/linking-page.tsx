import { Form, useSearchParams } from "@remix-run/react";
import type { SuggestionGrade } from "~/domain/zone-model/linking/suggest-releases";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { EmptyState } from "../empty-state";
import { FilterChips } from "../filter-chips";
import { KeptParams } from "../model/kept-params";
import { StepBar, type StepOffer } from "../model/step-bar";
import { Section } from "../section";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import { ChooseProduct } from "./choose-product";
import { LinkedForm } from "./linked-form";
import { LinkingPaging } from "./linking-paging";
import { type LinkingRefusal, RefusalOfLinking } from "./refusal-of-linking";
import type { ShownGroup, ShownLinked, ShownRelease } from "./shown";
import { UnlinkedForm } from "./unlinked-form";
import { useLinkingLink } from "./use-linking-link";

export type LinkingPageProps = {
  modelId: string;
  version: number;
  state: "drawing" | "submitted";
  mayEdit: boolean;
  isLinked: boolean;
  grade: SuggestionGrade | "none" | null;
  find: string;
  counts: { unlinked: number; linked: number };
  grades: ReadonlyArray<{ grade: SuggestionGrade | "none"; count: number }>;
  certain: { groups: number; assets: number; mark: string };
  groups: ReadonlyArray<ShownGroup>;
  linked: ReadonlyArray<ShownLinked>;
  paging: { page: number; pages: number; size: number; count: number };
  choosing: {
    asset: string;
    product: string;
    group: ShownGroup;
    found: ReadonlyArray<ShownRelease>;
    more: number;
  } | null;
  hasProducts: boolean;
  /** Undo and redo in words. */
  offers: { undo: StepOffer; redo: StepOffer };
  refusal: LinkingRefusal | undefined;
};

/** From the devices of an inventory to the products that suppliers have declared: what it may be, why, and one press for many. */
export function LinkingPage(page: LinkingPageProps) {
  const { t } = useTranslation("linking");
  const { modelId, version, state, mayEdit, isLinked, counts, grades, groups, choosing, offers } = page;
  return (
    <Section title={t("title")} description={t("text")}>
      {state === "submitted" ? (
        <Callout tone="info" title={t("readOnly.submitted")}>
          {t("readOnly.submittedText")}
        </Callout>
      ) : null}
      {page.refusal ? <RefusalOfLinking refusal={page.refusal} /> : <Saved />}
      {mayEdit ? (
        <StepBar {...offers} labels={{ group: t("table:steps.group"), none: t("table:steps.none") }} />
      ) : null}
      {page.hasProducts ? null : (
        <Callout
          tone="info"
          title={t("noProducts.title")}
          action={<ButtonLink to={paths.newRequest({ model: modelId })}>{t("choose.request")}</ButtonLink>}
        >
          {t("noProducts.text")}
        </Callout>
      )}
      <FilterChips
        label={t("show.label")}
        param="show"
        all={`${t("show.unlinked")} (${counts.unlinked})`}
        options={[{ value: "linked", label: t("show.linked"), count: counts.linked }]}
      />
      {isLinked ? null : (
        <FilterChips
          label={t("grade.label")}
          param="grade"
          options={grades.map(({ grade, count }) => ({ value: grade, label: t(`grade.${grade}`), count }))}
        />
      )}
      <Find {...page} />
      {mayEdit && !isLinked && page.certain.assets > 0 ? <Certain {...page} /> : null}
      {choosing ? <ChooseProduct {...{ modelId, version, choosing }} /> : null}
      {isLinked ? (
        <LinkedForm {...{ modelId, version, mayEdit }} linked={page.linked} />
      ) : (
        <UnlinkedForm {...{ modelId, version, mayEdit, groups }} empty={<Nothing {...page} />} />
      )}
      <LinkingPaging paging={page.paging} />
    </Section>
  );
}

/** A GET form: what is looked for is the address. */
function Find({ find }: Pick<LinkingPageProps, "find">) {
  const { t } = useTranslation("linking");
  const linkTo = useLinkingLink();
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3" aria-label={t("find.label")}>
      <KeptParams except={["find", "page", "linked", "unlinked", "choose", "product", "tick"]} />
      <TextField
        key={find}
        name="find"
        type="search"
        label={t("find.field")}
        defaultValue={find}
        maxLength={100}
      />
      <SubmitButton variant="regular" icon="search">
        {t("find.submit")}
      </SubmitButton>
      {find === "" ? null : (
        <ButtonLink variant="quiet" to={linkTo({ find: null, page: null })}>
          {t("find.clear")}
        </ButtonLink>
      )}
    </Form>
  );
}

function Certain({ version, certain }: Pick<LinkingPageProps, "version" | "certain">) {
  const { t } = useTranslation("linking");
  return (
    <Callout
      tone="success"
      title={t("certain.title", { count: certain.assets })}
      action={
        <Form method="post" preventScrollReset>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="mark" value={certain.mark} />
          <SubmitButton name="intent" value="link-certain" icon="check">
            {t("certain.submit", { count: certain.assets })}
          </SubmitButton>
        </Form>
      }
    >
      {t("certain.text")}
    </Callout>
  );
}

/** What the last press did: it stands in the address, so that it is told without a script too. */
function Saved() {
  const { t } = useTranslation("linking");
  const [search] = useSearchParams();
  const kind = search.has("linked") ? "linked" : search.has("unlinked") ? "unlinked" : null;
  const count = Number(search.get(kind ?? ""));
  if (kind === null || !Number.isSafeInteger(count) || count < 1) return null;
  return (
    <Callout tone="success" title={t(`saved.${kind}`, { count })} live>
      {t("saved.text")}
    </Callout>
  );
}

function Nothing({ modelId, mayEdit, counts, grade, find }: LinkingPageProps) {
  const { t } = useTranslation("linking");
  if (grade !== null || (find !== "" && counts.unlinked > 0))
    return (
      <EmptyState icon="search" title={t("empty.filteredTitle")}>
        {t("empty.filteredText")}
      </EmptyState>
    );
  if (counts.linked > 0)
    return (
      <EmptyState icon="check" title={t("empty.allTitle")}>
        {t("empty.allText")}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="asset"
      title={t("empty.noAssetsTitle")}
      action={
        mayEdit ? (
          <>
            <ButtonLink variant="primary" to={paths.modelImport(modelId)}>
              {t("empty.import")}
            </ButtonLink>
            <ButtonLink to={paths.modelTable(modelId)}>{t("empty.table")}</ButtonLink>
          </>
        ) : undefined
      }
    >
      {t("empty.noAssetsText")}
    </EmptyState>
  );
}
