// Asks a server for one page again and again, over kept connections, by Node's own http.
import { createHash } from "node:crypto";
import { Agent, get } from "node:http";
import { gzipSync } from "node:zlib";

/** A folder below app, or what stands for a folder in brackets: its name, its value, "d", and nothing more that is known. */
export type Segment = string | [name: string, value: string, kind: "d", siblings: null];

/** What is asked for. `from`: the page from which one moves there within the app; without it the page is loaded. */
export type Visit = { url: string; cookie?: string; from?: Segment[] };

export type Load = { perSecond: number; bytes: number };

type Answer = { status: number; body: Buffer };

/** Asks `times` times, over so many connections at once. Throws where an answer is not 200 or holds nothing. */
export async function load(visit: Visit, times: number, connections: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = headersOf(visit);
  const url = addressOf(visit, headers);
  let left = times;
  let bytes = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) bytes = (await ask(url, headers, agent)).body.length;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { perSecond: times / seconds, bytes };
}

/** The document of a page, as a browser gets it. */
export async function readPage({ url, cookie }: Visit): Promise<string> {
  const agent = new Agent();
  return (await ask(url, cookie ? { cookie } : {}, agent)).body.toString();
}

/** How much JavaScript a document asks for, as it travels: with gzip. Not what only old browsers take. */
export async function scriptBytes(html: string, url: string): Promise<number> {
  const tags = [...html.matchAll(/<script [^>]*src="([^"]+)"[^>]*>/g)];
  const sources = tags.flatMap(([tag, source]) => (source && !/nomodule/i.test(tag) ? source : []));
  const agent = new Agent();
  const sizes = await Promise.all(
    [...new Set(sources)].map(async (source) => {
      const { body } = await ask(new URL(source.replaceAll("&amp;", "&"), url).href, {}, agent);
      return gzipSync(body).length;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function headersOf({ cookie, from }: Visit): Record<string, string> {
  const headers: Record<string, string> = cookie ? { cookie } : {};
  if (!from) return headers;
  return {
    ...headers,
    rsc: "1",
    "next-router-state-tree": encodeURIComponent(JSON.stringify(treeOf(["", ...from]))),
  };
}

/** What a browser's router says that it shows already. */
function treeOf([segment = "", ...rest]: Segment[]): unknown {
  return [segment, { children: rest.length > 0 ? treeOf(rest) : ["__PAGE__", {}] }];
}

/** Next answers a move only where the address carries a hash of the headers that it depends on. */
function addressOf({ url }: Visit, headers: Record<string, string>): string {
  const tree = headers["next-router-state-tree"];
  if (!tree) return url;
  const address = new URL(url);
  const hash = createHash("sha256").update(`0,0,${tree},0`).digest().subarray(0, 12);
  address.searchParams.set("_rsc", hash.toString("base64url"));
  return address.href;
}

function ask(url: string, headers: Record<string, string>, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const answer = { status: response.statusCode ?? 0, body: Buffer.concat(parts) };
        if (answer.status === 200 && answer.body.length > 0) resolve(answer);
        else reject(new Error(`${url} answers ${answer.status}`));
      });
    });
    request.on("error", reject);
  });
}
