import { createServer, type Socket } from "node:net";

export type SmtpServer = {
  url: string;
  /** What it was handed so far: the envelope, and the message as it came. */
  received: { from: string; to: string[]; message: string }[];
  /** Answers the next mails with this line instead of taking them, once it hears the sender, the recipient or the whole message; with "" not at all. */
  refuse: (line: string | null, at?: "MAIL" | "RCPT" | "END") => void;
  /** Takes the next mails and cuts the line instead of saying so. */
  cut: (now: boolean) => void;
  close: () => Promise<void>;
};

/** A mail server of another house, as far as we talk to one: the only thing that the tests make up. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: SmtpServer["received"] = [];
  const sockets = new Set<Socket>();
  const refusal: Refusal = { line: null, at: "MAIL", cut: false };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    talk(socket, received, refusal);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (!at || typeof at === "string") throw new Error("no port");
  return {
    url: `smtp://127.0.0.1:${at.port}?ignoreTLS=true`,
    received,
    refuse: (line, at = "MAIL") => {
      Object.assign(refusal, { line, at });
    },
    cut: (now) => {
      refusal.cut = now;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type Refusal = { line: string | null; at: string; cut: boolean };

function talk(socket: Socket, received: SmtpServer["received"], refusal: Refusal): void {
  let mail = { from: "", to: [] as string[], message: "" };
  let inData = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  const answer = (at: string, usual: string) => {
    const line = refusal.at === at ? (refusal.line ?? usual) : usual;
    if (line) say(line);
  };
  say("220 mail.example.com");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString("latin1")).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (inData && line === ".") {
        inData = false;
        if (refusal.at !== "END" || !refusal.line) received.push(mail);
        mail = { from: "", to: [], message: "" };
        if (refusal.cut) socket.destroy();
        else answer("END", "250 taken");
      } else if (inData) mail.message += `${line.replace(/^\.\./, ".")}\r\n`;
      else if (/^EHLO/i.test(line)) say("250 mail.example.com");
      else if (/^MAIL FROM:/i.test(line)) {
        mail.from = line.slice(10);
        answer("MAIL", "250 ok");
      } else if (/^RCPT TO:/i.test(line)) {
        mail.to.push(line.slice(8));
        answer("RCPT", "250 ok");
      } else if (/^DATA/i.test(line)) {
        inData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 ok");
    }
  });
}

/** The text and the HTML of a message, as they are read. */
export function decodeParts(message: string): string[] {
  const boundary = message.match(/boundary="([^"]+)"/)?.[1] ?? "none";
  return message
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      const text = body.join("\r\n\r\n");
      return /base64/i.test(head) ? Buffer.from(text, "base64").toString() : unquote(text);
    });
}

function unquote(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString();
}
