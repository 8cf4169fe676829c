import type { i18n, TFunction } from "i18next";
import type { Namespace } from "./namespaces.ts";

/**
 * i18next takes some 10 µs to find a text and to fill it in, and a page asks for hundreds.
 * Texts never change while we run, so what it has answered to a key and parameters is its answer for good.
 */
type Memory = { byNamespaces: Map<string, TFunction>; filled: Generations };

const memories = new WeakMap<i18n, Memory>();

/** i18next's own `t` for these namespaces, which it asks only for what is not remembered. There is one for all. */
export function rememberingT<const Names extends Namespace | readonly Namespace[]>(
  instance: i18n,
  namespaces: Names,
): TFunction<Names> {
  const memory = memoryOf(instance);
  const name = typeof namespaces === "string" ? namespaces : namespaces.join();
  const t = memory.byNamespaces.get(name) ?? remembering(instance, namespaces, memory);
  memory.byNamespaces.set(name, t as TFunction);
  return t as TFunction<Names>;
}

function memoryOf(instance: i18n): Memory {
  const memory = memories.get(instance) ?? { byNamespaces: new Map(), filled: new Generations() };
  memories.set(instance, memory);
  return memory;
}

function remembering<const Names extends Namespace | readonly Namespace[]>(
  instance: i18n,
  namespaces: Names,
  { byNamespaces, filled }: Memory,
): TFunction<Names> {
  // in the name of a text a number stands for the namespaces: shorter names are found faster
  const number = byNamespaces.size;
  /** Texts without parameters: as many as there are. */
  const plain = new Map<string, string>();
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
