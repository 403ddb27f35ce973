/** What the address of the matrix and of its blocks asks for; `from` is the row that a block begins with. */
export function readMatrixQuery(request: Request) {
  const search = new URL(request.url).searchParams;
  return {
    model: search.get("model"),
    verdict: search.get("verdict"),
    supplier: search.get("supplier") || null,
    after: search.get("page"),
    zonePage: Number(search.get("zones") ?? 1),
    from: Number(search.get("from") ?? 0),
  };
}
