import type { GroupTalk, Request } from "#prisma/world/talk.ts";

/** Groups of Larkfield: who ran the pilot line, then and now, and three who plan an evening. */
export const larkfieldGroups: GroupTalk[] = [
  {
    name: "Pilot line, old and new",
    members: [
      "hannah",
      "tomas",
      { email: "p3062@example.org" },
      { email: "p3076@example.org" },
      { email: "employee4.larkfield@example.org" },
    ],
    ago: "3d",
    text: `
a: Everybody who ever got oil on their shoes at the pilot line: welcome. I thought we should have one place to talk.
^ 🎉 bcde
b 2h: My shoes are still in the locker. Number 14, please do not open it.
^ 😂 acde
e 1h >2: We opened it in 2022. We do not talk about it.
d 1d: I show my pupils a picture of the line when we get to polymers. They always ask about the duct tape.
c 3h: The duct tape was load-bearing.
^ 💯 abe
a 2h: It still is. We are replacing the second extruder in spring, and I'd love a page of "things nobody wrote down" before the last of us forgets.
b 1d >6 *: Valve 3 closes clockwise, whatever the handle says. I will write more when I have found my notebook.
^ 🙏 ae
c 4h: Never start it on a Monday with the heating off over the weekend. Ask me how I know.
d 2h: How do you know?
c: A very slow Monday.
^ 😂 abde
e 1d: I have made a list out of all this, and pinned it to the cabinet. Thank you, it is gold already.
^ ❤️ abcd
`,
  },
  {
    name: null,
    members: ["rachel", "hannah", "chinatsu"],
    ago: "8d",
    text: `
a: You two, I need a Berlin and a Tokyo opinion. An evening for former colleagues in both cities, same day, with a call in the middle: charming or a nightmare?
c 8h: Charming, if the call is at nine in the morning for you and at five in the afternoon for us.
b 1h: Then Berlin gets breakfast. I can do breakfast.
^ 🥐 ac
a 2h: Breakfast in Berlin, drinks in Tokyo. Sold. First week of March?
b >4: Works.
c 9h: Works here too. I will ask at the little place behind the station, they know us.
^ 👍 ab
`,
  },
];

/** A stranger at Larkfield, who had left before the other came. */
export const larkfieldRequests: Request[] = [
  {
    from: { email: "p3075@example.org" },
    to: "tomas",
    ago: "2d",
    text: "Hello Tomás, we never met: I left Polymers a little before you came. I work on adhesives that let go when they should, and everybody tells me that you are the person to ask about hydrogenation at small scale. Could I ask you two questions?",
  },
];
