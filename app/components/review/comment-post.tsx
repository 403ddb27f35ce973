import { Form } from "@remix-run/react";
import { createContext, type FormEvent, type ReactNode, useContext } from "react";

type CommentPosting = { post(form: URLSearchParams): void; isBusy: boolean };

const Posting = createContext<CommentPosting | null>(null);

/** Around comments that are not sent by the page itself: the diagram stays as it is while one is on its way. */
export const CommentPostingProvider = Posting.Provider;

/** For the submit buttons of such forms; undefined where the page sends them. */
export function useCommentTransition() {
  const posting = useContext(Posting);
  if (!posting) return undefined;
  return posting.isBusy
    ? { state: "submitting" as const, formData: new FormData() }
    : { state: "idle" as const };
}

/** A form about comments: sent by the page, or by whoever provides the way. */
export function CommentPost({ className, children }: { className?: string; children: ReactNode }) {
  const posting = useContext(Posting);
  const send = (event: FormEvent<HTMLFormElement>) => {
    if (!posting) return;
    event.preventDefault();
    const form = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget))
      if (typeof value === "string") form.append(name, value);
    posting.post(form);
  };
  return (
    <Form method="post" className={className} preventScrollReset onSubmit={send}>
      {children}
    </Form>
  );
}
