// Which promises are made of devices, are they kept, and in which tables are the figures told?

import type { Target } from '../figures.ts'
import { percentile } from '../loop.ts'
import type { Table } from '../table.ts'
import type { DevicesFigures } from './devices.ts'
import type { Without } from './devices-outages.ts'
import type { Count } from './devices-tally.ts'

const LEAST_PER_SECOND = 3_650
const MOST_STORED_MS = 2_000
const MOST_VISIBLE_MS = 1_000

/** OPC UA has no answer to a reading, and a plant keeps little of it for us. */
const isKept = ({ feed }: Count): boolean => feed !== 'demo-plant'
const sum = (counts: Count[], of: 'sent' | 'stored' | 'lost' | 'strange'): number =>
  counts.reduce((all, one) => all + one[of], 0)
const ms = (value: number): string => `${value.toFixed(0)} ms`
const whole = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 })

export const devicesGoals = (figures: DevicesFigures): Target[] => {
  const { perSecond, stored, visible, flood, temporal, postgres, before, after } = figures
  const [p95, desk] = [stored[0]?.p95 ?? Number.NaN, percentile(visible.visible, 0.95)]
  const again = after.filter(isKept)
  const none = (words: string, count: number): Target => ({
    words: `${words} 0`,
    figure: whole(count),
    met: count === 0,
  })
  const least = LEAST_PER_SECOND.toLocaleString('en-US')
  return [
    {
      words: `readings a second ≥ ${least}`,
      figure: whole(perSecond),
      met: perSecond >= LEAST_PER_SECOND,
    },
    {
      words: `reading → stored p95 ≤ ${MOST_STORED_MS / 1_000} s at ${least} readings a second`,
      figure: ms(p95),
      met: p95 <= MOST_STORED_MS,
    },
    {
      words: `reading → row on the desk p95 ≤ ${MOST_VISIBLE_MS / 1_000} s beside them`,
      figure: ms(desk),
      met: desk <= MOST_VISIBLE_MS && visible.never === 0,
    },
    none('readings lost, through ten minutes, a flood and Temporal killed', sum(before, 'lost')),
    {
      words: `a flood of ${flood.detectors} gas alarms in 10 s is one group, the red ones on top`,
      figure: `${flood.groups} of ${flood.inGroup}, ${flood.gravest} red`,
      met:
        flood.groups === 1 &&
        flood.inGroup === flood.detectors &&
        flood.visible === flood.detectors &&
        flood.onTop,
    },
    none(
      `alarms lost, doubled or out of order with Temporal away for ${whole(temporal.seconds)} s`,
      broken(temporal),
    ),
    {
      words: 'the desk shows them meanwhile, and says how far the cases are behind',
      figure: `${whole(temporal.waitingCount)} wait, ${whole(temporal.delayRecorded)} s`,
      met:
        temporal.visible.never === 0 &&
        temporal.waitingCount > 0 &&
        temporal.delayRecorded >= temporal.seconds / 2,
    },
    none(
      `answered while PostgreSQL was away for ${whole(postgres.seconds)} s`,
      postgres.acknowledged,
    ),
    none('readings lost, of pushes, stations, panels and vehicles', sum(again, 'lost')),
    none('readings doubled', sum(again, 'strange')),
    none('alarms lost, doubled or out of order with PostgreSQL away', broken(postgres)),
  ]
}

const broken = ({ lost, doubled, disordered }: Without): number => lost + doubled + disordered

