import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { type AddressName, addresses } from "#app/addresses.ts";
import { recordMail } from "#app/mail/commands.ts";
import { listFiles } from "#app/routes.ts";
import { plusMinutes } from "#app/time/instant.ts";
import type { Database } from "#db/database.ts";
import { newId } from "#db/new-id.ts";
import { type Cast, castAt, castDemo } from "#test/support/cast.ts";
import { describeDatabases, describeSqlite, type Open } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { addressOf, sitePlaces } from "#test/support/site.ts";
import { knock, settled, visit } from "#test/support/visit.ts";
import { rowsOfCsv, rowsOfXlsx, type XlsxCell } from "#test/support/xlsx.ts";

const lists = Object.keys(listFiles) as AddressName[];

/** Whose list it is. */
const readerOf = (name: AddressName) =>
  name.startsWith("progress") ? "manager" : addresses[name].includes("/admin/") ? "admin" : "coordinator";

/** Letters more than a page of them, two of them of one moment, about the cast's own workshop. */
async function castLists(open: Open): Promise<Cast> {
  const cast = await castDemo(open);
  const { database, own } = cast;
  const workshop = await database.read
    .selectFrom("workshop")
    .select("id")
    .where("code", "=", own.code ?? "")
    .executeTakeFirstOrThrow();
  await database.transact(async (trx) => {
    for (let number = 0; number < 120; number++)
      await recordMail(trx, {
        ...{ id: newId<"outbox">(), kind: "enrolment.confirmed", workshopId: workshop.id, personId: null },
        ...{ toAddress: "ana@example.mx", locale: "es", subject: `Carta ${number}`, bodyText: null, bodyHtml: null },
        composedAt: plusMinutes(castAt, Math.floor(number / 2)),
      });
  });
  return cast;
}

type Asking = { name: AddressName; locale?: string; query?: string; code?: string; as?: string };

const pathOf = ({ name, locale = "es", code }: Asking, { own }: Cast, format = "") =>
  addressOf(`${addresses[name]}${format}`, { ...own, l: locale, ...(code && { code }) });

