import type { EntryContext, ServerBuild } from "@remix-run/node";
import type { AppContext } from "#app/web/context.ts";

/** The least that Remix runs: one route that says what reached it. */
export const echo = {
  entry: {
    module: {
      default: (_request: Request, status: number, headers: Headers, _entry: EntryContext) =>
        new Response("page", { status, headers }),
    },
  },
  routes: {
    echo: {
      id: "echo",
      path: "*",
      module: {
        loader: ({ context }: { context: unknown }) => {
          const { nonce, requestId, address } = context as AppContext;
          return Response.json({ nonce, requestId, address, padding: "ñ".repeat(2000) });
        },
        action: async ({ request }: { request: Request }) =>
          Response.json({ fields: [...(await request.formData()).keys()].length }),
      },
    },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  basename: "/",
  publicPath: "/",
  assetsBuildDirectory: "",
  future: { v3_singleFetch: true },
  isSpaMode: false,
} as unknown as ServerBuild;
