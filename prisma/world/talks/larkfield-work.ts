import type { Talk } from "#prisma/world/talk.ts";

/** Between people of Larkfield, about work. */
export const workTalks: Talk[] = [
  {
    between: ["chinatsu", "hannah"],
    ago: "25m",
    unread: 1,
    text: `
b: Hi Chinatsu, quick one: are you joining the pilot line review from Tokyo tomorrow, or dialling in from home?
a 40m: From the office. The connection is better and the coffee is worse.
b: Ha. Could you take the section on catalyst recovery? You know those numbers better than anyone.
a: Sure. How long do I have?
b: Ten minutes, and then Marcus will ask questions for twenty.
a 3h: I put the slides here. Page 4 is the one I am least sure about.
https://example.com/larkfield/pilot-review
b 1h: Page 4 is the best one! I would only say out loud that the third run was done with a different washing solvent, otherwise somebody will find it and feel clever.
a: Good point. I will say it before Marcus does.
b 1d: That went so well. He actually said "no further questions". I have worked here nine years and had never heard it.
a 2h: My heart rate is back to normal now. Thank you for the rehearsal.
b 20m: Any time. By the way, have you found somebody who still makes the small batches? Tomás thought you might have an old colleague who knows.
`,
  },
  {
    between: ["chinatsu", "tomas"],
    ago: "2d",
    text: `
a: Hello Tomás, we have not met. I took over the hydrogenation bench last year, and your name is in every second notebook.
b 5h: Hello Chinatsu! That bench and I had a complicated relationship. Does valve 3 still stick?
a: It does! We tap it with a spanner. I thought we were doing something wrong.
b: No, tapping is the official procedure. I should have written it down.
a 20m: I have a real question too. In 2016 you changed the stirring speed from 600 to 450 and nobody knows why.
b 3h: Two reasons. Officially: less foaming. Unofficially: at 600 the bench hummed at exactly the note that made the GC baseline wander. It took us a month to find out.
a: That is wonderful. We moved the GC in 2023, so perhaps we can go back up?
b 1h: Try 550 first and watch the foam. If the baseline behaves, you just bought yourself 20 minutes a run.
a 2d: 550 works. Eighteen minutes faster, flat baseline.
The team wants to name the bench after you.
b 4h: Please don't, people will tap it with a spanner.
`,
  },
  {
    between: ["rachel", "tomas"],
    ago: "6d",
    text: `
a: Hi Tomás, Rachel from HR. I saw in the network that you are open to contract work. Is that still so?
b 1d: Hi Rachel, yes, two days a week from next quarter would suit me very well.
a: The Houston team needs someone to train four new engineers on the pilot line. Roughly three months.
b 2h: I'd love that. I trained the people who trained the people who left, so it has a certain symmetry.
a: That is more or less how the site manager put it, with fewer commas.
I'd send you the outline today, and the contract once we have talked about the rate. Is a call on Thursday all right?
b: Thursday after 10 my time. And Rachel, thanks for the way you handled my leaving. It is the reason I said yes.
a 1h: That means a lot. Talk on Thursday.
`,
  },
  {
    between: ["rachel", "hannah"],
    ago: "3h",
    text: `
b: Rachel, do we pay for referrals if the person used to work here?
a 30m: We do, since last spring. Who are you bringing home?
b: Somebody from my first project, she left for a start-up that has just been sold. I haven't asked her yet.
a: Ask her first, then send me one line. I'll take it from there and keep you out of the awkward parts.
b 2d: She said, and I quote, "I have been waiting for someone to ask".
a 1h: My favourite sentence in this job. Send me her address and I'll write to her today.
`,
  },
  {
    between: [{ employeeOf: "IT" }, { email: "p3021@example.org" }],
    ago: "11d",
    text: `
a: Hi {b}, {a} from IT. I found a server in the Berlin cupboard called "donotturnoff". Your initials are on the sticker.
b 1d: Oh no. Is it still running?
a: Uptime 2,904 days.
b: Then it is still converting the lab's old instrument files every night. There were two instruments that wrote a format nobody else could read.
a 10m: One of them was scrapped in 2021.
b: And the other one is the balance in room 114. If the balance is gone as well, you may finally turn it off.
a 3h: The balance is in a museum case in the lobby. With a plaque.
b: Then let it rest. Please send me a photo of the last log line.
a 1d: Done. The last line says "0 files converted. Good night."
b: I wrote that on my last day. I'm a bit emotional about a server now.
`,
  },
  {
    between: [{ employeeOf: "Finance" }, { email: "p3077@example.org" }],
    ago: "40d",
    text: `
a: Hello {b}, sorry to bother you. The year-end file has a sheet called "do not ask". I have to ask.
b 6h: It is the currency adjustment for the Osaka lease. The contract is in yen, but indexed to a Swiss rate. I called it that because everyone asked.
a: And the hard-coded 0.9713?
b: That's the rate on the day of signing. It is in the contract, annex C. It never changes, so at least there is that.
a 1h: Found annex C. Thank you! I'm renaming the sheet "ask {b}".
b: Fine by me, as long as the auditors don't.
`,
  },
];
