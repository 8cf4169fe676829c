// `npm run new:route -- desk/quotas /:l/desk/workshops/:code/quotas workshop.change` makes a page and its address.
import { parseArgs } from "node:util";
import { permissions } from "#app/access/permissions.ts";
import { namespaces } from "#app/i18n/namespaces.ts";
import { faces, rooms } from "#test/architecture/house.ts";
import { addText, camel, capital, change, create, insert, isThere, runScaffold, type Tree, textOf } from "./tree.ts";

export type AskedRoute = {
  /** Folder and file, such as `desk/quotas`. */
  page: string;
  address: string;
  /** Or `public`. */
  permission: string;
  /** The namespace of its texts, where the folder has none of its own. */
  texts?: string;
};

type Route = AskedRoute & { folder: string; name: string; texts: string; file: string };

/** Makes a page, its address, its place in the site map and its texts. @returns what remains @throws what is wrong */
export function newRoute(tree: Tree, asked: AskedRoute): string[] {
  const route = checked(tree, asked);
  const { name, address, page, file, texts } = route;
  const neighbour = neighbourOf(textOf(tree, "app/addresses.ts"), address);
  const place = { after: `  ${neighbour}: `, before: "}" };
  change(tree, "app/addresses.ts", insert(`  ${name}: "${address}",`, place));
  change(tree, "app/routes.ts", insert(`  ${name}: "${page}.route.tsx",`, place));
  create(tree, file, isUnderWorkshop(route) ? workshopPage(route) : plainPage(route));
  for (const text of ["title", "lead"]) addText(tree, `${texts}:${name}.${text}`);
  return [
    `${file}: what it reads and shows`,
    `locales/{es,ja,en}/${texts}.json: the texts under ${name}`,
    `a link to it: to.${name}(…) of app/addresses.ts`,
    "test/integration/access/matrix.txt: npm run check -- matrix fails; look at each new line, then renew it with -u",
    "test/e2e/page-list.ts: its address, for whoever may open it",
  ];
}

function checked(tree: Tree, asked: AskedRoute): Route {
  const parts = asked.page.split("/");
  const [folder = "", file = ""] = [parts[0], parts.at(-1)];
  const route = {
    ...asked,
    folder,
    name: camel(file),
    texts: asked.texts ?? folder,
    file: `app/${asked.page}.route.tsx`,
  };
  const addresses = textOf(tree, "app/addresses.ts");
  const problems: [boolean, string][] = [
    [!/^[a-z-]+(\/[a-z-]+)+$/.test(asked.page), "Name folder and file in kebab-case: desk/quotas"],
    [![...rooms, ...faces, "sign-in"].includes(folder) || !isThere(tree, `app/${folder}`), `No folder app/${folder}`],
    [isThere(tree, route.file), `${route.file} is there already`],
    [!/^(\/(:\w+|[a-z][\w.-]*))+$/.test(asked.address), "Begin the address with a slash: /:l/desk/quotas"],
    [addresses.includes(`: "${asked.address}",`), `${asked.address} is an address already`],
    [
      addresses.includes(`\n  ${route.name}: `),
      `${route.name} is the name of an address already: name the file otherwise`,
    ],
    [
      asked.permission !== "public" && !(asked.permission in permissions),
      `No permission ${asked.permission}: add it to app/access/permissions.ts first, with its roles`,
    ],
    [!namespaces.some((known) => known === route.texts), `Say whose texts it uses: --texts=${namespaces.join("|")}`],
  ];
  const problem = problems.find(([isWrong]) => isWrong);
  if (problem) throw new Error(problem[1]);
  return route;
}

/** The name of the address that begins most alike; of several the last. */
function neighbourOf(addresses: string, address: string): string {
  const known = [...addresses.matchAll(/^ {2}(\w+): "(.+)",$/gm)].map(([, name = "", other = ""]) => ({
    name,
    alike: alike(other.split("/"), address.split("/")),
  }));
  return known.reduce((best, next) => (next.alike >= best.alike ? next : best), { name: "", alike: 0 }).name;
}

function alike(some: string[], others: string[]): number {
  const parted = some.findIndex((part, index) => part !== others[index]);
  return parted < 0 ? some.length : parted;
}

/** Pages about one workshop share a frame; rooms before the workshops know none. */
const isUnderWorkshop = ({ address, folder, permission }: Route) =>
  address.startsWith("/:l/desk/workshops/:code/") &&
  permission !== "public" &&
  !rooms.slice(0, rooms.indexOf("workshops") + 1).some((room) => room === folder);

const workshopPage = ({ name, texts, permission }: Route) => `import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { guardedLoader } from "#app/web/doors/form-door.ts";
import { deskWorkshop } from "#app/workshops/desk-door.ts";
import { WorkshopFrame } from "#app/workshops/view/workshop-frame.tsx";

export const loader = guardedLoader("${permission}", async (visit) => {
  const { frame } = await deskWorkshop(visit);
  return { frame };
});

export default function ${capital(name)}Page() {
  const { frame } = useLoaderData<typeof loader>();
  const { t } = useTranslation("${texts}");
  return (
    <WorkshopFrame {...frame} isWithin title={t("${name}.title")}>
      <p>{t("${name}.lead")}</p>
    </WorkshopFrame>
  );
}
`;

const plainPage = ({
  name,
  texts,
  permission,
}: Route) => `import { useTranslation } from "#app/i18n/use-translation.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { ${permission === "public" ? "publicLoader" : "guardedLoader"} } from "#app/web/doors/form-door.ts";

export const loader = ${permission === "public" ? "publicLoader(" : `guardedLoader("${permission}", `}async () => null);

export default function ${capital(name)}Page() {
  const { t } = useTranslation("${texts}");
  return (
    <Page title={t("${name}.title")}>
      <p>{t("${name}.lead")}</p>
    </Page>
  );
}
`;

if (import.meta.main)
  runScaffold(() => {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { texts: { type: "string" } } });
    const [page = "", address = "", permission = ""] = positionals;
    return newRoute(process.cwd(), { page, address, permission, texts: values.texts });
  });
