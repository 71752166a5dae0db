// One map says who may import what; what it does not list is denied. Paths are globs, a package goes by its name (node:fs), of what
// stands after `type ` only types may be imported, and what stands after `!` is denied whatever else allows it.

/** Packages that every file may import. */
export const everywhere = ["server-only", "zod"];

/** Packages that run in a browser too: a domain's file that imports any other has to say that it is the server's. */
export const browserPackages = [...everywhere, "use-intl"];

/** The domains, in the order in which they build on each other: each with the others whose functions it may call. */
export const domains: Record<string, readonly string[]> = {
  notifications: [],
  people: ["notifications"],
  feed: ["people", "notifications"],
  companies: ["people", "feed"],
  chat: ["people", "notifications"],
  work: [],
  audit: ["people"],
  leavers: ["people", "work"],
  invitations: ["leavers", "people", "work"],
  joining: ["invitations", "people", "feed", "companies"],
  leaving: [],
  takeout: ["audit", "leavers", "people", "notifications", "chat", "work"],
};

/** What a domain rests on. It reaches data by `withViewer` alone, and knows neither requests nor pages. */
const ground = [
  "lib/{answers,blank,column-names,database-away,db,env,error-fields,errors,graphemes,hrefs,ids,letters,live-rooms,log,member-keys,metrics,publish,reads,results,sql}.ts",
  "lib/auth/{limits,roles,schema,scopes,tokens}.ts",
  "lib/{files,i18n,mail,push}/**",
  "node:{crypto,util}",
  "use-intl",
];
/** Run by the operator's commands as the owner of the tables, beside every guard: nothing that serves may reach it. */
const notOwners = ["!lib/owner.ts", "!lib/companies/founding.ts", "!lib/work/operator-tasks.ts"];
const server = [...Object.keys(domains).map((name) => `lib/${name}/**`), ...notOwners];

/** Of lib, what runs in a browser too. */
const pure = [
  "lib/*/{schema,input,policy}.ts",
  "lib/{blank,chat/{folds,group-input,push},hrefs,ids,letters,packed,results,shapes}.ts",
  "lib/leavers/list-policy.ts",
  "lib/invitations/{bounce-reasons,words}.ts",
  "type lib/leavers/{cards,list,list-query,record,record-input,taken,typed-leaver,writing}.ts",
  "lib/people/{audiences,details,directory-query,field-dimensions,field-input,name-matches,names,normalise,positions,prefectures,said-details}.ts",
];
/** What the server answers and tells: a component gets the functions as props, and their types from where they stand. */
const answers = [
  "type app/**/{*-actions,actions}.ts",
  "type lib/registry/feed.ts",
  "type lib/live/events.ts",
  "type lib/realtime/commands.ts",
];
const shared = ["components/{ui,person,errors,live,drafts,navigation}/**"];
const drawing = ["@base-ui/react", "lucide", "next", "next-intl", "react", "react-dom"];
const view = [...drawing, ...pure, ...answers];
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

