/**
 * Where a page finds the sidecar. A setting on this machine's own name follows the page's, since to a browser localhost and
 * 127.0.0.1 are two hosts, and a cookie belongs to one.
 */
export function realtimeUrlFor(setting: string, pageHostname: string): string {
  const url = new URL(setting);
  if (localNames.includes(url.hostname)) url.hostname = pageHostname;
  return url.origin;
}

const localNames = ["localhost", "127.0.0.1", "[::1]"];
