import { Readable } from "node:stream";
import type { SampleProduct } from "~/catalogue/schemas";
import type { Evidence } from "~/domain/declaration/evidence";
import { FACT_GROUPS, factsOfGroup, pickFacts } from "~/domain/declaration/fact-fields";
import type { ProductFacts } from "~/domain/declaration/facts";
import { toIsoDate } from "~/domain/shared/iso-date";
import { answerRequirements } from "~/use-cases/declarations/answer-requirements.server";
import { claimCapability } from "~/use-cases/declarations/claim-capability.server";
import { createDeclaration } from "~/use-cases/declarations/create-declaration.server";
import { saveEvidence } from "~/use-cases/declarations/save-evidence.server";
import { saveFacts } from "~/use-cases/declarations/save-facts.server";
import { signDeclaration } from "~/use-cases/declarations/sign-declaration.server";
import { appendPart } from "~/use-cases/files/append-part.server";
import { finishUpload } from "~/use-cases/files/finish-upload.server";
import { openUpload } from "~/use-cases/files/open-upload.server";
import { createProduct } from "~/use-cases/products/create-product.server";
import type { Caller } from "~/use-cases/use-case.server";
import { DEMO_SUPPLIERS, type DemoPerson } from "../people";
import { callerOf, type Declared, type Demo, done, momentOf, type Step } from "../timetable";
import { answersOf } from "./answers";
import { componentList } from "./component-list";
import { contentOf } from "./content";
import { writtenFor } from "./documents-of-today";
import { nameOf, sampleProduct, sampleProducts } from "./sample-products";

/** Only those who asked may see it: its supplier prefers to be asked. */
const SHARED_ON_REQUEST = ["p05-lab-analyser", "p10-anaesthesia-legacy"];

/** Every product: registered, answered the day after, signed a day later. */
export function declareProducts(demo: Demo): ReadonlyArray<Step> {
  return sampleProducts().map((product, place) => {
    const daysAgo = 112 - 2 * place;
    return { at: momentOf(demo, daysAgo, "08:00"), does: () => declare(demo, product, daysAgo) };
  });
}

async function declare(demo: Demo, product: SampleProduct, daysAgo: number): Promise<void> {
  const person = personOf(product);
  const registering = callerOf(demo, person, momentOf(demo, daysAgo, "08:00"));
  const { releaseId } = done(
    await createProduct(registering, {
      name: nameOf(product),
      description: descriptionOf(product),
      componentTypes: product.componentTypes,
      version: product.productVersion,
    }),
  );
  const { id: declarationId } = done(await createDeclaration(registering, { releaseId }));
  const answering = callerOf(demo, person, momentOf(demo, daysAgo - 1, "09:30"));
  const { answers, facts, evidence } = writtenFor(toIsoDate(demo.now), contentOf(product));
  await state(answering, declarationId, facts);
  const sha256 = facts.sbom
    ? await send(demo, answering, {
        ...{ declarationId, name: `sbom-${product.productVersion}.cdx.json` },
        bytes: componentList(product, facts.sbom),
      })
    : null;
  await file(
    answering,
    declarationId,
    evidence.map((piece) => (piece.type === "sbom" ? { ...piece, sha256 } : piece)),
  );
  const changes = Object.entries(answers).map(([requirementId, answer]) => ({
    requirementId,
    before: null,
    answer,
  }));
  let { saveVersion } = done(await answerRequirements(answering, { declarationId, changes }));
  if (product.slCapability) {
    const claim = { declarationId, before: "", claimed: product.slCapability };
    ({ saveVersion } = done(await claimCapability(answering, claim)));
  }
  const visibility = SHARED_ON_REQUEST.includes(product.id) ? "requesting-hospitals" : "all-hospitals";
  const signing = { ...callerOf(demo, person, momentOf(demo, daysAgo - 1, "16:00")), key: demo.key };
  done(await signDeclaration(signing, { declarationId, saveVersion, visibility, confirmed: "on" }));
  demo.declared.set(product.id, { supplier: person, releaseId, declarationId });
}