export const devicesCounts = ({ stored, before, after }: DevicesFigures): Table => ({
  head: [
    'feed',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'sent',
    'stored',
    'lost',
    'sent, PostgreSQL killed',
    'lost',
  ],
  rows: [
    ...after.map((one) => {
      const [took, then] = [
        stored.find(({ feed }) => feed === one.feed),
        before.find(({ feed }) => feed === one.feed),
      ]
      const times = took
        ? [took.p50, took.p95, took.p99].map((value) => value.toFixed(0))
        : ['', '', '']
      const counts = [
        then?.sent ?? 0,
        then?.stored ?? 0,
        then?.lost ?? 0,
        one.sent - (then?.sent ?? 0),
        one.lost - (then?.lost ?? 0),
      ]
      return [one.feed, ...times, ...counts.map(whole)]
    }),
    [
      '**all**',
      ...[stored[0]?.p50, stored[0]?.p95, stored[0]?.p99].map((value) => (value ?? 0).toFixed(0)),
      ...totals(before, after),
    ],
  ],
})

const totals = (before: Count[], after: Count[]): string[] =>
  [
    sum(before, 'sent'),
    sum(before, 'stored'),
    sum(before, 'lost'),
    sum(after, 'sent') - sum(before, 'sent'),
    sum(after, 'lost') - sum(before, 'lost'),
  ].map(whole)

export const devicesWays = ({ acknowledged, visible, temporal }: DevicesFigures): Table => {
  const row = (words: string, values: number[]) => [
    words,
    String(values.length),
    ...[0.5, 0.95, 0.99].map((share) => percentile(values, share).toFixed(0)),
  ]
  return {
    head: ['', 'measured', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows: [
      row('a push of up to 400 readings → acknowledged', acknowledged),
      row('gas beyond its limit → event stream of the desk', visible.announced),
      row('gas beyond its limit → row on the desk', visible.visible),
      row('the same while Temporal is away', temporal.visible.visible),
    ],
  }
}

export const devicesOutages = ({ temporal, postgres }: DevicesFigures): Table => {
  const row = (words: string, one: Without) => [
    words,
    ...[one.seconds, one.alarms, one.lost, one.doubled, one.disordered].map(whole),
    one.caughtUpSeconds.toFixed(1),
  ]
  return {
    head: [
      'killed with −9',
      's away',
      'alarms meanwhile',
      'lost',
      'doubled',
      'out of order',
      's to catch up',
    ],
    rows: [row('Temporal', temporal), row('PostgreSQL', postgres)],
  }
}

export const devicesProcessors = ({ usage }: DevicesFigures): Table => {
  const share = (time: number) => `${((time / usage.wallMs) * 100).toFixed(0)} %`
  return {
    head: ['the usual load', 'of one processor'],
    rows: [
      ...Object.entries(usage.processes).map(([name, { all }]) => [name, share(all)]),
      ['**all of the machine**', share(usage.busyMs)],
    ],
  }
}

export const ofDevices = ({
  size,
  postgres,
}: DevicesFigures): string => `## The devices of a prefecture

${size.minutes} minutes of the whole load through real sockets: 64 chemical plants of 50 tags, each told every second, pushed over HTTP by eight platforms (3,200 a second);
a made-up plant of 63 tags over OPC UA (63); 2,000 vehicles every ten seconds over JT/T 809 (200); 28 lifts a second with six readings each over HTTP (168); 50 outfalls
with six measures every ten seconds over HJ 212 (30); reservoirs over SL 651 and fire panels over GB 26875 (3). Then sixty gas detectors of one plant in ten seconds; then Temporal, and
then PostgreSQL, killed with −9 and started again while all go on sending. A reading is stored when its transaction is committed (\`pg_xact_commit_timestamp\`); HJ 212, JT/T 809 and the lifts tell
whole seconds, so up to a second of theirs is rounding, and SL 651 tells minutes and is not timed. What was sent is understood on the side by the same codecs and compared, point by point, with what is stored.
JT/T 809 has no answer to a position: what comes while PostgreSQL is away is kept aside by the devices process. OPC UA has none either: what it loses is shown (gaps marked: ${whole(postgres.gaps)}). Measured by \`npm run bench -- --devices\`; \`--minutes N\`, \`--temporal S\` and \`--postgres S\` try it shorter.`
