import type { ReactNode } from "react";
import { NavTabs } from "~/components/nav-tabs";
import { Page } from "~/components/page";
import { StateBadge } from "~/components/state-badge";
import type { DeclarationContent, DeclarationState } from "~/domain/declaration/declaration";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

export type DeclarationHead = {
  declaration: {
    id: string;
    version: number;
    state: DeclarationState;
    content: Pick<DeclarationContent, "evidence">;
  };
  product: { id: string; name: string };
  release: { id: string; version: string };
};

/** What the pages of one declaration share: what it is, and its parts. */
export function DeclarationFrame({
  head,
  actions,
  children,
}: {
  head: DeclarationHead;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation("declaration");
  const { declaration, product, release } = head;
  const { id, version, state, content } = declaration;
  return (
    <Page
      width="full"
      title={t("sheet.title", { product: product.name, release: release.version })}
      description={t("sheet.description", { version })}
      badge={<StateBadge state={state} />}
      breadcrumb={[
        { label: t("product.title"), to: paths.products() },
        { label: product.name, to: paths.product(product.id) },
      ]}
      actions={actions}
      tabs={
        <NavTabs
          label={t("tab.label")}
          tabs={[
            { to: paths.declaration(id), label: t("tab.answers"), end: true },
            { to: paths.declarationFacts(id), label: t("tab.facts") },
            { to: paths.declarationEvidence(id), label: t("tab.evidence"), count: content.evidence.length },
            ...(state === "draft" ? [{ to: paths.declarationImport(id), label: t("import:tab") }] : []),
            ...(state === "draft" ? [{ to: paths.declarationSections(id), label: t("tab.sections") }] : []),
            { to: paths.declarationHistory(id), label: t("tab.history") },
          ]}
        />
      }
    >
      {children}
    </Page>
  );
}
