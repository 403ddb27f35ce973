import type { IncidentStep } from "~/domain/incident/incident";
import type { NoticeContent } from "~/domain/notice/notice";

/** What a supplier tells of one of its products; the newest release of the product is affected. */
export type PlannedNotice = {
  productId: string;
  content: Omit<NoticeContent, "releaseIds">;
  publishedDaysAgo: number;
  /** null = hospitals still have to look at it. */
  closed: { daysAgo: number; reason: string } | null;
};

const OPENSSL_CPE = "cpe:2.3:a:openssl:openssl:*:*:*:*:*:*:*:*";

export const PUMP_NOTICE: PlannedNotice = {
  productId: "p01-infusion-pump",
  content: {
    kind: "advisory",
    title: "InfuFlow 3 stops answering after malformed radio frames",
    text:
      "Somebody on the same radio network can send frames that make the communication part of the pump restart again " +
      "and again. Infusion goes on with the values that were confirmed at the bedside; alarms do not reach the " +
      "monitoring station until the pump is reachable again.",
    vulnerabilities: ["FK-SA-04"],
    severity: "high",
    components: [{ name: "radio-stack", version: "", purl: "", cpe: "" }],
    remedies:
      "Keep devices that are not pumps off the radio network of the pumps. Check pumps at the bedside while their " +
      "alarms do not arrive. A corrected release is being tested.",
  },
  publishedDaysAgo: 3,
  closed: null,
};

/** Two that hospitals have to look at, one of which names a component, and one that is done with. */
export const PLANNED_NOTICES: ReadonlyArray<PlannedNotice> = [
  {
    productId: "p11-integration-engine",
    content: {
      kind: "advisory",
      title: "Mostik writes passwords into its support log",
      text: "With the support log switched on, passwords of connected systems stand in it and in every copy of it.",
      vulnerabilities: ["DM-SA-01"],
      severity: "medium",
      components: [],
      remedies:
        "Switch the support log off, delete its copies and change the passwords of connected systems.",
    },
    publishedDaysAgo: 64,
    closed: { daysAgo: 41, reason: "Every customer has confirmed that the log is off." },
  },
  {
    productId: "p07-remote-access-gateway",
    content: {
      kind: "advisory",
      title: "ServisBrana 4 runs out of memory under many TLS 1.3 sessions",
      text:
        "The OpenSSL in this release keeps sessions that it should forget. Somebody who opens very many of them can make " +
        "the broker slow and, after hours, end its connections. Recordings and approvals are not affected.",
      vulnerabilities: ["CVE-2024-2511"],
      severity: "low",
      components: [{ name: "openssl", version: "<3.0.14", purl: "pkg:generic/openssl", cpe: OPENSSL_CPE }],
      remedies: "Restart the broker once a week until the release with OpenSSL 3.0.14 is installed.",
    },
    publishedDaysAgo: 12,
    closed: null,
  },
  PUMP_NOTICE,
];

/** Begun this week and not yet told to anybody: its supplier still works on it. */
export const DRAFTED_NOTICE: Omit<PlannedNotice, "closed" | "publishedDaysAgo"> & { savedDaysAgo: number } = {
  productId: "p10-anaesthesia-legacy",
  content: {
    kind: "advisory",
    title: "Narkos 2000: the operating system gets no more fixes",
    text: "What its maker has stopped to mend stays open. The workstation belongs behind a conduit that admits nothing but its server.",
    vulnerabilities: [],
    severity: null,
    components: [],
    remedies: "",
  },
  savedDaysAgo: 2,
};

type PlannedEntry = { daysAgo: number; time: string; step: IncidentStep | null; note: string };

/** What the pumps did in this hospital. The notification of the 72 hours is still owed, whenever the demo is started. */
export const PUMP_INCIDENT = {
  title: "Pumps on wards 4 and 5 unreachable",
  description:
    "Eleven pumps left the radio network several times within an hour. Infusions went on; nurses checked the pumps at " +
    "the bedside. Nobody was harmed.",
  detected: { daysAgo: 2, time: "06:40" },
  openedAt: "07:10",
  entries: [
    { daysAgo: 2, time: "08:30", step: "significant", note: "Care on two wards depends on the alarms." },
    { daysAgo: 2, time: "15:20", step: "early-warning", note: "Sent by the form of the authority." },
    {
      daysAgo: 1,
      time: "09:05",
      step: "authority-answer",
      note: "Received; asks for the model of the device.",
    },
    { daysAgo: 1, time: "10:40", step: null, note: "A visitor's router on ward 5 was found and removed." },
  ] satisfies ReadonlyArray<PlannedEntry>,
  measures: [
    {
      time: "11:20",
      text: "Remove foreign radio devices from ward 5",
      owner: "Tomáš Příklad",
      dueIn: -1,
      isDone: true,
    },
    {
      time: "11:25",
      text: "Admit nothing but pumps to their radio network",
      owner: "Hana Modelová",
      dueIn: 6,
      isDone: false,
    },
  ],
} as const;
