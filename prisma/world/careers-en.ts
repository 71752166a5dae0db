import type { Career } from "./careers-ja-sales.ts";

/** What former people of each of Larkfield's departments do now. */
export const englishCareers: Record<string, Career> = {
  "R&D > Polymers": {
    headlines: [
      "Formulating adhesives that let go when they should",
      "Senior scientist in battery separators",
      "Lecturer in polymer chemistry",
      "Running the lab of a recycling start-up",
      "Patent attorney, chemistry and materials",
      "Teaching chemistry at a secondary school",
      "Coatings chemist in the wind industry",
      "Independent consultant for extrusion and scale-up",
      "Materials engineer at a maker of medical devices",
      "Data scientist for materials discovery",
      "Back at university for a doctorate",
      "Process engineer in bio-based packaging",
      "Application engineer for rheometers",
    ],
    abouts: [
      "I miss the smell of the pilot hall, strange as that sounds.\nAlways glad to talk reactors.",
      "I moved three products from the bench to the plant, and remember every leak.",
      "Happy to mentor anyone who is new to scale-up.",
      "Ask me about the old notebooks. Some of the handwriting is mine.",
    ],
    skills: [
      "Polymer synthesis",
      "Extrusion",
      "Rheology",
      "Scale-up",
      "DSC",
      "Python",
      "Patents",
      "Adhesives",
    ],
    areas: [],
  },
  IT: {
    headlines: [
      "Site reliability engineer",
      "Freelance developer, old systems welcome",
      "Head of IT at a food company",
      "Security analyst for industrial networks",
      "Repairing lab instruments, two of us and a van",
      "Product manager for laboratory software",
      "Data engineer in public transport",
      "Teaching people to code, evenings and weekends",
      "Cloud architect, recovering mainframe person",
      "IT lead at a hospital",
    ],
    abouts: [
      "If a server has a sticker with my initials, I apologise.",
      "Built the first lab data system here. It should have been retired by now. Has it?",
      "I like quiet systems and loud band practice.",
      "Happy to help with migrations, and to tell you what not to touch.",
    ],
    skills: ["Networks", "SQL", "Security", "Cloud", "Project management", "Laboratory systems", "Linux"],
    areas: [],
  },
  Finance: {
    headlines: [
      "Finance director of a family business",
      "Auditor, manufacturing clients",
      "Running a small accountancy practice",
      "Controller at a solar company",
      "Treasurer of a charity for young scientists",
      "Interim finance manager, plants my favourite",
      "Financial planning at a hospital group",
      "Pricing analyst in logistics",
      "Writing a book on cost accounting, slowly",
    ],
    abouts: [
      "I closed the books here twenty-eight times and only cried twice.",
      "Ask me about transfer prices, or better, about my garden.",
      "Open to interim work in the first quarter.",
      "The Friday quiz is the thing I miss most.",
    ],
    skills: ["Cost accounting", "IFRS", "Treasury", "Auditing", "Forecasting", "Excel", "Controlling"],
    areas: [],
  },
  "Sales, EMEA": {
    headlines: [
      "Selling lab equipment across the Nordics",
      "Key account manager in packaging",
      "Started a wine import with my brother",
      "Business development at a compounder",
      "Coach for technical sales people",
      "Export manager for ceramics",
      "Partner at a distributor of resins",
      "Procurement now, on the other side of the table",
      "Tour guide in summer, consultant in winter",
    ],
    abouts: [
      "Fifteen years of trains, samples and hotel breakfasts. I would do it again.",
      "I still use the products and still complain about the data sheets.",
      "Glad to open doors for old colleagues.",
      "Come by when you are in town, there is always coffee.",
    ],
    skills: [
      "Key accounts",
      "Negotiation",
      "Technical sales",
      "Distribution",
      "French",
      "Trade fairs",
      "Pricing",
    ],
    areas: [],
  },
};

export const retiredHeadlines = [
  "Retired, and busier than ever",
  "Growing tomatoes and giving advice, both unasked",
  "Retired; volunteer at the science museum",
  "Sailing when the weather allows it",
  "Retired, learning the cello",
];

export const employeeNamesEnglish = {
  families: (
    "Bianchi Novak Fischer Oyelaran Petrov Sato Moreau Lindgren Haddad Costa Baker Ivanova Keller Mwangi Rossi Yamamoto " +
    "Schneider Papadopoulos Eriksson Ferreira Tanaka Becker Doyle Kaplan Horváth Silva Mensah Vogel Åkesson Çelik"
  ).split(" "),
  givens: (
    "Anneke Bruno Camille Daniela Elif Felix Giulia Henrik Ines Jonas Kenji Leila Marcus Nadia Oscar Petra Quentin Rosa Stefan " +
    "Thandi Uwe Valentina Wren Yasmin Anton Beatriz Cormac Dorota Eero Freya"
  ).split(" "),
};

export const employeesEnglish: Record<
  string,
  { count: number; titles: readonly string[]; headlines: readonly string[] }
> = {
  "R&D > Polymers": {
    count: 14,
    titles: ["Engineer", "Scientist", "Senior Scientist", "Technician"],
    headlines: [
      "Hydrogenation and everything around it",
      "Pilot line, early shift",
      "Recyclable multilayers: they can be done",
      "New here, learning from the old notebooks",
      "Analytics. Bring samples, and cake",
      "Biopolymers, second year",
    ],
  },
  "Sales, EMEA": {
    count: 9,
    titles: ["Account Manager", "Manager, Sales", "Sales Engineer"],
    headlines: [
      "Automotive customers in the south",
      "Packaging, Benelux and the Nordics",
      "Distributors in the Gulf and in Africa",
      "Inside sales, the friendly voice on the phone",
    ],
  },
  IT: {
    count: 7,
    titles: ["Engineer", "Analyst", "Manager"],
    headlines: [
      "Keeping the lab's data findable",
      "Retiring servers with dignity",
      "Support desk, three languages",
    ],
  },
  Finance: {
    count: 6,
    titles: ["Analyst", "Controller", "Director"],
    headlines: ["Plant controlling", "Group reporting, last one standing in January", "Accounts payable"],
  },
  People: {
    count: 2,
    titles: ["Recruiter", "HR Partner"],
    headlines: ["Hiring for Houston and Osaka", "Onboarding, offboarding and the coffee in between"],
  },
};

export const employeeAboutsEnglish = [
  "Curious about how things were done before my time.",
  "Write to me if you wonder what became of your project.",
  "Looking for people who can train others on the pilot line.",
  "Always up for lunch with former colleagues.",
];
