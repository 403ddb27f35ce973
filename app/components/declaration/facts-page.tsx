import { useSearchParams } from "@remix-run/react";
import { useMemo, useState } from "react";
import { Callout } from "~/components/callout";
import { KeyValue } from "~/components/key-value";
import { judge } from "~/domain/assessment/assess";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import type { DeclarationContent, DeclarationState } from "~/domain/declaration/declaration";
import { type FactGroup, factsOfGroup, keysOfGroup } from "~/domain/declaration/fact-fields";
import { type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import { factProgressOf } from "~/domain/declaration/progress";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import "./answer-sheet.css";
import "./facts.css";
import { CompareForm } from "./compare-form";
import { DeclarationFrame } from "./declaration-frame";
import type { FactWords } from "./fact-field";
import { FactFindings } from "./fact-findings";
import { FactValue } from "./fact-value";
import { FactsForm, type RefusedFacts } from "./facts-form";
import { readFactsForm } from "./read-facts-form";
import { isWanted, SectionOwner, WhoseSections } from "./section-owner";
import type { AskedLevel, AssignedSection } from "./sheet";
import { withParameter } from "./sheet";

export type FactsSheet = {
  declaration: {
    id: string;
    version: number;
    state: DeclarationState;
    content: DeclarationContent;
    saveVersion: number;
    updatedAt: string;
  };
  product: { id: string; name: string };
  release: { id: string; version: string };
  group: FactGroup;
  requests: ReadonlyArray<AskedLevel>;
  /** Who fills in what, as far as anybody has said so. */
  sections: ReadonlyArray<AssignedSection>;
  /** Of the request that it is compared with. */
  profile: RequirementProfile | null;
  asOf: string;
  words: FactWords;
  mayAnswer: boolean;
};

/** What is declared besides the answers, topic by topic, with what one request still misses. */
export function FactsPage({ sheet, refused }: { sheet: FactsSheet; refused: RefusedFacts | undefined }) {
  const { t } = useTranslation("declaration");
  const { declaration, group, requests, mayAnswer } = sheet;
  const { content } = declaration;
  const [search] = useSearchParams();
  const [edited, setEdited] = useState<unknown>(undefined);
  const facts = useMemo(() => withEdited(content.facts, group, edited), [content.facts, group, edited]);
  const request = requests.find(({ id }) => id === search.get("request"));
  return (
    <DeclarationFrame head={sheet}>
      <CompareForm requests={requests} />
      {declaration.state === "draft" && !mayAnswer ? (
        <Callout tone="info">{t("sheet.readOnly")}</Callout>
      ) : null}
      <div className="facts-body">
        <FactsNav facts={facts} current={group} sections={sheet.sections} />
        <section aria-labelledby="facts-title" className="grid gap-4">
          <div>
            <h2 id="facts-title" className="section-title">
              {t(`facts:group.${group}`)}
            </h2>
            <p className="text-muted">
              {t(`facts:about.${group}`)} {mayAnswer ? t("facts.empty") : null}
            </p>
          </div>
          {mayAnswer ? (
            <FactsForm
              facts={content.facts}
              updatedAt={declaration.updatedAt}
              words={sheet.words}
              onEdit={setEdited}
              {...{ group, refused }}
            />
          ) : (
            <KeyValue
              entries={keysOfGroup(group).map((key) => ({
                term: t(`facts:field.${key}`),
                value: <FactValue factKey={key} value={content.facts[key]} />,
              }))}
            />
          )}
        </section>
        {request && sheet.profile ? (
          <LiveCheck sheet={sheet} profile={sheet.profile} facts={facts} request={request} />
        ) : mayAnswer && requests.length > 0 ? (
          <Callout tone="info" title={t("factCheck.titleNone")}>
            {t("factCheck.choose")}
          </Callout>
        ) : null}
      </div>
    </DeclarationFrame>
  );
}

type LiveCheckProps = {
  sheet: FactsSheet;
  profile: RequirementProfile;
  facts: ProductFacts;
  request: AskedLevel;
};

/** The same check that the hospital uses, on what stands on the page. */
function LiveCheck({ sheet: { declaration, group, asOf }, profile, facts, request }: LiveCheckProps) {
  const { content } = declaration;
  const judgement = useMemo(
    () => judge(profile, { ...content, facts }, asOf),
    [profile, content, facts, asOf],
  );
  return <FactFindings declarationId={declaration.id} topic={group} {...{ judgement, request }} />;
}

type FactsNavProps = {
  facts: ProductFacts;
  current: FactGroup;
  sections: ReadonlyArray<AssignedSection>;
};

function FactsNav({ facts, current, sections }: FactsNavProps) {
  const { t } = useTranslation("declaration");
  const [search] = useSearchParams();
  const shown = factProgressOf(facts).filter(({ group }) => isWanted(search, sections, `facts-${group}`));
  return (
    <nav aria-label={t("facts.navigation")} className="facts-nav">
      <WhoseSections sections={sections} isEmpty={shown.length === 0} />
      <ul>
        {shown.map(({ group, facts: all, stated }) => (
          <li key={group}>
            <Link
              to={withParameter(search, "group", group)}
              className="fr-link"
              aria-current={group === current ? "true" : undefined}
            >
              <span>{t(`facts:group.${group}`)}</span>
              <span className="fr-count" aria-hidden="true">
                {t("facts.stated", { stated, facts: all })}
              </span>
              <span className="sr-only">{t("facts.statedOf", { stated, facts: all })}</span>
              <SectionOwner owner={sections.find(({ section }) => section === `facts-${group}`)} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The stored facts with those of the form over them; what cannot be read yet counts as not stated. */
function withEdited(stored: ProductFacts, group: FactGroup, edited: unknown): ProductFacts {
  if (edited === undefined) return stored;
  const keys: ReadonlyArray<string> = keysOfGroup(group);
  const others = Object.entries(stored).filter(([key]) => !keys.includes(key));
  const typed = Object.entries(readFactsForm(group, edited).facts).flatMap(([key, value]) => {
    const parsed = ProductFactsSchema.safeParse({ [key]: value });
    return parsed.success ? Object.entries(factsOfGroup(parsed.data, group)) : [];
  });
  return Object.fromEntries([...others, ...typed]);
}
