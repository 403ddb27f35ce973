// npm drops an optional platform package it cannot resolve when it writes the lockfile, and `npm ci` then refuses that
// lockfile on the other platform; and a `resolved` address would tie everybody to the registry of whoever wrote it.
import { fromRoot, readJson } from "./lib/root.mjs";

const LOCKFILES = ["package-lock.json", "tests/bench/package-lock.json", "tests/mutation/package-lock.json"];

/** The folders in which Node looks for a dependency of the package at `path`, nearest first. */
function lookupFolders(path) {
  if (path === "") return [""];
  const outer = path.slice(0, Math.max(0, path.lastIndexOf("node_modules/") - 1));
  return [`${path}/`, ...(outer === "" ? [""] : lookupFolders(outer))];
}

function listMissingOptional(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !lookupFolders(path).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map((name) => `${path || "the project"} names ${name}, which is not in the lockfile`),
  );
}

function listResolvedHosts(packages) {
  return Object.entries(packages)
    .filter(([, { resolved }]) => /^[a-z+]+:\/\//i.test(resolved ?? ""))
    .map(([path]) => `${path} has a "resolved" address`);
}

/** `npm ci` refuses a lockfile that was written for other versions than package.json names. */
function listDisagreements(lockfile, packages) {
  const manifest = readJson(fromRoot(lockfile.replace("package-lock.json", "package.json")));
  return ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) => {
    const wanted = Object.entries(manifest[kind] ?? {});
    return wanted
      .filter(([name, version]) => packages[""][kind]?.[name] !== version)
      .map(([name, version]) => `package.json names ${name} ${version}, the lockfile does not`);
  });
}

function listFaults(lockfile) {
  const { packages } = readJson(fromRoot(lockfile));
  const faults = [
    ...listDisagreements(lockfile, packages),
    ...listMissingOptional(packages),
    ...listResolvedHosts(packages),
  ];
  return faults.map((fault) => `${lockfile}: ${fault}`);
}

function isPresent(lockfile) {
  try {
    return Boolean(readJson(fromRoot(lockfile)));
  } catch (error) {
    if (error.code === "ENOENT" && lockfile !== LOCKFILES[0]) return false;
    throw error;
  }
}

const faults = LOCKFILES.filter(isPresent).flatMap(listFaults);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  console.error(
    "Write the lockfile anew: rm -rf node_modules package-lock.json && npm install --package-lock-only",
  );
  console.error("and with omit-lockfile-registry-resolved=true where npm writes addresses.");
}
process.exitCode = faults.length > 0 ? 1 : 0;
