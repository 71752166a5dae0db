import type { people } from "#prisma/world.ts";

type Talker = {
  headline: string;
  about: string;
  /** The employee to whom alone they show that they would come back, and what they say to it. */
  comingBack?: { shownTo: keyof typeof people; note: string };
};

/** The leavers who talk in world/talks, by their address in the files, and what their profiles say to go with it. */
export const talkers: Readonly<Record<string, Talker>> = {
  "mio.200041@example.net": {
    headline: "県の試験場で、中小企業の材料の悩みに応えています",
    about: "材開OB会の世話人です。毎年の温泉、現役のみなさんもぜひご一緒に。",
    comingBack: { shownTo: "sakura", note: "試験場の任期が終わる再来年の春なら。" },
  },
  "taro.200289@example.com": {
    headline: "定年退職し、放送大学で日本史を学び直しています",
    about: "材料開発のみなさんには、本当にお世話になりました。\n昔の試作のことでしたら、いつでもどうぞ。",
  },
  "yuki.200244@example.com": {
    headline: "大学で高分子材料の研究室を持っています",
    about: "青葉では分解性の樹脂を担当していました。\n学生と一緒に解ける課題を、いつでも募集しています。",
  },
  "mio.200269@example.net": {
    headline: "家の事情が落ち着き、次の仕事を考えています",
    about: "第一営業で、塗料のお客様を長く担当していました。",
  },
  "taro.200079@example.com": {
    headline: "下の子が小学校に上がり、仕事を探しはじめました",
    about: "製品カタログと展示会を担当していました。\nブランクはありますが、文章を書くことは続けています。",
  },
  "ken.200117@example.org": {
    headline: "監査法人で、製造業の監査を担当しています",
    about: "決算期の差し入れのどら焼きが忘れられません。",
  },
  "ken.200261@example.org": {
    headline: "定年後は畑をやっています。大根が自慢です",
    about: "中期計画を三回、つくりました。\n前日に為替が動くのは、もはや伝統です。",
  },
  "hana.200164@example.net": {
    headline: "堺の町工場で、営業も総務もひとりで担当しています",
    about: "大阪支店に十七年おりました。得意先の甘いもの事情に通じています。",
  },
  "ryo.200072@example.org": {
    headline: "独立して、北関東で営業代行の会社をつくりました",
    about: "雨の日ほど顔を出せ、と教わりました。\nいまも守っています。",
  },
  "ken.200291@example.org": {
    headline: "商社で、東南アジアの化学品を担当しています",
    about: "夜中のテレビ会議と、空港の朝ごはんが懐かしいです。",
  },
  "taro.200265@example.com": {
    headline: "地元の会計事務所で働いています",
    about: "固定資産の台帳なら、だいたい覚えています。池のことも。",
  },
  "ken.200135@example.org": {
    headline: "フリーランスのエンジニアです。古い基幹システム、歓迎",
    about: "受注の夜間バッチを長く見ていました。\n止まったら、どうぞ起こしてください。",
  },
  "ken.200183@example.org": {
    headline: "IT企業の法務部で、契約の仕組みをつくっています",
    about: "秘密保持契約なら、目をつぶっても…いえ、開けて読みます。",
  },
  "ken.200093@example.org": {
    headline: "食品メーカーで、商品企画をしています",
    about: "展示会の白い棚を設計した張本人です。",
  },
  "hana.200260@example.net": {
    headline: "中小企業診断士として独立しました",
    about: "予算のたびに各部を泣かせておりました。\nいまは一緒に泣く側です。",
  },
  "mio.200317@example.net": {
    headline: "週に三日、会計事務所で原価計算を見ています",
    about: "原価計算を十年。合わない一円を探すのは、いまでも得意です。",
  },
  "yuki.200262@example.com": {
    headline: "大手町の検査会社で、品質の責任者をしています",
    about: "出荷判定の毎日でした。\n終電の時刻表は、まだ覚えています。",
  },
  "ryo.200078@example.org": {
    headline: "医療機器メーカーで、品質と薬事を兼ねています",
    about: "次の十年の働き方を考えているところです。",
  },
  "hana.200272@example.net": {
    headline: "キャリアコンサルタントの資格を取り、相談室を開きました",
    about: "第一営業の忘年会の幹事を、八年つとめました。",
  },
  "hana.200122@example.net": {
    headline: "研修会社で講師をしています",
    about: "新人研修を六期、担当しました。\n御殿場の研修所で過ごした春が、いちばんの思い出です。",
  },
  "taro.200073@example.com": {
    headline: "大学の就職課で、学生を送り出しています",
    about: "新人研修の肝試しを企画して、自分がいちばん怖がっていました。",
  },
  "ken.200297@example.org": {
    headline: "実家の工務店を継ぎました",
    about: "釘は打てませんが、長話なら任せてください。",
  },
  "hana.200290@example.net": {
    headline: "鎌倉で、夫婦でパン屋を始めました",
    about: "朝は三時半からです。お近くの際は、あんバターをどうぞ。",
  },
  "yuki.200052@example.com": {
    headline: "人材会社で、製造業の方の転職をお手伝いしています",
    about: "売るものがないうちから通うのが、得意技でした。",
  },
  "p3021@example.org": {
    headline: "Site reliability engineer",
    about: "If a server has a sticker with my initials, I apologise.",
  },
  "p3077@example.org": {
    headline: "Finance director of a family business",
    about: "I closed the books here eight times and only cried twice.",
  },
  "p3062@example.org": {
    headline: "Process engineer in bio-based packaging",
    about: "Thinking about a move from the bench into project work.",
  },
  "p3066@example.org": {
    headline: "Off to New Zealand for two years",
    about: "Glad to open doors for old colleagues, by mail.",
  },
  "p3053@example.org": {
    headline: "Partner at a distributor of resins",
    about: "Known for a demonstration with a garden hose.",
  },
  "p3076@example.org": {
    headline: "Teaching chemistry at a secondary school",
    about: "I have never eaten near a keyboard since.",
  },
  "p3050@example.org": {
    headline: "Repairing lab instruments, two of us and a van",
    about: "Pumps, mostly. Schools pay in cake.",
  },
  "p3022@example.org": {
    headline: "Treasurer of a charity for young scientists",
    about: "The Friday quiz is the thing I miss most.",
  },
  "p3056@example.org": {
    headline: "Retired, learning the cello",
    about: "Lost every Friday quiz in Osaka, and would do it again.",
  },
};
