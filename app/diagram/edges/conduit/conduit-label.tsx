import { classNames } from "~/components/class-names";
import { Icon } from "~/components/icon";
import { useTranslation } from "~/i18n/use-translation";
import { SEVERITY_ICONS } from "../../severity";
import type { ConduitEdgeContent } from "../../to-flow";
import { useIsLabelLarge } from "../../zoom-level";
import { isAllEncrypted } from "./line-class";

const MARKS = [
  ["wireless", "wireless"],
  ["remoteAccess", "remote"],
  ["temporary", "temporary"],
] as const;

type ConduitLabelProps = { content: ConduitEdgeContent; isSelected: boolean };

/**
 * What a conduit permits, in one line; all its protocols while it is selected. A button, so that Tab reaches it, as
 * long as it is large enough to be pressed; from farther away the panel of its zones leads to it.
 */
export function ConduitLabel({ content, isSelected }: ConduitLabelProps) {
  const { t } = useTranslation("diagram");
  const { conduit, fromName, toName, worst } = content;
  const protocols = [...new Set(conduit.channels.map(({ protocol }) => protocol))];
  const marks = MARKS.filter(([flag]) => conduit[flag]);
  const shown = isSelected ? protocols : protocols.slice(0, marks.length > 0 ? 0 : 1);
  const isLocked = isAllEncrypted(conduit);
  const details = [
    ...(protocols.length > 0 ? protocols : [t("conduit.noChannels")]),
    ...(isLocked ? [t("conduit.encrypted")] : []),
    ...marks.map(([flag]) => t(`conduit.${flag}`)),
  ].join(", ");
  const name = t("conduit.description", { name: `${fromName} – ${toName}`, details });
  const isLarge = useIsLabelLarge();
  const Element = isLarge ? "button" : "span";
  return (
    <Element
      {...(isLarge && {
        type: "button" as const,
        "aria-label": name,
        "aria-current": isSelected || undefined,
      })}
      className={classNames("conduit-label nodrag nopan", isSelected && "is-selected")}
      data-conduit-id={conduit.id}
      title={name}
    >
      {worst ? (
        <span className={`mark-${worst}`}>
          <Icon name={SEVERITY_ICONS[worst]} />
        </span>
      ) : null}
      {isLocked ? <Icon name="lock" /> : null}
      {marks.map(([flag, icon]) => (
        <span key={flag} className="conduit-kind">
          <Icon name={icon} />
          {t(`conduit.${flag}`)}
        </span>
      ))}
      {shown.map((protocol) => (
        <span key={protocol} className="conduit-chip">
          {protocol}
        </span>
      ))}
      {protocols.length > shown.length ? (
        <span>{t("conduit.more", { count: protocols.length - shown.length })}</span>
      ) : null}
      {protocols.length === 0 && marks.length === 0 ? <span>{t("conduit.noChannels")}</span> : null}
    </Element>
  );
}
