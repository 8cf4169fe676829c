import type { Actor } from "#app/access/actor.ts";
import { may, reachOf } from "#app/access/permissions.ts";
import type { Reading } from "#app/web/guard.ts";
import { orNotFound } from "#app/web/not-found.ts";
import { findWorkshop } from "./queries.ts";
import { workshopView } from "./workshop-view.ts";

/** The workshop of an address under the desk, where the reader may see it, and the frame of its page. */
export async function deskWorkshop({ db, actor, locale, t, params }: Pick<Reading, "db" | "actor" | "locale" | "t" | "params">) {
  const workshop = orNotFound(await findWorkshop(db, params.code ?? "", reachOf(actor, "desk.read")));
  return { workshop, frame: { workshop: workshopView(workshop, locale, t), sections: sectionsFor(actor) } };
}

function sectionsFor(actor: Actor) {
  return [
    "overview" as const,
    ...(may(actor, "workshop.change") ? (["details"] as const) : []),
    "participants" as const,
    ...(may(actor, "certificate.issue") ? (["certificates"] as const) : []),
    ...(may(actor, "message.read") ? (["messages"] as const) : []),
  ];
}
