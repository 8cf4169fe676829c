import { type Logger, pino } from "pino";

export type { Logger };

/** JSON lines on stderr, so that stdout stays readable to people. Never personal data, query strings or bodies. */
const base = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutValues } },
  pino.destination(2),
);

export const logger = (component: string): Logger => base.child({ component });

/** Errors of the database carry rows and parameters. Only the fields that name the fault are logged. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, status: (error as { status?: unknown } | null)?.status };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}
