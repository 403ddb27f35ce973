import type { ProductFacts } from "~/domain/declaration/facts";
import type { Db } from "~db/client";
import type { Declaration } from "~db/repositories/declarations";
import type { Product, Release } from "~db/repositories/products";
import { saveOwnDraft } from "./find-own-declaration.server";

type Names = Required<Pick<ProductFacts, "product" | "release">>;

/** What the portal knows already need not be typed again. Names longer than a fact may be are cut. */
export function namesAsFacts({ name }: Pick<Product, "name">, { version }: Pick<Release, "version">): Names {
  return { product: productAsFact(name), release: cut(version, 80) };
}

/** The same for the product alone. */
export function productAsFact(name: string): string {
  return cut(name, 120);
}

function cut(text: string, length: number): string {
  return text.slice(0, length).trim();
}

/** Drafts that state a name as it was follow it; what a person has written instead stays, and so does what is signed. */
export async function renameInDrafts(
  db: Db,
  declarations: ReadonlyArray<Declaration>,
  { before, after, now }: { before: Partial<Names>; after: Partial<Names>; now: Date },
): Promise<void> {
  const keys = ["product", "release"] as const;
  for (const draft of declarations.filter(({ state }) => state === "draft")) {
    const { content } = draft;
    const changed = keys.filter(
      (key) => after[key] !== undefined && after[key] !== before[key] && content.facts[key] === before[key],
    );
    if (changed.length === 0) continue;
    const names = Object.fromEntries(changed.map((key) => [key, after[key]]));
    await saveOwnDraft(db, draft, { content: { ...content, facts: { ...content.facts, ...names } }, now });
  }
}
