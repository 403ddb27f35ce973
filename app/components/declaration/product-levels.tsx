import { Link } from "@remix-run/react";
import type { ReactElement } from "react";
import { EmptyState } from "~/components/empty-state";
import { LevelStrip } from "~/components/level-strip";
import type { SlCapability } from "~/domain/assessment/capability";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";

type Product = {
  id: string;
  name: string;
  signed: { releaseVersion: string; capability: SlCapability } | null;
};

/** Where each product stands: the strip of its last signed declaration. */
export function ProductLevels({
  products,
  action,
}: {
  products: ReadonlyArray<Product>;
  action?: ReactElement;
}) {
  const { t } = useTranslation("declaration");
  if (products.length === 0)
    return (
      <EmptyState icon="product" title={t("product.none")} action={action}>
        {t("product.noneText")}
      </EmptyState>
    );
  return (
    <ul className="grid gap-2">
      {products.map(({ id, name, signed }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Link to={paths.product(id)}>{name}</Link>
          {signed ? (
            <span className="inline-flex items-center gap-3">
              <span className="text-muted">{signed.releaseVersion}</span>
              <LevelStrip
                size="small"
                title={name}
                reached={signed.capability.native}
                withCountermeasures={signed.capability.withCountermeasures}
              />
            </span>
          ) : (
            <span className="text-muted">{t("product.nothingSigned")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
