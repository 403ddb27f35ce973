import { useLocation } from "@remix-run/react";
import { createContext, useContext } from "react";

/** What only this one document knows: the nonce of its policy, and the number its request has in the log. */
export type DocumentFacts = { nonce: string | undefined; requestId: string | undefined };

export const DocumentContext = createContext<DocumentFacts>({ nonce: undefined, requestId: undefined });

export function useNonce(): string | undefined {
  return useContext(DocumentContext).nonce;
}

/** The place in the history at which this document was loaded; only the browser comes to know others. */
let firstKey: string | undefined;

/**
 * The request that made this document, undefined once the browser has gone elsewhere by itself: that page came
 * with another request. Called by the layout on every page, so that the first place is known.
 */
export function useRequestId(): string | undefined {
  const { requestId } = useContext(DocumentContext);
  const { key } = useLocation();
  if (typeof document === "undefined") return requestId;
  firstKey ??= key;
  return key === firstKey ? requestId : undefined;
}
