import type { Finding } from "~/domain/assessment/assessment";
import type { FactCheck } from "~/domain/assessment/check";
import { CHECKS } from "~/domain/assessment/checks";
import { EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { FACT_FIELDS, type FactGroup } from "~/domain/declaration/fact-fields";

/** Where a supplier can do something about a finding. */
export type Topic = FactGroup | "evidence";

const topics: ReadonlyMap<string, ReadonlyArray<Topic>> = new Map(
  CHECKS.flatMap((check) => (check.kind === "facts" ? [[check.id, watch(check)] as const] : [])),
);

/**
 * Topics whose facts a check looks at. Where it looks at evidence, that is where something can be done: facts only say
 * what the evidence is held against. Undefined where the finding is about answers to rows. */
export function topicsOf({ checkId }: Pick<Finding, "checkId">): ReadonlyArray<Topic> | undefined {
  return topics.get(checkId);
}

/** Found by watching what `subjectOf` reads of an empty declaration: a second list would be forgotten one day. */
function watch(check: FactCheck): ReadonlyArray<Topic> {
  const read = new Set<Topic>();
  const facts = new Proxy(
    {},
    {
      get: (_, key) => {
        if (isFactKey(key)) read.add(FACT_FIELDS[key].group);
        return undefined;
      },
    },
  );
  check.subjectOf({
    ...EMPTY_DECLARATION_CONTENT,
    facts,
    get evidence() {
      read.add("evidence");
      return [];
    },
  });
  return read.has("evidence") ? ["evidence"] : [...read];
}

function isFactKey(key: string | symbol): key is keyof typeof FACT_FIELDS {
  return typeof key === "string" && Object.hasOwn(FACT_FIELDS, key);
}
