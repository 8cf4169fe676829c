import { expect, test } from "vitest";
import { meantField } from "#app/imports/nominees/form.ts";
import type { PreviewedNominee } from "#app/imports/nominees/list-view.ts";
import { action, loader } from "#app/imports/nominees/nominee-list.route.tsx";
import type { Database } from "#db/database.ts";
import { addAccount, cookieFor } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { brief, code, listFor, nominatingWorld, put } from "./nominating.ts";

const path = `/es/nominations/${code}/list`;
const headings = "Primer apellido\tSegundo apellido\tNombre(s)\tCorreo electrónico\tCargo\tInstitución";
const table = (...rows: string[][]) => [headings, ...rows.map((cells) => cells.join("\t"))].join("\r\n");

/** Of the Mexican institution there is Paloma Rentería with an address; three may be nominated. */
async function listing(database: Database) {
  const world = await nominatingWorld(database);
  const { mexico, hector } = world;
  const names = { familyName: "Rentería", givenName: "Paloma", secondSurname: "Ochoa" };
  const paloma = await addAccount(database, {
    email: "paloma@sat.example",
    person: { ...names, institutionId: mexico },
  });
  const cookie = await cookieFor(database, hector.accountId);
  const send = (part: "look" | "add", text: string, meant: Record<string, string> = {}) =>
    knock(action, { database, path, cookie, form: { part, institutionId: mexico, text, ...meant } });
  const count = async () => (await database.read.selectFrom("person").select("id").execute()).length;
  return { ...world, paloma, cookie, send, count };
}

const verdicts = (rows: PreviewedNominee[]) => rows.map(({ line, verdict }) => `${line} ${verdict}`);

describeDatabases("a list of nominees", (open) => {
  test("is looked at row by row, and then adds known people and new ones in its order", async () => {
    const database = await open();
    const world = await listing(database);
    const { mexico, makoto, paloma, send, count, cookie } = world;
    expect((await knock(loader, { database, path, cookie })).data).toMatchObject({ isOpen: true, left: 3 });
    const text = table(
      ["Ibarra", "", "Tomás", "tomas@sat.example", "Jefe", ""],
      ["Rentería", "Ochoa", "Paloma", "paloma@sat.example", "", "SAT"],
    );
    const before = await count();
    const looked = await send("look", text);
    expect([looked.status, verdicts(looked.data.rows)]).toEqual([200, ["2 new", "3 known"]]);
    expect(await count()).toBe(before);
    const added = await send("add", text);
    expect(added.headers.get("Location")).toBe(`/es/nominations/${code}?done=nominated`);
    const list = await listFor(database, world, mexico);
    expect(brief(list)).toEqual(["1 Ibarra draft", "2 Rentería draft"]);
    expect([list[1]?.personId, list[0]?.country, await count()]).toEqual([paloma.personId, "MX", before + 1]);
    // the same list again: the one is known by now, and both are nominated
    expect(verdicts((await send("look", text)).data.rows)).toEqual(["2 wrong", "3 wrong"]);
    const other = await cookieFor(database, makoto.accountId);
    const foreign = { part: "look", institutionId: mexico, text };
    expect((await knock(action, { database, path, cookie: other, form: foreign })).status).toBe(404);
  });

  test("asks about whoever is nearly somebody, and adds nobody before it is said whom a row means", async () => {
    const database = await open();
    const world = await listing(database);
    const { mexico, paloma, send, count } = world;
    const text = table(["Rentería", "", "Paloma", "", "Subdirectora", ""]);
    const [row] = (await send("look", text)).data.rows as PreviewedNominee[];
    expect([row?.verdict, row?.alike.map(({ id }) => id)]).toEqual(["asked", [paloma.personId]]);
    const field = meantField(2);
    const silent = await send("add", text);
    expect([silent.status, silent.data.errors]).toEqual([422, { [field]: "nominations:list.choose" }]);
    // somebody who was not offered is nobody's answer
    expect((await send("add", text, { [field]: world.haruka })).status).toBe(422);
    const before = await count();
    expect((await send("add", text, { [field]: paloma.personId })).status).toBe(302);
    expect([brief(await listFor(database, world, mexico)), await count()]).toEqual([["1 Rentería draft"], before]);
  });

  test("with anything wrong adds nobody: mistakes, another institution, the same person twice, too many", async () => {
    const database = await open();
    const world = await listing(database);
    const { mexico, beto, send, count } = world;
    await put(database, mexico, [beto], "2026-11-20T12:00:00.000Z");
    const before = await count();
    const wrong = table(
      ["Ibarra", "", "Tomás", "no es un correo", "", ""],
      ["Kobayashi", "", "Makoto", "", "", "JCG"],
      ["Paz", "", "Olivia", "", "", ""],
      ["Paz", "", "Olivia", "", "", ""],
      ["Sol", "", "Irma", "makoto@jcg.example", "", ""],
    );
    const said = await send("add", wrong);
    expect([said.status, said.data.errors]).toEqual([422, { "": "nominations:list.wrong" }]);
    const cells = (said.data.rows as PreviewedNominee[]).flatMap(({ errors }) => errors.map(({ cell }) => cell));
    expect(cells).toEqual(["D2", "F3", "A5", "A6"]);
    const many = table(...["Uno", "Dos", "Tres"].map((name) => [name, "", "Ada", "", "", ""]));
    const refused = await send("add", many);
    expect([refused.status, refused.data.errors[""].key]).toEqual([422, "nominations:refused.tooMany"]);
    for (const [text, because] of [
      ["", "nominations:list.empty"],
      ["uno\tdos\n1\t2", "nominations:list.layout"],
      [headings, "nominations:list.nobody"],
    ] as const)
      expect((await send("look", text)).data.errors).toEqual({ text: because });
    const long = await send("look", table(...Array.from({ length: 101 }, (_, n) => [`N${n}`, "", "Ada", "", "", ""])));
    expect(long.data.errors.text.key).toBe("nominations:list.tooMany");
    expect([brief(await listFor(database, world, mexico)), await count()]).toEqual([["1 Bravo draft"], before]);
  });
});
