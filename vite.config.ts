import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { openPages } from "./app/open-pages.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Only open pages do without the styles of all others: a page cannot forget to bring them. */
function wholeStyles(): Plugin {
  return {
    name: "whole-styles",
    enforce: "pre",
    transform(code, id) {
      const page = /\/app\/(.+\.route\.tsx)(?:\?|$)/.exec(id)?.[1];
      return page === undefined || openPages.includes(page) ? null : `import "/app/whole.css";${code}`;
    },
  };
}

export default defineConfig({
  plugins: [
    wholeStyles(),
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: false,
        v3_routeConfig: true,
      },
    }),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      // pages that only lead elsewhere have nothing for the browser: no reason to warn whoever starts Puente for the first time
      onwarn: (warning, warn) => void (warning.code === "EMPTY_BUNDLE" || warn(warning)),
    },
  },
});
