import { StateBadge } from "~/components/state-badge";
import type { DeclarationState } from "~/domain/declaration/declaration";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Link } from "../link";

/** A version of a declaration, and whether it is signed. */
export function DeclarationLink({
  declaration,
}: {
  declaration: { id: string; version: number; state: DeclarationState };
}) {
  const { t } = useTranslation("declaration");
  return (
    <span className="inline-flex items-center gap-2">
      <Link to={paths.declaration(declaration.id)}>{t("version", { version: declaration.version })}</Link>
      <StateBadge state={declaration.state} />
    </span>
  );
}
