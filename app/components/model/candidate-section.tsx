import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import { useMessage } from "~/components/procurement/use-message";
import { Section } from "~/components/section";
import { SelectField } from "~/components/select-field";
import { SubmitButton } from "~/components/submit-button";
import { VerdictBadge } from "~/components/verdict-badge";
import type { Message, Verdict } from "~/domain/assessment/assessment";
import type { SlVector } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";
import { KeptParams } from "./kept-params";
import { type Paging, TablePager } from "./table-pager";
import { useTableLink } from "./use-table-link";

export type CandidateAnswer = {
  releaseId: string;
  name: string;
  declarationId: string;
  zones: ReadonlyArray<{
    id: string;
    name: string;
    slTarget: SlVector | null;
    verdict: Verdict;
    native: SlVector | null;
    withCountermeasures: SlVector | null;
    missing: ReadonlyArray<{ id: string; reason: Message }>;
    more: number;
  }>;
  paging: Paging;
};

type CandidateSectionProps = {
  modelId: string;
  version: number;
  mayEdit: boolean;
  releases: ReadonlyArray<{ id: string; name: string }>;
  candidate: CandidateAnswer | null;
};

/** A product held against every zone: which it may enter, what is missing where, and the way in. */
export function CandidateSection({ modelId, version, mayEdit, releases, candidate }: CandidateSectionProps) {
  const { t } = useTranslation("table");
  const linkTo = useTableLink(modelId);
  return (
    <Section id="candidate" title={t("candidate.title")} description={t("candidate.text")}>
      {releases.length === 0 ? (
        <p className="text-muted">{t("overlay:candidate.noneKnown")}</p>
      ) : (
        <Form
          method="get"
          action={`${paths.modelTable(modelId)}#candidate`}
          className="flex flex-wrap items-end gap-2 print:hidden"
          preventScrollReset
        >
          <KeptParams except={["candidate", "candidatesPage"]} />
          <SelectField
            key={candidate?.releaseId ?? ""}
            name="candidate"
            id="candidate-release"
            label={t("candidate.release")}
            placeholder={t("candidate.choose")}
            defaultValue={candidate?.releaseId ?? ""}
            options={releases.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton variant="regular">{t("candidate.submit")}</SubmitButton>
          {candidate ? (
            <ButtonLink to={linkTo({ candidate: null, candidatesPage: null }, "candidate")} variant="quiet">
              {t("candidate.end")}
            </ButtonLink>
          ) : null}
        </Form>
      )}
      {candidate ? (
        <>
          <Answers {...{ modelId, version, mayEdit, candidate }} />
          <TablePager
            {...{ modelId, paging: candidate.paging }}
            list="candidates"
            place="candidate"
            label={t("candidate.title")}
          />
        </>
      ) : null}
    </Section>
  );
}

type AnswersProps = Omit<CandidateSectionProps, "releases" | "candidate"> & { candidate: CandidateAnswer };

function Answers({ modelId, version, mayEdit, candidate }: AnswersProps) {
  const { t } = useTranslation("table");
  const write = useMessage();
  const { releaseId, declarationId } = candidate;
  return (
    <DataTable
      caption={t("candidate.caption", { name: candidate.name })}
      rows={candidate.zones}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("candidate.none")}>{t("candidate.noneText")}</EmptyState>}
      columns={[
        { id: "zone", header: t("common:zone"), rowHeader: true, wrap: true, cell: ({ name }) => name },
        {
          id: "verdict",
          header: t("common:verdict"),
          cell: ({ verdict }) => <VerdictBadge verdict={verdict} />,
        },
        {
          id: "levels",
          header: t("candidate.levels"),
          cell: ({ name, slTarget, native, withCountermeasures }) => (
            <LevelStrip
              target={slTarget}
              reached={native}
              withCountermeasures={withCountermeasures}
              title={name}
              size="small"
            />
          ),
        },
        {
          id: "missing",
          header: t("candidate.missing"),
          wrap: true,
          cell: ({ missing, more }) => (
            <ul>
              {missing.map(({ id, reason }) => (
                <li key={id}>{write(reason)}</li>
              ))}
              {more > 0 ? <li className="text-muted">{t("overlay:more", { count: more })}</li> : null}
            </ul>
          ),
        },
        {
          id: "step",
          header: t("model:finding.step"),
          cell: ({ id, name }) => (
            <div className="flex flex-wrap items-center gap-2">
              {mayEdit ? (
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="form" value="candidate" />
                  <input type="hidden" name="type" value="place-candidate" />
                  <input type="hidden" name="version" value={version} />
                  <input type="hidden" name="releaseId" value={releaseId} />
                  <input type="hidden" name="zoneId" value={id} />
                  <SubmitButton
                    size="small"
                    variant="regular"
                    aria-label={t("overlay:candidate.place", { zone: name })}
                  >
                    {t("candidate.place")}
                  </SubmitButton>
                </Form>
              ) : null}
              <Link
                to={paths.assessment(modelId, id, declarationId)}
                aria-label={t("candidate.fullNamed", { zone: name })}
              >
                {t("candidate.full")}
              </Link>
            </div>
          ),
        },
      ]}
    />
  );
}
