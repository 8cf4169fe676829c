import { faces, layers, rooms } from "./house.ts";
import type { ImportRule } from "./import-graph.ts";

const anything = /^(app|db)\//;

const oneOf = (folders: readonly string[]) => `^app/(${folders.join("|")})/`;

/** What no import of a folder may lead to: whatever stands above or after it. */
function looksOnlyBack(folder: string, above: readonly string[]): ImportRule {
  const [next = "", ...rest] = above;
  return {
    name: `${folder} looks only ${layers.some((layer) => layer === folder) ? "down" : "back"}`,
    from: new RegExp(`^app/${folder}/`),
    to: new RegExp(oneOf([next, ...rest])),
    breach: { file: `app/${folder}/thing.ts`, imports: `import { thing } from "#app/${next}/thing.ts";` },
  };
}

const order: readonly string[] = [...layers, ...rooms];

/** A layer whose files know nothing of ours but what is listed. */
const knowsOnly = (layer: string, ...known: string[]): ImportRule => ({
  name: `${layer} knows only ${known.join(", ") || "itself"}`,
  from: new RegExp(`^app/${layer}/`),
  to: anything,
  except: { to: new RegExp(`^(${[`app/${layer}/`, ...known].join("|")})`) },
  breach: { file: `app/${layer}/thing.ts`, imports: `import { may } from "#app/access/permissions.ts";` },
});

/** Migrations with parts of their own, which may have parts again. */
const withParts = {
  november: "23-foundation|27-people-in-order|27-workshop-words|28-people|28-person-doubles",
  december: "02-name-keys|21-applications|24-sealed-answers",
  folders: "applications|sealed-answers",
};

export const importRules: ImportRule[] = [
  ...order.map((folder, index) => looksOnlyBack(folder, [...order.slice(index + 1), ...faces, "operations"])),
  ...faces.map((face) =>
    looksOnlyBack(
      face,
      [...faces, "operations"].filter((other) => other !== face),
    ),
  ),
  knowsOnly("time"),
  knowsOnly("settings", "app/time/"),
  knowsOnly("threads"),
  knowsOnly("i18n", "app/time/"),
  knowsOnly("ui", "app/i18n/", "app/time/"),
  knowsOnly("documents", "app/i18n/", "app/threads/", "app/time/"),
  {
    name: "what runs us knows layers and the demo, but no room",
    from: /^app\/operations\//,
    to: new RegExp(oneOf([...rooms, ...faces.filter((face) => face !== "demo")])),
    breach: { file: "app/operations/http/http.ts", imports: `import { enrol } from "#app/enrolment/commands.ts";` },
  },
  {
    name: "only the site map, its twin and the entries know all rooms",
    from: /^app\/[^/]+$/,
    to: new RegExp(oneOf([...rooms, ...faces])),
    except: { from: /^app\/(routes\.ts|reactions\.ts|root\.tsx|entry\.client\.ts|entry\.server\.tsx)$/ },
    breach: { file: "app/shortcuts.ts", imports: `export { enrol } from "./enrolment/commands.ts";` },
  },
  {
    name: "only what runs us knows the reactions and the site map",
    from: anything,
    to: /^app\/(reactions|routes)\.ts$/,
    except: { from: /^app\/(operations|demo)\// },
    breach: { file: "app/outbox/run.ts", imports: `import { reactions } from "#app/reactions.ts";` },
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
    to: /^(?!app\/)|[/.](queries|commands|jobs|route|server)\.tsx?$/,
    mayImportTypes: true,
    goesDeep: true,
    breach: { file: "app/enrolment/seats.rules.ts", imports: `import { mayApply } from "#app/enrolment/queries.ts";` },
  },
  {
    name: "rules know no package",
    from: /[/.]rules\.ts$/,
    to: /^(?!app\/)/,
    mayImportTypes: true,
    goesDeep: true,
    breach: { file: "app/enrolment/rules.ts", imports: `import { newToken } from "#app/sessions/token.ts";` },
  },
  {
    name: "what a page shows changes nothing",
    from: /-view\.ts$/,
    to: /[/.]commands\.ts$/,
    mayImportTypes: true,
    breach: { file: "app/desk/today-view.ts", imports: `import { saveSheet } from "#app/attendance/commands.ts";` },
  },
  {
    name: "a form asks nobody",
    from: /[/.]form\.ts$/,
    to: /[/.](queries|commands|jobs)\.ts$/,
    breach: { file: "app/accounts/form.ts", imports: `import { findAccount } from "./queries.ts";` },
  },
  {
    name: "what runs in the browser is loaded by its entry alone",
    from: anything,
    to: /\.client\.ts$/,
    except: { from: /^app\/entry\.client\.ts$/ },
    breach: { file: "app/attendance/sheet/sheet.tsx", imports: `import { sheet } from "./sheet.client.ts";` },
  },
  {
    name: "jobs alone follow from events",
    from: /^app\/reactions\.ts$/,
    to: /^app\/(?!.*[/.]jobs\.ts$|outbox\/(job|works\/works)\.ts$)/,
    breach: { file: "app/reactions.ts", imports: `import { tell } from "./certificates/letter.ts";` },
  },
  {
    name: "queries do not command",
    from: /[/.]queries\.ts$/,
    to: /[/.]commands\.ts$/,
    breach: { file: "app/enrolment/queries.ts", imports: `import { enrol } from "./commands.ts";` },
  },
  {
    // their files take long to read, and whoever writes keeps everybody else waiting
    name: "nobody who may be in a transaction reads fonts",
    from: /[/.](rules|queries|commands)\.ts$/,
    to: /^app\/documents\/(font-coverage|fonts|pdf)\.ts$/,
    except: { from: /^app\/documents\// },
    mayImportTypes: true,
    breach: {
      file: "app/certificates/issue.commands.ts",
      imports: `import { readFontCoverage } from "#app/documents/font-coverage.ts";`,
    },
  },
  {
    name: "migrations are frozen in time",
    from: /^db\/migrations\//,
    to: anything,
    // each of these has parts of its own
    except: {
      from: new RegExp(
        `^db/migrations/(2026-(11-(${withParts.november})|12-(${withParts.december}))|(${withParts.folders})/.+).ts$`,
      ),
    },
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
    name: "the database knows nothing of ours but time, and its commands the settings",
    from: /^db\//,
    to: /^app\//,
    except: { to: /^app\/(time|settings)\// },
    breach: { file: "db/database.ts", imports: `const { find } = await import("#app/people/queries.ts");` },
  },
  {
    name: "no barrels",
    from: anything,
    to: /(^|\/)index\.(ts|tsx)$/,
    breach: { file: "app/ui/frame/page.tsx", imports: `export * from "./index.ts";` },
  },
  {
    name: "the site needs no test",
    from: anything,
    to: /^test\/|^vitest$/,
    breach: { file: "app/web/doors/form-door.ts", imports: `import { expect } from "vitest";` },
  },
];
