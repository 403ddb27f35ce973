import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), !process.env.VITEST && remix(remixConfig), tsconfigPaths()],
  optimizeDeps: { include: ["react-aria-components", "@xyflow/react", "zod", "i18next", "react-i18next"] },
  build: {
    target: "es2022",
    manifest: true,
    // PGlite is for tests only; the server must not bundle it.
    rollupOptions: {
      external: ["@electric-sql/pglite", "drizzle-orm/pglite", "drizzle-orm/pglite/migrator"],
    },
  },
});
