import { expect, test } from "vitest";
import { importsOf } from "./import-graph.ts";
import { readSources } from "./sources.ts";
import { readSchema, usesOf } from "./tables.ts";

const sources = readSources(["app", "db"], /\.tsx?$/);
const schemaText = sources.get("db/schema.ts") ?? "";

/** Tables about people that nobody is handed. Each has a reason. */
const withheld: Record<string, string> = {
  addressWord: "parts of the address, which is handed over whole",
  clashOverride: "why a session may stand: who said so is handed over with the audit's entries",
  certificateDocument: "the bytes of a certificate are downloaded with it, one by one",
  enrolmentBefore:
    "what an enrolment was before a coordinator's act, which ends within hours; its history is handed over",
  endedSession: "a hash that ends within a day; that somebody signed out is handed over with the audit's entries",
  keptForm: "what was typed comes back to its owner as soon as they sign in, and ends within an hour",
  offerLink: "a hash that opens an offer, which is handed over; that it was sent, the messages say",
  oneTimeLink: "a hash that ends within days, and says nothing but that a link was sent, as the messages do",
  outbox: "work that is still to be done; what comes of it is handed over as a message or a certificate",
  peopleImport:
    "a list that an office has sent; who sent it is told with the audit's entries, and it ends within a month",
  peopleImportRow: "what such a list said; what came of it is handed over with the person, and it ends within a month",
  personDistinct: "that somebody is not another person: it names the other, of whom they need not know",
  personKey: "names and address once more, as they are compared with others'",
  personWord: "parts of the names, which are handed over whole",
  work: "work that they have asked for and see on its page; what comes of it is handed over where it stands",
};

/** Who did something, or whom something went to. */
const namesSomebody = /^(email|toAddress|\w+By|by\w*AccountId)$/;

const isAbout = (table: string, column: string, known: Set<string>) =>
  namesSomebody.test(column) || [...known].some((other) => other !== table && column === `${other}Id`);

/** Every table that leads to a person, by however many others. */
function aboutPeople(schema: Map<string, string[]>): Set<string> {
  const about = new Set(["person"]);
  let before = 0;
  while (before < about.size) {
    before = about.size;
    for (const [table, columns] of schema)
      if (columns.some((column) => isAbout(table, column, about))) about.add(table);
  }
  return about;
}

const ownData = new Map([...sources].filter(([file]) => file.endsWith("/own-data.queries.ts")));

function forgotten(text: string): string[] {
  const schema = readSchema(text);
  const handedOver = usesOf(ownData, schema).map(({ table }) => table);
  return [...aboutPeople(schema)].filter((table) => !handedOver.includes(table) && !withheld[table]);
}

test("whatever is kept about somebody is handed to them, or named with the reason why not", () => {
  expect(forgotten(schemaText)).toEqual([]);
  const about = aboutPeople(readSchema(schemaText));
  expect(Object.keys(withheld).filter((table) => !about.has(table))).toEqual([]);
});

test("what every room hands over reaches whoever asks", () => {
  const composed = importsOf(sources)
    .filter(({ from }) => from === "app/privacy/my-data.queries.ts")
    .map(({ to }) => to);
  expect([...ownData.keys()].filter((file) => !composed.includes(file))).toEqual([]);
});

test.each([
  ["allergyTable", "personId"],
  ["answerTable", "enrolmentId"],
  ["visaTable", "accountId"],
  ["noteTable", "writtenBy"],
  ["letterTable", "toAddress"],
])("a table that was forgotten is seen: %s with %s", (name, column) => {
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const planted = `export interface ${title} {\n  id: string;\n  ${column}: string;\n}\n`;
  expect(forgotten(schemaText + planted)).toEqual([name.replace("Table", "")]);
});

test("tables about no person are left alone, and those behind others are found", () => {
  const about = aboutPeople(readSchema(schemaText));
  expect(["workshop", "session", "institution", "rateLimit"].filter((table) => about.has(table))).toEqual([]);
  expect(["mark", "markCorrection", "enrolmentEvent", "accountSession"].filter((table) => !about.has(table))).toEqual(
    [],
  );
});
