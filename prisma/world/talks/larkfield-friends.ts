import type { Talk } from "#prisma/world/talk.ts";

/** Between people of Larkfield, former and present, about everything else. */
export const larkfieldFriendTalks: Talk[] = [
  {
    between: ["hannah", "tomas"],
    ago: "1d",
    text: `
a: Tomás! You're on here! How is retirement from us treating you?
b 2h: Hannah! I'm not retired, I'm "independent". It means the same hours with a nicer view.
a: And the kids?
b: The big one has just started university. Chemistry, against all my advice.
a 15m: It's in the blood. Ours has just learnt to say "polymer", though I think it was an accident.
b: That's how it starts.
a 1d: We're having a small party at the Berlin site on the 20th, and former people are very welcome. Any chance you'll be in Europe?
b 5h: I am in Lisbon that week! I could come over on the Friday.
a: Then it's settled. You're bringing the custard tarts.
b: I would not dare to come without them.
`,
  },
  {
    between: ["hannah", { email: "p3062@example.org" }],
    ago: "9d",
    text: `
b: Hi Hannah, {b} here, we overlapped for about a year in Polymers. I'm thinking of moving from the bench into project work and you did exactly that. Could I pick your brain?
a 3h: Of course! What's making you hesitate?
b: Honestly? I'm afraid of missing the lab.
a: You will, for about six months. I kept a lab coat on the back of my door as a comfort blanket.
b 1h: Did it pass?
a: Mostly. What helped was finding out that I still solve the same puzzles, only the molecules have calendars now.
b 1d: "Molecules with calendars" is going on a sticky note.
a: Let's talk properly, next Tuesday at five? I'll bring the list of things nobody told me.
b: Tuesday at five it is. Thank you!
`,
  },
  {
    between: ["rachel", { email: "p3066@example.org" }],
    ago: "16d",
    text: `
b: Hello Rachel, I left the sales team a while ago, and I need a letter that confirms my dates of employment. Do you still do those?
a 2h: Hello {b}, we do. Dates and last title only, or a proper reference?
b: Just the dates, it's for a visa.
a 1d: Here you are, signed and stamped. Good luck with the visa! Where are you off to?
https://example.com/letters/confirmation
b 3h: New Zealand, for two years. My wife got a position there.
Thank you so much, that was faster than the photo booth.
`,
  },
  {
    between: [{ email: "p3053@example.org" }, { employeeOf: "Sales, EMEA" }],
    ago: "22d",
    text: `
a: Congratulations on the Rotterdam contract, {b}! It made the trade press.
b 4h: Thank you! You opened that door, you know. They still talk about your demonstration with the garden hose.
a: I ruined a very good carpet that day.
b: They kept the carpet. It's in the meeting room, under the table.
a 1h: Then I have left my mark on the industry after all.
b: Come and see it. We're there on the 8th to sign.
`,
  },
  {
    between: [{ email: "p3076@example.org" }, { email: "p3050@example.org" }],
    ago: "35d",
    text: `
a: {b}? As in the {b} who fixed my laptop the night before the conference?
b 1d: As in the {a} who spilled soup on it?
a: Guilty. I've never eaten near a keyboard since.
b: What are you up to these days?
a 2h: Teaching secondary school chemistry, and loving it. You?
b: Two of us run a small repair shop for lab instruments. Pumps, mostly. Very few soups.
a 30m: Wait. Do you take in old balances? The school has three that don't, well, balance.
b: Bring them over. Schools pay in cake.
a 5d: All three work! The class has written you a thank-you card with the periodic table on it. Cake follows.
b: Best invoice I ever sent.
`,
  },
  {
    between: [{ email: "p3022@example.org" }, { email: "p3056@example.org" }],
    ago: "58d",
    text: `
a: Hi {b}, do you remember the Friday quiz in the Osaka office?
b 7h: I remember losing it. Every Friday. For three years.
a: A few of us are reviving it online, first Thursday of the month.
b: Do I get a handicap?
a: You get to be quizmaster. Nobody loses to the quizmaster.
b 1h: Finally, a promotion. I'm in.
`,
  },
];