/** Topic by topic, as the page saves them. Product and release are known from the start. */
async function state(caller: Caller, declarationId: string, facts: ProductFacts): Promise<void> {
  for (const group of FACT_GROUPS) {
    const stated = factsOfGroup(facts, group);
    if (Object.keys(stated).length === 0) continue;
    const before = group === "identification" ? pickFacts(facts, ["product", "release"]) : {};
    done(await saveFacts(caller, { declarationId, group, before, facts: stated }));
  }
}

/** A file as a form sends it, in one part. Answers with its digest. */
async function send(
  { files }: Demo,
  answering: Caller,
  { declarationId, name, bytes }: { declarationId: string; name: string; bytes: Uint8Array },
): Promise<string> {
  const caller = { ...answering, files };
  const { id: uploadId, ticket } = done(
    await openUpload(caller, { declarationId, name, bytes: bytes.length }),
  );
  const part = { uploadId, ticket, offset: 0, announced: bytes.length };
  done(await appendPart(caller, part, Readable.from([bytes])));
  return done(await finishUpload(caller, { uploadId, ticket, sha256: null })).sha256;
}

/** Under the names that answers cite them by: the same in every demo. */
async function file(caller: Caller, declarationId: string, pieces: ReadonlyArray<Evidence>): Promise<void> {
  for (const { id, ...evidence } of pieces)
    done(await saveEvidence({ ...caller, newId: () => id }, { declarationId, before: null, evidence }));
}

/** A supplier at work on what came back: the next version, begun and not signed. */
export function reworkDeclaration(demo: Demo): Step {
  const at = momentOf(demo, 6, "10:20");
  return {
    at,
    does: async () => {
      const { supplier, releaseId } = declaredOf(demo, "p11-integration-engine");
      const caller = callerOf(demo, supplier, at);
      const { id: declarationId } = done(await createDeclaration(caller, { releaseId }));
      const before = answersOf(sampleProduct("p11-integration-engine"));
      const answer = {
        value: "met-by-configuration",
        note: "From 9.5 on: a second factor over the hospital's single sign-on.",
      };
      const changes = [
        { requirementId: "CR 1.1 RE(2)", before: before["CR 1.1 RE(2)"] ?? null, answer },
        { requirementId: "CR 7.6 RE(1)", before: before["CR 7.6 RE(1)"] ?? null, answer: { value: "met" } },
      ];
      done(await answerRequirements(caller, { declarationId, changes }));
      const stated = factsOfGroup(
        contentOf(sampleProduct("p11-integration-engine")).facts,
        "vulnerabilities",
      );
      const facts: ProductFacts = {
        ...stated,
        advisories: ["web-page", "e-mail"],
        incidentNoticeHours: 24,
        vulnerabilities: (stated.vulnerabilities ?? []).map((one) => ({
          ...one,
          state: "under-investigation",
          justification: "The library is being replaced; until then message lookups are switched off.",
        })),
      };
      done(await saveFacts(caller, { declarationId, group: "vulnerabilities", before: stated, facts }));
    },
  };
}

export function declaredOf(demo: Demo, productId: string): Declared {
  const declared = demo.declared.get(productId);
  if (!declared) throw new Error(`nothing has been declared for ${productId}`);
  return declared;
}

function personOf({ supplier }: Pick<SampleProduct, "supplier">): DemoPerson {
  const found = DEMO_SUPPLIERS.find(({ name }) => name === supplier);
  if (!found) throw new Error(`the demo has no supplier ${supplier}`);
  return found.person;
}

function descriptionOf({ regulatory, slCapabilityBasis }: SampleProduct): string {
  return `Invented for the demonstration. ${regulatory.regime}: ${regulatory.class}. SL-C: ${slCapabilityBasis}.`;
}
