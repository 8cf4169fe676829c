import type { AuditAction } from "#app/audit/actions.ts";
import { listLastChanges } from "#app/audit/queries.ts";
import { formatInstant } from "#app/i18n/format.ts";
import { addressedName } from "#app/people/names.ts";
import { factFields } from "#app/people/rules.ts";
import type { Reading } from "#app/web/doors/door.ts";
import type { Id } from "#db/id.ts";
import { listDoers } from "./person.queries.ts";

/** So many stand on a person's page, the latest. */
const mostChanges = 30;

/** Changes of a person and of their account that its page puts into words. */
const toldChanges = [
  "person.added",
  "person.changed",
  "person.nameConfirmed",
  "person.listed",
  "person.unlisted",
  "person.merged",
  "person.unmerged",
  "person.distinguished",
  "account.opened",
  "account.invited",
  "account.passwordSet",
  "account.addressChanged",
  "account.merged",
  "account.unmerged",
  "account.disabled",
  "account.enabled",
  "grant.added",
  "grant.removed",
] as const satisfies AuditAction[];
type ToldChange = (typeof toldChanges)[number];

type NamedField = (typeof factFields)[number];

type Whose = { personIds: Id<"person">[]; accountId: Id<"account"> | null };

/** What was changed of somebody, by whom and when, the latest first. */
export async function changesOf({ db, locale, actor }: Reading, { personIds, accountId }: Whose) {
  const about = [
    ...personIds.map((id) => ({ kind: "person" as const, id })),
    ...(accountId ? [{ kind: "account" as const, id: accountId }] : []),
  ];
  const changes = await listLastChanges(db, about, mostChanges);
  const doers = await listDoers(
    db,
    changes.flatMap(({ accountId }) => accountId ?? []),
  );
  return changes.flatMap(({ at, accountId, action, details }, index) => {
    const told = toldChanges.find((one) => one === action);
    const doer = doers.find(({ id }) => id === accountId);
    return told
      ? [
          {
            id: index,
            action: told as ToldChange,
            fields: fieldsIn(details),
            by: doer ? addressedName(doer, locale) : null,
            at: formatInstant(locale, at, actor.zone),
          },
        ]
      : [];
  });
}

function fieldsIn(details: Record<string, unknown>): NamedField[] {
  const fields = Array.isArray(details.fields) ? details.fields : [];
  return factFields.filter((field) => fields.includes(field));
}
