import type { Readable } from "node:stream";
import iconv from "iconv-lite";
import jschardet from "jschardet";
import { fileEncodingIsUnknown, fileIsASpreadsheet, fileIsNotText } from "#server/prospects/import.ts";

/** Bytes on which a guess is based. */
const HEAD_BYTES = 262_144;
/** Below this a guess of the statistics is no better than chance. Short lists are far from sure, but their order is right. */
const MIN_CONFIDENCE = 0.01;
/** A file that is almost UTF-8 is a broken one, not another encoding. */
const MOSTLY = 4;

const BOMS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], "utf8"],
  [[0xff, 0xfe, 0x00, 0x00], "utf-32le"],
  [[0x00, 0x00, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

/** What detectors call an encoding, where the superset of it is what files really hold. */
const SUPERSET: Readonly<Record<string, string>> = {
  GB2312: "gb18030",
  "ISO-8859-1": "windows-1252",
  SHIFT_JIS: "cp932",
  "EUC-KR": "cp949",
};

const startsWith = (bytes: Buffer, mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte);

/** In which encoding a file is written, for sure or most likely; one that nobody could read is refused with words. */
export async function detectEncoding(content: Readable): Promise<string> {
  const { head, isUtf8 } = await survey(content);
  if (startsWith(head, ZIP) || startsWith(head, OLD_OFFICE)) throw fileIsASpreadsheet();
  const marked = BOMS.find(([mark]) => startsWith(head, mark));
  if (marked) return marked[1];
  const wide = wideEncoding(head);
  if (wide) return wide;
  if (isBinary(head)) throw fileIsNotText();
  if (isUtf8 && !head.includes(0x1b)) return "utf8";
  if (isBrokenUtf8(head)) throw fileEncodingIsUnknown();
  return guess(head);
}

/** Reads the whole file once: the head is kept, the rest only has to be valid UTF-8 or not. */
async function survey(content: Readable): Promise<{ head: Buffer; isUtf8: boolean }> {
  const strict = new TextDecoder("utf-8", { fatal: true });
  const chunks: Buffer[] = [];
  let kept = 0;
  let isUtf8 = true;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    if (kept < HEAD_BYTES) chunks.push(chunk);
    kept += chunk.length;
    if (isUtf8) isUtf8 = decodes(strict, chunk);
    if (!isUtf8 && kept >= HEAD_BYTES) break;
  }
  return { head: Buffer.concat(chunks).subarray(0, HEAD_BYTES), isUtf8 };
}

/** A file cut in the middle of a character is still UTF-8, so the decoder is never asked whether it ended well. */
function decodes(strict: TextDecoder, chunk: Buffer): boolean {
  try {
    strict.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 and UTF-32 without a mark show in where the zeros of plain letters stand. */
function wideEncoding(head: Buffer): string | null {
  const zeros = [0, 0, 0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 4] = (zeros[i % 4] ?? 0) + 1;
  const quarter = head.length / 4;
  const [a, b, c, d] = zeros.map((n) => n / Math.max(1, quarter)) as [number, number, number, number];
  if (a > 0.9 && b > 0.9 && d < 0.1) return "utf-32be";
  if (d > 0.9 && c > 0.9 && a < 0.1) return "utf-32le";
  if (a + c > 0.4 && b + d < 0.1) return "utf-16be";
  if (b + d > 0.4 && a + c < 0.1) return "utf-16le";
  return null;
}

/** A stray NUL in a cell is data; control characters all over are a picture or a program. */
function isBinary(head: Buffer): boolean {
  const strange = head.reduce((n, byte) => n + (byte < 9 || (byte > 13 && byte < 27) || byte === 28 ? 1 : 0), 0);
  return strange > head.length / 20;
}

function isBrokenUtf8(head: Buffer): boolean {
  const text = head.toString("utf8");
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const foreign = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return broken > 0 && foreign > MOSTLY * broken;
}

/** The most likely encoding under which every character of the head is one that people write. */
function guess(head: Buffer): string {
  const guesses = jschardet.detectAll(head).filter(({ confidence }) => confidence >= MIN_CONFIDENCE);
  const names = guesses.map(({ encoding }) => SUPERSET[encoding?.toUpperCase() ?? ""] ?? encoding ?? "");
  const readable = names.find((name) => name && iconv.encodingExists(name) && isReadable(head, name));
  if (!readable) throw fileEncodingIsUnknown();
  return readable.toLowerCase();
}

/** No character is missing, and none is a control that no keyboard makes. The last may be cut in two. */
function isReadable(head: Buffer, encoding: string): boolean {
  return !/\ufffd|[^\P{Cc}\0\t\n\r]/u.test(iconv.decode(head, encoding).slice(0, -1));
}
