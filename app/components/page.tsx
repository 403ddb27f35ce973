import type { ReactNode } from "react";
import { useTranslation } from "~/i18n/use-translation";
import { Icon } from "./icon";
import { Link } from "./link";

export type Crumb = { label: ReactNode; to: string };

type PageProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The way from the overview to here, without this page itself. */
  breadcrumb?: ReadonlyArray<Crumb>;
  badge?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  /** `text` for forms and reading, `full` for tables and the diagram. */
  width?: "text" | "regular" | "full";
  children: ReactNode;
};

/** The frame of every page: where am I, what is this, what can I do. */
export function Page({
  title,
  description,
  breadcrumb = [],
  badge,
  actions,
  tabs,
  width,
  children,
}: PageProps) {
  return (
    <div className={`page page-${width ?? "regular"}`}>
      <header className="page-header">
        {breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} /> : null}
        <div className="heading-row">
          <div className="heading-text">
            <h1 className="page-title">
              {title}
              {badge ? <span className="page-badge">{badge}</span> : null}
            </h1>
            {description ? <p className="page-description">{description}</p> : null}
          </div>
          {actions ? <div className="actions">{actions}</div> : null}
        </div>
        {tabs}
      </header>
      {children}
    </div>
  );
}

function Breadcrumb({ crumbs }: { crumbs: ReadonlyArray<Crumb> }) {
  const { t } = useTranslation("components");
  return (
    <nav aria-label={t("breadcrumb")} className="breadcrumb">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
            <Icon name="chevron-right" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
