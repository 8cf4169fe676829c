import { expect, test } from "vitest";
import { describeDatabases } from "#test/support/databases.ts";
import { sealed } from "#test/support/sealed.ts";
import { settled } from "#test/support/visit.ts";
import type { XlsxCell } from "#test/support/xlsx.ts";
import { type Asking, castLists, column, csv, lists, page, take, xlsx } from "./taking-lists.ts";

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
      const {
        letters: { rows: sent, next },
      } = await page(cast, { name: "messages", query });
      letters.push(...sent.map(({ subject }: { subject: string }) => subject));
      query = next ? `?after=${next}` : "";
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
