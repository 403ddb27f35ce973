/** Where in a file: an RFC 6901 pointer, a path of XML elements with numbers from 1, or a line from 1. */
export type Place = { pointer: string } | { path: string } | { line: number };

/** How the places of one kind of file are written. */
export type Places = {
  root: Place;
  /** A member or child element; `index` counts from 0 where there are several. */
  at(place: Place, name: string, index?: number): Place;
};

export const JSON_PLACES: Places = {
  root: { pointer: "" },
  at: (place, name, index) => {
    const step = name.replaceAll("~", "~0").replaceAll("/", "~1");
    const parent = "pointer" in place ? place.pointer : "";
    return { pointer: index === undefined ? `${parent}/${step}` : `${parent}/${step}/${index}` };
  },
};

/** The entries of `components` are elements called `component`; the other lists of CycloneDX likewise. */
const ENTRY_NAMES: Readonly<Record<string, string>> = {
  components: "component",
  dependencies: "dependency",
  vulnerabilities: "vulnerability",
};

export const XML_PLACES: Places = {
  root: { path: "/bom" },
  at: (place, name, index) => {
    const parent = "path" in place ? place.path : "";
    if (index === undefined) return { path: `${parent}/${name}` };
    return { path: `${parent}/${name}/${ENTRY_NAMES[name] ?? "*"}[${index + 1}]` };
  },
};
