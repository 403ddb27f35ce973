/** Every URL of the portal, in one place. Ids are encoded here and nowhere else. */
const part = encodeURIComponent;

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** `declarations`: one parameter each, in the order of the columns. */
type OffersAddress = Partial<Record<"model" | "zone" | "show" | "find" | "note", string>> & {
  declarations?: ReadonlyArray<string>;
};

function withOffers(path: string, { declarations = [], show, find, note, ...place }: OffersAddress): string {
  const search = new URLSearchParams(place);
  for (const declaration of declarations) search.append("declaration", declaration);
  for (const [name, value] of Object.entries({ show, find, note })) if (value) search.set(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

/** `zone`: with its model as `model/zone`, or `hospital`; of the others any or none. */
type MeasuresAddress = {
  zone?: string;
  kind?: string;
  state?: string;
  owner?: string;
  overdue?: string;
  group?: string;
  find?: string;
  page?: number;
  saved?: number;
};

/** `zone` belongs to `model`; `page` is the approval that ended the page before. */
type RegisterAddress = { find?: string; model?: string; zone?: string; state?: string; page?: string };

/** `zone` is `model/zone`; which of the others are read, `kind` says. */
type EvidenceAddress = { kind?: string; zone?: string; supplier?: string; from?: string; to?: string };

/** `page` is where the page before ended. */
type QueueAddress = Partial<
  Record<"kind" | "party" | "due" | "model" | "zone" | "supplier" | "find" | "page", string>
>;

/** `page` is the product that ended the page before. */
type MatrixAddress = { model?: string; verdict?: string; supplier?: string; page?: string };

/** What narrows a list: its loader reads every parameter and knows what it may be. */
type Filter = Readonly<Record<string, string | number | undefined>>;

export const paths = {
  home: () => "/",
  signIn: (query: { returnTo?: string } = {}) => withQuery("/sign-in", query),
  confirmPassword: (query: Filter = {}) => withQuery("/confirm-password", query),
  signOut: () => "/sign-out",
  preferences: () => "/preferences",
  /** Parts of a file on its way in, of either side. */
  upload: (uploadId: string) => `/uploads/${part(uploadId)}`,
  switchOrganisation: () => "/organisation/switch",
  setUp: (token: string) => `/setup/${part(token)}`,
  invitation: (token: string) => `/invitation/${part(token)}`,
  /** What a hospital asks, for whoever holds the link. */
  askedRequest: (token: string) => `/asked/${part(token)}`,
  askedPackage: (token: string) => `/asked/${part(token)}/package`,
  askedFile: (token: string, sha256: string) => `/asked/${part(token)}/files/${part(sha256)}`,
  demoMailbox: (query: { to?: string } = {}) => withQuery("/demo/mailbox", query),
  members: (query: { show?: string } = {}) => withQuery("/settings/members", query),
  failedLetters: (query: { of?: string } = {}) => withQuery("/settings/letters", query),
  catalogue: () => "/catalogue",
  standard: (standardId: string) => `/catalogue/${part(standardId)}`,
  portalKey: () => "/portal-key",
  portalKeyFile: () => "/portal-key.json",

  hospital: () => "/hospital",
  models: () => "/hospital/models",
  newModel: () => "/hospital/models/new",
  modelTemplates: () => "/hospital/models/templates",
  model: (
    modelId: string,
    query: { element?: string; overlay?: string; candidate?: string; notice?: string } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}`, query),
  modelTable: (
    modelId: string,
    query: {
      element?: string;
      add?: string;
      zone?: string;
      waive?: string;
      overlay?: string;
      notice?: string;
    } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}/table`, query),
  modelClipboard: (modelId: string) => `/hospital/models/${part(modelId)}/clipboard`,
  modelPublished: (modelId: string) => `/hospital/models/${part(modelId)}/published`,
  modelNotices: (modelId: string) => `/hospital/models/${part(modelId)}/notices`,
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
  /** `choose` is an asset whose group gets a product of one's own choice. */
  modelLinking: (modelId: string, query: { show?: "linked"; choose?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/linking`, query),
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
  zonePackage: (modelId: string, zoneId: string) =>
    `/hospital/models/${part(modelId)}/zones/${part(zoneId)}/package`,
  policy: () => "/hospital/settings/policy",
  riskMatrix: () => "/hospital/settings/risk",
  elementRisk: (
    modelId: string,
    { kind, id }: { kind: "zone" | "conduit"; id: string },
    query: { step?: string; accepted?: string } = {},
  ) => withQuery(`/hospital/models/${part(modelId)}/risk/${kind}/${part(id)}`, query),
  riskParts: (modelId: string) => `/hospital/models/${part(modelId)}/risk-parts`,
  /** Where views of any page are kept and changed. */
  savedViews: () => "/hospital/views",
  /** Everything that waits for somebody; `zone` belongs to `model`. */
  queue: (query: QueueAddress = {}) => withQuery("/hospital/queue", query),
  requests: () => "/hospital/requests",
  newRequest: (query: { model?: string; zone?: string; asset?: string; template?: string } = {}) =>
    withQuery("/hospital/requests/new", query),
  tenders: () => "/hospital/tenders",
  tender: (tenderId: string) => `/hospital/tenders/${part(tenderId)}`,
  tenderPackage: (tenderId: string) => `/hospital/tenders/${part(tenderId)}/package`,
  tenderFile: (tenderId: string, sha256: string) =>
    `/hospital/tenders/${part(tenderId)}/files/${part(sha256)}`,
  /** `purpose`: what the file is to go with, one of `ATTACHMENT_PURPOSES`. */
  attachments: (purpose: string) => withQuery("/hospital/attachments", { purpose }),
  requestTemplates: () => "/hospital/request-templates",
  request: (requestId: string) => `/hospital/requests/${part(requestId)}`,
  requestQuestions: (
    requestId: string,
    query: { finding?: string; declaration?: string; returnTo?: string } = {},
  ) => withQuery(`/hospital/requests/${part(requestId)}/questions`, query),
  questions: () => "/hospital/questions",
  matrix: (query: { model?: string } = {}) => withQuery("/hospital/matrix", query),
  /** Rows of the grid that a query of the matrix has, from the one with that number. */
  matrixRows: (query: MatrixAddress & { from: number }) => withQuery("/hospital/matrix/rows", query),
  matrixReason: (cell: { model: string; zone: string; declaration: string }) =>
    withQuery("/hospital/matrix/reason", cell),
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
  measures: (query: MeasuresAddress = {}) => withQuery("/hospital/measures", query),
  /** `place`: a zone, or null for what is written down once for the whole hospital. */
  measure: (place: { modelId: string; zoneId: string } | null, measureId: string) =>
    withQuery("/hospital/measures/one", { model: place?.modelId, zone: place?.zoneId, measure: measureId }),
  measureFile: (fileId: string) => `/hospital/measures/files/${part(fileId)}`,
  measuresImport: () => "/hospital/measures/import",
  measuresFile: (file: string, query: MeasuresAddress = {}) =>
    withQuery(`/hospital/measures/export/${part(file)}`, query),
  readiness: (query: { of?: string } = {}) => withQuery("/hospital/readiness", query),
  readinessFile: (file: string, query: { of?: string } = {}) =>
    withQuery(`/hospital/readiness/export/${part(file)}`, query),
  receivedNotices: () => "/hospital/notices",
  receivedNotice: (noticeId: string) => `/hospital/notices/${part(noticeId)}`,
  incidents: (query: { show?: string } = {}) => withQuery("/hospital/incidents", query),
  newIncident: (query: { notice?: string } = {}) => withQuery("/hospital/incidents/new", query),
  incident: (incidentId: string) => `/hospital/incidents/${part(incidentId)}`,
  incidentFile: (incidentId: string, file: string) =>
    `/hospital/incidents/${part(incidentId)}/export/${part(file)}`,
  exceptions: (query: Filter = {}) => withQuery("/hospital/exceptions", query),
  newException: (query: { model: string; zone: string; declaration: string; extends?: string }) =>
    withQuery("/hospital/exceptions/new", query),
  exception: (exceptionId: string) => `/hospital/exceptions/${part(exceptionId)}`,
  countermeasure: (countermeasureId: string) => `/hospital/countermeasures/${part(countermeasureId)}`,
  changes: (query: { results?: string; since?: string } = {}) => withQuery("/hospital/changes", query),
  change: (reassessmentId: string) => `/hospital/changes/${part(reassessmentId)}`,
  decisions: () => "/hospital/decisions",
  decision: (decisionId: string) => `/hospital/decisions/${part(decisionId)}`,
  conditionFile: (decisionId: string, conditionId: string, sha256: string) =>
    `/hospital/decisions/${part(decisionId)}/conditions/${part(conditionId)}/files/${part(sha256)}`,
  evidencePack: (decisionId: string) => `/hospital/decisions/${part(decisionId)}/evidence-pack`,
  receiptFile: (decisionId: string, file: string) =>
    `/hospital/decisions/${part(decisionId)}/receipt/${file}`,
  evidencePacks: (query: EvidenceAddress = {}) => withQuery("/hospital/evidence-packs", query),
  evidencePackFile: (query: EvidenceAddress) => withQuery("/hospital/evidence-packs/file", query),
  register: (query: RegisterAddress = {}) => withQuery("/hospital/register", query),
  registerFile: (file: string, query: RegisterAddress = {}) =>
    withQuery(`/hospital/register/export/${part(file)}`, query),
  management: (query: Filter = {}) => withQuery("/hospital/management", query),
  managementZones: (query: Filter = {}) => withQuery("/hospital/management/zones", query),
  managementGaps: (query: Filter = {}) => withQuery("/hospital/management/gaps", query),
  managementResponses: (query: Filter = {}) => withQuery("/hospital/management/responses", query),
  managementFile: (file: string, query: Filter = {}) =>
    withQuery(`/hospital/management/export/${part(file)}`, query),
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
  notices: (query: { show?: string } = {}) => withQuery("/supplier/notices", query),
  newNotice: () => "/supplier/notices/new",
  noticeFile: () => "/supplier/notices/file",
  /** `unknown`: what a file that was just read named and no release answers to. */
  publishNotice: (noticeId: string) => `/supplier/notices/${part(noticeId)}/publish`,
  notice: (noticeId: string, { unknown = [] }: { unknown?: ReadonlyArray<string> } = {}) => {
    const search = new URLSearchParams(unknown.map((name) => ["unknown", name]));
    return `/supplier/notices/${part(noticeId)}${search.size > 0 ? `?${search}` : ""}`;
  },
  receivedRequest: (requestId: string) => `/supplier/requests/${part(requestId)}`,
  receivedPackage: (requestId: string) => `/supplier/requests/${part(requestId)}/package`,
  receivedFile: (requestId: string, sha256: string) =>
    `/supplier/requests/${part(requestId)}/files/${part(sha256)}`,
  receivedReceipt: (requestId: string, file: string) =>
    `/supplier/requests/${part(requestId)}/receipt/${file}`,
  receivedZone: (requestId: string) => `/supplier/requests/${part(requestId)}/zone`,
  receivedRequestQuestions: (
    requestId: string,
    query: { finding?: string; declaration?: string; returnTo?: string } = {},
  ) => withQuery(`/supplier/requests/${part(requestId)}/questions`, query),
  products: () => "/supplier/products",
  newProduct: () => "/supplier/products/new",
  product: (productId: string, query: { edit?: string } = {}) =>
    withQuery(`/supplier/products/${part(productId)}`, query),
  productReadiness: (productId: string, query: { of?: string } = {}) =>
    withQuery(`/supplier/products/${part(productId)}/readiness`, query),
  productReadinessFile: (productId: string, file: string, query: { of?: string } = {}) =>
    withQuery(`/supplier/products/${part(productId)}/readiness/export/${part(file)}`, query),
  declarations: (query: { show?: string } = {}) => withQuery("/supplier/declarations", query),
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
  declarationAnswers: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/answers`,
  declarationStanding: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/standing`,
  suggestedCountermeasures: (declarationId: string, requirementId: string) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/countermeasures`, { row: requirementId }),
  declarationFile: (declarationId: string, file: string) =>
    `/supplier/declarations/${part(declarationId)}/export/${part(file)}`,
  carryOver: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/copied`,
  signDeclaration: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/sign`,
};
