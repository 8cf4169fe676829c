import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { readFilesUrl } from "#app/settings/files-url.ts";

/** A store of our own on this machine, which takes any secret. */
export async function startS3() {
  const directory = mkdtempSync(join(tmpdir(), "puente-s3-"));
  const configureBuckets = [{ name: "puente", configs: [] }];
  const server = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets });
  const { port } = await server.run();
  const files = readFilesUrl(`s3://S3RVER:S3RVER@127.0.0.1:${port}/puente?tls=off`);
  if (!files) throw new Error("the address of the store is none");
  return {
    files,
    async stop() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
