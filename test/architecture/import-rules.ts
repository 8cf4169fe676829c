import type { ImportRule } from "./import-graph.ts";

/** Each may import those before it, never those after it: what has to go forwards travels through the outbox. */
const rooms = ["institutions", "people", "programmes", "workshops", "enrolment", "attendance", "evaluation", "certificates", "progress"];
const anyRoom = new RegExp(`^app/(${rooms.join("|")})/`);
const anything = /^(app|db)\//;

/** What every layer may know about how we run: the shape of the settings and of a log. */
const settingsAndLog = "app/operations/(settings|log)\\.ts$";

const lookOnlyBack = rooms.slice(0, -1).map((room, index): ImportRule => {
  const later = rooms.slice(index + 1);
  return {
    name: `${room} looks only back`,
    from: new RegExp(`^app/${room}/`),
    to: new RegExp(`^app/(${later.join("|")})/`),
    breach: { file: `app/${room}/commands.ts`, imports: `import { find } from "#app/${later[0]}/queries.ts";` },
  };
});

/** A layer whose files, its pages apart, know nothing of ours but what is listed. */
const knowsOnly = (layer: string, ...known: string[]): ImportRule => ({
  name: `${layer} knows only ${known.join(", ") || "itself"}`,
  from: new RegExp(`^app/${layer}/`),
  to: anything,
  except: { from: /\.route\.tsx?$/, to: new RegExp(`^(${[`app/${layer}/`, ...known].join("|")})`) },
  breach: { file: `app/${layer}/thing.ts`, imports: `import { may } from "#app/access/permissions.ts";` },
});

export const importRules: ImportRule[] = [
  ...lookOnlyBack,
  knowsOnly("time"),
  knowsOnly("i18n", "app/time/"),
  knowsOnly("ui", "app/i18n/", "app/time/"),
  knowsOnly("documents", "app/i18n/", "app/time/"),
  knowsOnly("outbox", "app/time/", "db/", settingsAndLog),
  knowsOnly("mail", "app/i18n/", "app/time/", "app/documents/", "app/outbox/", "db/", settingsAndLog),
  {
    name: "layers know no room",
    from: /^app\/(access|web|ui|outbox|mail|documents|i18n|time|operations)\//,
    to: anyRoom,
    breach: { file: "app/mail/compose.ts", imports: `import type { Workshop } from "#app/workshops/queries.ts";` },
  },
  {
    name: "only the site map, its twin and the entries know all rooms",
    from: /^app\/[^/]+$/,
    to: anyRoom,
    except: { from: /^app\/(routes\.ts|jobs\.ts|root\.tsx|entry\.client\.ts|entry\.server\.tsx)$/ },
    breach: { file: "app/shortcuts.ts", imports: `export { enrol } from "./enrolment/commands.ts";` },
  },
  {
    name: "only what runs us knows the jobs and the site map",
    from: anything,
    to: /^app\/(jobs|routes)\.ts$/,
    except: { from: /^app\/operations\/|^db\/seed\// },
    breach: { file: "app/outbox/run.ts", imports: `import { handlers } from "#app/jobs.ts";` },
  },
  {
    name: "what runs us is known for its settings and its log alone",
    from: anything,
    to: /^app\/operations\//,
    except: { from: /^app\/operations\//, to: new RegExp(settingsAndLog) },
    breach: { file: "app/web/guard.ts", imports: `import { createApp } from "#app/operations/http.ts";` },
  },
  {
    name: "nobody imports a route",
    from: anything,
    to: /\.route\.tsx?$/,
    breach: { file: "app/workshops/card.tsx", imports: `import { loader } from "./workshop.route.tsx";` },
  },
  {
    name: "rules reach nothing that reads or writes",
    from: /[/.]rules\.ts$/,
    to: /^(?!app\/|temporal-polyfill$)|[/.](queries|commands|jobs|route|server)\.tsx?$/,
    mayImportTypes: true,
    goesDeep: true,
    breach: { file: "app/enrolment/seats.rules.ts", imports: `import { mayApply } from "#app/enrolment/queries.ts";` },
  },
  {
    name: "rules know no package but the calendar",
    from: /[/.]rules\.ts$/,
    to: /^(?!app\/|temporal-polyfill$)/,
    mayImportTypes: true,
    goesDeep: true,
    breach: { file: "app/enrolment/rules.ts", imports: `import { newToken } from "#app/sessions/token.ts";` },
  },
  {
    name: "queries do not command",
    from: /[/.]queries\.ts$/,
    to: /[/.]commands\.ts$/,
    breach: { file: "app/enrolment/queries.ts", imports: `import { enrol } from "./commands.ts";` },
  },
  {
    name: "migrations are frozen in time",
    from: /^db\/migrations\//,
    to: anything,
    except: { from: /^db\/migrations\/2026-11-23-foundation\.ts$/ },
    mayImportTypes: true,
    breach: { file: "db/migrations/2026-01-01-first.ts", imports: `import { newId } from "../new-id.ts";` },
  },
  {
    name: "only a dialect knows its driver",
    from: anything,
    to: /^(better-sqlite3|pg)$/,
    except: { from: /^db\/dialect\// },
    breach: { file: "db/database.ts", imports: `import SQLite from "better-sqlite3";` },
  },
  {
    name: "the database knows no room, but for its seed",
    from: /^db\/(?!seed\/)/,
    to: /^app\//,
    except: { to: new RegExp(`^(app/time/|${settingsAndLog})`) },
    breach: { file: "db/database.ts", imports: `const { find } = await import("#app/people/queries.ts");` },
  },
  {
    name: "no barrels",
    from: anything,
    to: /(^|\/)index\.(ts|tsx)$/,
    breach: { file: "app/ui/page.tsx", imports: `export * from "./index.ts";` },
  },
  {
    name: "the site needs no test",
    from: anything,
    to: /^test\/|^vitest$/,
    breach: { file: "app/web/guard.ts", imports: `import { expect } from "vitest";` },
  },
];
