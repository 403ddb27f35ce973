import { Button } from "~/components/button";
import { Icon, type IconName } from "~/components/icon";
import { useTranslation } from "~/i18n/use-translation";

type PanelHeaderProps = {
  icon: IconName;
  kind: string;
  title: string;
  onClose(): void;
  onDelete?: () => void;
};

export function PanelHeader({ icon, kind, title, onClose, onDelete }: PanelHeaderProps) {
  const { t } = useTranslation("diagram");
  return (
    <div className="panel-header">
      <Icon name={icon} size={20} />
      <h2 className="panel-heading">
        <span className="panel-kind">{kind}</span>
        {title}
      </h2>
      {onDelete ? (
        <Button icon="trash" iconOnly variant="quiet" onClick={onDelete}>
          {t("panel.delete")}
        </Button>
      ) : null}
      <Button icon="cross" iconOnly variant="quiet" onClick={onClose}>
        {t("panel.close")}
      </Button>
    </div>
  );
}
