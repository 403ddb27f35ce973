/** Every URL of the portal, in one place. Ids are encoded here and nowhere else. */
const part = encodeURIComponent;

function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
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
  members: () => "/settings/members",
  catalogue: () => "/catalogue",
  standard: (standardId: string) => `/catalogue/${part(standardId)}`,

  hospital: () => "/hospital",
  models: () => "/hospital/models",
  newModel: () => "/hospital/models/new",
  model: (modelId: string, query: { element?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}`, query),
  modelTable: (modelId: string, query: { element?: string; add?: string; zone?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/table`, query),
  modelProducts: (modelId: string) => `/hospital/models/${part(modelId)}/products`,
  modelEdits: (modelId: string) => `/hospital/models/${part(modelId)}/edits`,
  revisions: (modelId: string) => `/hospital/models/${part(modelId)}/revisions`,
  revision: (modelId: string, number: number) => `/hospital/models/${part(modelId)}/revisions/${number}`,
  zoneProfile: (modelId: string, zoneId: string, query: { types?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/zones/${part(zoneId)}`, query),
  policy: () => "/hospital/settings/policy",
  requests: () => "/hospital/requests",
  newRequest: (query: { model?: string; zone?: string } = {}) => withQuery("/hospital/requests/new", query),
  request: (requestId: string) => `/hospital/requests/${part(requestId)}`,
  matrix: (query: { model?: string } = {}) => withQuery("/hospital/matrix", query),
  assessment: (modelId: string, zoneId: string, declarationId: string, query: { request?: string } = {}) =>
    withQuery(`/hospital/assess/${part(modelId)}/${part(zoneId)}/${part(declarationId)}`, query),
  comparison: (
    modelId: string,
    zoneId: string,
    declarationId: string,
    query: { with?: string; revision?: number; on?: string } = {},
  ) => withQuery(`/hospital/assess/${part(modelId)}/${part(zoneId)}/${part(declarationId)}/compare`, query),
  placement: (declarationId: string, query: { model?: string; verdict?: string } = {}) =>
    withQuery(`/hospital/declarations/${part(declarationId)}`, query),
  zoneProducts: (modelId: string, zoneId: string, query: { verdict?: string } = {}) =>
    withQuery(`/hospital/models/${part(modelId)}/zones/${part(zoneId)}/products`, query),
  whatIf: (modelId: string, zoneId: string) =>
    `/hospital/models/${part(modelId)}/zones/${part(zoneId)}/what-if`,
  suppliers: () => "/hospital/suppliers",
  countermeasures: () => "/hospital/countermeasures",
  newCountermeasure: (query: { place?: string } = {}) => withQuery("/hospital/countermeasures/new", query),
  countermeasure: (countermeasureId: string) => `/hospital/countermeasures/${part(countermeasureId)}`,
  changes: () => "/hospital/changes",
  change: (reassessmentId: string) => `/hospital/changes/${part(reassessmentId)}`,
  decisions: () => "/hospital/decisions",
  decision: (decisionId: string) => `/hospital/decisions/${part(decisionId)}`,
  audit: (query: { before?: number } = {}) => withQuery("/hospital/audit", query),

  supplier: () => "/supplier",
  receivedRequests: () => "/supplier/requests",
  receivedRequest: (requestId: string) => `/supplier/requests/${part(requestId)}`,
  products: () => "/supplier/products",
  newProduct: () => "/supplier/products/new",
  product: (productId: string) => `/supplier/products/${part(productId)}`,
  declaration: (declarationId: string, query: { fr?: string; show?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}`, query),
  declarationFacts: (declarationId: string, query: { group?: string; request?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/facts`, query),
  declarationEvidence: (declarationId: string, query: { edit?: string } = {}) =>
    withQuery(`/supplier/declarations/${part(declarationId)}/evidence`, query),
  declarationAnswers: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/answers`,
  signDeclaration: (declarationId: string) => `/supplier/declarations/${part(declarationId)}/sign`,
};
