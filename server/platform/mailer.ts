import nodemailer from "nodemailer";
import { env } from "./env.ts";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly html?: string };

const FROM = "Lode <no-reply@lode.example>";
const transport = nodemailer.createTransport(env.SMTP_URL, { from: FROM });

/** Sends one mail, or throws so that the job is tried again. */
export async function send(mail: Mail): Promise<void> {
  await transport.sendMail(mail);
}
