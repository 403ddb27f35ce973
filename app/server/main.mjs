// The only file that is not compiled: hands the built app (or Vite's live one) to the server code inside it,
// so that every module, the database above all, exists once per process.
import process from "node:process";

if (process.argv[2] === "dev") {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true } });
  const load = () => vite.ssrLoadModule("virtual:remix/server-build");
  const { entry } = await load();
  await entry.module.startServer({ build: load, vite });
} else {
  process.env.NODE_ENV ??= "production";
  const build = await import(new URL("../../build/server/index.js", import.meta.url));
  await build.entry.module.startServer({ build });
}
