import { readFileSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { disconnect } from "#lib/db.ts";
import { takeBounce } from "#lib/invitations/bounces.ts";

// npm run take-bounce [-- file]: one message, from a file or from the standard input, as a mail server hands it over. Ends with 0 whatever it told, so
// that the mail server lets go of it; says what it was. A process entry; nothing imports it.
const file = process.argv[2];
console.log(await takeBounce(file === undefined ? await buffer(process.stdin) : readFileSync(file)));
await disconnect();
