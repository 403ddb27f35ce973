import { type ReactNode, useId, useRef } from "react";
import { classNames } from "../class-names";
import { useIsScrollable } from "../use-is-scrollable";
import { useOfferWords } from "./offer-words";

export type NamedOffer = {
  declarationId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
};
type OfferTableProps = {
  caption: string;
  /** Head of the first column. */
  first: string;
  offers: ReadonlyArray<NamedOffer>;
  /** Rows made of {@link OfferRow} and {@link OfferGroup}. */
  children: ReactNode;
};

/** Offers as columns. Head and first column stay while the rest scrolls, by keyboard too. */
export function OfferTable({ caption, first, offers, children }: OfferTableProps) {
  const { offer } = useOfferWords();
  const captionId = useId();
  const region = useRef<HTMLDivElement>(null);
  const isScrollable = useIsScrollable(region);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <section> would be a second heading level around the table
    <div
      ref={region}
      className="table-region"
      role="region"
      aria-labelledby={captionId}
      tabIndex={isScrollable ? 0 : undefined}
    >
      <table className="data-table offer-table">
        <caption id={captionId} className="sr-only">
          {caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {offers.map((one) => (
              <th key={one.declarationId} scope="col">
                <span className="block text-ink">{offer(one)}</span>
                <span className="block font-normal text-xs">{one.supplierName}</span>
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

type OfferRowProps = {
  head: ReactNode;
  offers: ReadonlyArray<NamedOffer>;
  /** Marked by a line, besides standing first. */
  differs?: boolean;
  cell: (place: number) => ReactNode;
};

export function OfferRow({ head, offers, differs = false, cell }: OfferRowProps) {
  return (
    <tr className={classNames(differs && "is-differing") || undefined}>
      <th scope="row">{head}</th>
      {offers.map(({ declarationId }, place) => (
        <td key={declarationId}>{cell(place)}</td>
      ))}
    </tr>
  );
}

/** Rows under a head of their own. */
export function OfferGroup({ title, span, children }: { title: string; span: number; children: ReactNode }) {
  return (
    <tbody>
      <tr className="offer-group">
        <th scope="rowgroup" colSpan={span}>
          <span>{title}</span>
        </th>
      </tr>
      {children}
    </tbody>
  );
}
