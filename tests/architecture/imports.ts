import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { rooms } from "./rooms";

/** One import or re-export. `base` is the repository path where it stays in our house. */
export type Import = {
  file: string;
  specifier: string;
  from: string;
  to: string;
  base: string | undefined;
  typeOnly: boolean;
};

export function sourceFiles(...folders: ReadonlyArray<string>): ReadonlyArray<string> {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts")),
  );
}

export function roomOf(file: string): string {
  return rooms.find((room) => room.path.test(file))?.name ?? "nowhere";
}

/** Every import, re-export and dynamic import of a file, read by TypeScript's own parser. */
export function importsOf(file: string): ReadonlyArray<Import> {
  const source = ts.createSourceFile(file, fs.readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const found: Array<Import> = [];
  const note = (literal: ts.Node | undefined, typeOnly: boolean) => {
    if (!literal || !ts.isStringLiteral(literal)) return;
    const base = pathOf(file, literal.text);
    const to = base === undefined ? packageOf(literal.text) : roomOf(base);
    found.push({ file, specifier: literal.text, from: roomOf(file), to, base, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) note(node.moduleSpecifier, isTypeOnly(node.importClause));
    if (ts.isExportDeclaration(node)) note(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      note(node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.every((element) => element.isTypeOnly);
}

function pathOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith("~db/")) return withExtension(`db/${specifier.slice(4)}`);
  if (specifier.startsWith("~/")) return withExtension(`app/${specifier.slice(2)}`);
  if (specifier.startsWith(".")) return withExtension(path.posix.join(path.posix.dirname(file), specifier));
  return undefined;
}

/** `app/paths` is a file of the shell's folder with a row of its own, so rooms need the whole name. */
function withExtension(base: string): string {
  const clean = base.split("?")[0] ?? base;
  for (const candidate of [clean, `${clean}.ts`, `${clean}.tsx`, `${clean}/index.ts`, `${clean}/index.tsx`])
    if (fs.existsSync(candidate) && fs.statSync(candidate).isFile()) return candidate;
  return clean;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return "node:";
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
