import type { i18n, TFunction } from "i18next";
import type { Namespace } from "./namespaces.ts";

/**
 * i18next takes some 10 µs to find a text and to fill it in, and a page asks for hundreds.
 * Texts never change while we run, so what it has answered to a key and parameters is its answer for good.
 */
type Memory = { scopes: Map<string, Scope>; filled: Generations };

/** The namespaces in which keys are looked up; `plain` holds texts without parameters, as many as there are. */
type Scope = { number: number; plain: Map<string, string> };

const memories = new WeakMap<i18n, Memory>();

/** i18next's own `t` for these namespaces, which it asks only for what is not remembered. */
export function rememberingT<const Names extends Namespace | readonly Namespace[]>(
  instance: i18n,
  namespaces: Names,
): TFunction<Names> {
  const { scopes, filled } = memoryOf(instance);
  const { number, plain } = scopeOf(scopes, String(namespaces));
  return new Proxy(instance.getFixedT(null, namespaces), {
    apply(t, self, asked: unknown[]) {
      const [key, parameters] = asked;
      const answer = () => Reflect.apply(t, self, asked);
      if (typeof key !== "string" || asked.length > 2) return answer();
      if (parameters === undefined) return known(plain, key, answer);
      const name = isRecord(parameters) ? nameOf(`${number} ${key}`, parameters) : null;
      return name === null ? answer() : known(filled, name, answer);
    },
  });
}

function memoryOf(instance: i18n): Memory {
  const memory = memories.get(instance) ?? { scopes: new Map(), filled: new Generations() };
  memories.set(instance, memory);
  return memory;
}

/** In the name of a text a number stands for the namespaces: shorter names are found faster. */
function scopeOf(scopes: Memory["scopes"], namespaces: string): Scope {
  const scope = scopes.get(namespaces) ?? { number: scopes.size, plain: new Map() };
  scopes.set(namespaces, scope);
  return scope;
}

type Store = { get(name: string): string | undefined; set(name: string, text: string): unknown };

function known(store: Store, name: string, answer: () => unknown): unknown {
  const text = store.get(name);
  if (text !== undefined) return text;
  const asked = answer();
  if (typeof asked === "string") store.set(name, asked);
  return asked;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Longer ones are rarely asked for twice. */
const longestName = 400;

/**
 * One name for a key with its parameters, which nothing else has. A text stands behind its length: so it is no number.
 * @returns null for values that have no such name (lists, dates, objects), and where it would be long
 */
function nameOf(key: string, parameters: Record<string, unknown>): string | null {
  let name = key;
  for (const parameter in parameters) {
    const value = parameters[parameter];
    if (typeof value === "string") name += `\n${parameter} ${value.length} ${value}`;
    else if (value == null || typeof value === "number" || typeof value === "boolean")
      name += `\n${parameter} ${value}`;
    else return null;
  }
  return name.length > longestName ? null : name;
}

/** Keeps what was asked for last: once the younger half is full, the older half is forgotten. */
class Generations implements Store {
  static readonly size = 5_000;
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  get(name: string): string | undefined {
    const young = this.#young.get(name);
    if (young !== undefined) return young;
    const old = this.#old.get(name);
    if (old !== undefined) this.set(name, old);
    return old;
  }

  set(name: string, text: string): void {
    if (this.#young.size >= Generations.size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(name, text);
  }
}
