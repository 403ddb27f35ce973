import { ApprovalBadge } from "~/components/approval-badge";
import { Badge } from "~/components/badge";
import { ButtonLink } from "~/components/button-link";
import type { Asset } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { PanelProps } from "./element-panel";

type AssetApprovalProps = Pick<PanelProps, "modelId" | "choices" | "placed"> & { asset: Asset };

/** Whether the product of an asset may stand where it stands, and where that was decided or can be. */
export function AssetApproval({ asset, modelId, choices, placed }: AssetApprovalProps) {
  const { t } = useTranslation("diagram");
  const { productReleaseId: releaseId, zoneId } = asset;
  const { approvals, answer } = placed;
  if (releaseId === null) return <NoProduct modelId={modelId} assetId={asset.id} />;
  if (zoneId === null) return <NoPlace />;
  const standing = approvals.get(zoneId)?.get(releaseId);
  // The declarations are being read.
  if (!standing || !answer) return null;
  const decision = answer.decisions.find((one) => one.zoneId === zoneId && one.releaseId === releaseId);
  const release = choices.releases.find((choice) => choice.releaseId === releaseId);
  const declarationId = answer.declarationIds[releaseId];
  const isApproved = decision?.kind === "approve" || decision?.kind === "approve-with-conditions";
  const find = release ? `${release.productName} ${release.releaseVersion}` : undefined;
  return (
    <section className="panel-section" data-testid="asset-approval">
      <h3 className="subsection-title">{t("approval.title")}</h3>
      <p>
        <ApprovalBadge standing={standing} />
      </p>
      <p className="editor-none">{t(`approval.text.${standing}`)}</p>
      <div className="flex flex-wrap gap-2">
        {isApproved ? (
          <ButtonLink size="small" to={paths.register({ model: modelId, zone: zoneId, find })}>
            {t("approval.toRegister")}
          </ButtonLink>
        ) : null}
        {decision ? (
          <ButtonLink size="small" to={paths.decision(decision.decisionId)}>
            {t("approval.toDecision")}
          </ButtonLink>
        ) : null}
        {declarationId ? (
          <ButtonLink size="small" to={paths.assessment(modelId, zoneId, declarationId)}>
            {t("approval.toAssessment")}
          </ButtonLink>
        ) : null}
      </div>
    </section>
  );
}

/** Without a product nobody can tell what it reaches: the shortest way to one. */
function NoProduct({ modelId, assetId }: { modelId: string; assetId: string }) {
  const { t } = useTranslation("diagram");
  return (
    <section className="panel-section" data-testid="asset-approval">
      <h3 className="subsection-title">{t("approval.title")}</h3>
      <p>
        <Badge tone="warning" icon="warning">
          {t("approval.noProduct")}
        </Badge>
      </p>
      <p className="editor-none">{t("approval.noProductText")}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="small" to={`${paths.modelLinking(modelId, { choose: assetId })}#choose`}>
          {t("approval.toLinking")}
        </ButtonLink>
      </div>
    </section>
  );
}

function NoPlace() {
  const { t } = useTranslation("diagram");
  return (
    <section className="panel-section" data-testid="asset-approval">
      <h3 className="subsection-title">{t("approval.title")}</h3>
      <p className="editor-none">{t("approval.noZoneText")}</p>
    </section>
  );
}
