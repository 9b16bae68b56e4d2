import { type Id, idSchema } from "#server/kernel/id.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line } from "#server/kernel/text.ts";

export type EvidenceId = Id<"evidence">;
export const EvidenceId = idSchema("evidence");

/** Largest document, in bytes. */
export const MAX_FILE_BYTES = 10 * 1_048_576;
/** Documents of one deal. */
export const MAX_FILES = 10;
/** How much of a file's beginning tells what it is, in bytes. */
export const HEAD_BYTES = 4096;

export const FileName = line(200);

export const evidenceIsUnknown = refusal("evidence_is_unknown", "not_found");
export const evidenceIsNoDocument = refusal("evidence_is_no_document", "invalid");
export const evidenceIsEmpty = refusal("evidence_is_empty", "invalid");
export const evidenceIsTooMuch = refusal("evidence_is_too_much", "invalid");

export const DOCUMENT_TYPES = ["application/pdf", "image/png", "image/jpeg", "text/plain"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

const MAGIC: readonly (readonly [readonly number[], DocumentType])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "application/pdf"],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], "image/png"],
  [[0xff, 0xd8, 0xff], "image/jpeg"],
];

/** What a file is by its first bytes, whatever its name says; null when it is no document Lode keeps. */
export function sniff(head: Uint8Array): DocumentType | null {
  const known = MAGIC.find(([bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (known) return known[1];
  return isText(head) ? "text/plain" : null;
}

/** UTF-8 without control characters and not a page or a script in disguise: it is only ever handed out as a download. */
function isText(head: Uint8Array): boolean {
  try {
    // A character may be cut at the end of the head; `stream` forgives that and nothing else.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return text.length > 0 && !/[^\P{Cc}\n\r\t\f]/u.test(text);
  } catch {
    return false;
  }
}
