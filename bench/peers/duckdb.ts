import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Syntax } from '../decisions/conditions.ts';
import { printCondition } from '../decisions/conditions.ts';
import type { Model } from '../decisions/model.ts';
import type { Request } from '../decisions/requests.ts';
import { isInstalled, loadPeer } from './peer.ts';
import { prohibitionsOf } from './prohibitions.ts';

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        runAndReadAll(sql: string): Promise<{ getColumns(): unknown[][] }>;
        run(sql: string): Promise<unknown>;
        closeSync(): void;
      }>;
    }>;
  };
}

const syntax: Syntax = {
  and: 'AND',
  not: (text) => `NOT (${text})`,
  flag: (path) => path,
  number: (path, operator, value) => `${path} ${operator} ${value}`,
  term: (path, _name, leaves) => `${path} IN ('${leaves.join("', '")}')`,
  path: columnOf,
};

function columnOf(fact: string): string {
  return fact.replace('customer.', '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** DuckDB in this process: the customers in a table, all rules in one WHERE. Undefined where it is not installed. */
export async function askDuckDb(
  model: Model,
  requests: readonly Request[],
): Promise<{ pass(): Promise<Uint8Array>; close(): void } | undefined> {
  if (!isInstalled()) return undefined;
  const { DuckDBInstance } = await loadPeer<DuckDb>('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const folder = mkdtempSync(join(tmpdir(), 'privacy-bench-duckdb-'));
  const path = join(folder, 'requests.json');
  writeFileSync(path, requests.map(rowOf).join('\n'));
  await connection.run(
    `CREATE TABLE requests AS SELECT * FROM read_json_auto('${path}', format='newline_delimited')`,
  );
  rmSync(folder, { recursive: true });
  const forbidden = prohibitionsOf(model).map(({ when }) => `(${printCondition(when, syntax)})`);
  const sql = `SELECT number FROM requests WHERE NOT (${forbidden.join(' OR ')})`;
  return {
    async pass() {
      const answers = new Uint8Array(requests.length);
      const [numbers = []] = (await connection.runAndReadAll(sql)).getColumns();
      for (const number of numbers) answers[Number(number)] = 1;
      return answers;
    },
    close: () => connection.closeSync(),
  };
}

function rowOf({ customer, ...request }: Request, number: number): string {
  const facts = Object.entries({ ...customer, ...request }).map(([name, value]) => [columnOf(name), value]);
  return JSON.stringify({ number, ...Object.fromEntries(facts) });
}
