// Which promises are made of emergencies, are they kept, and in which tables are the figures told?
import type { Target } from '../figures.ts'
import { percentile } from '../loop.ts'
import type { Table } from '../table.ts'
import type { EmergenciesFigures } from './emergencies.ts'
import type { ActTimes, Response } from './response.ts'

const MOST_VISIBLE_MS = 1_000
const MOST_SLOWER = 1.5

const ascending = (values: number[]): number[] => [...values].sort((a, b) => a - b)
const all = (responses: Response[], of: (one: Response) => number[]): number[] =>
  ascending(responses.flatMap(of))
const actsOf = ({ acts }: Response): number[] => Object.values(acts).flat()
const p95 = (values: number[]): number => percentile(values, 0.95)
const sum = (responses: Response[], of: 'never' | 'twice'): number =>
  responses.reduce((total, one) => total + one[of], 0)

export const emergenciesGoals = (figures: EmergenciesFigures): Target[] => {
  const { quiet, loaded, kept } = figures
  const visible = p95(all(loaded, (one) => one.visible))
  const slower = p95(all(loaded, actsOf)) / p95(all(quiet, actsOf))
  const none = (words: string, count: number): Target => ({
    words: `${words} 0`,
    figure: String(count),
    met: count === 0,
  })
  return [
    {
      words: `order given → on the unit’s phone p95 ≤ ${MOST_VISIBLE_MS / 1_000} s (${of(figures)})`,
      figure: `${visible.toFixed(0)} ms`,
      met: visible <= MOST_VISIBLE_MS,
    },
    {
      words: `act p95 of them ≤ ${MOST_SLOWER} × that of one emergency alone`,
      figure: `${slower.toFixed(2)} ×`,
      met: slower <= MOST_SLOWER,
    },
    none(
      'orders lost, doubled or never shown to their unit',
      kept.ordersLost +
        kept.ordersDoubled +
        sum([...quiet, ...loaded], 'never') +
        sum([...quiet, ...loaded], 'twice'),
    ),
    none('acts in emergencies lost or doubled', kept.actsLost + kept.actsDoubled),
    none('hash chains of emergencies broken', kept.brokenChains),
  ]
}

const of = ({ loaded, pace, people, perSecond }: EmergenciesFigures): string =>
  `${loaded.length} emergencies of ${pace.orders} orders, ${people.loaded} people, ${perSecond.toLocaleString('en-US', { maximumFractionDigits: 0 })} readings a second`

const shares = ['p50 ms', 'p95 ms', 'p99 ms', 'longest ms']
const told = (values: number[]): string[] => [
  String(values.length),
  ...[0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(0)),
]

const lines: [words: string, of: (one: Response) => number[]][] = [
  ['order given → event stream of the unit', (one) => one.announced],
  ['order given → inbox of the unit', (one) => one.visible],
  ...(
    [
      ['order', 'act: an order given'],
      ['log', 'act: an entry of the log'],
      ['unit', 'act: received, begun, done'],
    ] satisfies [keyof ActTimes, string][]
  ).map(([kind, words]): [string, (one: Response) => number[]] => [words, (one) => one.acts[kind]]),
  ['all acts', actsOf],
]

export const emergenciesTable = ({ quiet, loaded, people }: EmergenciesFigures): Table => ({
  head: ['', 'measured', ...shares],
  rows: [
    [`one emergency alone, ${people.quiet} people`, quiet] as const,
    [`${loaded.length} beside the devices, ${people.loaded} people`, loaded] as const,
  ].flatMap(([when, responses]) =>
    lines.map(([words, values]) => [`${words} (${when})`, ...told(all(responses, values))]),
  ),
})

export const emergenciesCounts = ({ kept, retries }: EmergenciesFigures): Table => ({
  head: ['orders', 'lost', 'doubled', 'not done', 'acts', 'lost', 'doubled', 'asked again'],
  rows: [
    [
      kept.orders,
      kept.ordersLost,
      kept.ordersDoubled,
      kept.ordersOpen,
      kept.acted,
      kept.actsLost,
      kept.actsDoubled,
      retries,
    ].map(String),
  ],
})

export const emergenciesProcessors = ({ usage }: EmergenciesFigures): Table => {
  const share = (ms: number): string => `${((ms / usage.wallMs) * 100).toFixed(0)} %`
  return {
    head: ['three emergencies beside the devices', 'of one processor'],
    rows: Object.entries(usage.processes).map(([name, { all: spent }]) => [name, share(spent)]),
  }
}

export const ofEmergencies = ({
  pace,
  people,
}: EmergenciesFigures): string => `## Three emergencies at once

${people.loaded} people answer three emergencies of three counties, each with ${pace.orders} orders in ${pace.seconds} s: nine officers give orders and write the log, the others
carry them out on their phones (received, begun, done), beside all devices of the prefecture; before that, ${people.quiet} of them one emergency alone, at the same pace.
Phones listen to their event stream and then read their inbox, as the page does; an officer's incident room reads case, orders and log again when it hears of
a change. Measured by \`npm run bench -- --emergencies\`; \`--orders N\` tries it smaller.`
