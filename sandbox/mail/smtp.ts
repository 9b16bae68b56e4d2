/** The door for mail: takes every message on 127.0.0.1, whoever it is for, and lets none out. */
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Inbox } from "./inbox.ts";

const MESSAGE_BYTES = 10 * 1024 * 1024;

export function smtpServer(inbox: Inbox): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: MESSAGE_BYTES,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData: (stream, session, done) => {
      take(inbox, stream, session).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
}

async function take(inbox: Inbox, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const mail = await simpleParser(stream);
  if (stream.sizeExceeded) throw Object.assign(new Error("The message is too large."), { responseCode: 552 });
  const sender = session.envelope.mailFrom;
  inbox.add({
    from: mail.from?.text ?? (sender ? sender.address : ""),
    to: session.envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html || null,
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, unfolded(line.slice(key.length + 1))])),
    attachments: mail.attachments.map(({ filename, size }) => ({ name: filename ?? "", bytes: size })),
  });
}

const unfolded = (value: string) => value.replace(/\r?\n\s+/g, " ").trim();
