import "server-only";
import dns, { type LookupAddress } from "node:dns";
import { BlockList, isIP, isIPv4, type LookupFunction } from "node:net";
import { env } from "#lib/env.ts";

/**
 * Whether we may send to this push service. The address comes from the browser and is not trusted: only https to a public host at port 443,
 * or the one service of a test.
 */
export function isPublicEndpoint(endpoint: string): boolean {
  const url = URL.parse(endpoint);
  if (!url || url.username || url.password) return false;
  if (isTestService(url)) return true;
  return url.protocol === "https:" && url.port === "" && isPublicName(url.hostname);
}

export function isTestService({ origin }: URL): boolean {
  const service = env().pushTestService;
  return service !== undefined && new URL(service).origin === origin;
}

function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return name.includes(".") && !name.startsWith("[") && isIP(name) === 0 && !inner.test(name);
}

const inner =
  /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa|test|example|invalid|onion)$/i;

/** As dns.lookup, but fails when any address of the name is not public. */
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const refusal = error ?? refusalOf(hostname, addresses);
    const [first] = addresses ?? [];
    if (refusal || !first) callback(refusal ?? notFound(hostname), "", 0);
    else if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function refusalOf(hostname: string, addresses: LookupAddress[]): Error | null {
  const found = addresses.find(({ address }) => !isPublicAddress(address));
  return found ? new Error(`${hostname} is ${found.address}, which is not a public address`) : null;
}

function notFound(hostname: string): Error {
  return new Error(`${hostname} has no address`);
}

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, "ipv4");
  return global6.check(address, "ipv6") && !notPublic.check(address, "ipv6");
}

// IANA's registries of special-purpose addresses.
const notPublic = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const)
  notPublic.addSubnet(network, prefix, "ipv4");
// Of IPv6 only 2000::/3 is public, except tunnels to IPv4 (6to4, Teredo) and documentation addresses.
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  notPublic.addSubnet(network, prefix, "ipv6");
