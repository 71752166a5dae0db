/** Set by proxy.ts on every request to a page that asks who one is, whatever the client sent. */
export const pathHeader = "x-okaeri-path";
