import { cityOf } from "#app/i18n/city-of.ts";
import type { Translator } from "#app/i18n/translator.server.ts";
import type { Instant } from "#app/time/instant.ts";
import { offsetText } from "#app/time/offset.ts";
import { instantToWall } from "#app/time/wall-time.ts";
import { zones } from "#app/time/zones.ts";
import type { Option } from "#app/ui/form/fields.tsx";

/** City and distance from UTC: what the platform calls these zones is misleading in Japanese. */
export const zoneChoices = ({ t, at }: { t: Translator; at: Instant }): Option[] =>
  zones.map((zone) => ({
    value: zone,
    label: t("people:choice.zone", { city: cityOf(zone, t), offset: offsetText(at, instantToWall(at, zone)) }),
  }));
