import { expect, test } from "vitest";
import { addInstitution } from "#test/integration/nominations/calling.ts";
import { describeDatabases } from "#test/support/databases.ts";
import { sendingSetUp } from "./sending.ts";

describeDatabases("the preview of a list", (open) => {
  const setUp = async () => {
    const database = await open();
    return { database, ...(await sendingSetUp(database)) };
  };

  test("says of somebody new all that would be kept, an M beside an H as a woman's", async () => {
    const { check, look } = await setUp();
    const path = await check("Apellido,Nombre,Sexo (H/M),Cargo,País\r\nPeña,María,M,Jefa,MX\r\nRuiz,Juan,H,,\r\n");
    expect((await look(path)).rows.map(({ changes }: { changes: string[] }) => changes)).toEqual([
      ["Cargo: Jefa", "País: México", "Sexo: Mujer", "Idioma: español"],
      ["País: México", "Sexo: Hombre", "Idioma: español"],
    ]);
  });

  test("asks what an M is where nobody can tell, at its cell", async () => {
    const { check, look } = await setUp();
    const [row] = (await look(await check("Apellido,Nombre,Sexo\r\nPeña,María,M\r\n"))).rows;
    expect(row).toMatchObject({ outcome: "wrong" });
    expect(row.errors[0]).toMatch(/^C2: .*«M»/);
  });

  test("names the institutions that are registered where a row names another", async () => {
    const { database, check, look } = await setUp();
    await addInstitution(database, "SAT", "MX");
    const known = await look(await check("Apellido,Nombre,País\r\nPeña,María,MX\r\n"));
    expect(known).toMatchObject({ institutions: [], workshop: null });
    const unknown = await look(await check("Apellido,Nombre,Institución\r\nPeña,María,Ninguna\r\n", undefined, "MJ-1"));
    expect(unknown.rows[0].errors[0]).toMatch(/^C2: .*«Ninguna»/);
    expect(unknown.institutions).toContainEqual({ code: "SAT", name: expect.stringContaining("SAT") });
    // the next file is for the same workshop
    expect(unknown.workshop).toBe("MJ-1");
  });

  test("shows a language in words, before and after", async () => {
    const { check, look, decide, work } = await setUp();
    const list = (language: string) => `Apellido,Nombre,Correo,Idioma\r\nPeña,María,maria@example.mx,${language}\r\n`;
    await decide(await check(list("español")), { part: "apply" });
    await work();
    expect((await look(await check(list("en")))).rows[0].changes).toEqual(["Idioma: español → inglés"]);
  });
});
