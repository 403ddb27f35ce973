import { Fragment, type ReactNode } from "react";
import { RATINGS } from "~/domain/risk/risk-assessment";
import type { RiskCell, RiskMatrix } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";

type MatrixGridProps = {
  matrix: Pick<RiskMatrix, "likelihood" | "consequence">;
  caption: ReactNode;
  captionHidden?: boolean;
  /** The `<td>` of a cell. */
  children: (cell: RiskCell) => ReactNode;
};

const WORST_FIRST = RATINGS.toReversed();

/** Consequences by likelihoods, the worst on top, with the hospital's words for both. */
export function MatrixGrid({ matrix, caption, captionHidden = false, children }: MatrixGridProps) {
  const { t } = useTranslation("risk");
  return (
    <div className="risk-matrix-frame">
      <table className="risk-matrix">
        <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
        <thead>
          <tr>
            <td className="risk-corner">{t("matrix.corner")}</td>
            {RATINGS.map((rating) => (
              <th key={rating} scope="col">
                <Named rating={rating} name={matrix.likelihood[rating - 1]?.name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WORST_FIRST.map((consequence) => (
            <tr key={consequence}>
              <th scope="row">
                <Named rating={consequence} name={matrix.consequence[consequence - 1]?.name} />
              </th>
              {RATINGS.map((likelihood) => (
                <Fragment key={likelihood}>{children({ consequence, likelihood })}</Fragment>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Named({ rating, name }: { rating: number; name: string | undefined }) {
  return (
    <>
      <span className="risk-rating">{rating}</span>
      <span className="risk-word">{name}</span>
    </>
  );
}