/** A list as its file, by whoever may see its page. */
async function take(cast: Cast, asking: Asking, format: "xlsx" | "csv"): Promise<{ response: Response; body: Buffer }> {
  const place = (await sitePlaces()).find(({ path }) => path === `${addresses[asking.name]}.${format}`);
  const path = pathOf(asking, cast, `.${format}`) + (asking.query ?? "");
  const cookie = cast.cookies[asking.as ?? readerOf(asking.name)] ?? "";
  const response = (await place?.loader?.(visit({ database: cast.database, path, cookie }))) as Response;
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

const xlsx = async (cast: Cast, asking: Asking) => rowsOfXlsx((await take(cast, asking, "xlsx")).body);
const csv = async (cast: Cast, asking: Asking) => rowsOfCsv((await take(cast, asking, "csv")).body.toString("utf8"));

/** What the list's page shows. */
async function page(cast: Cast, asking: Asking) {
  const place = (await sitePlaces()).find(({ path }) => path === addresses[asking.name]);
  const cookie = cast.cookies[asking.as ?? readerOf(asking.name)] ?? "";
  const path = pathOf(asking, cast) + (asking.query ?? "");
  return (await knock(place?.loader as never, { database: cast.database, path, cookie })).data;
}

const column = (rows: XlsxCell[][], heading: string) => {
  const [headings = [], ...others] = rows;
  const at = headings.indexOf(heading);
  expect(at, `${heading} in ${headings}`).toBeGreaterThanOrEqual(0);
  return others.map((row) => row[at]);
};

describeDatabases("a list as a file", (open) => {
  test("has the same rows in both formats, and headings in the page's language", { timeout: 120_000 }, async () => {
    const cast = await castLists(open);
    for (const name of lists) {
      const headings: XlsxCell[][] = [];
      for (const locale of ["es", "ja", "en"]) {
        const [book, text] = [await xlsx(cast, { name, locale }), await csv(cast, { name, locale })];
        expect(book.length, name).toBe(text.length);
        expect(book.length, name).toBeGreaterThan(1);
        expect(text[0], name).toEqual(book[0]);
        headings.push(book[0] ?? []);
      }
      expect(new Set(headings.map(String)).size, name).toBe(3);
    }
  });

  test("has the rows of its page, in their order, with its filters", { timeout: 60_000 }, async () => {
    const cast = await castLists(open);
    const same = async (
      asking: Asking,
      heading: string,
      shown: (data: Awaited<ReturnType<typeof page>>) => unknown[],
    ) => expect(column(await xlsx(cast, asking), heading), asking.name).toEqual(shown(await page(cast, asking)));
    const names = ({ rows }: { rows: { name: { name: string } }[] }) => rows.map(({ name }) => name.name);
    await same({ name: "institutions" }, "Nombre actual", ({ rows }) =>
      rows.map(({ name }: { name: { text: string } }) => name.text),
    );
    await same({ name: "institutions", query: "?sort=-people" }, "Personas", ({ rows }) =>
      rows.map(({ people }: { people: number }) => people),
    );
    await same({ name: "programmes" }, "Clave", ({ rows }) => rows.map(({ code }: { code: string }) => code));
    await same({ name: "participants" }, "Nombre", names);
    await same({ name: "participants", query: "?sort=-attendance" }, "Nombre", names);
    await same({ name: "certificates" }, "Participante", names);
    await same({ name: "accounts", query: "?role=coordinator" }, "Nombre", names);
    for (const query of ["?state=open", "?q=2017", "?group=completed"]) {
      const name = query.includes("group") ? "progressWorkshops" : "desk";
      await same({ name, query }, "Clave", ({ rows }) => rows.map(({ code }: { code: string }) => code));
    }
  });

  test("has all pages of its page, one after another", { timeout: 60_000 }, async () => {
    const cast = await castLists(open);
    const emails: string[] = [];
    for (let query = "?page=2"; query; ) {
      const data = await page(cast, { name: "accounts", query });
      emails.push(...data.rows.map(({ email }: { email: string }) => email));
      query = data.next ? `?after=${data.next}` : "";
    }
    expect(emails.length).toBeGreaterThan(25);
    expect(column(await xlsx(cast, { name: "accounts" }), "Correo electrónico")).toEqual(emails);
    const letters: string[] = [];
    for (let query = "?page=2"; query; ) {
      const { sent } = await page(cast, { name: "messages", query });
      letters.push(...sent.rows.map(({ subject }: { subject: string }) => subject));
      query = sent.next ? `?after=${sent.next}` : "";
    }
    expect(new Set(letters).size).toBe(120);
    expect(column(await xlsx(cast, { name: "messages" }), "Asunto")).toEqual(letters);
    const ids: string[] = [];
    for (let query = "?group=enrolled"; query; ) {
      const data = await page(cast, { name: "progressPeople", query });
      ids.push(
        ...data.rows.map(
          ({ name, workshop }: { name: string; workshop: { code: string } }) => `${name} ${workshop.code}`,
        ),
      );
      query = data.next ? `?group=enrolled&after=${data.next}` : "";
    }
    const book = await xlsx(cast, { name: "progressPeople", query: "?group=enrolled" });
    const [shown, workshops] = [column(book, "Nombre"), column(book, "Clave")];
    expect(shown.map((name, row) => `${name} ${workshops[row]}`)).toEqual(ids);
  });

  test("has the columns that were chosen, in the list's order, and always what names its rows", async () => {
    const cast = await castLists(open);
    const headings = async (query: string) => (await xlsx(cast, { name: "participants", query }))[0];
    expect(await headings("?columns=email,institution")).toEqual(["Nombre", "Institución", "Correo electrónico"]);
    expect(await headings("?columns=post&columns=kana&columns=nonsense")).toEqual([
      "Nombre",
      "Lectura en kana",
      "Cargo",
    ]);
    expect(await headings("")).not.toContain("Lectura en kana");
    expect(await headings("?columns=nonsense&sort=nonsense")).toEqual(await headings(""));
    const { choice } = await page(cast, { name: "participants", query: "?columns=post" });
    expect(choice.columns).toEqual(["post"]);
  });

  test("has each session's mark of everybody, and real numbers and days", async () => {
    const cast = await castLists(open);
    const [headings = [], ...rows] = await xlsx(cast, { name: "attendance" });
    expect(headings.filter((heading) => String(heading).startsWith("Sesión")).length).toBeGreaterThan(3);
    expect(rows.every((row) => typeof row.at(-1) === "number")).toBe(true);
    expect(rows.flat()).toContain("Presente");
    const begins = column(await xlsx(cast, { name: "desk" }), "Primer día");
    expect(begins.every((day) => typeof day === "number" && day > 42_000 && day < 48_000)).toBe(true);
    expect(column(await csv(cast, { name: "desk" }), "Primer día")[0]).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  test("is named by its list, its workshop and the day, and kept by nobody on its way", async () => {
    const cast = await castLists(open);
    const { response } = await take(cast, { name: "participants", locale: "ja" }, "xlsx");
    const { headers } = response;
    expect(headers.get("content-type")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    expect(headers.get("cache-control")).toBe("private, no-store, no-transform");
    expect(decodeURIComponent(headers.get("content-disposition") ?? "")).toMatch(
      new RegExp(`^attachment; .*filename\\*=UTF-8''参加者 ${cast.own.code} \\d{4}-\\d{2}-\\d{2}\\.xlsx$`),
    );
    const text = await take(cast, { name: "participants" }, "csv");
    expect(text.response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect([...text.body.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test("leaves an entry of who took how many rows, without what was sought", async () => {
    const cast = await castLists(open);
    const rows = (await csv(cast, { name: "accounts", query: "?q=ana&columns=email" })).length - 1;
    await settled(cast.database);
    const { read } = await sealed(cast.database);
    const entries = await read.selectFrom("audit").selectAll().where("action", "=", "list.exported").execute();
    expect(entries).toHaveLength(1);
    const [{ details, accountId, subjectId }] = entries as [(typeof entries)[number]];
    expect(accountId).toBe(subjectId);
    expect(JSON.parse(details)).toEqual({
      list: "accounts",
      format: "csv",
      rows,
      filters: ["q", "columns"],
      columns: ["email"],
    });
  });
});

/** Every text that somebody can write, as a spreadsheet would run it. */
const written: Record<string, string[]> = {
  person: [
    "family_name",
    "given_name",
    "second_surname",
    "native_name",
    "kana",
    "latin_name",
    "post",
    "certificate_name",
  ],
  institution: ["acronym"],
  institution_name: ["name"],
  programme_text: ["title"],
  workshop_text: ["title", "venue"],
  mail: ["subject", "to_address"],
  account: ["email"],
};

async function poison(database: Database, sign: string): Promise<void> {
  await database.transact(async (trx) => {
    for (const [table, columns] of Object.entries(written))
      for (const name of columns) {
        const known = await trx.introspection.getTables();
        if (!known.find((one) => one.name === table)?.columns.some((one) => one.name === name)) continue;
        await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${sign} || ${sql.ref(name)} where ${sql.ref(name)} <> ''`.execute(
          trx,
        );
      }
  });
}

describeSqlite("what a spreadsheet might run", (open) => {
  describe.each(["=", "+", "-", "@", "＝", "＠", "\t"])("a text behind %j", (sign) => {
    test("is a text in every field of every list", { timeout: 120_000 }, async () => {
      const cast = await castLists(open);
      await poison(cast.database, sign);
      let met = 0;
      for (const name of lists) {
        const book = await take(cast, { name }, "xlsx");
        const texts = rowsOfXlsx(book.body).flat();
        met += texts.filter((cell) => typeof cell === "string" && cell.startsWith(sign)).length;
        const cells = (await csv(cast, { name })).flat();
        expect(
          cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)),
          name,
        ).toEqual([]);
        if (texts.some((cell) => String(cell).startsWith(sign)))
          expect(
            cells.some((cell) => cell.startsWith(`'${sign}`)),
            name,
          ).toBe(true);
      }
      expect(met).toBeGreaterThan(100);
    });
  });
});
