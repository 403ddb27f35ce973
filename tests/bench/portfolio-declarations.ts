import { randomUUID } from "node:crypto";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import {
  type Answer,
  type AnswerValue,
  type DeclarationContent,
  EMPTY_DECLARATION_CONTENT,
} from "~/domain/declaration/declaration";
import { COMPONENT_TYPES, isApplicable } from "~/domain/requirement/component-requirement";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { CATALOGUE } from "~/use-cases/declarations/masked-catalogue.server";
import type { Db } from "~db/client";
import { saveNewDeclaration, saveSignature } from "~db/repositories/declarations";
import { saveNewOrganisation } from "~db/repositories/organisations";
import { saveNewProduct, saveNewRelease } from "~db/repositories/products";
import type { PortfolioGround } from "./portfolio-models";

/** One product in five answers many rows with no. */
const WEAK_EVERY = 5;
/** Longer than any policy wants to use a product. */
const SERVICE_DAYS = 9_000;

/** Suppliers with one signed declaration of every product, shared with all hospitals: one transaction a supplier. */
export async function declareProducts(
  { database, personId }: PortfolioGround,
  { suppliers, productsOfSupplier }: { suppliers: number; productsOfSupplier: number },
): Promise<ReadonlyArray<string>> {
  const ids = Array.from({ length: suppliers }, () => randomUUID());
  for (const [number, organisationId] of ids.entries())
    await database.transaction(async (db) => {
      const name = `Supplier ${String(number + 1).padStart(3, "0")}`;
      await saveNewOrganisation(db, {
        ...{ id: organisationId, kind: "supplier", name, isDemo: true, createdAt: new Date() },
      });
      for (let place = 0; place < productsOfSupplier; place += 1)
        await declare(db, { organisationId, personId, number: number * productsOfSupplier + place });
    });
  return ids;
}

type Declared = { organisationId: string; personId: string; number: number };

async function declare(db: Db, { organisationId, personId, number }: Declared): Promise<void> {
  const [productId, releaseId, id, now] = [randomUUID(), randomUUID(), randomUUID(), new Date()];
  const content = contentOf(number);
  const { componentTypes } = content;
  await saveNewProduct(db, {
    ...{ organisationId, id: productId, name: `Product ${String(number + 1).padStart(4, "0")}` },
    ...{ description: "", componentTypes, createdAt: now, saveVersion: 1, archivedAt: null },
  });
  await saveNewRelease(db, {
    ...{ organisationId, id: releaseId, productId, version: "1.0", createdAt: now, archivedAt: null },
  });
  await saveNewDeclaration(db, {
    ...{ organisationId, id, releaseId, version: 1, state: "draft", content, saveVersion: 1 },
    ...{ visibility: "private", createdBy: personId, updatedAt: now, signedBy: null, signedAt: null },
    ...{ fingerprint: null, copiedFrom: null, withdrawnAt: null, withdrawalReason: null },
  });
  const signature = { signedBy: personId, signedAt: now, fingerprint: fingerprintOf(content) };
  await saveSignature(
    db,
    organisationId,
    { id, content, saveVersion: 1, visibility: "all-hospitals", ...signature },
    CATALOGUE,
  );
}

/** Every row that applies is answered; how, differs from product to product. */
function contentOf(number: number): DeclarationContent {
  const componentTypes = [COMPONENT_TYPES[number % COMPONENT_TYPES.length] ?? "software-application"];
  const rows = COMPONENT_REQUIREMENTS.filter((row) => isApplicable(row, componentTypes));
  const answers = rows.map(({ id }, place): [string, Answer] => [id, answerOf(number, place)]);
  return {
    ...EMPTY_DECLARATION_CONTENT,
    componentTypes,
    answers: Object.fromEntries(answers),
    facts: {
      supportEndsOn: addDays(toIsoDate(new Date()), SERVICE_DAYS + ((number * 37) % 1_500)),
      conformityCertificateEndsOn: addDays(toIsoDate(new Date()), 30 + ((number * 37) % 1_500)),
    },
  };
}

function answerOf(number: number, place: number): Answer {
  return {
    value: answerValue(number, (number * 31 + place * 17) % 97),
    note: `As the manual of the product says on page ${1 + ((number + place) % 300)}.`,
  };
}

function answerValue(number: number, draw: number): AnswerValue {
  if (number % WEAK_EVERY === 0 && draw < 20) return "not-met";
  if (number % 2 === 0 && draw > 90) return "met-with-countermeasure";
  return draw % 5 === 0 ? "met-by-configuration" : "met";
}
