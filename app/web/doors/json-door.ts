import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import { firstMessages } from "#app/web/invalid.ts";
import { type Accepts, accepts, posting, reading } from "./accepts.ts";
import {
  access,
  admit,
  byOf,
  type Doorway,
  inTransaction,
  open,
  type Public,
  type Reading,
  takes,
  untilRefused,
  type Visit,
  type Writing,
} from "./door.ts";
import { asProblem } from "./manners.ts";
import { Problem, problem, problemResponse } from "./problem.ts";

const program = { takesBearer: true, tellsIn: "json" } as const satisfies Partial<Accepts>;

/** What a program reads with this permission: told as JSON. */
export function guardedJsonLoader<Data>(permission: Permission, load: (visit: Reading) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    answering(args, (visit) => load({ ...admit(asProblem, visit, permission), db: visit.context.database.read }));
  return Object.assign(loader, { [access]: permission, [accepts]: { ...reading, ...program } });
}

/** What any program reads. */
export function publicJsonLoader<Data>(load: (visit: Reading<Public>) => Promise<Data>) {
  const loader = (args: LoaderFunctionArgs) =>
    answering(args, (visit) => load({ ...visit, db: visit.context.database.read }));
  return Object.assign(loader, { [access]: "public" as const, [accepts]: { ...reading, ...program } });
}

type Limits = { methods?: readonly string[]; mostBytes?: number };

/**
 * What a program changes with this permission: validates its body, then runs `act` as one transaction.
 * A refusal is a problem: `return refuse(problem(409, { name: "common:form.invalid" }))`.
 */
export function guardedJsonAction<Body extends z.ZodType, Data>(
  permission: Permission,
  schema: Body,
  act: (visit: Writing & { input: z.output<Body> }) => Promise<Data>,
  { methods = ["POST"], mostBytes = 1_000_000 }: Limits = {},
) {
  const action = (args: ActionFunctionArgs) =>
    answering(args, async (visit) => {
      const guarded = admit(asProblem, visit, permission);
      const parsed = schema.safeParse(await bodyOf(visit.request));
      if (!parsed.success) return problem(422, firstMessages(parsed.error));
      const { database } = visit.context;
      const acting = { ...guarded, by: byOf(visit), input: parsed.data };
      return untilRefused<Data | Problem>(() => inTransaction(database, (trx) => act({ ...acting, trx })));
    });
  const accepting: Accepts = { ...posting, ...program, methods, types: ["application/json"], mostBytes };
  return Object.assign(action, { [access]: permission, [takes]: schema, [accepts]: accepting });
}

/** A door that answers JSON. A token that is not valid is always refused, also where no token is needed. */
const answering = <Data>(args: Doorway, answer: (visit: Visit & Public) => Promise<Data | Problem>) =>
  open(asProblem, args, async (visit) => {
    if (!visit.actor && visit.request.headers.has("authorization")) throw asProblem.stranger(visit);
    return toResponse(await answer(visit), visit);
  });

/** An action may answer for itself, such as 201 with the address of what is new. */
function toResponse(answer: unknown, { locale, context: { requestId } }: Visit): Response {
  if (answer instanceof Response) return answer;
  if (answer instanceof Problem) return problemResponse({ ...answer, locale, requestId });
  return Response.json(answer);
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new Response(null, { status: 400 });
  }
}
