import { type MessageContent, messages } from "#app/demo/content/messages.ts";
import { locales } from "#app/i18n/locales.ts";
import { plusDays, plusMinutes } from "#app/time/instant.ts";
import type { Id } from "#db/id.ts";
import type { SeededWorkshop } from "./workshop-rows.ts";
import type { World } from "./world.ts";

/** What the coordinator has written. The copies of what has gone are made as soon as the demo runs. */
export function addMessages(world: World, workshops: SeededWorkshop[], writtenBy: Id<"account">): void {
  for (const message of messages)
    for (const { id } of workshops.filter(({ content }) => content === message.workshop))
      addMessage(world, id, message, writtenBy);
}

function addMessage(
  { rows, id, at }: World,
  workshopId: Id<"workshop">,
  { minutesAgo, inDays, texts }: MessageContent,
  writtenBy: Id<"account">,
): void {
  const messageId = id<"message">();
  const when = plusMinutes(at, -minutesAgo);
  const sent = { state: "sent", sendAt: null, sentAt: when } as const;
  rows.message.push({
    ...{ id: messageId, workshopId, writtenBy, audience: "all", sessionId: null },
    ...(inDays === null ? sent : { state: "scheduled", sendAt: plusDays(at, inDays), sentAt: null }),
    ...{ createdAt: when, changedAt: when },
  });
  for (const locale of locales)
    rows.messageText.push({ id: id(), messageId, locale, ...(texts[locale] ?? { subject: "", body: "" }) });
  if (inDays !== null) return;
  rows.outbox.push({
    ...{ id: id(), event: "message.sent", reaction: "spread", payload: JSON.stringify({ messageId }) },
    ...{ workshopId, personId: null, createdAt: when, dueAt: when },
  });
}
