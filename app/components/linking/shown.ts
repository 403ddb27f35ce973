import type {
  DescribedAsset,
  SuggestionBasis,
  SuggestionDoubt,
  SuggestionGrade,
} from "~/domain/zone-model/linking/suggest-releases";

export type ShownRelease = {
  releaseId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
};

export type ShownSuggestion = {
  releaseId: string;
  grade: SuggestionGrade;
  basis: SuggestionBasis;
  doubts: ReadonlyArray<SuggestionDoubt>;
  release: ShownRelease;
};

export type ShownAssets = {
  firstId: string;
  count: number;
  devices: number;
  names: ReadonlyArray<{ id: string; name: string }>;
  /** null stands for no zone. */
  zones: ReadonlyArray<string | null>;
  moreZones: number;
  mark: string;
};

export type ShownGroup = ShownAssets & {
  key: string;
  described: DescribedAsset;
  suggestions: ReadonlyArray<ShownSuggestion>;
};

export type ShownLinked = ShownAssets & { releaseId: string; release: ShownRelease | null };

/** What the devices of a group are called: manufacturer and model, else their name. */
export function titleOf({ name, manufacturer, model }: DescribedAsset): string {
  return model === "" ? [manufacturer, name].filter(Boolean).join(" ") : `${manufacturer} ${model}`.trim();
}
