// Set up before all tests: properties draw the same cases in every run, so that one commit is green everywhere or nowhere.
// `CORDON_DRAWS=anew` draws others, and a failure prints the seed that repeats it.
import fc from "fast-check";

const SEED = 20_261_122;

if (process.env.CORDON_DRAWS !== "anew") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
