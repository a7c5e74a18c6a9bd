// On which machine and with which versions was measured?
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism, release, totalmem } from 'node:os'
import { sql } from 'drizzle-orm'
import { temporalCli } from '../bin/infra/temporal/temporal.ts'
import type { Stage } from './stage.ts'

export type Machine = {
  processor: string
  cores: number
  memoryGiB: number
  system: string
  versions: Record<string, string>
  date: string
}

export const machineOf = async ({ db }: Stage): Promise<Machine> => {
  const { rows } = await db.execute<{ server_version: string }>(sql`SHOW server_version`)
  const temporal = /version ([\d.]+) \(Server ([\d.]+)/.exec(
    execFileSync(temporalCli(), ['--version'], { encoding: 'utf8' }),
  )
  return {
    processor:
      /model name\s*:\s*(.+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1]?.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: totalmem() / 2 ** 30,
    system: `${process.platform} ${process.arch} ${release()}`,
    versions: {
      Node: process.versions.node,
      PostgreSQL: rows[0]?.server_version ?? 'unknown',
      'Temporal CLI': temporal?.[1] ?? 'unknown',
      'Temporal server': temporal?.[2] ?? 'unknown',
      '@temporalio': versionOf('@temporalio/worker'),
    },
    date: new Date().toISOString().slice(0, 10),
  }
}

const versionOf = (name: string): string =>
  JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), 'utf8'))
    .version
