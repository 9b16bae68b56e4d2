/** node sandbox/mail/main.ts --port P --smtp-port S --file F: an inbox for everything that Lode mails in the sandbox. */
import { parseArgs } from "node:util";
import { Inbox } from "./inbox.ts";
import { smtpServer } from "./smtp.ts";
import { webServer } from "./web.ts";

const HOST = "127.0.0.1";
const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8025" },
    "smtp-port": { type: "string", default: "1025" },
    file: { type: "string", default: ":memory:" },
  },
});

const inbox = new Inbox(values.file);
const smtp = smtpServer(inbox);
const web = webServer(inbox);

const refuse = (error: Error) => {
  console.error(`sandbox mail: ${error.message}`);
  process.exit(1);
};
smtp.on("error", (error: NodeJS.ErrnoException) => error.syscall === "listen" && refuse(error));
web.on("error", refuse);
smtp.listen(Number(values["smtp-port"]), HOST, () => {
  web.listen(Number(values.port), HOST, () => console.log(`sandbox mail ready on http://${HOST}:${values.port}`));
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    inbox.close();
    process.exit(0);
  });
}
