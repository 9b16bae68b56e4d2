import { Readable } from "node:stream";
import { door } from "#app/api/v1/door.ts";
import { EvidenceUpload } from "#server/deals/deal.ts";
import { keepEvidence } from "#server/deals/keep-evidence.ts";

/** Takes a document for the report of a win: the file is the body, `leadId` and `fileName` are in the address. */
export const POST = (request: Request): Promise<Response> =>
  door(request, "deal:report", async (actor) => {
    const upload = EvidenceUpload.parse(Object.fromEntries(new URL(request.url).searchParams));
    const content = Readable.from(request.body ?? []);
    return Response.json({ evidenceId: await keepEvidence(actor, { ...upload, content }) });
  });
