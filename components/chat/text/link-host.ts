import { japanese } from "./japanese.ts";

export type HostPlace = {
  host: string;
  /** With its colon; empty without one. */
  port: string;
  /** What follows both in the same breath. */
  after: string;
};

const hostAndPort = /^(?<letters>\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}._・-]+)(?<port>:\d{1,5}(?!\d))?/iu;
/** Where a sentence goes on behind what may be a whole host: a dot and a top level of Latin letters, or the numbers of one. */
const sentence = new RegExp(
  String.raw`(?<=[^.]\.(?:[a-z]{2,}|xn--[a-z0-9-]+|\d{1,3}\.\d{1,3}\.\d{1,3}))(?:${japanese})`,
  "iu",
);

/**
 * The host with which `text` begins; null where there is none, or where nobody can tell whether it ends: "example.comです" ends before です,
 * "www.web屋.jp" may end before 屋 or not.
 */
export function splitHost(text: string): HostPlace | null {
  const { letters = "", port = "" } = hostAndPort.exec(text)?.groups ?? {};
  const end = letters.search(sentence);
  if (end !== -1 && /[.・]\p{L}/u.test(letters.slice(end + 1))) return null;
  const host = end === -1 ? letters.replace(/[.・]+$/, "") : letters.slice(0, end);
  if (host === "" || (port && host !== letters)) return null;
  return { host, port, after: text.slice(host.length + port.length) };
}

/**
 * Whether the host that is read is the one to which a browser goes: no letters that it turns into others (ｅ into e, 127.1 into 127.0.0.1), none
 * that show nothing, and none of another script that look like Latin ones.
 */
export function isHonestHost(host: string): boolean {
  const name = URL.parse(`https://${host}/`)?.hostname;
  if (name === undefined) return false;
  const small = host.toLowerCase();
  if (/^[\x21-\x7E]+$/.test(host)) return name === small;
  const labels = small.split(".");
  if (labels.length < 2 || small !== small.normalize("NFKC") || hidden.test(small)) return false;
  return labels.every((label) => label !== "" && isOneHand(label)) && isTopLevel(labels.at(-1) ?? "");
}

const hidden = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

/** Letters that are written together: of one script, or those of Japanese or Korean with Latin ones. Right-to-left ones would be shown elsewhere. */
function isOneHand(label: string): boolean {
  return hands.some((hand) => hand.test(label)) && !disguise.test(label);
}

const shared = String.raw`\p{Script=Common}\p{Script=Inherited}`;
const hands = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Hangul"],
  ...["Cyrillic", "Greek", "Thai", "Devanagari", "Bengali", "Tamil", "Georgian", "Armenian"].map((one) => [
    one,
  ]),
].map(
  (scripts) => new RegExp(`^[${shared}${scripts.map((script) => `\\p{Script=${script}}`).join("")}]+$`, "u"),
);

/** Words made of those letters alone that look like Latin ones, as аррӏе does. */
const disguise =
  /^[асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνρυωηοτ\d-]*[асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνρυωηοτ][асԁеһіјӏорԛѕԝхуъьҽпгѵѡαικνρυωηοτ\d-]*$/u;

/** A top level is of one script, and never as "comです". */
function isTopLevel(label: string): boolean {
  return !/\p{Script=Latin}/u.test(label) || /^[\p{Script=Latin}\p{M}\d-]+$/u.test(label);
}
