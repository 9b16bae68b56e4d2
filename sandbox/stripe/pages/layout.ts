/** Text made harmless inside a page. */
export function safe(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

const STYLE = `
:root { color-scheme: light dark; --ground: #f4f5f8; --card: #fff; --ink: #1b1f2a; --soft: #5a6274; --line: #d9dde6; --act: #4b45d6; --on-act: #fff; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #12141a; --card: #1c1f28; --ink: #edeff5; --soft: #a2a9ba; --line: #343947; --act: #8f8aff; --on-act: #12141a; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 480px; background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 28px; }
h1 { font-size: 1.35rem; line-height: 1.25; margin: 0 0 6px; }
p { margin: 0 0 18px; }
.soft { color: var(--soft); }
.mark { display: inline-block; margin: 0 0 14px; padding: 2px 10px; border: 1px solid var(--line); border-radius: 99px; color: var(--soft); font-size: .8rem; }
.bad { color: var(--bad); border: 1px solid currentColor; border-radius: 10px; padding: 10px 14px; }
fieldset { border: 0; margin: 0 0 20px; padding: 0; display: grid; gap: 8px; }
legend { font-weight: 600; padding: 0; margin-bottom: 8px; }
label.choice { display: flex; gap: 12px; align-items: baseline; border: 1px solid var(--line); border-radius: 10px; padding: 10px 14px; cursor: pointer; }
label.choice:has(:checked) { border-color: var(--act); box-shadow: inset 0 0 0 1px var(--act); }
label.choice small { color: var(--soft); display: block; font-variant-numeric: tabular-nums; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 46px; border-radius: 10px; border: 1px solid var(--act); background: var(--act); color: var(--on-act); cursor: pointer; margin-top: 8px; }
button.quiet { background: transparent; color: var(--ink); border-color: var(--line); }
input { accent-color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; margin: 18px 0; }
caption { text-align: left; font-weight: 600; }
td, th { text-align: left; padding: 6px 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
`;

/** A whole page: one card in the middle, in light and dark. `body` must already be safe. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<div class="mark">Sandbox, no real money</div>
<h1>${safe(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** One way among several to answer a question. */
interface Choice {
  value: string;
  label: string;
  hint: string;
}

/** A question with one answer; the first is chosen beforehand. */
export function choices(name: string, legend: string, options: readonly Choice[]): string {
  const rows = options.map(
    ({ value, label, hint }, index) =>
      `<label class="choice"><input type="radio" name="${safe(name)}" value="${safe(value)}"${index === 0 ? " checked" : ""} required><span>${safe(label)}<small>${safe(hint)}</small></span></label>`,
  );
  return `<fieldset><legend>${safe(legend)}</legend>${rows.join("")}</fieldset>`;
}

/** What went wrong, said to everybody, also to those who listen. */
export function alarm(message: string | undefined): string {
  return message ? `<p class="bad" role="alert">${safe(message)}</p>` : "";
}

/** A page that only says something. */
export function notice(title: string, message: string): string {
  return page(title, `<p class="soft">${safe(message)}</p>`);
}
