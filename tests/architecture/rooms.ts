/**
 * The doors of the house: one row a room. The first row whose path matches owns the file; `mayImport` names rooms
 * and packages, nothing else is allowed.
 */
export type Room = { name: string; path: RegExp; mayImport: ReadonlyArray<string> };

export const rooms: ReadonlyArray<Room> = [
  { name: "domain", path: /^app\/domain\//, mayImport: ["domain", "zod", "@noble/hashes"] },
  { name: "catalogue", path: /^app\/catalogue\//, mayImport: ["catalogue", "domain", "zod"] },
  {
    name: "formats",
    path: /^app\/formats\//,
    mayImport: [
      ...["formats", "domain", "zod"],
      ...["csv-parse", "fast-xml-parser", "fflate", "read-excel-file", "write-excel-file"],
    ],
  },
  {
    name: "reports",
    path: /^app\/reports\//,
    mayImport: ["reports", "domain", "catalogue", "i18n", "docx", "pdfkit", "pdfmake", "node:"],
  },
  { name: "files", path: /^app\/files\//, mayImport: ["files", "domain", "file-type", "yauzl", "node:"] },
  {
    name: "intake",
    path: /^app\/intake\//,
    mayImport: ["intake", "domain", "catalogue", "formats", "vite", "node:"],
  },
  { name: "package", path: /^package\.json$/, mayImport: [] },
  { name: "messages", path: /^app\/messages\//, mayImport: [] },
  {
    name: "i18n",
    path: /^app\/i18n\//,
    mayImport: ["i18n", "messages", "i18next", "react-i18next", "react"],
  },
  { name: "paths", path: /^app\/paths\.ts$/, mayImport: [] },
  {
    name: "db",
    path: /^db\//,
    mayImport: [
      "db",
      "domain",
      "drizzle-orm",
      "better-sqlite3",
      "pg",
      "@electric-sql/pglite",
      "zod",
      "node:",
    ],
  },
  {
    name: "use-cases",
    path: /^app\/use-cases\//,
    mayImport: [
      ...["use-cases", "domain", "catalogue", "formats", "files", "intake", "db", "zod"],
      ...["@node-rs/argon2", "node:"],
    ],
  },
  {
    name: "presenters",
    path: /^app\/presenters\//,
    mayImport: ["presenters", "use-cases", "domain", "catalogue", "formats", "db", "zod"],
  },
  {
    name: "mail",
    path: /^app\/mail\//,
    mayImport: ["mail", "paths", "domain", "i18n", "use-cases", "db", "nodemailer", "node:"],
  },
  { name: "jobs", path: /^app\/jobs\//, mayImport: ["jobs", "mail", "use-cases", "files", "db", "node:"] },
  {
    name: "http",
    path: /^app\/http\//,
    mayImport: ["http", "paths", "domain", "i18n", "use-cases", "db", "@remix-run/node", "zod", "node:"],
  },
  {
    name: "components",
    path: /^app\/components\//,
    mayImport: [
      "components",
      "paths",
      "domain",
      "formats",
      "i18n",
      "react",
      "@remix-run/react",
      "react-aria-components",
      "turbo-stream",
      "react-i18next",
      "zod",
    ],
  },
  {
    name: "diagram",
    path: /^app\/diagram\//,
    mayImport: [
      ...[
        "diagram",
        "paths",
        "domain",
        "components",
        "i18n",
        "react",
        "react-dom",
        "react-i18next",
        "react-aria-components",
      ],
      ...["@remix-run/react", "@xyflow/react", "@xyflow/system", "elkjs"],
    ],
  },
  {
    name: "routes",
    path: /^app\/routes\//,
    mayImport: [
      ...[
        "routes",
        "paths",
        "http",
        "presenters",
        "use-cases",
        "diagram",
        "reports",
        "components",
        "domain",
        "i18n",
        "react",
      ],
      ...["react-i18next", "@remix-run/node", "@remix-run/react", "zod", "node:"],
    ],
  },
  {
    name: "cli",
    path: /^app\/cli\//,
    mayImport: [
      ...["cli", "domain", "catalogue", "formats", "intake", "i18n", "messages", "package"],
      ...["zod", "node:"],
    ],
  },
  {
    name: "demo",
    path: /^app\/demo\//,
    mayImport: ["demo", "domain", "catalogue", "use-cases", "db", "node:"],
  },
  {
    name: "server",
    path: /^app\/server\//,
    mayImport: [
      ...[
        "server",
        "demo",
        "jobs",
        "mail",
        "files",
        "domain",
        "db",
        "catalogue",
        "paths",
        "use-cases",
        "@remix-run/express",
      ],
      "@remix-run/node",
      ...["compression", "express", "pino", "zod", "node:"],
    ],
  },
  {
    name: "shell",
    path: /^app\/[^/]+$/,
    mayImport: [
      ...["shell", "server", "paths", "http", "components", "domain", "i18n", "styles", "react", "react-dom"],
      ...[
        "react-i18next",
        "react-aria-components",
        "@remix-run/node",
        "@remix-run/react",
        "@remix-run/fs-routes",
        "isbot",
        "pino",
        "node:",
      ],
    ],
  },
];
