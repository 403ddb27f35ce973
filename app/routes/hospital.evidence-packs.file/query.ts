/** What an address of evidence packs names, checked nowhere yet. */
export function queryOf(request: Request) {
  const { searchParams } = new URL(request.url);
  const [kind, zone, supplier] = [
    searchParams.get("kind"),
    searchParams.get("zone"),
    searchParams.get("supplier"),
  ];
  return { kind, zone, supplier, from: searchParams.get("from"), to: searchParams.get("to") };
}
