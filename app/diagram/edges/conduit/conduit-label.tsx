import { classNames } from "~/components/class-names";
import { Icon } from "~/components/icon";
import { useTranslation } from "~/i18n/use-translation";
import { ViewChip } from "../../overlays/view-chip";
import { SEVERITY_ICONS } from "../../severity";
import type { ConduitEdgeContent } from "../../to-edges";
import { useConduitWords } from "../../use-element-words";
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
  const { conduit, bundle, fromName, toName, worst, view } = content;
  const wordsOf = useConduitWords();
  const all = bundle ?? [conduit];
  const protocols = [...new Set(all.flatMap(({ channels }) => channels.map(({ protocol }) => protocol)))];
  const marks = MARKS.filter(([flag]) => all.some((one) => one[flag]));
  const isLocked = all.every(isAllEncrypted);
  const several = all.length > 1 ? t("conduit.several", { count: all.length }) : null;
  const shown = isSelected ? protocols : protocols.slice(0, marks.length > 0 || several ? 0 : 1);
  const isNamed = conduit.name !== "" && !bundle;
  const name = wordsOf({
    ...{ name: isNamed ? conduit.name : "", from: fromName, to: toName, view, count: all.length },
    ...{ protocols, isEncrypted: isLocked, marks: marks.map(([flag]) => flag) },
  });
  const isLarge = useIsLabelLarge();
  const Element = isLarge ? "button" : "span";
  return (
    <Element
      {...(isLarge && {
        type: "button" as const,
        "aria-label": name,
        "aria-current": isSelected || undefined,
      })}
      className={classNames(
        "conduit-label nodrag nopan",
        isSelected && "is-selected",
        content.isCause && "is-cause",
      )}
      data-conduit-id={conduit.id}
      title={name}
    >
      {worst ? (
        <span className={`mark-${worst}`}>
          <Icon name={SEVERITY_ICONS[worst]} />
        </span>
      ) : null}
      {view ? <ViewChip view={view} /> : null}
      {isLocked ? <Icon name="lock" /> : null}
      {several ? <span className="conduit-kind">{several}</span> : null}
      {isSelected && isNamed ? <span className="conduit-name">{conduit.name}</span> : null}
      {(several && !isSelected ? [] : marks).map(([flag, icon]) => (
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
