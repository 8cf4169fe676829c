// `npm run db:new -- enrolment-notes` makes db/migrations/<today>-enrolment-notes.ts.
import { existsSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const template = (name: string) => `/** ${name.replaceAll("-", " ")} */
export const statements = ({ strict }: { strict: string; bytes: string }): string[] => [
  \`create table example (
    id text primary key not null,
    created_at text not null
  )\${strict}\`,
];
`;

/**
 * Writes the file of a new migration, dated with the day in UTC.
 * @returns its path
 * @throws where the name is no name, or taken
 */
export function newMigration(folder: string, name: string, today: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))
    throw new Error("Give the migration a name in kebab-case: npm run db:new -- enrolment-notes");
  const file = resolve(folder, `${today}-${name}.ts`);
  if (existsSync(file)) throw new Error(`${file} exists already.`);
  writeFileSync(file, template(name), { flag: "wx" });
  return file;
}

if (import.meta.main) {
  try {
    const today = new Date().toISOString().slice(0, 10);
    console.log(newMigration(resolve(import.meta.dirname, "migrations"), process.argv[2] ?? "", today));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
