/** The body of a JSON request; undefined where it is not JSON, which no input schema accepts. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** The members of a JSON object; none where the body is anything else. */
export async function readJsonMembers(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body = await readJson(request);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : {};
}
