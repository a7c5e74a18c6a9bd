// Which promises are made of a database after a year, are they kept, and in which table are the figures told?
import type { Target } from '../figures.ts'
import { percentile } from '../loop.ts'
import type { Table } from '../table.ts'
import { type Kind, kinds, readers, type Who, type YearFigures } from './year.ts'

const MOST_MS = 300
const whole = (count: number): string => count.toLocaleString('en-US')

/** The slowest of all, so that one slow page cannot hide among quick ones. */
export const yearGoals = ({ points, size }: YearFigures): Target[] =>
  (Object.keys(readers) as Who[]).flatMap((who) =>
    (Object.keys(kinds) as Kind[]).map((kind) => {
      const own = points.filter((point) => point.who === who && point.kind === kind)
      const p95 = Math.max(...own.map(({ ms }) => percentile(ms, 0.95)))
      return {
        words: `${kinds[kind]}, p95 ≤ ${MOST_MS} ms (${readers[who].words}, slowest question, after a year of ${whole(size.alarms)} alarms)`,
        figure: `${p95.toFixed(0)} ms`,
        met: own.length > 0 && p95 <= MOST_MS,
      }
    }),
  )

export const yearTable = ({ points }: YearFigures): Table => ({
  head: ['after a year, over HTTP', 'kB', 'p50 ms', 'p95 ms', 'p99 ms'],
  rows: points.map(({ who, words, kilobytes, ms }) => [
    `${readers[who].words}: ${words}`,
    kilobytes.toFixed(0),
    ...[0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1)),
  ]),
})

export const ofYear = ({
  size,
  cases,
  facts,
  filledSeconds,
}: YearFigures): string => `## After a year

${whole(size.alarms)} alarms that have ended, each with its case, 250 that ring, ${whole(size.emergencies)} emergencies of 30 orders and one of 200 orders and 2,000 entries of the
log: copies of what the product has brought about, ${whole(cases)} cases with ${whole(facts)} facts in all, written straight into PostgreSQL (${filledSeconds.toFixed(0)} s). One request after
the other from the API process. Measured by \`npm run bench -- --year\`; \`--alarms N\` tries it smaller.`
