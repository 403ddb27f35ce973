import { Form } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { DataTable } from "~/components/data-table";
import { DateText } from "~/components/date-text";
import { Disclosure } from "~/components/disclosure";
import { EmptyState } from "~/components/empty-state";
import { FileLink } from "~/components/file-link";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import type { Evidence } from "~/domain/declaration/evidence";
import type { EvidenceValidity } from "~/domain/declaration/evidence-validity";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DeclarationFrame, type DeclarationHead } from "./declaration-frame";
import { EvidenceForm, type RefusedEvidence } from "./evidence-form";
import "./facts.css";
import { useRefusal } from "./refusal";
import type { StoredFile } from "./upload/file-field";
import { FileLibrary } from "./upload/file-library";
import { useWord } from "./use-word";
import { Validity } from "./validity";

type SmallFile = { name: string; bytes: number };
export type FiledPiece = Evidence & {
  schemeName: string;
  rows: ReadonlyArray<string>;
  validity: EvidenceValidity;
  file: SmallFile | null;
  /** Files that were there before, newest first. */
  replaced: ReadonlyArray<SmallFile & { sha256: string; attachedAt: string }>;
};
export type EvidenceSheet = DeclarationHead & {
  pieces: ReadonlyArray<FiledPiece>;
  edited: Evidence | null;
  isAdding: boolean;
  template: Evidence | null;
  stored: ReadonlyArray<StoredFile>;
  mayUpload: boolean;
  schemes: ReadonlyArray<{ id: string; name: string }>;
  mayAnswer: boolean;
};

type EvidencePageProps = { sheet: EvidenceSheet; refused: RefusedEvidence | undefined };

/** What backs the answers and facts of one declaration. */
export function EvidencePage({ sheet, refused }: EvidencePageProps) {
  const { t } = useTranslation("declaration");
  const { declaration, edited, isAdding, mayAnswer } = sheet;
  const { formErrors } = useRefusal(refused?.intent === "remove" ? refused.refusal : undefined);
  const addTo = paths.declarationEvidence(declaration.id, { edit: "new" });
  return (
    <DeclarationFrame
      head={sheet}
      actions={
        mayAnswer && !isAdding && !edited ? (
          <ButtonLink to={addTo} icon="plus" variant="primary">
            {t("evidence.add")}
          </ButtonLink>
        ) : null
      }
    >
      {formErrors.map((error) => (
        <Callout key={error} tone="danger" live>
          {error}
        </Callout>
      ))}
      {mayAnswer && (isAdding || edited) ? (
        <Panel title={edited ? t("evidence.editTitle") : t("evidence.addTitle")}>
          <div className="max-w-3xl">
            <EvidenceForm
              key={edited?.id ?? `new ${sheet.template?.sha256 ?? ""}`}
              declarationId={declaration.id}
              edited={edited}
              template={sheet.template}
              product={sheet.product.name}
              stored={sheet.stored}
              mayUpload={sheet.mayUpload}
              schemes={sheet.schemes}
              refused={refused?.intent === "save" ? refused : undefined}
            />
          </div>
        </Panel>
      ) : null}
      <EvidenceTable sheet={sheet} />
      {mayAnswer && !isAdding && !edited ? (
        <FileLibrary declarationId={declaration.id} files={sheet.stored} pieces={sheet.pieces} />
      ) : null}
    </DeclarationFrame>
  );
}

function EvidenceTable({ sheet: { declaration, pieces, mayAnswer } }: Pick<EvidencePageProps, "sheet">) {
  const { t } = useTranslation("declaration");
  const word = useWord();
  return (
    <DataTable
      caption={t("evidence.caption")}
      captionHidden
      rows={pieces}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="evidence" title={t("evidence.none")}>
          {t("evidence.noneText")}
        </EmptyState>
      }
      columns={[
        {
          id: "title",
          header: t("evidence.fileTitle"),
          rowHeader: true,
          wrap: true,
          cell: (piece) => (
            <div id={`evidence-${piece.id}`} className="grid">
              <span>{piece.title}</span>
              <span className="field-hint">
                {[word(piece.type), piece.issuer].filter((text) => text !== "").join(", ")}
              </span>
              <PieceFiles declarationId={declaration.id} piece={piece} />
            </div>
          ),
        },
        {
          id: "subject",
          header: t("evidence.subject"),
          wrap: true,
          cell: (piece) => (
            <div className="grid">
              <span>{word(piece.subject)}</span>
              <span className="field-hint">
                {[piece.schemeName, piece.schemeVersion].filter((text) => text !== "").join(" ")}
              </span>
            </div>
          ),
        },
        {
          id: "scope",
          header: t("evidence.scope"),
          wrap: true,
          cell: ({ scope }) => (
            <div className="grid">
              <span>{scope.product || t("evidence.anyProduct")}</span>
              <span className="field-hint">
                {[
                  scope.releases.join(", "),
                  scope.componentTypes.map((type) => t(`components:componentType.${type}`)).join(", "),
                  scope.level === null ? "" : t("evidence.levelOf", { level: scope.level }),
                ]
                  .filter((text) => text !== "")
                  .join(" · ")}
              </span>
            </div>
          ),
        },
        {
          id: "assurance",
          header: t("evidence.assurance"),
          wrap: true,
          cell: (piece) => word(piece.assurance),
        },
        {
          id: "validity",
          header: t("evidence.validUntil"),
          cell: (piece) => <Validity {...piece} />,
        },
        {
          id: "rows",
          header: t("tab.answers"),
          wrap: true,
          cell: ({ rows }) => (
            <span title={rows.join(", ")}>{t("evidence.rows", { count: rows.length })}</span>
          ),
        },
        ...(mayAnswer
          ? [
              {
                id: "actions",
                header: t("evidence.edit"),
                headerHidden: true,
                cell: (piece: FiledPiece) => <Actions declarationId={declaration.id} piece={piece} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function PieceFiles({ declarationId, piece }: { declarationId: string; piece: FiledPiece }) {
  const { t } = useTranslation("files");
  const { id, file, replaced } = piece;
  return (
    <div className="grid gap-1">
      {file ? (
        <FileLink to={paths.evidenceFile(declarationId, id)} file={file} />
      ) : (
        <span className="text-muted">{t("none")}</span>
      )}
      {replaced.length > 0 ? (
        <Disclosure summary={t("replacedFiles", { count: replaced.length })}>
          <ul className="grid gap-1">
            {replaced.map((old) => (
              <li key={old.sha256} className="grid">
                <FileLink to={paths.evidenceFile(declarationId, id, { of: old.sha256 })} file={old} />
                <DateText value={old.attachedAt} time />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function Actions({ declarationId, piece }: { declarationId: string; piece: Evidence }) {
  const { t } = useTranslation("declaration");
  return (
    <span className="inline-flex gap-2">
      <ButtonLink
        to={paths.declarationEvidence(declarationId, { edit: piece.id })}
        size="small"
        aria-label={t("evidence.editOf", { title: piece.title })}
      >
        {t("evidence.edit")}
      </ButtonLink>
      <Form method="post">
        <input type="hidden" name="intent" value="remove" />
        <input type="hidden" name="evidenceId" value={piece.id} />
        <SubmitButton
          size="small"
          variant="quiet"
          aria-label={t("evidence.removeOf", { title: piece.title })}
        >
          {t("evidence.remove")}
        </SubmitButton>
      </Form>
    </span>
  );
}
