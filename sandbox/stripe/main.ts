import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { startStripe } from "./server.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "4242" },
    file: { type: "string" },
    validate: { type: "boolean", default: false },
  },
});

if (values.file) mkdirSync(dirname(values.file), { recursive: true });

try {
  const stripe = await startStripe({
    port: Number(values.port),
    ...(values.file ? { file: values.file } : {}),
    ...(values.validate ? { onAnswer: await complain() } : {}),
  });
  console.log(`sandbox Stripe ready on ${stripe.url}`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => stripe.stop().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(`sandbox Stripe cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** Says which answers are not as the installed SDK declares them; needs the development packages. */
async function complain() {
  const validate = (await import("./validation.ts")).openValidator();
  return (method: string, path: string, status: number, body: string) => {
    if (status < 400) for (const fault of validate(JSON.parse(body))) console.error(`${method} ${path}: ${fault}`);
  };
}
