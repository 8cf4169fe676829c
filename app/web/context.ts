import type { Logger } from "#app/settings/log.ts";
import type { Settings } from "#app/settings/settings.ts";
import type { Database } from "#db/database.ts";

/** A page as it was rendered, with its headers. */
export type FinishedAnswer = { headers: [name: string, value: string][]; body: Uint8Array };

/** What the server hands to every loader and action. */
export type AppContext = {
  database: Database;
  settings: Settings;
  log: Logger;
  /** Whether the visitor's browser unpacks gzip. */
  takesGzip: boolean;
  /** For this answer's scripts and styles. */
  nonce: string;
  /** Also stands in the log and on error pages. */
  requestId: string;
  /** The visitor's address, for limits only; never logged or stored in clear. */
  address: string;
  /** Ready when the visitor's line takes more of an answer that is made while it leaves; absent in tests. */
  isReady?: () => Promise<unknown>;
  /** Aborted when the server is about to stop: whoever is being told of something is let go. */
  stopping?: AbortSignal;
  /** Keeps a page that has no script, where the next stranger sees the same; absent everywhere else. */
  keep?: (page: FinishedAnswer) => void;
};

declare module "@remix-run/server-runtime" {
  /** What Remix hands on from the server is ours. */
  interface AppLoadContext extends AppContext {}
}
