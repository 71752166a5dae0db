// One map says who may import what; what it does not list is denied. Paths are globs, a package goes by its name, and of what stands
// after `type ` only types may be imported.

/** The domains, in the order in which they build on each other: each with the others whose functions it may call. */
export const domains: Record<string, readonly string[]> = {
  people: [],
  feed: [],
  companies: ["people", "feed"],
  notifications: [],
  chat: ["people", "notifications"],
  work: [],
};

/** What a domain rests on. It reaches data by `withViewer` alone, and knows neither requests nor pages. */
const ground = [
  "lib/{answers,column-names,database-away,db,env,error-fields,errors,graphemes,hrefs,ids,live-rooms,log,metrics,publish,results,sql}.ts",
  "lib/auth/{limits,schema,scopes}.ts",
  "lib/{files,i18n,mail,push}/**",
];
const server = Object.keys(domains).map((name) => `lib/${name}/**`);

/** Of lib, what runs in a browser too. */
const pure = ["lib/*/{schema,input,policy}.ts", "lib/{chat/group-input,hrefs,ids,results}.ts"];
/** What the server answers and tells: a component gets the functions as props, and their types from where they stand. */
const answers = [
  "type app/**/{*-actions,actions}.ts",
  "type lib/registry/feed.ts",
  "type lib/live/events.ts",
  "type lib/realtime/commands.ts",
];
const shared = ["components/{ui,person,errors,live,navigation}/**"];
const view = ["next", "react", ...pure, ...answers];
const room = [...view, ...shared];

/** The folders of chat's room, each with the others that it may import; all may import the files of the room itself. */
const chatFolders: Record<string, readonly string[]> = {
  files: [],
  frame: ["files"],
  state: ["frame"],
  text: ["state"],
  message: ["files", "state", "text"],
  composer: ["files", "frame", "state", "text"],
  search: ["state"],
  threads: ["files", "frame", "state"],
  details: ["files", "threads"],
  conversation: ["composer", "details", "files", "frame", "message", "search", "state", "text", "threads"],
};

/** Packages that open a way past the viewer's transaction or into a framework: importing one has to be allowed like a file. */
export const doors = ["@prisma/*", "next", "pg", "pg-boss", "react", "redis", "socket.io"];

/** Who → what, beside what lies in the same folder. Of several patterns that fit, the first counts. */
export const allowed: Record<string, readonly string[]> = {
  // The core.
  "lib/{database-roles,db,measured-pool,owner,pg-client,process-key}.ts": [
    "lib/*.ts",
    "lib/generated/**",
    "@prisma/*",
    "pg",
  ],
  "lib/redis.ts": ["lib/*.ts", "redis"],
  "lib/publish.ts": ["lib/*.ts", "lib/live/events.ts"],
  "lib/*.ts": ["lib/*.ts"],
  "lib/live/**": ["lib/live-rooms.ts", "lib/*/live.ts"],
  // What domains rest on.
  "lib/auth/**": ["lib/*.ts", "lib/mail/{mailer,sign-in-mails}.ts", "next", "react"],
  "lib/i18n/**": ["lib/auth/{requests,schema}.ts", "next"],
  "lib/files/**": ["lib/{db,env,errors,ids,log,sql,swallow}.ts", "type lib/generated/**"],
  "lib/mail/**": ["lib/*.ts", "lib/auth/schema.ts", "lib/i18n/**", "lib/jobs/jobs.ts"],
  "lib/push/**": ["lib/*.ts", "lib/auth/{schema,scopes}.ts"],
  "lib/backup/**": ["lib/{ids,owner,parse-json,pg-client,swallow}.ts", "lib/files/{keys,store}.ts", "pg"],
  // The domains.
  "lib/work/operator-tasks.ts": ["lib/{ids,pg-client}.ts", "pg"],
  "lib/companies/founding.ts": ["lib/owner.ts", ...ground, "lib/{feed,people}/**"],
  ...Object.fromEntries(
    Object.entries(domains).map(([name, others]) => [
      `lib/${name}/**`,
      [...ground, "lib/generated/**", ...others.map((other) => `lib/${other}/**`)],
    ]),
  ),
  // What puts domains together.
  "lib/registry/**": server,
  "lib/jobs/worker.ts": ["lib/*.ts", "lib/{files,mail,push,registry}/**", ...server],
  "lib/jobs/**": ["lib/*.ts", "lib/files/**", "pg", "pg-boss"],
  "lib/realtime/**": ["lib/*.ts", "lib/{auth,live}/**", ...server, "pg", "socket.io"],
  "lib/launch/**": [
    "lib/*.ts",
    "lib/backup/**",
    "lib/companies/founding.ts",
    "lib/files/store.ts",
    "lib/jobs/{backlog,queues}.ts",
    "lib/work/operator-tasks.ts",
    "prisma/{seed,sql,world}.ts",
    "pg",
  ],
  // Props in, events out: rooms import no rooms, and ui no domain.
  "components/ui/**": ["next", "react"],
  "components/person/**": [...view, "components/ui/**"],
  "components/live/**": [...view, "components/ui/**"],
  "components/navigation/**": [...view, "components/ui/**"],
  "components/errors/**": [...view, "components/{ui,live}/**"],
  "components/chat/*": room,
  ...Object.fromEntries(
    Object.entries(chatFolders).map(([name, others]) => [
      `components/chat/${name}/**`,
      [...room, "components/chat/*", ...others.map((other) => `components/chat/${other}/**`)],
    ]),
  ),
  ...Object.fromEntries(
    ["directory", "feed", "front", "mailbox", "palette", "profile", "settings", "shell"].map((name) => [
      `components/${name}/**`,
      room,
    ]),
  ),
  // A page gets the viewer, reads and renders.
  "app/**": [
    "lib/{allowance,answers,env,errors,escape-html,health,hrefs,page-headers,results}.ts",
    "lib/{auth,files,i18n,mail,push,registry}/**",
    ...server,
    "components/**",
    "prisma/world.ts",
    "next",
    "react",
  ],
  "*.ts": ["lib/*.ts", "lib/auth/{path-header,peer-addresses}.ts", "next"],
  "prisma/schema-engine.mjs": ["pg", "@prisma/*"],
  "prisma/**": ["lib/{column-names,ids,owner,pg-client}.ts", "lib/people/**", "pg"],
  // Other tests may look at anything; nothing but tests looks at them.
  "tests/support/**": ["lib/**", "prisma/**", "components/{chat,live}/**", "pg", "redis"],
};
