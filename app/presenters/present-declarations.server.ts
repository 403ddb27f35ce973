import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations, type NamedDeclaration } from "~db/repositories/declarations";
import { toSummary } from "./declaration-summary.server";
import { pageOf } from "./page-of.server";

const PAGE = 50;

/** What can be looked at alone. `to-sign`: every row is answered; `drafts`: some are open. */
const DECLARATION_VIEWS = ["to-sign", "drafts", "signed", "withdrawn"] as const;
type DeclarationView = (typeof DECLARATION_VIEWS)[number];

type DeclarationsQuery = { show: string | null; page: number | undefined };

/** Every version of every declaration of the supplier, by product, newest first. */
export async function presentDeclarations({ actor, database }: Caller, { show, page }: DeclarationsQuery) {
  requirePermission(actor, "declaration.read");
  const rows = declarationRows(await listDeclarations(database.read, actor.organisationId));
  const view = DECLARATION_VIEWS.find((one) => one === show) ?? null;
  const { entries, paging } = pageOf(
    rows.filter((row) => view === null || row.view === view),
    PAGE,
    page,
  );
  return {
    ...{ declarations: entries, paging, view },
    views: DECLARATION_VIEWS.map((one) => ({
      ...{ view: one, count: rows.filter((row) => row.view === one).length },
    })),
    mayCreate: mayDo(actor, "declaration.create"),
  };
}

/** Each with where it stands, as the list shows it. */
export function declarationRows(declarations: ReadonlyArray<NamedDeclaration>) {
  return declarations.map((declaration) => {
    const summary = toSummary(declaration);
    const { productName, releaseVersion } = declaration;
    return { ...summary, productName, releaseVersion, view: viewOf(declaration, summary) };
  });
}

function viewOf(
  { state, withdrawnAt }: NamedDeclaration,
  { answered, applicable }: { answered: number; applicable: number },
): DeclarationView {
  if (state !== "draft") return withdrawnAt === null ? "signed" : "withdrawn";
  return applicable > 0 && answered === applicable ? "to-sign" : "drafts";
}
