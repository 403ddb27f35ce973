import { encode } from "turbo-stream";

/** Why a form came to nothing: it did not get through, or nobody there could answer it. */
export type NotSentCause = "unreachable" | "signed-out" | "too-large" | "unavailable" | "mistake";
export type NotSent = {
  cause: NotSentCause;
  /** Finds the entry in the portal's log; only a mistake has one. */
  requestId?: string;
};

export type Keeper = {
  /** A form is sent: what was said of the one before is over. */
  onSend(): void;
  /** A form came to nothing at `pathname`; false where its page cannot be kept. */
  keep(notSent: NotSent, pathname: string): boolean;
  /** What the page at `pathname` was made of, by route; null where another page is open. */
  shown(pathname: string): Readonly<Record<string, unknown>> | null;
};

/** No answer came from the portal. */
export class Unreachable extends Error {}

/** How long after a form was kept its page may be asked for anew by the framework, in ms; nobody is as fast. */
const READ_ANEW_WITHIN = 1000;

let keeper: Keeper | null = null;

/** Tells `own` of forms, until the function that is returned is called. */
export function takeNotSent(own: Keeper): () => void {
  keeper = own;
  return () => {
    if (keeper === own) keeper = null;
  };
}

/**
 * The `fetch` of a browser in which no form is lost because the network was cut, the session had ended or the portal was
 * not there. For these the framework puts its error page in place of the page, with all that was typed. Here the form
 * hears instead that it was refused, without any data: it stays as it is, and its own button sends it again. What the
 * framework asks for otherwise fails with {@link Unreachable} where nothing answers; all else goes through as it is.
 */
export function keepForms(send: typeof fetch): typeof fetch {
  let keptAt = Number.NEGATIVE_INFINITY;
  return async (input, init) => {
    const pathname = input instanceof URL ? pageOf(input) : null;
    if (pathname === null) return send(input, init);
    const isForm = init?.method === "POST";
    if (isForm) keeper?.onSend();
    const isReadAnew = !isForm && performance.now() - keptAt < READ_ANEW_WITHIN;
    keptAt = Number.NEGATIVE_INFINITY;
    const shown = isReadAnew ? keeper?.shown(pathname) : null;
    if (shown) return asResults(shown);
    const sent = await attempt(() => send(input, init));
    const notSent = isForm ? notSentOf(sent) : null;
    if (notSent && !init?.signal?.aborted && keeper?.keep(notSent, pathname)) {
      keptAt = performance.now();
      return withoutData(sent);
    }
    if (sent.answer) return sent.answer;
    throw init?.signal?.aborted ? sent.error : new Unreachable(pathname, { cause: sent.error });
  };
}

type Sent = { answer: Response; error?: never } | { answer?: never; error: unknown };

async function attempt(send: () => Promise<Response>): Promise<Sent> {
  try {
    return { answer: await send() };
  } catch (error) {
    return { error };
  }
}

/** The page whose data the framework asks for; null for every other address. */
function pageOf({ pathname }: URL): string | null {
  if (!pathname.endsWith(".data")) return null;
  return pathname === "/_root.data" ? "/" : pathname.slice(0, -".data".length);
}

function notSentOf({ answer }: Sent): NotSent | null {
  if (!answer) return { cause: "unreachable" };
  const { status, headers } = answer;
  if (status === 401) return { cause: "signed-out" };
  if (status === 413) return { cause: "too-large" };
  if (status === 502 || status === 503 || status === 504) return { cause: "unavailable" };
  if (status < 500) return null;
  const requestId = headers.get("X-Request-Id");
  return requestId ? { cause: "mistake", requestId } : { cause: "mistake" };
}

/** What a form hears in place of an answer, in the format that the framework reads. */
function withoutData({ answer }: Sent): Response {
  return new Response(encode({ data: null }), { status: answer?.status ?? 503 });
}

/** A page that is read anew because its form was kept would fail like the form did: it stays what it was. */
function asResults(shown: Readonly<Record<string, unknown>>): Response {
  const results = Object.entries(shown).map(([route, data]) => [route, { data }]);
  return new Response(encode(Object.fromEntries(results)));
}
