/** Every URL of the portal, in one place. Ids are encoded here and nowhere else. */
const part = encodeURIComponent;

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** `declarations`: one parameter each, in the order of the columns. */
type OffersAddress = {
  model?: string;
  zone?: string;
  declarations?: ReadonlyArray<string>;
  show?: string;
  find?: string;
  note?: string;
};

function withOffers(path: string, { declarations = [], show, find, note, ...place }: OffersAddress): string {
  const search = new URLSearchParams(place);
  for (const declaration of declarations) search.append("declaration", declaration);
  for (const [name, value] of Object.entries({ show, find, note })) if (value) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

export const paths = {
  home: () => "/",
  signIn: (query: { returnTo?: string } = {}) => withQuery("/sign-in", query),
  signOut: () => "/sign-out",
  preferences: () => "/preferences",
  switchOrganisation: () => "/organisation/switch",
  setUp: (token: string) => `/setup/${part(token)}`,
  invitation: (token: string) => `/invitation/${part(token)}`,
  /** What a hospital asks, for whoever holds the link. */
  askedRequest: (token: string) => `/asked/${part(token)}`,
  demoMailbox: (query: { to?: string } = {}) => withQuery("/demo/mailbox", query),
  members: () => "/settings/members",
  catalogue: () => "/catalogue",
  standard: (standardId: string) => `/catalogue/${part(standardId)}`,
  portalKey: () => "/portal-key",
  portalKeyFile: () => "/portal-key.json",

  hospital: () => "/hospital",
  models: () => "/hospital/models",
  newModel: () => "/hospital/models/new",
  modelTemplates: () => "/hospital/models/templates",
  model: (modelId: string, query: { element?: string; overlay?: string; candidate?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}`, query),
  modelTable: (
    modelId: string,
    query: { element?: string; add?: string; zone?: string; waive?: string } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}/table`, query),
  modelClipboard: (modelId: string) => `/hospital/models/${part(modelId)}/clipboard`,
  modelPublished: (modelId: string) => `/hospital/models/${part(modelId)}/published`,
  modelCandidate: (modelId: string, releaseId: string) =>
    `/hospital/models/${part(modelId)}/candidates/${part(releaseId)}`,
  modelProducts: (modelId: string) => `/hospital/models/${part(modelId)}/products`,
  modelEdits: (modelId: string, query: { since?: number; at?: number } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/edits`, query),
  modelElement: (modelId: string, query: { kind?: string; id?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/elements`, query),
  modelVisits: (modelId: string) => `/hospital/models/${part(modelId)}/visits`,
  modelHistory: (
    modelId: string,
    query: { before?: number; person?: string; element?: string; restored?: number; takenBack?: number } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}/history`, query),
  modelState: (modelId: string, version: number, query: { as?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/history/${version}`, query),
  modelImport: (modelId: string) => `/hospital/models/${part(modelId)}/import`,
  modelImports: (modelId: string) => `/hospital/models/${part(modelId)}/imports`,
  modelExport: (modelId: string, query: { revision?: number } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/export`, query),
  modelFile: (modelId: string, file: string, query: { revision?: number } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/export/${part(file)}`, query),
  compareStates: (
    modelId: string,
    query: { from?: string; to?: string; kind?: string; change?: string } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}/compare`, query),
  review: (modelId: string, query: { kind?: string; change?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/review`, query),
  revisions: (modelId: string) => `/hospital/models/${part(modelId)}/revisions`,
  revision: (modelId: string, number: number, query: { as?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/revisions/${number}`, query),
  zoneProfile: (modelId: string, zoneId: string, query: { types?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/zones/${part(zoneId)}`, query),
  policy: () => "/hospital/settings/policy",
  riskMatrix: () => "/hospital/settings/risk",
  elementRisk: (
    modelId: string,
    { kind, id }: { kind: "zone" | "conduit"; id: string },
    query: { step?: string; accepted?: string } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}/risk/${kind}/${part(id)}`, query),
  riskParts: (modelId: string) => `/hospital/models/${part(modelId)}/risk-parts`,
  requests: () => "/hospital/requests",
  newRequest: (query: { model?: string; zone?: string } = {}) => withQuery("/hospital/requests/new", query),
  request: (requestId: string) => `/hospital/requests/${part(requestId)}`,
  requestQuestions: (
    requestId: string,
    query: { finding?: string; declaration?: string; returnTo?: string } = {},
  ) => withQuery(`/hospital/requests/${part(requestId)}/questions`, query),
  questions: () => "/hospital/questions",
  matrix: (query: { model?: string } = {}) => withQuery("/hospital/matrix", query),
  offers: (query: OffersAddress = {}) => withOffers("/hospital/offers", query),
  offersFile: (file: string, query: OffersAddress) =>
    withOffers(`/hospital/offers/export/${part(file)}`, query),
  assessment: (modelId: string, zoneId: string, declarationId: string, query: { request?: string } = {}) =>
    withQuery(`/hospital/assess/${part(modelId)}/${part(zoneId)}/${part(declarationId)}`, query),
  comparison: (
    modelId: string,
    zoneId: string,
    declarationId: string,
    query: { with?: string; revision?: number; on?: string } = {},
  ) => withQuery(`/hospital/assess/${part(modelId)}/${part(zoneId)}/${part(declarationId)}/compare`, query),
  sharedDeclarationFile: (declarationId: string, file: string) =>
    `/hospital/declarations/${part(declarationId)}/export/${part(file)}`,
  placement: (declarationId: string, query: { model?: string; verdict?: string } = {}) =>
    withQuery(`/hospital/declarations/${part(declarationId)}`, query),
  sharedEvidenceFile: (declarationId: string, evidenceId: string) =>
    `/hospital/declarations/${part(declarationId)}/evidence/${part(evidenceId)}/file`,
  zoneProducts: (modelId: string, zoneId: string, query: { verdict?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/zones/${part(zoneId)}/products`, query),
  whatIf: (modelId: string, zoneId: string) =>
    `/hospital/models/${part(modelId)}/zones/${part(zoneId)}/what-if`,
  suppliers: () => "/hospital/suppliers",
  countermeasures: () => "/hospital/countermeasures",
  newCountermeasure: (query: { place?: string } = {}) => withQuery("/hospital/countermeasures/new", query),
  exceptions: (query: { state?: string } = {}) => withQuery("/hospital/exceptions", query),
  newException: (query: { model: string; zone: string; declaration: string; extends?: string }) =>
    withQuery("/hospital/exceptions/new", query),
  exception: (exceptionId: string) => `/hospital/exceptions/${part(exceptionId)}`,
  countermeasure: (countermeasureId: string) => `/hospital/countermeasures/${part(countermeasureId)}`,
  changes: () => "/hospital/changes",
  change: (reassessmentId: string) => `/hospital/changes/${part(reassessmentId)}`,
  decisions: () => "/hospital/decisions",
  decision: (decisionId: string) => `/hospital/decisions/${part(decisionId)}`,
  evidencePack: (decisionId: string) => `/hospital/decisions/${part(decisionId)}/evidence-pack`,
  calendar: (query: { month?: string; kind?: string; of?: string; view?: string } = {}) =>
    withQuery("/hospital/calendar", query),
  calendarFile: (file: string, query: { month?: string; kind?: string; of?: string; view?: string } = {}) =>
    withQuery(`/hospital/calendar/export/${part(file)}`, query),
  /** For calendar programs: whoever holds the address reads. */
  calendarFeed: (token: string) => `/calendar/${part(token)}.ics`,
  audit: (query: { before?: number } = {}) => withQuery("/hospital/audit", query),

  supplier: () => "/supplier",
  receivedRequests: (query: { show?: string; release?: string } = {}) =>
    withQuery("/supplier/requests", query),
  receivedQuestions: () => "/supplier/questions",
  expiring: () => "/supplier/expiring",
  receivedRequest: (requestId: string) => `/supplier/requests/${part(requestId)}`,
  receivedZone: (requestId: string) => `/supplier/requests/${part(requestId)}/zone`,
  receivedRequestQuestions: (
    requestId: string,
    query: { finding?: string; declaration?: string; returnTo?: string } = {},
  ) => withQuery(`/supplier/requests/${part(requestId)}/questions`, query),
  products: () => "/supplier/products",
  newProduct: () => "/supplier/products/new",
  product: (productId: string, query: { edit?: string } = {}) =>
    withQuery(`/supplier/products/${part(productId)}`, query),
  declaration: (declarationId: string, query: { fr?: string; show?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}`, query),
  declarationFacts: (declarationId: string, query: { group?: string; request?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/facts`, query),
  declarationEvidence: (declarationId: string, query: { edit?: string; file?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/evidence`, query),
  evidenceFile: (declarationId: string, evidenceId: string, query: { of?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/evidence/${part(evidenceId)}/file`, query),
  declarationImport: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/import`,
  fileImport: (declarationId: string, importId: string) =>
    `/supplier/declarations/${part(declarationId)}/import/${part(importId)}`,
  declarationMds2: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/mds2`,
  declarationSections: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/sections`,
  declarationHistory: (declarationId: string, query: { before?: number; from?: number; to?: number } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/history`, query),
  declarationUploads: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/uploads`,
  upload: (uploadId: string) => `/supplier/uploads/${part(uploadId)}`,
  declarationAnswers: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/answers`,
  declarationStanding: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/standing`,
  suggestedCountermeasures: (declarationId: string, requirementId: string) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/countermeasures`, { row: requirementId }),
  declarationFile: (declarationId: string, file: string) =>
    `/supplier/declarations/${part(declarationId)}/export/${part(file)}`,
  carryOver: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/copied`,
  signDeclaration: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/sign`,
};
