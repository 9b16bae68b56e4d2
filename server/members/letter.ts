/** A mail as its reader sees it: some sentences, one thing to press, and why it came. */
export type Letter = {
  readonly greeting: string;
  readonly text: string;
  readonly button: { readonly label: string; readonly href: string };
  readonly foot: string;
};

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll("\n", "<br>");

/** A letter in both forms a mail carries: plain, and with a button. Whatever people typed is text in both. */
export function written({ greeting, text, button, foot }: Letter): { text: string; html: string } {
  const line = (style: string, inner: string) => `<p style="margin:0 0 16px;${style}">${inner}</p>`;
  return {
    text: `${greeting}\n\n${text}\n\n${button.label}:\n${button.href}\n\n${foot}\n\nLode\n`,
    html:
      `<div style="font:15px/1.6 system-ui,sans-serif;color:#1c1a17;max-width:34em">` +
      line("", escaped(greeting)) +
      line("", escaped(text)) +
      line(
        "",
        `<a href="${escaped(button.href)}" style="display:inline-block;background:#1c1a17;color:#fff;text-decoration:none;padding:9px 16px;border-radius:6px">${escaped(button.label)}</a>`,
      ) +
      `${line("color:#6b645b;font-size:13px", escaped(foot))}<p style="margin:0;font-weight:600">Lode</p></div>`,
  };
}
