import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Stripe from "stripe";
import { type Derived, derive } from "./derive.ts";

const HERE = import.meta.dirname;
const KEPT = join(HERE, "..", "..", "..", ".data", "stripe-schemas");

/** The installed SDK's own idea of Stripe's objects and parameters; derived once per version, then kept. */
export function stripeSchemas(): Derived {
  const file = join(KEPT, `${version()}.json`);
  if (!existsSync(file)) {
    mkdirSync(KEPT, { recursive: true });
    const derived = derive(join(HERE, "types.ts"));
    // Tests run in several processes: a half-written file must never be read.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(derived));
    renameSync(`${file}.${process.pid}`, file);
  }
  return JSON.parse(readFileSync(file, "utf8")) as Derived;
}

function version(): string {
  const hash = createHash("sha256");
  for (const name of ["types.ts", "derive.ts"]) hash.update(readFileSync(join(HERE, name)));
  return `${Stripe.PACKAGE_VERSION}-${hash.digest("hex").slice(0, 12)}`;
}
