import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

type Answer = number | "hang up" | null;

export type MailServer = {
  url: string;
  /** What was accepted, in the order of arrival. */
  inbox: ParsedMail[];
  /** What the following messages are answered: null accepts. */
  answers: { sender: Answer[]; recipient: Answer[]; content: Answer[] };
  stop(): Promise<void>;
};

/** A real SMTP server on this machine that does as it is told. */
export async function startMailServer(): Promise<MailServer> {
  const inbox: ParsedMail[] = [];
  const answers: MailServer["answers"] = { sender: [], recipient: [], content: [] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onMailFrom: ({ address }, _, callback) => callback(refusal(answers.sender.shift(), address)),
    onRcptTo: ({ address }, _, callback) => callback(refusal(answers.recipient.shift(), address)),
    onData(stream, { id }, callback) {
      simpleParser(stream).then((message) => {
        const answer = answers.content.shift();
        // the message has arrived, but its sender never learns of it
        if (answer === "hang up") inbox.push(message);
        if (answer === "hang up")
          return void [...server.connections].find((connection) => connection.id === id)?.close();
        if (!answer) inbox.push(message);
        callback(refusal(answer, "content"));
      }, callback);
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    inbox,
    answers,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

const refusal = (answer: Answer | undefined, what: string) =>
  typeof answer === "number" ? Object.assign(new Error(`not for ${what}`), { responseCode: answer }) : null;
