import { useSearchParams } from "@remix-run/react";
import type { Cost, NoteTotals } from "~/domain/procurement/offer-note";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { ButtonLink } from "../button-link";
import { Disclosure } from "../disclosure";
import { Panel } from "../panel";
import type { PostedValues } from "../procurement/posted-values";
import { Section } from "../section";
import { NoteForm, type NoteRefusal } from "./note-form";
import type { NamedOffer } from "./offer-table";
import { useOfferWords } from "./offer-words";

type NoteVersion = {
  effortDays: number | null;
  cost: Cost | null;
  text: string;
  version: number;
  writtenByName: string;
  writtenAt: string;
};
export type NeededCountermeasure = {
  key: string;
  kind: "demanded" | "ledger";
  text: string;
  rows: ReadonlyArray<{ id: string; title: string }>;
  note: NoteVersion | null;
  /** Of the latest writing; 0 where there was none. */
  version: number;
  earlier: ReadonlyArray<NoteVersion>;
};
type NotedOffer = NamedOffer & { countermeasures: ReadonlyArray<NeededCountermeasure>; totals: NoteTotals };
type NoteListProps = {
  offers: ReadonlyArray<NotedOffer>;
  mayWrite: boolean;
  refusal: NoteRefusal | undefined;
  values: PostedValues;
};

/** What each offer would need of the zone, with what the hospital expects it to take. One form at a time. */
export function NoteList({ offers, mayWrite, refusal, values }: NoteListProps) {
  const { t } = useTranslation("offers");
  const words = useOfferWords();
  return (
    <Section id="notes" title={t("notes.title")} description={t("notes.description")}>
      {offers.map((offer) => (
        <Panel key={offer.declarationId} title={words.offer(offer)} level={3}>
          {offer.countermeasures.length === 0 ? (
            <p className="text-muted">{t("notes.none")}</p>
          ) : (
            <>
              <dl className="offer-totals">
                <dt>{t("notes.totals")}</dt>
                {words.totals(offer.totals).map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
                <dd className="text-muted">{words.withoutNote(offer.totals)}</dd>
              </dl>
              <ul className="grid gap-3">
                {offer.countermeasures.map((needed) => (
                  <Needed
                    key={needed.key}
                    declarationId={offer.declarationId}
                    needed={needed}
                    mayWrite={mayWrite}
                    refusal={refusal}
                    values={values}
                  />
                ))}
              </ul>
            </>
          )}
        </Panel>
      ))}
    </Section>
  );
}

type NeededProps = Omit<NoteListProps, "offers"> & { declarationId: string; needed: NeededCountermeasure };

function Needed({ declarationId, needed, mayWrite, refusal, values }: NeededProps) {
  const { t } = useTranslation("offers");
  const [search] = useSearchParams();
  const id = `${declarationId} ${needed.key}`;
  const isOpen = mayWrite && search.get("note") === id;
  const rows = needed.rows.map((row) => row.id).join(", ");
  const name = needed.kind === "ledger" ? needed.text : rows;
  return (
    <li id={anchorOf(declarationId, needed.key)} className="offer-needed">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="grid gap-1">
          <strong>{needed.rows.map((row) => `${row.id} ${row.title}`).join(" · ")}</strong>
          <span className="whitespace-pre-line">{needed.text || t("notes.noWords")}</span>
          <span>
            <Badge icon={needed.kind === "ledger" ? "check-circle" : "condition"}>
              {t(`notes.kind.${needed.kind}`)}
            </Badge>
          </span>
        </div>
        {mayWrite && !isOpen ? (
          <ButtonLink
            to={`${toSearch(search, id)}#${anchorOf(declarationId, needed.key)}`}
            size="small"
            icon="edit"
            preventScrollReset
            aria-label={t(needed.note ? "notes.editOf" : "notes.addTo", { countermeasure: name })}
          >
            {t(needed.note ? "notes.edit" : "notes.add")}
          </ButtonLink>
        ) : null}
      </div>
      {needed.note ? <Written note={needed.note} /> : <p className="text-muted">{t("notes.noNote")}</p>}
      {isOpen ? (
        <NoteForm
          key={needed.version}
          declarationId={declarationId}
          needed={needed}
          refusal={refusal}
          values={values}
          cancel={toSearch(search, null)}
        />
      ) : null}
      {needed.earlier.length > 0 ? (
        <Disclosure summary={t("notes.earlier", { count: needed.earlier.length })}>
          <ul className="grid gap-2">
            {needed.earlier.map((version) => (
              <li key={version.version}>
                <Written note={version} />
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </li>
  );
}

function Written({ note }: { note: NoteVersion }) {
  const { t } = useTranslation("offers");
  const words = useOfferWords();
  const lines = [
    ...(note.effortDays === null ? [] : [words.effort(note.effortDays)]),
    ...(note.cost ? [words.cost(note.cost)] : []),
  ];
  const isEmpty = lines.length === 0 && note.text === "";
  return (
    <div className="offer-note">
      {lines.length > 0 ? <p className="font-semibold">{lines.join(" · ")}</p> : null}
      <p className="whitespace-pre-line">{isEmpty ? t("notes.emptied") : note.text}</p>
      <p className="text-muted text-xs">
        {t("notes.written", { name: note.writtenByName, at: words.at(note.writtenAt) })}
      </p>
    </div>
  );
}

/** An id in a document has no spaces. */
export function anchorOf(declarationId: string, key: string): string {
  return `note-${declarationId}-${key.replace(/[^A-Za-z0-9]+/g, "-")}`;
}

function toSearch(search: URLSearchParams, note: string | null): string {
  const next = new URLSearchParams(search);
  next.delete("note");
  next.delete("saved");
  if (note !== null) next.set("note", note);
  return `?${next}`;
}
