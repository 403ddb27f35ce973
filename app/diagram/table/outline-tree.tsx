import { useNavigate } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { classNames } from "~/components/class-names";
import { Icon, type IconName } from "~/components/icon";
import { LevelStrip } from "~/components/level-strip";
import { Link } from "~/components/link";
import { indentOf } from "~/components/model/indent";
import { TickBox, useTicked } from "~/components/model/ticked";
import { useTableLink } from "~/components/model/use-table-link";
import type { ElementFacts } from "~/domain/zone-model/element-facts";
import type { OutlineLine } from "~/domain/zone-model/outline";
import { useTranslation } from "~/i18n/use-translation";
import { ViewChip } from "../overlays/view-chip";
import { VisitorMark } from "../presence/visitors";
import { SEVERITY_ICONS } from "../severity";
import { press } from "./chosen-bar";
import type { TableOverlay } from "./table-overlay";
import { treeMove } from "./tree-keys";
import { FOCUS_STAYS } from "./use-focus-at-hash";
import { type Levels, type Marks, useLineWords } from "./use-line-words";

export type TreeLine = OutlineLine & {
  name: string;
  facts: ElementFacts | null;
  members: number | null;
  findings: Marks;
  levels: Levels | null;
};

type OutlineTreeProps = {
  modelId: string;
  lines: ReadonlyArray<TreeLine>;
  open: ReadonlyArray<string> | "all";
  closed: ReadonlyArray<string>;
  zoneTypes: ReadonlyArray<{ id: string; name: string }>;
  mayEdit: boolean;
  /** What the overlay that is on says, by `zone:icu`. */
  views: TableOverlay["views"];
};

const ICONS: Readonly<Record<OutlineLine["kind"], IconName>> = {
  zone: "zone",
  conduit: "conduit",
  asset: "asset",
  group: "conduit",
};
/** Letters typed within this time belong together. */
const TYPING_MS = 700;
/** An address stays readable: what was opened first closes. */
const MOST_OPEN = 60;

/**
 * The model as a tree: a list of links and boxes without a script, with one a tree of the ARIA pattern, one stop for Tab.
 * What is open stands in the address, so that it can be sent to a colleague and the page stays bounded.
 */