/** Who → what, beside what lies in the same folder and what may be imported everywhere. Of several patterns that fit, the first counts. */
export const allowed: Record<string, readonly string[]> = {
  // The core.
  "lib/{database-roles,db,measured-pool,owner,pg-client,process-key,read-connections,reads}.ts": [
    "lib/*.ts",
    "lib/generated/**",
    "@prisma/*",
    "node:{crypto,util}",
    "pg",
  ],
  "lib/redis.ts": ["lib/*.ts", "redis"],
  "lib/publish.ts": ["lib/*.ts", "lib/live/events.ts"],
  "lib/*.ts": [
    "lib/*.ts",
    "node:{async_hooks,crypto,diagnostics_channel,fs,http,path}",
    "pino",
    "prom-client",
  ],
  "lib/live/**": ["lib/live-rooms.ts", "lib/*/live.ts"],
  // What domains rest on.
  "lib/auth/**": [
    "lib/*.ts",
    "lib/mail/{mailer,sign-in-mails}.ts",
    "next",
    "node:{crypto,diagnostics_channel,http}",
    "react",
  ],
  "lib/i18n/time-zones.ts": ["lib/auth/schema.ts", "@vvo/tzdb"],
  "lib/i18n/**": [
    "lib/auth/{requests,schema}.ts",
    "icu-minify",
    "next",
    "next-intl",
    "node:crypto",
    "use-intl",
  ],
  "lib/fonts/**": ["lib/auth/schema.ts", "lib/i18n/messages.ts", "node:{fs,url}", "subset-font"],
  "lib/files/archive.ts": ["node:{fs,stream}", "yazl"],
  "lib/files/**": [
    "lib/{blank,db,env,errors,ids,log,sql,swallow}.ts",
    "type lib/generated/**",
    "file-type",
    "node:{child_process,fs,path,stream}",
    "sharp",
  ],
  "lib/mail/**": [
    "lib/*.ts",
    "lib/auth/schema.ts",
    "lib/i18n/**",
    "lib/jobs/jobs.ts",
    "nodemailer",
    "use-intl",
  ],
  "lib/push/**": ["lib/*.ts", "lib/auth/{schema,scopes}.ts", "node:{crypto,dns,http,https,net}", "web-push"],
  "lib/backup/**": [
    "lib/{ids,owner,parse-json,pg-client,swallow}.ts",
    "lib/files/{keys,store}.ts",
    "node:{crypto,fs,path,stream,util,zlib}",
    "pg",
    "pg-copy-streams",
  ],
  // Pure: from the bytes of files to people, without a viewer or a database.
  "lib/leavers/reading/**": [
    "lib/leavers/list-policy.ts",
    "lib/invitations/{bounce-reasons,words}.ts",
    "lib/auth/schema.ts",
    "lib/letters.ts",
    "lib/people/{names,normalise}.ts",
    "csv-parse",
    "hucre",
    "node:{crypto,stream}",
    "yauzl",
    "yazl",
  ],
  // Reads in a process of its own, and starts it.
  "lib/leavers/imports/reading-process.ts": ["lib/leavers/**", "node:{fs,path}"],
  "lib/leavers/imports/{reading-child,reading-steps}.ts": [
    ...ground,
    "lib/{leavers,work}/**",
    "lib/generated/**",
    "node:{child_process,path}",
  ],
  "lib/leavers/imports/kept-tables.ts": ["lib/leavers/reading/table.ts", "node:zlib"],
  "lib/leavers/imports/rejected.ts": [...ground, "lib/leavers/**", "node:{fs,stream}"],
  // The domains.
  "lib/work/operator-tasks.ts": ["lib/{ids,pg-client}.ts", "node:timers", "pg"],
  "lib/work/outside.ts": ["node:timers"],
  // Packs it.
  "lib/takeout/packing.ts": [
    "lib/files/{archive,files,incoming}.ts",
    "lib/work/outside.ts",
    "lib/takeout/**",
    "node:stream",
  ],
  "lib/companies/founding.ts": ["lib/owner.ts", ...ground, "lib/{feed,people}/**"],
  // What proves that it is its owner who deletes an account.
  "lib/leaving/account.ts": [...ground, "lib/auth/redeeming.ts"],
  "lib/invitations/bounces.ts": [...ground, "postal-mime"],
  "lib/joining/links.ts": [...ground, "lib/auth/sessions.ts", "lib/invitations/links.ts"],
  "lib/chat/emoji-names.ts": ["lib/chat/input.ts", "emojibase-data"],
  ...Object.fromEntries(
    Object.entries(domains).map(([name, others]) => [
      `lib/${name}/**`,
      [...ground, ...notOwners, "lib/generated/**", ...others.map((other) => `lib/${other}/**`)],
    ]),
  ),
  // What puts domains together.
  "lib/registry/**": server,
  "lib/jobs/worker.ts": ["lib/*.ts", "lib/{files,mail,push,registry}/**", ...server, "node:http"],
  "lib/jobs/take-bounce.ts": ["lib/db.ts", "lib/invitations/bounces.ts", "node:{fs,stream}"],
  "lib/jobs/**": ["lib/*.ts", "lib/files/**", "lib/leavers/schema.ts", "node:timers", "pg", "pg-boss"],
  "lib/realtime/**": ["lib/*.ts", "lib/{auth,live}/**", ...server, "cookie", "node:http", "pg", "socket.io"],
  "lib/launch/**": [
    "lib/*.ts",
    "lib/backup/**",
    "lib/companies/{door-keys,founding}.ts",
    "lib/leavers/doc.ts",
    "lib/people/{facets,field-texts,name-row,names,normalise,schema,search-text}.ts",
    "lib/files/store.ts",
    "lib/jobs/{backlog,queues}.ts",
    "lib/work/operator-tasks.ts",
    "prisma/{seed,sql,world}.ts",
    "@playwright/test",
    "@sparticuz/chromium",
    "node:*",
    "nodemailer",
    "pg",
    "web-push",
  ],
  // Props in, events out: rooms import no rooms, and ui no domain.
  "components/ui/**": [...drawing, "lib/letters.ts"],
  "components/person/**": [...view, "components/ui/**"],
  "components/live/**": [...view, "components/ui/**", "socket.io-client"],
  "components/navigation/**": [...view, "components/ui/**"],
  "components/errors/**": [...view, "components/{ui,live}/**"],
  "components/drafts/**": [...view, "components/{ui,live}/**"],
  "components/chat/*": room,
  ...Object.fromEntries(
    Object.entries(chatFolders).map(([name, others]) => [
      `components/chat/${name}/**`,
      [...room, "components/chat/*", ...others.map((other) => `components/chat/${other}/**`)],
    ]),
  ),
  ...Object.fromEntries(
    [
      "desk",
      "directory",
      "feed",
      "front",
      "kit",
      "leaving",
      "mailbox",
      "palette",
      "profile",
      "settings",
      "shell",
      "takeout",
    ].map((name) => [`components/${name}/**`, room]),
  ),
  // A page gets the viewer, reads and renders.
  "app/**": [
    "lib/{allowance,answers,env,errors,escape-html,health,hrefs,packed,page-headers,results}.ts",
    "lib/{auth,files,i18n,mail,push,registry}/**",
    ...server,
    "components/**",
    "prisma/world.ts",
    "next",
    "next-intl",
    "node:crypto",
    "react",
    "react-dom",
  ],
  "public/*.js": [],
  // The configuration of tools, and what Next runs before all pages.
  "*.config.{ts,mjs}": ["@playwright/test", "next", "next-intl", "node:*", "prisma", "vitest"],
  "instrumentation-client.ts": ["components/navigation/navigations.ts"],
  "{instrumentation,proxy}.ts": [
    "lib/*.ts",
    "lib/auth/{path-header,peer-addresses}.ts",
    "next",
    "node:crypto",
  ],
  "prisma/schema-engine.mjs": ["@prisma/*", "node:*", "pg"],
  "prisma/**": [
    "lib/launch/search-texts.ts",
    "lib/{column-names,ids,letters,owner,pg-client}.ts",
    "lib/people/**",
    "lib/companies/door-keys.ts",
    "lib/leavers/doc.ts",
    "lib/files/{keys,store}.ts",
    "csv-parse",
    "node:{crypto,fs,path,url}",
    "pg",
    "sharp",
  ],
  // Other tests may look at anything; nothing but tests looks at them.
  "tests/support/**": [
    "lib/**",
    "prisma/**",
    "components/{chat,live}/**",
    "node:*",
    "pg",
    "redis",
    "socket.io-client",
    "vitest",
  ],
};
