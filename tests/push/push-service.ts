import { createDecipheriv, createECDH, createHmac, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { PushAddress, PushPayload } from "#lib/push/schema.ts";

type Received = { headers: IncomingMessage["headers"]; payload: PushPayload; vapid: VapidToken };
type VapidToken = { aud: string; exp: number; sub: string; publicKey: string; genuine: boolean };

/** A browser as its push service knows it, with what reached it. */
export type TestBrowser = {
  address: PushAddress;
  received: Received[];
  payloads: () => PushPayload[];
  /** How many pushes came for it, taken or not. */
  asked: () => number;
  /** From now on its service answers with this status instead of taking what comes. */
  answer: (status: number) => void;
};

export type PushService = { url: string; open: () => TestBrowser; close: () => Promise<void> };

/** The push service of a browser maker's, which lies outside this machine: takes pushes and reads them with the browsers' own keys. */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, (request: IncomingMessage, body: Buffer) => number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const take = browsers.get(request.url ?? "");
      response.writeHead(take ? take(request, Buffer.concat(chunks)) : 404).end("thank you");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  if (!at || typeof at === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${at.port}`;
  return {
    url,
    open: () => {
      const path = `/push/${randomBytes(16).toString("base64url")}`;
      const curve = createECDH("prime256v1");
      const key = curve.generateKeys();
      const secret = randomBytes(16);
      const received: Received[] = [];
      let refusal: number | null = null;
      let asked = 0;
      browsers.set(path, (request, body) => {
        asked += 1;
        if (refusal !== null) return refusal;
        const payload: PushPayload = JSON.parse(decrypt(body, curve.getPrivateKey(), key, secret));
        received.push({
          headers: request.headers,
          payload,
          vapid: readVapid(request.headers.authorization ?? ""),
        });
        return 201;
      });
      return {
        address: {
          endpoint: url + path,
          p256dh: key.toString("base64url"),
          auth: secret.toString("base64url"),
        },
        received,
        payloads: () => received.map(({ payload }) => payload),
        asked: () => asked,
        answer: (status) => {
          refusal = status;
        },
      };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** RFC 8291 and 8188, as a browser reads them: aes128gcm under a key agreed on with the sender's key for this one message. */
function decrypt(body: Buffer, ownKey: Buffer, ownPublic: Buffer, secret: Buffer): string {
  const salt = body.subarray(0, 16);
  const idLength = body.readUInt8(20);
  const senderKey = body.subarray(21, 21 + idLength);
  const curve = createECDH("prime256v1");
  curve.setPrivateKey(ownKey);
  const shared = hmac(secret, curve.computeSecret(senderKey));
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), ownPublic, senderKey, Buffer.from([1])]);
  const extracted = hmac(salt, hmac(shared, info));
  const key = hmac(extracted, Buffer.from("Content-Encoding: aes128gcm\0\u0001")).subarray(0, 16);
  const nonce = hmac(extracted, Buffer.from("Content-Encoding: nonce\0\u0001")).subarray(0, 12);
  const sealed = body.subarray(21 + idLength);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  // One record, the last: its text ends with the delimiter 2 and padding of zeros.
  return plain.subarray(0, plain.lastIndexOf(2)).toString();
}

function hmac(key: Buffer, data: Buffer): Buffer {
  return createHmac("sha256", key).update(data).digest();
}

/** RFC 8292: who sends this, signed. */
function readVapid(authorization: string): VapidToken {
  const [, token = "", publicKey = ""] = authorization.match(/^vapid t=([^,]+), ?k=(.+)$/) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(publicKey, "base64url");
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString("base64url"));
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  const genuine = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return { ...JSON.parse(Buffer.from(claims, "base64url").toString()), publicKey, genuine };
}
