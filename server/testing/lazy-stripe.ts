import { connect, createServer, type Socket } from "node:net";
import { afterAll } from "vitest";

/**
 * Where this test file's sandbox Stripe will be. It is started, in memory and doing nothing by itself, when somebody first
 * knocks: files without money never pay for it.
 */
export async function lazyStripe(): Promise<string> {
  const start = async () => (await import("#sandbox/stripe/server.ts")).startStripe({ auto: false });
  let running: ReturnType<typeof start> | null = null;
  const door = createServer((socket) => {
    running ??= start();
    void running.then(({ port }) => join(socket, connect(port, "127.0.0.1")));
  });
  await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
  door.unref();
  afterAll(async () => {
    door.close();
    await (await running)?.stop();
  });
  const address = door.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

/** Two ends of one wire; a cut at one end is a cut at the other. */
function join(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on("error", () => other.destroy());
    one.on("close", () => other.destroy());
  }
}
