// What tests get for "vitest" here: `test` and `describe` that only note down, and Vitest's own matchers.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";
import * as chai from "chai";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const SEPARATOR = " › ";
const expect = Object.assign(chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);

const overTable = (one) => (table) => (name, body) => {
  for (const [index, row] of table.entries())
    one(`${name} #${index}`, () => body(...(Array.isArray(row) ? row : [row])));
};

/** A collector of its own for every evaluation of the tests: `load` runs the body of a file and returns what it notes down. */
export function collector() {
  let tests = [];
  let place = [];
  const describe = (name, body) => {
    const outer = place;
    place = [...outer, name];
    body();
    place = outer;
  };
  // A limit of time may stand before or after the function; here Stryker limits it.
  const test = (name, ...rest) =>
    tests.push({
      id: [...place, name].join(SEPARATOR),
      run: rest.find((part) => typeof part === "function"),
    });
  const vitest = {
    describe: Object.assign(describe, { each: overTable(describe) }),
    test: Object.assign(test, { each: overTable(test) }),
    expect,
    vi: { setConfig() {} },
  };
  const load = (file, body) => {
    tests = [];
    describe(file, body);
    return tests;
  };
  return { vitest, load };
}

/** The file that a test with this id stands in. */
export function fileOf(id) {
  return id.split(SEPARATOR, 1)[0];
}
