// Where does the time of one act go? PostgreSQL's own log of every statement, laid beside the driver's clock.
import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { query } from '../bin/infra/postgres/postgres.ts'
import { type Ledger, perform, type Track } from './acts.ts'
import { mean } from './loop.ts'
import type { Stage } from './stage.ts'

/** Means over acts done one after the other; times in ms, statements as the server counted them. */
export type Anatomy = {
  acts: number
  whole: number
  admitting: number
  transaction: number
  answering: number
  statements: { api: number; worker: number }
  sqlMs: { api: number; worker: number }
}

type Line = { at: number; who: string; ms: number; text: string }
type Window = { from: number; to: number }
type Cut = Pick<Anatomy, 'admitting' | 'transaction' | 'answering'>

/** Does acts one by one while PostgreSQL logs each statement with its time and duration. */
export const anatomyOf = async (
  stage: Stage,
  tracks: Track[],
  acts: number,
  ledger: Ledger,
): Promise<Anatomy> => {
  const log = join(stage.folder, 'logs', 'postgres.log')
  const begin = statSync(log).size
  await listenIn(stage, true)
  const windows: Window[] = []
  for (let turn = 0; turn < acts; turn += 1) {
    const from = wallClock()
    await perform(tracks[turn % tracks.length] as Track, ledger)
    windows.push({ from, to: wallClock() })
  }
  await settled()
  await listenIn(stage, false)
  const lines = parse(await textFrom(log, begin)).filter(({ at }) => at >= (windows[0]?.from ?? 0))
  const cuts = windows.map((window) => cutOf(window, lines)).filter((cut) => cut !== null)
  const count = (who: string) =>
    lines.filter((line) => line.who === who && isStatement(line)).length / acts
  const sum = (who: string) =>
    lines.filter((line) => line.who === who).reduce((all, { ms }) => all + ms, 0) / acts
  return {
    acts: cuts.length,
    whole: mean(windows.map(({ from, to }) => to - from)),
    admitting: mean(cuts.map(({ admitting }) => admitting)),
    transaction: mean(cuts.map(({ transaction }) => transaction)),
    answering: mean(cuts.map(({ answering }) => answering)),
    statements: { api: count('api'), worker: count('worker') },
    sqlMs: { api: sum('api'), worker: sum('worker') },
  }
}

const wallClock = (): number => performance.timeOrigin + performance.now()
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500))

const listenIn = async ({ databaseUrl }: Stage, on: boolean): Promise<void> => {
  await query(databaseUrl, `ALTER SYSTEM SET log_line_prefix = '%n|%a|'`)
  await query(
    databaseUrl,
    on
      ? 'ALTER SYSTEM SET log_min_duration_statement = 0'
      : 'ALTER SYSTEM RESET log_min_duration_statement',
  )
  await query(databaseUrl, 'SELECT pg_reload_conf()')
  await settled()
}

const textFrom = async (file: string, begin: number): Promise<string> => {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const { buffer } = await handle.read(Buffer.alloc(size - begin), 0, size - begin, begin)
    return buffer.toString('utf8')
  } finally {
    await handle.close()
  }
}

const line =
  /^(\d+\.\d+)\|(\w*)\|LOG: {2}duration: ([\d.]+) ms {2}((?:parse|bind|execute|statement).*)$/gm

const parse = (text: string): Line[] =>
  [...text.matchAll(line)].map(([, at, who = '', ms, text = '']) => ({
    at: Number(at) * 1000,
    who,
    ms: Number(ms),
    text: text,
  }))

/** A statement of the extended protocol is parsed, bound and executed: three lines, one round trip. */
const isStatement = ({ text }: Line): boolean =>
  text.startsWith('execute') || text.startsWith('statement')

const cutOf = ({ from, to }: Window, lines: Line[]): Cut | null => {
  const within = lines.filter(({ at }) => at >= from - 1 && at <= to + 1)
  const stored = within.find(
    ({ who, text }) =>
      who === 'api' && text.startsWith('execute') && /insert into "?commands"?/i.test(text),
  )
  const begun = within.findLast(
    ({ who, text, at }) => who === 'api' && at <= (stored?.at ?? from) && /: begin/i.test(text),
  )
  const committed = within.find(
    ({ who, text, at }) => who === 'api' && at >= (stored?.at ?? to) && /: commit/i.test(text),
  )
  if (!begun || !committed) return null
  return {
    admitting: begun.at - from,
    transaction: committed.at - begun.at,
    answering: to - committed.at,
  }
}
