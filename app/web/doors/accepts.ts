import { mostFields } from "#app/web/fields.ts";

/** What a door lets in. `operations/http/request-checks.ts` checks a request by this, before its body is read. */
export type Accepts = {
  methods: readonly string[];
  /** Content types of a body, such as `application/json` or `image/*`; none where a door takes no body. */
  types: readonly string[];
  /** The longest body. */
  mostBytes: number;
  /** Of a door for files, the longest file: what a refusal speaks of. */
  mostFileBytes?: number;
  /** How long a body may take to come. */
  mostSeconds: number;
  /** The most fields of an urlencoded body; taking more apart costs seconds. */
  mostFields: number;
  /** Whether the server takes the whole body before the door opens; else the door reads it as it arrives. */
  isBuffered: boolean;
  /** Whether a bearer token is enough: without a cookie, and from any origin. */
  takesBearer: boolean;
  /** How a refusal is told. */
  tellsIn: "html" | "json";
};

/** The mark of what a door accepts. The symbol is registered because the build and the server each load this file. */
export const accepts = Symbol.for("puente.accepts");

const nothing = {
  methods: [],
  types: [],
  mostBytes: 0,
  mostSeconds: 30,
  mostFields: Number.POSITIVE_INFINITY,
  isBuffered: true,
  takesBearer: false,
  tellsIn: "html",
} as const satisfies Accepts;

/** What a loader accepts, of whatever kind. */
export const reading = { ...nothing, methods: ["GET", "HEAD"] } as const satisfies Accepts;

/** What an action accepts whose form is a page's. */
export const posting = {
  ...nothing,
  methods: ["POST"],
  types: ["application/x-www-form-urlencoded", "multipart/form-data"],
  mostBytes: 1_000_000,
  mostFields,
} as const satisfies Accepts;

/** What is accepted where nothing says otherwise. */
export const anywhere: Accepts = { ...posting, methods: [...reading.methods, ...posting.methods] };

/** For a file that comes over a slow line. */
export const longestBodySeconds = 15 * 60;

type Marked = { [accepts]?: Accepts };

/**
 * What the address of these doors accepts. A loader takes no body, so where there is an action its word on bodies
 * holds.
 */
export function acceptsOf({ loader, action }: { loader?: unknown; action?: unknown }): Accepts | null {
  const [read, write] = [markOf(loader), markOf(action)];
  if (!read || !write) return write ?? read;
  return { ...write, methods: [...read.methods, ...write.methods] };
}

const markOf = (door: unknown): Accepts | null => (door as Marked | undefined)?.[accepts] ?? null;
