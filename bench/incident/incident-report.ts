// Which promises are made of the incident room in a browser, are they kept, and in which table are the figures told?
import type { Target } from '../figures.ts'
import { percentile } from '../loop.ts'
import type { Table } from '../table.ts'
import { type IncidentFigures, LARGE } from './incident.ts'

const MOST_LCP_MS = 1_500
const MOST_INPUT_MS = 100
const MOST_NODES = 1_500

const p95 = (values: number[]): number => percentile(values, 0.95)
const whole = (count: number): string => count.toLocaleString('en-US')
const large = `${LARGE.orders} orders, ${whole(LARGE.log)} entries`

export const incidentGoals = (figures: IncidentFigures): Target[] => {
  const { cold, warm, nodes, streams, heard, keys, presses } = figures
  const within = (words: string, values: number[], most: number): Target => ({
    words: `${words} p95 ≤ ${whole(most)} ms`,
    figure: `${p95(values).toFixed(0)} ms`,
    met: values.length > 0 && p95(values) <= most,
  })
  return [
    within(`incident room of ${large}: largest paint with an empty cache`, cold, MOST_LCP_MS),
    within('the same with a full one', warm, MOST_LCP_MS),
    within('a key in the field of the log, while others act', keys, MOST_INPUT_MS),
    within(
      'a press in the incident room, while others act',
      heard > 0 ? presses : [],
      MOST_INPUT_MS,
    ),
    {
      words: 'event streams of two tabs: 1',
      figure: String(streams),
      met: streams === 1,
    },
    {
      words: `nodes of the incident room ≤ ${whole(MOST_NODES)}`,
      figure: whole(nodes),
      met: nodes <= MOST_NODES,
    },
  ]
}

export const incidentTable = ({ cold, warm, keys, presses }: IncidentFigures): Table => ({
  head: ['the incident room in Chromium', 'measured', 'p50 ms', 'p95 ms', 'longest ms'],
  rows: Object.entries({
    'largest paint, empty cache': cold,
    'largest paint, full cache': warm,
    'a key in the field of the log → painted': keys,
    'a press on a filter of the log → painted': presses,
  }).map(([words, values]) => [
    words,
    String(values.length),
    ...[0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(0)),
  ]),
})

export const ofIncident = ({ heard }: IncidentFigures): string => `## The incident room in a browser

An emergency of ${large} of the log, opened in Chromium (1440 × 900, without a graphics card) from the API process, each time in a new browser that knows
nothing, and in a second tab of it. Then keys are pressed in the field of the log and filters in the room, from the event until the frame that follows it is painted,
while another officer writes the log every 0.4 s (${heard} entries during the presses), which reaches the open room over its event stream. Measured by \`npm run bench -- --incident\`; \`--loads N\` tries it shorter.`