export function OutlineTree(props: OutlineTreeProps) {
  const { modelId, lines, zoneTypes, mayEdit, views } = props;
  const { t } = useTranslation("table");
  const linkTo = useTableLink(modelId);
  const navigate = useNavigate();
  const ticked = useTicked();
  const wordsOf = useLineWords();
  const kindOf = useMemo(() => new Map(zoneTypes.map(({ id, name }) => [id, name])), [zoneTypes]);
  const list = useRef<HTMLUListElement>(null);
  const [isTree, setIsTree] = useState(false);
  useEffect(() => setIsTree(true), []);
  const [focusKey, setFocusKey] = useState<string>();
  const typed = useRef({ text: "", at: 0 });
  const active = Math.max(
    0,
    lines.findIndex((line) => keyOf(line) === focusKey),
  );

  const shown = lines.map((line) => ({ ...line, name: line.members === null ? line.name : groupName(line) }));
  function groupName({ id, members }: TreeLine): string {
    return id === "stray"
      ? t("outline.stray", { count: members ?? 0 })
      : t("outline.conduits", { count: members ?? 0 });
  }
  const toggleOf = (line: TreeLine) => linkTo(toggled(props, line), lineId(line));
  const openOf = ({ id }: TreeLine) => linkTo({ element: id }, "element");

  function toggle(line: TreeLine): void {
    navigate(toggleOf(line), { preventScrollReset: true, state: FOCUS_STAYS });
  }

  function focusAt(place: number): void {
    const line = lines[place];
    if (!line) return;
    setFocusKey(keyOf(line));
    list.current?.querySelectorAll<HTMLElement>("[role=treeitem]")[place]?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!isTree) return;
    const at = lines.findIndex((line) => (event.target as Element).id === lineId(line));
    const line = lines[at];
    if (!line) return;
    const now = event.timeStamp;
    const before = now - typed.current.at < TYPING_MS ? typed.current.text : "";
    const move = treeMove(event, shown, at, before);
    const isLetter = event.key.length === 1 && event.key !== " ";
    typed.current = { text: isLetter ? before + event.key : "", at: now };
    if (!move) return;
    event.preventDefault();
    const key = keyOf(line);
    const isElement = line.kind !== "group";
    switch (move.kind) {
      case "go":
        if (event.shiftKey && event.key.startsWith("Arrow")) tick([line, lines[move.to]], true);
        focusAt(move.to);
        return;
      case "toggle":
        toggle(line);
        return;
      case "open":
        if (isElement) navigate(openOf(line));
        else if (line.isOpen !== null) toggle(line);
        return;
      case "tick":
        tick([line], !ticked.keys.has(key));
        return;
      case "tickAll":
        tick(lines, true);
        return;
      case "rename":
        if (isElement && mayEdit) navigate(linkTo({ element: line.id }, "changes.name"));
        return;
      case "addInside":
        if (line.kind === "zone" && mayEdit) navigate(linkTo({ add: "zone", zone: line.id }, "element"));
        else if (mayEdit) navigate(linkTo({ add: "zone" }, "element"));
        return;
      case "remove":
      case "duplicate":
        if (!isElement || !mayEdit) return;
        // Nothing ticked: the line that has the focus is meant.
        press(move.kind === "remove" ? "delete" : "duplicate", ticked.keys.size === 0 ? [key] : []);
        return;
    }
  }

  function tick(which: ReadonlyArray<TreeLine | undefined>, isOn: boolean): void {
    const elements = which.flatMap((line) => (line && line.kind !== "group" ? [keyOf(line)] : []));
    ticked.set(elements, isOn);
  }

  return (
    <ul
      ref={list}
      className="model-outline"
      {...(isTree && {
        role: "tree",
        "aria-label": t("outline.label"),
        "aria-multiselectable": true,
        "aria-describedby": "outline-keys",
      })}
      onKeyDown={onKeyDown}
    >
      {shown.map((line, place) => {
        const isElement = line.kind !== "group";
        const key = keyOf(line);
        const view = views[key] ?? null;
        const { facts, findings, levels } = line;
        const words = facts ? wordsOf({ facts, findings, levels, view, kindOf }) : line.name;
        return (
          <li
            key={key}
            id={lineId(line)}
            data-element={isElement ? key : undefined}
            className={classNames("outline-line", isElement && ticked.keys.has(key) && "is-ticked")}
            {...(isTree && {
              role: "treeitem",
              "aria-level": line.level,
              "aria-posinset": line.position,
              "aria-setsize": line.siblings,
              "aria-expanded": line.isOpen ?? undefined,
              "aria-selected": isElement ? ticked.keys.has(key) : undefined,
              "aria-label": words,
              tabIndex: place === active ? 0 : -1,
              onFocus: () => setFocusKey(key),
            })}
          >
            <span
              className={classNames(indentOf(line.level - 1), "outline-row")}
              aria-hidden={isTree || undefined}
            >
              {line.isOpen === null ? (
                <span className="outline-toggle" />
              ) : (
                <Link
                  to={toggleOf(line)}
                  className="outline-toggle"
                  preventScrollReset
                  tabIndex={isTree ? -1 : undefined}
                  aria-label={t(line.isOpen ? "outline.close" : "outline.open", { name: line.name })}
                >
                  <Icon name={line.isOpen ? "chevron-down" : "chevron-right"} />
                </Link>
              )}
              {isElement ? (
                <TickBox value={key} label={t("chosen.tick", { name: line.name })} isReachable={!isTree} />
              ) : null}
              <Icon name={ICONS[line.kind]} />
              {isElement && mayEdit ? (
                <Link to={openOf(line)} tabIndex={isTree ? -1 : undefined}>
                  {nameOf(line)}
                </Link>
              ) : (
                <span>{nameOf(line)}</span>
              )}
              <span className="outline-more">
                {line.kind === "group" ? null : <VisitorMark kind={line.kind} id={line.id} />}
                {view ? <ViewChip view={view} /> : null}
                {line.findings ? (
                  <span className={`mark-${line.findings.worst}`}>
                    <Icon name={SEVERITY_ICONS[line.findings.worst]} />
                    {line.findings.count}
                  </span>
                ) : null}
                {line.facts?.kind === "zone" && line.facts.assets.count > 0 ? (
                  <span>{t("diagram:zone.assets", { count: line.facts.assets.count })}</span>
                ) : null}
                {line.facts?.kind === "conduit" ? (
                  <span>{line.facts.protocols.slice(0, 3).join(", ")}</span>
                ) : null}
                {line.facts && line.facts.kind !== "asset" && line.facts.slTarget ? (
                  <LevelStrip
                    target={line.facts.slTarget}
                    reached={line.levels?.alone}
                    withCountermeasures={line.levels?.vector}
                    size="small"
                  />
                ) : null}
              </span>
              {isTree || !isElement ? null : <span className="sr-only">{words}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** A conduit without a name is called by its ends. */
function nameOf({ name, facts }: TreeLine): string {
  return facts?.kind === "conduit" && facts.name === "" ? `${facts.from} – ${facts.to}` : name;
}

function keyOf({ kind, id }: Pick<TreeLine, "kind" | "id">): string {
  return `${kind}:${id}`;
}

function lineId({ kind, id }: Pick<TreeLine, "kind" | "id">): string {
  return `line-${kind}-${id}`;
}

/** What the address says once a line is opened or closed. */
function toggled(
  { open, closed }: Pick<OutlineTreeProps, "open" | "closed">,
  { id, isOpen }: TreeLine,
): Record<string, string | null> {
  if (open === "all") {
    const next = isOpen ? [...closed, id] : closed.filter((other) => other !== id);
    return { open: "all", closed: next.length > 0 ? next.slice(-MOST_OPEN).join(".") : null };
  }
  const next = isOpen ? open.filter((other) => other !== id) : [...open, id];
  return { open: next.slice(-MOST_OPEN).join("."), closed: null };
}
