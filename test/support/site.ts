import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { KyselyPlugin } from "kysely";
import type { z } from "zod";
import routes from "#app/routes.ts";
import { type Accepts, accepts } from "#app/web/doors/accepts.ts";
import type { takes } from "#app/web/doors/door.ts";
import type { Database, Writer } from "#db/database.ts";

type Doorway = (args: LoaderFunctionArgs & ActionFunctionArgs) => Promise<unknown>;
export type SitePlace = { path: string; file: string; loader?: Doorway; action?: Doorway & { [takes]: z.ZodType } };

/** Every address of the site map with the doors behind it. */
export async function sitePlaces(): Promise<SitePlace[]> {
  const entries = (await routes) as RouteConfigEntry[];
  return Promise.all(
    entries.map(async ({ path = "", file }) => {
      const { loader, action } = await import(/* @vite-ignore */ `../../app/${file}`);
      return { path: `/${path}`, file, loader, action };
    }),
  );
}

/** Whether a door takes what a script sends, and no form. */
export const isForScripts = (action: object | undefined) =>
  (action as { [accepts]?: Accepts } | undefined)?.[accepts]?.types.includes("application/json") ?? false;

/** `/:l/workshops/:code` with its parameters filled in. */
export const addressOf = (path: string, params: Record<string, string>) =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? "missing")).replace("*", "nowhere");

/** Institutions and programmes have codes of their own. */
export const recordOf = (path: string, kind: keyof typeof records): Record<string, string> => {
  const [, room] = /^\/:l\/(?:(?:admin|desk)\/)?(institutions|programmes)\/:code/.exec(path) ?? [];
  return room ? { code: records[kind][room as "programmes"] } : {};
};
const records = {
  own: { institutions: "MX-CUSTOMS", programmes: "MJ-CUSTOMS" },
  foreign: { institutions: "JP-CUSTOMS", programmes: "ZZ" },
  missing: { institutions: "NONE", programmes: "NONE" },
};

/** A database on which every transaction is undone at its end: a thousand attempts leave no trace. */
export function undoing(database: Database): Database {
  return {
    ...database,
    async transact(work) {
      const undo = new Error("undo");
      let result: Awaited<ReturnType<typeof work>> | undefined;
      await database
        .transact(async (trx) => {
          result = await work(trx);
          throw undo;
        })
        .catch((error) => {
          if (error !== undo) throw error;
        });
      return result as Awaited<ReturnType<typeof work>>;
    },
  };
}

/** A database that notes which tables its committed transactions have written. */
export function watching(database: Database): { database: Database; written: string[] } {
  const written: string[] = [];
  const noting = (noted: string[]): KyselyPlugin => ({
    transformQuery({ node }) {
      const table =
        "into" in node
          ? node.into
          : "table" in node
            ? node.table
            : "from" in node && node.kind === "DeleteQueryNode"
              ? node.from
              : undefined;
      if (table) noted.push(...(JSON.stringify(table).match(/(?<="name":")\w+/g) ?? []));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return {
    written,
    database: {
      ...database,
      async transact(work) {
        const noted: string[] = [];
        const result = await database.transact((trx) => work(trx.withPlugin(noting(noted)) as Writer));
        written.push(...noted);
        return result;
      },
    },
  };
}
