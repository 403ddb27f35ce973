type PlannedOffer = {
  productId: string;
  acceptedDaysAgo: number;
  declaredDaysAgo: number;
};

export type PlannedTender = {
  name: string;
  subject: string;
  message: string;
  zoneId: string;
  sentDaysAgo: number;
  dueInDays: number;
  offers: ReadonlyArray<PlannedOffer>;
};

/** One product that conforms, two that do not, each for another reason: something to compare and to decide. */
export const PLANNED_TENDERS: ReadonlyArray<PlannedTender> = [
  {
    name: "Service lines of the new pavilion",
    subject: "One entrance for the service lines of the new pavilion",
    message:
      "Suppliers of radiotherapy, gas and ventilation will service their devices through it. Please declare what you would " +
      "deliver, with every row that you leave to us, and what the hospital has to add.",
    zoneId: "vendor-access",
    sentDaysAgo: 16,
    dueInDays: 10,
    offers: [
      { productId: "p07-remote-access-gateway", acceptedDaysAgo: 15, declaredDaysAgo: 10 },
      { productId: "p11-integration-engine", acceptedDaysAgo: 14, declaredDaysAgo: 9 },
      { productId: "p08-telemetry-gateway", acceptedDaysAgo: 13, declaredDaysAgo: 8 },
    ],
  },
];

/** What the first countermeasure that an offer leaves to the hospital would cost it. */
export type PlannedNote = {
  productId: string;
  zoneId: string;
  daysAgo: number;
  note: { effortDays: string; amount: string; text: string };
};

export const PLANNED_NOTES: ReadonlyArray<PlannedNote> = [
  {
    productId: "p04-pacs",
    zoneId: "imaging-archive",
    daysAgo: 5,
    note: {
      effortDays: "4.5",
      amount: "2400",
      text: "Rules on the firewall that we have, by the supplier's guide; the supplier helps for two days.",
    },
  },
];
