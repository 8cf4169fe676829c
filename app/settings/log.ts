import { type Logger, pino } from "pino";

export type { Logger };

/** JSON lines on stderr, so that stdout stays readable to people. Never personal data, query strings or bodies. */
const base = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: withoutValues } },
  pino.destination(2),
);

export const logger = (component: string): Logger => base.child({ component });

/** Database errors carry rows and parameters in fields of their own: only what names the fault goes on. */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, status: (error as { status?: unknown } | null)?.status };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return { type: error.name, message: error.message, code, constraint, stack: error.stack };
}
