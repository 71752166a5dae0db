import { createServer, type Socket } from "node:net";

export type SmtpServer = {
  url: string;
  /** What it was handed so far: the envelope, and the message as it came. */
  received: { from: string; to: string[]; message: string }[];
  /** Answers the next mails with this line instead of taking them; with "" not at all. */
  refuse: (line: string | null) => void;
  close: () => Promise<void>;
};

/** A mail server of another house, as far as we talk to one: the only thing that the tests make up. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: SmtpServer["received"] = [];
  const sockets = new Set<Socket>();
  let refusal: string | null = null;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    talk(socket, received, () => refusal);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (!at || typeof at === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${at.port}?ignoreTLS=true`,
    received,
    refuse: (line) => {
      refusal = line;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function talk(socket: Socket, received: SmtpServer["received"], refusal: () => string | null): void {
  let mail = { from: "", to: [] as string[], message: "" };
  let inData = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 mail.example.com");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("latin1")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (inData && line === ".") {
        inData = false;
        received.push(mail);
        mail = { from: "", to: [], message: "" };
        say("250 taken");
      } else if (inData) mail.message += `${line.replace(/^\.\./, ".")}\r\n`;
      else if (/^EHLO/i.test(line)) say("250 mail.example.com");
      else if (/^MAIL FROM:/i.test(line)) {
        mail.from = line.slice(10);
        const answer = refusal() ?? "250 ok";
        if (answer) say(answer);
      } else if (/^RCPT TO:/i.test(line)) {
        mail.to.push(line.slice(8));
        say("250 ok");
      } else if (/^DATA/i.test(line)) {
        inData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 ok");
    }
  });
}
