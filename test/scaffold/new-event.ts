// `npm run new:event -- workshop.moved workshopId letter` declares an event, and begins what follows from it.
import { parseArgs } from "node:util";
import { rooms } from "#test/architecture/house.ts";
import { addText, capital, change, create, insert, isThere, kebab, runScaffold, type Tree, textOf } from "./tree.ts";

export type AskedEvent = {
  /** Such as `workshop.moved`. */
  event: string;
  /** What it carries, such as `workshopId`. */
  ids: string[];
  /** What follows from it; `letter` also makes a kind of mail. */
  reactions: string[];
  /** Who does it; without it, the room of the event's first word. */
  room?: string;
};

type Event = AskedEvent & { file: string; prefix: string; handlers: { reaction: string; handler: string }[] };

/** Declares an event with its reactions, their handlers and texts. @returns what remains @throws what is wrong */
export function newEvent(tree: Tree, asked: AskedEvent): string[] {
  const made = checked(tree, asked);
  const { event, prefix, file } = made;
  const like = { after: `  "${prefix}.` };
  change(tree, "app/outbox/events.ts", insert(declaration(made), { ...like, before: "} as const satisfies EventMap" }));
  create(tree, `app/${file}`, jobsOf(made));
  const reaction = insert(reactionLine(made), { ...like, before: "} satisfies Reactions" });
  change(tree, "app/reactions.ts", (lines) => insertImport(reaction(lines), importLine(made)));
  for (const { reaction } of made.handlers) addText(tree, `enrolment:messages.kind.${event}.${reaction}`);
  const isMail = made.reactions.includes("letter");
  if (isMail) addMailKind(tree, made);
  return [
    `app/${file}: what each reaction does; until then its job fails as NotWritten`,
    `a command that makes it happen: await emit(trx, at, "${event}", { ${made.ids.join(", ")} }, { workshopId })`,
    `locales/{es,ja,en}/enrolment.json: what the desk calls it, under messages.kind.${event}`,
    ...(isMail ? [`locales/{es,ja,en}/mail.json: subject, lead, button and next, under ${event}`] : []),
    ...(isMail ? [`locales/{es,ja,en}/messages.json: what a list of letters calls it, under kind.${event}`] : []),
    "a test in test/integration that emits it, runs the outbox, and reads what came of it",
  ];
}

function checked(tree: Tree, asked: AskedEvent): Event {
  const [prefix = ""] = asked.event.split(".");
  const built = rooms.filter((known) => isThere(tree, `app/${known}`));
  const room = asked.room ?? built.find((known) => known === prefix || known === `${prefix}s`) ?? "";
  const file = `${room}/${kebab(asked.event)}.jobs.ts`;
  const names = [...asked.ids, ...asked.reactions];
  const problems: [boolean, string][] = [
    [!/^[a-z]+\.[a-z]\w+$/.test(asked.event), "Name the event by a noun and a verb of the past: workshop.moved"],
    [textOf(tree, "app/outbox/events.ts").includes(`"${asked.event}"`), `${asked.event} is declared already`],
    [asked.ids.length === 0 || asked.reactions.length === 0, "Name ids and reactions: workshopId,personId letter"],
    [names.some((name) => !/^[a-z]\w+$/.test(name)), "Write ids and reactions in camelCase, with commas between"],
    [!asked.ids.every((id) => id.endsWith("Id")), "An event carries ids only: workshopId"],
    [!built.some((known) => known === room), "Say which room does it: --room=enrolment"],
    [isThere(tree, `app/${file}`), `app/${file} is there already`],
  ];
  const problem = problems.find(([isWrong]) => isWrong);
  if (problem) throw new Error(problem[1]);
  return { ...asked, prefix, file, handlers: asked.reactions.map((reaction) => handlerOf(asked.event, reaction)) };
}

/** `letter` of `workshop.moved` is done by `tellWorkshopMoved`, `document` by `documentWorkshopMoved`. */
function handlerOf(event: string, reaction: string) {
  const subject = event.split(".").map(capital).join("");
  return { reaction, handler: `${reaction === "letter" ? "tell" : reaction}${subject}` };
}

const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(", ");

const declaration = ({ event, ids, reactions }: Event) =>
  `  "${event}": { ids: [${quoted(ids)}], reactions: [${quoted(reactions)}] },`;

const reactionLine = ({ event, handlers }: Event) =>
  `  "${event}": { ${handlers.map(({ reaction, handler }) => `${reaction}: ${handler}`).join(", ")} },`;

const importLine = ({ file, handlers }: Event) =>
  `import { ${handlers
    .map(({ handler }) => handler)
    .sort()
    .join(", ")} } from "./${file}";`;

/** In the order of the paths, as the formatter wants it. */
function insertImport(lines: string[], line: string): string[] {
  const pathOf = (known: string) => /^import .* from "(.*)";$/.exec(known)?.[1];
  const next = lines.findIndex((known) => (pathOf(known) ?? "") > (pathOf(line) ?? ""));
  const end = lines.findLastIndex((known) => pathOf(known) !== undefined) + 1;
  return lines.toSpliced(next < 0 ? end : next, 0, line);
}

function jobsOf({ event, handlers }: Event): string {
  const handler = ({ handler: name }: Event["handlers"][number]) => `
/** Still to be written; \`enrolment/mail.jobs.ts\` shows how a letter is composed and sent. */
export const ${name}: Handler<"${event}"> = async () => {
  throw new PermanentFailure("NotWritten");
};
`;
  return `import { type Handler, PermanentFailure } from "#app/outbox/job.ts";\n${handlers.map(handler).join("")}`;
}

function addMailKind(tree: Tree, { event, prefix }: Event): void {
  change(tree, "app/mail/kinds.ts", insert(`  "${event}",`, { after: `  "${prefix}.`, before: "] as const" }));
  for (const text of ["subject", "lead", "button", "next"]) addText(tree, `mail:${event}.${text}`);
  // what a filter over a workshop's letters calls it; those about an account have no workshop
  if (prefix !== "account") addText(tree, `messages:kind.${event}`);
}

if (import.meta.main)
  runScaffold(() => {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { room: { type: "string" } } });
    const [event = "", ids = "", reactions = ""] = positionals;
    const list = (names: string) => names.split(",").filter(Boolean);
    return newEvent(process.cwd(), { event, ids: list(ids), reactions: list(reactions), room: values.room });
  });
