import { createServer, request } from "node:http";
import { expect, it } from "vitest";
import { openTestDatabase } from "#tests/support/database.ts";

openTestDatabase();

it("a request carries the address that it came from, whatever its client says", async () => {
  const { writePeerAddresses } = await import("#lib/auth/peer-addresses.ts");
  writePeerAddresses();
  const server = createServer(({ headers }, response) => response.end(String(headers["x-forwarded-for"])));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const seen = await new Promise<string>((resolve) => {
    const headers = { "x-forwarded-for": "203.0.113.9" };
    request({ port, host: "127.0.0.1", headers }, (answer) =>
      answer.on("data", (text) => resolve(String(text))),
    ).end();
  });
  server.close();
  expect(seen).toBe("127.0.0.1");
});
