import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { Permission } from "#app/access/permissions.ts";
import { firstMessages } from "#app/web/invalid.ts";
import { recordJson, repeatJson } from "#app/web/once/json-answers.ts";
import { carryOutOnce } from "#app/web/once/once.ts";
import { requestName } from "#app/web/once/request-name.ts";
import { type Accepts, accepts, posting, reading } from "./accepts.ts";
import {
  access,
  admit,
  byOf,
  type Doorway,
  open,
  type Public,
  type Reading,
  takes,
  type Visit,
  type Writing,
} from "./door.ts";
import { asProblem } from "./manners.ts";
import { stayingOneself } from "./merged-actor.ts";
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
 * A request with an `Idempotency-Key` header may be sent again: it is carried out once, and answered alike.
 */
export function guardedJsonAction<Body extends z.ZodType, Data>(
  permission: Permission,
  schema: Body,
  act: (visit: Writing & { input: z.output<Body> }) => Promise<Data>,
  { methods = ["POST"], mostBytes = 1_000_000 }: Limits = {},
) {
  const action = (args: ActionFunctionArgs) =>
    answering(args, async (visit) => {
      const again = (whose: Visit & Public) => admit(asProblem, whose, permission);
      const guarded = again(visit);
      const body = await bodyOf(visit.request);
      const parsed = schema.safeParse(body);
      if (!parsed.success) return problem(422, firstMessages(parsed.error));
      const carryOut = (whose: typeof guarded) =>
        carryOutOnce<Data | Problem | Response, undefined>(whose, {
          name: requestName({ accountId: whose.actor.accountId, url: whose.url }, keyOf(whose.request), body),
          prepare: async () => undefined,
          act: (trx) => act({ ...whose, by: byOf(whose), input: parsed.data, trx }),
          record: recordJson,
          repeat: repeatJson,
        });
      return stayingOneself(asProblem, guarded, carryOut, again);
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

/** The header is a quoted string (RFC 9651); many programs leave the quotes out. */
const keyOf = (request: Request) => request.headers.get("idempotency-key")?.replace(/^"(.*)"$/, "$1");

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new Response(null, { status: 400 });
  }
}
