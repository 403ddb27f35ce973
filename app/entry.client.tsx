import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { listenBeforeRouter } from "./components/in-page-steps";
import { DocumentContext } from "./nonce";

// The browser hides a nonce from getAttribute; the property still has the value.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const requestId = document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content;

listenBeforeRouter();
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentContext.Provider value={{ nonce, requestId }}>
        <RemixBrowser />
      </DocumentContext.Provider>
    </StrictMode>,
  );
});
