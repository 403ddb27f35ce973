import type { ComponentType, Confidence } from "../requirement/component-requirement";
import { FRAGMENT_MARK, type Fragment } from "./fragment";
import {
  newAsset,
  newChannel,
  newConduit,
  newZone,
  type ProtocolSuggestion,
  type ZoneSuggestion,
} from "./new-elements";

export type TemplateAsset = {
  name: string;
  componentType: ComponentType | null;
  quantity?: number;
  safetyRelated?: boolean;
  wireless?: boolean;
};

export type TemplateZone = {
  /** What conduits and sub-zones call it; unique in the template. */
  key: string;
  name: string;
  /** Id of a reference zone type: trust and target are its suggestions. */
  type: string;
  /** Key of the zone around it. */
  inside?: string;
  assets?: ReadonlyArray<TemplateAsset>;
};

/** `protocol`: id of a reference protocol, or words of its own where the catalogue knows none. */
export type TemplateChannel = { protocol: string; purpose?: string };

export type TemplateConduit = {
  from: string;
  to: string;
  channels: ReadonlyArray<TemplateChannel>;
  remoteAccess?: boolean;
  wireless?: boolean;
};

/** A model, or part of one, to start from. All of it is a suggestion. */
export type ModelTemplate = {
  id: string;
  name: string;
  about: string;
  confidence: Confidence;
  zones: ReadonlyArray<TemplateZone>;
  conduits: ReadonlyArray<TemplateConduit>;
};

/** What is known of zone types and protocols, by id. */
export type TemplateKnowledge = {
  zoneTypes: ReadonlyMap<string, ZoneSuggestion>;
  protocols: ReadonlyMap<string, ProtocolSuggestion>;
};

const MADE = { zone: "z", conduit: "c", channel: "ch", asset: "a" } as const;

/**
 * A template as a part that can be pasted into any model. Its ids are the same every time; pasting gives new ones.
 * Throws where the template names a zone, or a zone type, that is not there: templates are data of this project.
 */
export function fragmentOfTemplate(
  template: ModelTemplate,
  { zoneTypes, protocols }: TemplateKnowledge,
): Fragment {
  const ids = new Map(template.zones.map(({ key }, place) => [key, `${MADE.zone}${place}`]));
  const idOf = (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`template ${template.id} has no zone ${key}`);
    return id;
  };
  return {
    cordon: FRAGMENT_MARK,
    version: 1,
    zones: template.zones.map(({ key, name, type, inside }) => {
      const suggestion = zoneTypes.get(type);
      if (!suggestion) throw new Error(`template ${template.id} names the unknown zone type ${type}`);
      return newZone(idOf(key), name, inside === undefined ? null : idOf(inside), suggestion);
    }),
    conduits: template.conduits.map(
      ({ from, to, channels, remoteAccess = false, wireless = false }, place) => ({
        ...newConduit(`${MADE.conduit}${place}`, idOf(from), idOf(to)),
        ...{ remoteAccess, wireless },
        channels: channels.map(({ protocol, purpose = "" }, number) => {
          const known = protocols.get(protocol);
          const id = `${MADE.channel}${place}-${number}`;
          return { ...newChannel(id, known?.name ?? protocol, known), purpose };
        }),
      }),
    ),
    assets: template.zones.flatMap(({ key, assets = [] }) =>
      assets.map(({ name, componentType, quantity = 1, safetyRelated = false, wireless = false }, place) => ({
        ...newAsset(`${MADE.asset}${idOf(key)}-${place}`, name, idOf(key)),
        componentTypes: componentType === null ? [] : [componentType],
        ...{ quantity, safetyRelated, wireless },
      })),
    ),
    waivers: [],
    layout: {},
  };
}
