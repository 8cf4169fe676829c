import { posix } from "node:path";
import type { Sources } from "./sources.ts";

/** `to` is a file of ours, or the name of a package or of a module of Node's. */
export type Import = { from: string; to: string; isType: boolean };

export type ImportRule = {
  name: string;
  from: RegExp;
  to: RegExp;
  except?: { from?: RegExp; to?: RegExp };
  /** Types vanish before anything runs. */
  mayImportTypes?: boolean;
  /** Holds for whatever its imports import, too. */
  goesDeep?: boolean;
  /** A file that breaks the rule: the test sees that it is caught. */
  breach: { file: string; imports: string };
};

// the formatter writes every import in one of these ways; TypeScript 7 has no stable interface to ask instead
const statement =
  /^\s*(?:import|export)\s+((?:[\w$*,\s]|\{[^}]*\})*?)\s*(?:from\s*)?"([^"\n]+)"(?:\s+with\s+\{[^}]*\})?;/gm;
const call = /\bimport\(\s*(?:\/\*.*?\*\/\s*)?"([^"\n]+)"\s*\)/g;

export function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) => [
    ...[...text.matchAll(statement)].map(([, clause = "", to = ""]) => ({
      from,
      to: resolve(from, to, sources),
      isType: isTypeOnly(clause),
    })),
    ...[...text.matchAll(call)].map(([, to = ""]) => ({ from, to: resolve(from, to, sources), isType: false })),
  ]);
}

export function breachesOf(rule: ImportRule, all: Import[]): Import[] {
  const imports = rule.mayImportTypes ? all.filter(({ isType }) => !isType) : all;
  const { except = {} } = rule;
  return imports
    .filter(({ from }) => rule.from.test(from) && !except.from?.test(from))
    .flatMap((direct) => (rule.goesDeep ? [direct, ...reachableFrom(direct, imports)] : [direct]))
    .filter(({ to }) => rule.to.test(to) && !except.to?.test(to));
}

/** What an import brings along, told as if its own file had imported it. */
function reachableFrom({ from, to, isType }: Import, imports: Import[]): Import[] {
  const seen = new Set([to]);
  for (const file of seen) for (const next of imports) if (next.from === file) seen.add(next.to);
  seen.delete(to);
  return [...seen].map((reached) => ({ from, to: reached, isType }));
}

/** The first way round that is found, as the files along it; empty where there is none. */
export function findCycle(imports: Import[]): string[] {
  const next = Map.groupBy(imports, ({ from }) => from);
  const done = new Set<string>();
  const walk = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { to } of next.get(file) ?? []) {
      const cycle = walk(to, [...path, file]);
      if (cycle.length > 0) return cycle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const cycle = walk(file, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function isTypeOnly(clause: string): boolean {
  if (clause.startsWith("type ")) return true;
  const names = /^\{([^}]*)\}$/
    .exec(clause)?.[1]
    ?.split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  return names !== undefined && names.length > 0 && names.every((name) => name.startsWith("type "));
}

function resolve(from: string, to: string, sources: Sources): string {
  if (!to.startsWith("#") && !to.startsWith("."))
    return to.startsWith("@") ? to.split("/", 2).join("/") : (to.split("/", 1)[0] as string);
  // a style whose address is all that is wanted of it
  const named = to.replace(/\?url$/, "");
  const path = named.startsWith("#") ? named.slice(1) : posix.join(posix.dirname(from), named);
  return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => sources.has(candidate)) ?? path;
}
