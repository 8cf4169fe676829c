import { expect, test } from "vitest";
import * as accounts from "#app/accounts/account/accounts.route.tsx";
import type { Database } from "#db/database.ts";
import { addAccount } from "#test/support/accounts.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { knock } from "#test/support/visit.ts";
import { addCrowd, administrator } from "./administration.ts";

describeDatabases("the list of accounts", (open) => {
  const search = async (database: Database, cookie: string, query: string) => {
    const { data } = await knock(accounts.loader, { database, path: `/es/admin/accounts?${query}`, cookie });
    return (data.rows as { email: string }[]).map(({ email }) => email);
  };

  test("finds a person by any part of their names and address, with and without accents", async () => {
    const database = await open();
    const { cookie, email: admin } = await administrator(database);
    const names = {
      familyName: "Takahashi",
      givenName: "Haruka",
      nativeName: "髙橋 遥",
      kana: "タカハシ ハルカ",
      latinName: "TAKAHASHI HARUKA",
    };
    await addAccount(database, {
      email: "haruka_t@customs.example",
      person: { ...names, country: "JP", locale: "ja" },
    });
    await addAccount(database, {
      email: "jose@gob.example",
      person: { familyName: "ÁLVAREZ", givenName: "José", secondSurname: "Peña" },
    });
    for (const q of ["nunez", "NÚÑEZ", "mariana núñez", "núñez mariana"])
      expect(await search(database, cookie, `q=${q}`)).toEqual([admin]);
    for (const q of ["alvarez", "Álvarez", "pena jose", "JOSÉ"])
      expect(await search(database, cookie, `q=${q}`)).toEqual(["jose@gob.example"]);
    for (const q of ["髙橋", "遥", "タカハシ", "haruka_t", "ｔａｋａ"])
      expect(await search(database, cookie, `q=${q}`)).toEqual(["haruka_t@customs.example"]);
    for (const q of ["%25", "_ose", "x' or '1'='1", "\\"])
      expect(await search(database, cookie, `q=${encodeURIComponent(decodeURIComponent(q))}`)).toEqual([]);
    expect(await search(database, cookie, "role=administrator")).toEqual([admin]);
    expect(await search(database, cookie, "role=__proto__")).toHaveLength(3);
  });

  test("is read page by page, forth and back, from a row on", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    for (let count = 0; count < 26; count++)
      await addAccount(database, { passwordHash: null, person: { familyName: `Z${String(count).padStart(2, "0")}` } });
    const page = async (place = "") =>
      (await knock(accounts.loader, { database, path: `/es/admin/accounts${place}`, cookie })).data;
    const first = await page();
    expect([first.total.count, first.total.isMore, first.rows.length, first.previous]).toEqual([27, false, 25, null]);
    const second = await page(`?after=${first.next}`);
    expect(second.rows.map(({ name }: { name: { name: string } }) => name.name)).toEqual([
      "Mariana Z24",
      "Mariana Z25",
    ]);
    expect(second.next).toBeNull();
    expect(await page(`?before=${second.previous}`)).toEqual(first);
    // a row that is gone, and an address of old, lead to the beginning
    for (const place of ["?after=nobody", "?before=nobody", "?page=2"]) expect(await page(place)).toEqual(first);
  });

  test("is in the order of kana for readers of Japanese", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    const japanese = [
      ["Kawai", "河合", "カワイ"],
      ["Gatō", "我藤", "ガトウ"],
      ["Ueda", "上田", "ウエダ"],
    ] as const;
    for (const [familyName, native, kana] of japanese)
      await addAccount(database, {
        passwordHash: null,
        person: { familyName, givenName: "Ren", nativeName: `${native} 蓮`, kana: `${kana} レン`, country: "JP" },
      });
    const order = async (locale: string, place = "") => {
      const path = `/${locale}/admin/accounts?q=ren${place}`;
      const { data } = await knock(accounts.loader, { database, path, cookie });
      return data.rows.map(({ name }: { name: { name: string } }) => name.name);
    };
    expect(await order("es")).toEqual(["我藤 蓮", "河合 蓮", "上田 蓮"]);
    expect(await order("ja")).toEqual(["上田 蓮", "我藤 蓮", "河合 蓮"]);
  });

  test("lists up to a thousand that are found, and everybody of a role along their names", async () => {
    const database = await open();
    const { cookie } = await administrator(database);
    await addCrowd(database, 1_020);
    const look = async (query: string) =>
      (await knock(accounts.loader, { database, path: `/es/admin/accounts?${query}`, cookie })).data;
    const namesOf = ({ rows }: { rows: { name: { name: string } }[] }) => rows.map(({ name }) => name.name);
    const whole = await look("q=crowd");
    expect([whole.total.count, whole.total.isMore, whole.isPart]).toEqual([1_000, true, true]);
    const found = new Set<string>();
    for (let page = whole; ; page = await look(`q=crowd&after=${page.next}`)) {
      for (const name of namesOf(page)) found.add(name);
      if (!page.next) break;
    }
    expect([...found]).toEqual([...found].toSorted());
    expect(found.size).toBe(1_000);
    const officials = await look("role=official");
    expect([officials.total.isMore, officials.isPart]).toEqual([true, false]);
    expect(namesOf(officials).slice(0, 2)).toEqual(["Ana Crowd0001", "Ana Crowd0002"]);
    expect(namesOf(await look(`role=official&after=${officials.next}`))[0]).toBe("Ana Crowd0026");
    const part = await look("q=crowd00 ana");
    expect([part.total.count, part.total.isMore, namesOf(part)[99 % 25]]).toEqual([100, false, "Ana Crowd0024"]);
    // an address and a role beside it
    expect(namesOf(await look("q=person7@customs"))).toEqual(["Ana Crowd0007"]);
    expect((await look("q=customs.example&role=manager")).total.count).toBe(3);
    expect((await look("role=manager")).total.count).toBe(3);
  });
});
