import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { listenBeforeRouter } from "./components/in-page-steps";
import { keepForms } from "./components/not-sent/keep-forms";
import { DocumentContext } from "./nonce";

// The browser hides a nonce from getAttribute; the property still has the value.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const requestId = document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content;

listenBeforeRouter();
window.fetch = keepForms(window.fetch.bind(window));
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
