import { Readable } from "node:stream";
import { door } from "#app/api/v1/door.ts";
import { EvidenceId } from "#server/deals/evidence.ts";
import { openEvidence } from "#server/deals/open-evidence.ts";
import { readFile } from "#server/platform/files.ts";

/** Hands out a document as a download: a browser never shows what somebody uploaded as a page of Lode's. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  door(request, "evidence:open", async (actor) => {
    const file = await openEvidence(actor, EvidenceId.parse((await params).id));
    const name = `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`;
    const headers = { "content-type": file.mimeType, "content-disposition": name, "x-content-type-options": "nosniff" };
    return new Response(Readable.toWeb(readFile(file.fileKey)) as ReadableStream, { headers });
  });
