import type { Tenancy } from "#tests/tenancy/lists.ts";
import { type ChatWorld, pixel } from "./tenancy-world.ts";

const url = "http://localhost/";

/** Chat's routes for members, each asked for what is Aoba's. */
export function chatRoutes({ aoba, giveFile }: ChatWorld): Tenancy["routes"] {
  return {
    "api/c/[company]/chat/preferences/route.ts#POST": async (company) => {
      const { POST } = await import("#app/api/c/[company]/chat/preferences/route.ts");
      return POST(new Request(url, { method: "POST", body: JSON.stringify({ mailAfterMinutes: 60 }) }), {
        params: Promise.resolve({ company }),
      });
    },
    "api/c/[company]/chat/[threadId]/files/route.ts#POST": async (company) => {
      const { POST } = await import("#app/api/c/[company]/chat/[threadId]/files/route.ts");
      return POST(new Request(url, { method: "POST", body: pixel }), thread(company));
    },
    "api/c/[company]/chat/[threadId]/files/[fileId]/route.ts#GET": async (company) => {
      const { GET } = await import("#app/api/c/[company]/chat/[threadId]/files/[fileId]/route.ts");
      return GET(new Request(url), file(company, aoba.fileId));
    },
    "api/c/[company]/chat/[threadId]/files/[fileId]/route.ts#DELETE": async (company) => {
      const { DELETE } = await import("#app/api/c/[company]/chat/[threadId]/files/[fileId]/route.ts");
      return DELETE(new Request(url, { method: "DELETE" }), file(company, await giveFile()));
    },
    "api/c/[company]/chat/[threadId]/files/[fileId]/preview/route.ts#GET": async (company) => {
      const { GET } = await import("#app/api/c/[company]/chat/[threadId]/files/[fileId]/preview/route.ts");
      return GET(new Request(url), file(company, aoba.fileId));
    },
  };

  function thread(company: string) {
    return { params: Promise.resolve({ company, threadId: aoba.threadId }) };
  }

  function file(company: string, fileId: string) {
    return { params: Promise.resolve({ company, threadId: aoba.threadId, fileId }) };
  }
}
