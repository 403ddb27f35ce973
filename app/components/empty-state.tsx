import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type EmptyStateProps = { title: ReactNode; children: ReactNode; action?: ReactNode; icon?: IconName };

/** Says what belongs here and offers the first step. */
export function EmptyState({ title, children, action, icon = "inbox" }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Icon name={icon} size={20} />
      <p className="empty-title">{title}</p>
      <div className="empty-text">{children}</div>
      {action ? <div className="actions">{action}</div> : null}
    </div>
  );
}
