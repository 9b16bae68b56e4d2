/** What a person sees of the inbox: the list, and one mail. */
import type { Line, Message } from "./inbox.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#dcdfe4, #33373d); --soft: light-dark(#5b6270, #a2a9b4);
    --back: light-dark(#f6f7f9, #14161a); --card: light-dark(#fff, #1c1f24); --ink: light-dark(#16181d, #eceef1);
    --link: light-dark(#0b57d0, #8ab4f8); }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; }
  main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
  h1 { font-size: 1.35rem; margin: 0 0 .25rem; overflow-wrap: anywhere; }
  p { margin: .25rem 0 1rem; color: var(--soft); }
  a { color: var(--link); }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
  form { display: flex; gap: .5rem; align-items: end; flex-wrap: wrap; margin: 0 0 1rem; }
  label { display: grid; gap: .2rem; color: var(--soft); font-size: .85rem; }
  input, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .4rem .6rem; min-height: 2.5rem; }
  input { width: min(20rem, 100%); }
  .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
  table { width: 100%; border-collapse: collapse; table-layout: fixed; }
  th { text-align: left; font-weight: 500; color: var(--soft); font-size: .85rem; }
  th, td { padding: .55rem .8rem; border-bottom: 1px solid var(--line); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  tr:last-child td { border-bottom: 0; }
  .time { width: 14rem; font-variant-numeric: tabular-nums; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 1rem 0; }
  dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
  h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
  iframe { display: block; width: 100%; height: 65vh; border: 0; background: #fff; }
  pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace; }
  @media (max-width: 40rem) { .from, .time { display: none; } }
`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)} · sandbox mail</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><main>${body}</main></body></html>`;

const time = (at: string) => `<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 19)} UTC</time>`;

const row = ({ id, at, from, to, subject }: Line) => `<tr>
  <td class="from">${safe(from)}</td><td>${safe(to.join(", "))}</td>
  <td><a href="/mail/${id}">${safe(subject) || "(no subject)"}</a></td><td class="time">${time(at)}</td></tr>`;

/** The list, and a line that appears when something newer has arrived. */
export function listPage(lines: Line[], to: string, nonce: string): string {
  const query = `to=${encodeURIComponent(to)}`;
  const table = `<div class="card"><table><thead><tr><th class="from" scope="col">From</th><th scope="col">To</th>
    <th scope="col">Subject</th><th class="time" scope="col">Time</th></tr></thead><tbody>${lines.map(row).join("")}</tbody></table></div>`;
  return page(
    "Inbox",
    `<h1>Inbox</h1><p>Every mail that Lode sends in the sandbox lands here; none leaves this machine.</p>
    <form><label>Only mail to <input name="to" type="email" value="${safe(to)}" placeholder="everyone"></label><button>Show</button></form>
    <p role="status" id="news"></p>
    ${lines.length ? table : `<p>No mail ${to ? `for ${safe(to)} ` : ""}yet.</p>`}
    <script nonce="${nonce}">(async () => {
      let answer;
      do answer = await fetch("/next?${query}&after=${lines[0]?.id ?? 0}"); while (answer.status === 204);
      if (answer.ok) news.innerHTML = '<a href="/?${query.replaceAll("'", "%27")}">New mail has arrived: show it</a>';
    })();</script>`,
  );
}

/** One mail; its HTML is shut in a frame without scripts, and its links open in a new tab. */
export function mailPage({ at, from, to, subject, text, html, attachments }: Message): string {
  const files = attachments.map(({ name, bytes }) => `${safe(name)} (${bytes} bytes)`).join(", ");
  const frame = `<h2>As HTML</h2><div class="card"><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcdoc="${safe(`<base target="_blank">${html}`)}"></iframe></div>`;
  return page(
    subject || "(no subject)",
    `<p><a href="/">Inbox</a></p><h1>${safe(subject) || "(no subject)"}</h1>
    <dl><dt>From</dt><dd>${safe(from)}</dd><dt>To</dt><dd>${safe(to.join(", "))}</dd><dt>Time</dt><dd>${time(at)}</dd>
    ${files && `<dt>Attached</dt><dd>${files}</dd>`}</dl>
    ${html ? frame : ""}
    <h2>As text</h2><div class="card"><pre>${linked(text)}</pre></div>`,
  );
}

const linked = (text: string) =>
  safe(text).replace(
    /https?:\/\/[^\s<>]+/g,
    (address) => `<a href="${address}" target="_blank" rel="noreferrer">${address}</a>`,
  );
