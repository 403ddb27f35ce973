import { Fragment } from "react";

const ADDRESS = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])/;

/** A text as it was written; addresses in it lead there, in a window of their own and without telling where from. */
export function LinkedText({ text }: { text: string }) {
  return (
    <span className="whitespace-pre-line break-words">
      {text.split(ADDRESS).map((piece, index) => {
        const key = `${index} ${piece}`;
        if (!ADDRESS.test(piece)) return <Fragment key={key}>{piece}</Fragment>;
        return (
          <a key={key} href={piece} target="_blank" rel="noopener noreferrer nofollow">
            {piece}
          </a>
        );
      })}
    </span>
  );
}
