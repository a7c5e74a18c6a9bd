// How is a part that was measured by itself told, and when is it written down?
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Part, withPart } from './inbox/page.ts'
import type { Log } from './stage.ts'
import { judged, marked, plain, type Table } from './table.ts'

export type Measure = (log: Log) => Promise<void>

export const quick = process.argv.includes('--quick')

/** `--<name> N` of the command line. */
export const sized = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`)
  const size = at < 0 ? usual : Number(process.argv[at + 1])
  if (!Number.isInteger(size) || size < 1) throw new Error(`--${name} wants a number`)
  return size
}

/** A run of another size than the usual is a trial and is not written down. */
export const isTrial = (sizes: Record<string, number>): boolean =>
  quick || Object.entries(sizes).some(([name, size]) => sized(name, size) !== size)

const page = join(import.meta.dirname, '..', 'docs', 'benchmarks.md')

export const rewrite = (change: (before: string) => string, log: Log): void => {
  writeFileSync(page, change(existsSync(page) ? readFileSync(page, 'utf8') : ''))
  log(`written to ${page}`)
}

type PartReport = { words: string; goals: Parameters<typeof judged>[0]; tables: Table[] }

export const report = (
  part: Part,
  { words, goals, tables }: PartReport,
  log: Log,
  kept: boolean,
): void => {
  const targets = [judged(goals), ...tables]
  console.log(plain(...targets))
  if (kept)
    rewrite((before) => withPart(before, part, [words, ...targets.map(marked)].join('\n\n')), log)
}
