// How are the figures of acts told, at the terminal and in docs/benchmarks.md?
import { bottleneck, processorTable } from './bottleneck.ts'
import { type Figures, type Point, shareOfFloor, targetsOf } from './figures.ts'
import { percentile } from './loop.ts'
import { aligned, judged, marked, type Table } from './table.ts'

const names = { floor: 'bare floor', desk: 'desk act', chart: 'chart act' } as const

const speeds = (figures: Figures): Table => ({
  head: ['', 'clients', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'of the floor'],
  rows: figures.points.map(({ kind, clients, samples: { ms, perSecond } }: Point) => [
    names[kind],
    String(clients),
    perSecond.toFixed(1),
    ...[0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1)),
    kind === 'floor' ? '' : `${(shareOfFloor(figures, kind, clients) * 100).toFixed(1)} %`,
  ]),
})

const sights = ({ visible }: Figures): Table => ({
  head: ['act → visible to another person', 'acts', 'p50 ms', 'p99 ms'],
  rows: (['alone', 'busy'] as const).flatMap((when) =>
    (['announced', 'visible'] as const).map((what) => [
      `${what === 'announced' ? 'event stream' : 'his inbox, read after the event'}${when === 'busy' ? ', beside 8 acting clients' : ''}`,
      String(visible[when][what].length),
      ...[0.5, 0.99].map((share) => percentile(visible[when][what], share).toFixed(1)),
    ]),
  ),
})

const weights = ({ memory }: Figures): Table => {
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`
  return {
    head: [`per open case (${memory.cases} cases)`, ''],
    rows: [
      ['worker, resident memory', kib(memory.worker)],
      ['Temporal server, resident memory', kib(memory.temporal)],
      ['PostgreSQL, tables and indexes', kib(memory.postgresDisk)],
      ['Temporal, database file', kib(memory.temporalDisk)],
      ['cases opened per second, 8 clients', memory.openedPerSecond.toFixed(1)],
    ],
  }
}

const anatomies = ({ anatomy: { desk, chart }, historyEvents }: Figures): Table => {
  const row = (words: string, get: (one: typeof desk) => number, digits = 1) => [
    words,
    get(desk).toFixed(digits),
    get(chart).toFixed(digits),
  ]
  return {
    head: ['one act alone, with statement logging on', names.desk, names.chart],
    rows: [
      row('API: who asks, judge, ms', (one) => one.admitting),
      row('`advance`: BEGIN to COMMIT, ms', (one) => one.transaction),
      row('API: the answer, ms', (one) => one.answering),
      row('**whole act, ms**', (one) => one.whole),
      row('SQL statements of the API', (one) => one.statements.api),
      row('SQL statements of the worker', (one) => one.statements.worker),
      row('PostgreSQL working for the API, ms', (one) => one.sqlMs.api, 2),
      row('PostgreSQL working for the worker, ms', (one) => one.sqlMs.worker, 2),
      ['history events in Temporal', historyEvents.desk.toFixed(1), historyEvents.chart.toFixed(1)],
    ],
  }
}

const goals = (figures: Figures): Table => judged(targetsOf(figures))

const sound = ({
  soundness: { acked, cases, facts, lost, doubled, brokenChains },
  retries,
}: Figures): string =>
  `${acked} acts acknowledged on ${cases} cases with ${facts} facts: lost ${lost}, doubled ${doubled}, chains broken ${brokenChains}. ` +
  `${retries} unclear answers were asked for again under their key; 50 acknowledged acts were sent once more and got their old answer.`

/** Everything as aligned text. */
export const asText = (figures: Figures): string =>
  [goals, speeds, sights, weights, anatomies, processorTable]
    .map((part) => aligned(part(figures)))
    .concat(sound(figures), bottleneck(figures))
    .join('\n\n')
    .replaceAll(/\*\*|`/g, '')

/** The head of docs/benchmarks.md, above what is measured by itself. */
export const asHead = (figures: Figures): string => {
  const { machine } = figures
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`)
  return `# Benchmarks

Written by \`npm run bench\` on ${machine.date}; about four minutes on a quiet machine, \`npm run bench -- --quick\` prints rough figures in one.

**Machine:** ${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB.toFixed(0)} GiB; ${machine.system}. ${versions.join(', ')}.
Everything runs on it: PostgreSQL with its normal durability, Temporal's development server on a file with WAL and the settings of
\`bin/infra/temporal.ts\`, SMTP, worker and API as processes of their own in production mode, and the driver.

## Targets

${marked(goals(figures))}

${sound(figures)}

## Acts

From sending \`POST /api/cases/{id}/acts\` to its answer, which comes after the commit. Each client waits for its answer before it acts again. A **desk act**
claims or releases a task; **chart acts** go round verify (first signature), co-sign (the chart moves, two people are told by mail), return. The **bare floor** is
one transaction of five statements (command, lock, fact, case, answer) behind the same HTTP server and driver, without session, judgement, chart, notices or Temporal,
measured in turn with the acts.

${marked(speeds(figures))}

## Seen by another person

${marked(sights(figures))}

## Memory

${marked(weights(figures))}

## Where the time goes

${marked(anatomies(figures))}

${marked(processorTable(figures))}

**Bottleneck.** ${bottleneck(figures)}`
}
