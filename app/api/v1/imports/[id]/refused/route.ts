import { Readable } from "node:stream";
import { door } from "#app/api/v1/door.ts";
import { refusedRows } from "#server/prospects/import/refused-rows.ts";
import { AboutImport } from "#server/prospects/import.ts";

/** Gives back the rows of an import that could not be used, as a CSV file to mend. */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  door(request, "prospect:import", async (actor) => {
    const { importId } = AboutImport.parse({ importId: (await params).id });
    const body = Readable.toWeb(Readable.from(await refusedRows(actor, { importId }))) as ReadableStream;
    const disposition = `attachment; filename="refused-${importId.slice(-6)}.csv"`;
    return new Response(body, {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": disposition },
    });
  });
