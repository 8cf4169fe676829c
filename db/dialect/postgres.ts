import { PostgresDialect, PostgresQueryCompiler } from "kysely";
import pg from "pg";
import type { Dialect } from "./dialect.ts";
import { snakeCase } from "./naming.ts";

// counts come as 64-bit integers, which the driver hands over as text; ours stay far below 2^53
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export const postgres: Dialect = {
  open(url) {
    const pool = new pg.Pool({ connectionString: url, max: 10 });
    // without listeners a restart of the database would end our process: of idle connections, and of those in use between two queries
    pool.on("error", () => {});
    pool.on("connect", (client) => client.on("error", () => {}));
    const dialect = new NamingDialect({ pool });
    return { read: dialect, write: dialect };
  },
  ddl: { strict: "", bytes: "bytea" },
  isUnavailable: (error) => unreachable.test(codeOf(error)) || cutOff.test(String(error)),
  // pg_dump and pg_restore do this, and know their server's version
  file: null,
  // beside serialisation and deadlock, a unique value that somebody else committed after we had looked: the next attempt sees it
  isConflict: (error) => ["40001", "40P01", "23505"].includes(codeOf(error)),
};

class NamingDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new NamingCompiler();
  }
}

class NamingCompiler extends PostgresQueryCompiler {
  override sanitizeIdentifier(identifier: string) {
    return snakeCase(super.sanitizeIdentifier(identifier));
  }
}

/** Classes 08 and 57P (connections, shutdown), 53300 (too many of them), and what the network says. */
const unreachable = /^(08...|57P0.|53300|ECONN\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
/** The driver's own words for a connection that is gone; they have no code. */
const cutOff = /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");
