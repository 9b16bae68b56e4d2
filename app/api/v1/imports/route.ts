import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { door } from "#app/api/v1/door.ts";
import { startImport } from "#server/prospects/import/start-import.ts";
import { StartImport } from "#server/prospects/import.ts";

/** Takes a list as the body of a request, as it streams in. */
export const POST = (request: Request) =>
  door(request, "prospect:import", async (actor) => {
    const input = StartImport.parse(Object.fromEntries(new URL(request.url).searchParams));
    const body = request.body as ReadableStream<Uint8Array> | null;
    await startImport(actor, input, body ? Readable.fromWeb(body) : Readable.from([]));
    return Response.json({ importId: input.importId });
  });
