// Which promises are made of five years of enforcement, are they kept, and in which table are the figures told?
import type { Target } from '../figures.ts'
import { percentile } from '../loop.ts'
import type { Table } from '../table.ts'
import type { DossierFigures } from './dossier.ts'
import { type EnforcementFigures, type Kind, kinds, readers, type Who } from './enforcement.ts'

const MOST_MS = 300
const whole = (count: number): string => count.toLocaleString('en-US')

const dossierGoals = ({ pages, seconds, before, beside }: DossierFigures): Target[] => {
  const longest = Math.max(...seconds)
  const share = percentile(beside, 0.95) / percentile(before, 0.95)
  return [
    {
      words: `a dossier of ${pages} pages of evidence ≤ 20 s, while others act`,
      figure: `${longest.toFixed(1)} s`,
      met: longest <= 20,
    },
    {
      words: 'act p95 while it is made at most 1.2 × that before',
      figure: `${share.toFixed(2)} ×`,
      met: share <= 1.2,
    },
  ]
}

export const dossierTable = ({ dossier }: EnforcementFigures): Table => ({
  head: [`acts of ${dossier.clients} clients`, 'acts', 'p50 ms', 'p95 ms', 'p99 ms'],
  rows: (['before', 'beside'] as const).map((when) => [
    { before: 'without a dossier', beside: 'while one is made' }[when],
    String(dossier[when].length),
    ...[0.5, 0.95, 0.99].map((share) => percentile(dossier[when], share).toFixed(1)),
  ]),
})

/** The slowest of all, so that one slow page cannot hide among quick ones. */
export const enforcementGoals = ({ points, size, dossier }: EnforcementFigures): Target[] => [
  ...dossierGoals(dossier),
  ...(Object.keys(readers) as Who[]).flatMap((who) =>
    (Object.keys(kinds) as Kind[]).flatMap((kind) => {
      const own = points.filter((point) => point.who === who && point.kind === kind)
      if (own.length === 0) return []
      const p95 = Math.max(...own.map(({ ms }) => percentile(ms, 0.95)))
      return [
        {
          words: `${kinds[kind]}, p95 ≤ ${MOST_MS} ms (${readers[who].words}, slowest question, ${whole(size.cases)} penalty cases among ${whole(size.enterprises)} enterprises)`,
          figure: `${p95.toFixed(0)} ms`,
          met: p95 <= MOST_MS,
        },
      ]
    }),
  ),
]

export const enforcementTable = ({ points }: EnforcementFigures): Table => ({
  head: ['five years of enforcement, over HTTP', 'kB', 'p50 ms', 'p95 ms', 'p99 ms'],
  rows: points.map(({ who, words, kilobytes, ms }) => [
    `${readers[who].words}: ${words}`,
    kilobytes.toFixed(0),
    ...[0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1)),
  ]),
})

export const ofEnforcement = ({
  size,
  cases,
  facts,
  filledSeconds,
}: EnforcementFigures): string => `## Enforcement

${whole(size.enterprises)} enterprises, ${whole(size.cases)} penalty cases of five years, one in ten of which goes on: copies of an ordinary case and one on the spot that the product
has brought about, ${whole(cases)} cases with ${whole(facts)} facts in all, written straight into PostgreSQL (${filledSeconds.toFixed(0)} s). One request after the other from the API
process. Measured by \`npm run bench -- --enforcement\`; \`--cases N\` and \`--enterprises N\` try it smaller.`
