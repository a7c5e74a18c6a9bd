// How are the figures of a run told, at the terminal and in docs/benchmarks.md?
import { bottleneck, processorTable } from './bottleneck.ts'
import { type ExportFigures, exportGoals, exportTable } from './export.ts'
import { type Figures, type Point, shareOfFloor, type Target, targetsOf } from './figures.ts'
import { type InboxFigures, inboxGoals, inboxTable } from './inbox.ts'
import { percentile } from './loop.ts'

type Table = { head: string[]; rows: string[][] }

/** Below this line of docs/benchmarks.md stands what people have written; a run leaves it as it is. */
export const BY_HAND = '<!-- below: written by hand, kept by `npm run bench` -->'

/** Between this line and the next stands what `npm run bench -- --inbox` measures by itself. */
const INBOX = '<!-- inbox -->'
/** The same for `npm run bench -- --export`; it stands behind the inbox. */
const EXPORT = '<!-- export -->'

const names = { floor: 'bare floor', desk: 'desk act', chart: 'chart act' } as const

const speeds = (figures: Figures): Table => ({
  head: ['', 'clients', 'per second', 'p50 ms', 'p95 ms', 'p99 ms', 'of the floor'],
  rows: figures.points.map(({ kind, clients, samples: { ms, perSecond } }: Point) => [
    ...[names[kind], String(clients), perSecond.toFixed(1)],
    ...[0.5, 0.95, 0.99].map((share) => percentile(ms, share).toFixed(1)),
    kind === 'floor' ? '' : `${(shareOfFloor(figures, kind, clients) * 100).toFixed(0)} %`,
  ]),
})

const sights = ({ visible }: Figures): Table => ({
  head: ['act → visible to another person', 'acts', 'p50 ms', 'p99 ms'],
  rows: (['alone', 'busy'] as const).flatMap((when) =>
    (['heard', 'shown'] as const).map((what) => [
      `${what === 'heard' ? 'event stream' : 'his inbox, read after the event'}${when === 'busy' ? ', beside 8 acting clients' : ''}`,
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
      row('API: who asks, judge, store the command row, ms', (one) => one.admitting),
      row('Temporal: Update to the worker, ms', (one) => one.toWorker),
      row('`advance`: BEGIN to COMMIT, ms', (one) => one.transaction),
      row('Temporal and API: the answer, ms', (one) => one.answering),
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
const judged = (targets: Target[]): Table => ({
  head: ['target', 'figure', ''],
  rows: targets.map(({ words, figure, met }) => [words, figure, met ? 'met' : '**missed**']),
})

const sound = ({ soundness: { acked, cases, facts, lost, doubled, brokenChains }, askedAgain }: Figures): string =>
  `${acked} acts acknowledged on ${cases} cases with ${facts} facts: lost ${lost}, doubled ${doubled}, chains broken ${brokenChains}. ` +
  `${askedAgain} unclear answers were asked for again under their key; 50 acknowledged acts were sent once more and got their old answer.`

/** Everything as aligned text. */
export const asText = (figures: Figures): string =>
  [goals, speeds, sights, weights, anatomies, processorTable]
    .map((part) => aligned(part(figures)))
    .concat(sound(figures), bottleneck(figures))
    .join('\n\n')
    .replaceAll(/\*\*|`/g, '')

export const inboxAsText = (figures: InboxFigures): string =>
  [judged(inboxGoals(figures)), inboxTable(figures)].map(aligned).join('\n\n').replaceAll('**', '')

const aligned = ({ head, rows }: Table): string => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const pad = (cell: string, width: number, column: number): string => (column === 0 ? cell.padEnd(width) : cell.padStart(width))

/** The page docs/benchmarks.md, with what people had written at its end. */
export const asPage = (figures: Figures, byHand: string): string => {
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
claims or releases a task; **chart acts** go round verify (first signature), co-sign (the chart moves, two people are told by mail), return. The **bare floor** is the
same Update on the same server with an empty local activity, called by Temporal's client without HTTP, database or notices, measured in turn with the acts.

${marked(speeds(figures))}

## Seen by another person

${marked(sights(figures))}

## Memory

${marked(weights(figures))}

## Where the time goes

${marked(anatomies(figures))}

${marked(processorTable(figures))}

**Bottleneck.** ${bottleneck(figures)}

${INBOX}

${BY_HAND}
${byHand}`
}

/** The page with the inbox's figures in it, new ones or those of an earlier page. */
export const withInbox = (page: string, inbox: InboxFigures | string): string => {
  const part = typeof inbox === 'string' ? inboxPart(inbox) : `${inboxSection(inbox)}\n\n${exportPart(page)}`
  const [before = '', byHand = ''] = page.split(BY_HAND)
  return `${(before.split(INBOX)[0] ?? '').trimEnd()}\n\n${INBOX}\n${part.trim()}\n\n${BY_HAND}${byHand}`
}

const inboxPart = (page: string): string => page.split(BY_HAND)[0]?.split(INBOX)[1] ?? ''

/** The page with the export's figures in it. */
export const withExport = (page: string, figures: ExportFigures): string => {
  const [before = '', byHand = ''] = page.split(BY_HAND)
  return `${(before.split(EXPORT)[0] ?? '').trimEnd()}\n\n${EXPORT}\n${exportSection(figures)}\n\n${BY_HAND}${byHand}`
}

const exportPart = (page: string): string => {
  const part = page.split(BY_HAND)[0]?.split(EXPORT)[1]
  return part === undefined ? '' : `${EXPORT}\n${part.trim()}`
}

export const exportAsText = (figures: ExportFigures): string =>
  [judged(exportGoals(figures)), exportTable(figures)].map(aligned).join('\n\n').replaceAll('**', '')

const exportSection = (figures: ExportFigures): string => `## Acts beside an export

The list of ${figures.rows.toLocaleString('en-US')} cases is taken along as a file, again and again, while ${figures.clients} clients claim and release tasks in the same
county; rounds with and without take turns. Measured by \`npm run bench -- --export\`.

${marked(judged(exportGoals(figures)))}

${marked(exportTable(figures))}`

const inboxSection = (figures: InboxFigures): string => `## The inbox of a province

1,000,000 open and 3,000,000 closed task rows of 3,000 offices, written straight into PostgreSQL (${figures.filledSeconds.toFixed(0)} s); one task in 33 stands in two
groups, one in 40 is claimed. \`GET /api/inbox?limit=50\` with its exact total, from the API process with session, person and row security.
Measured by \`npm run bench -- --inbox\`.

${marked(judged(inboxGoals(figures)))}

${marked(inboxTable(figures))}`

const marked = ({ head, rows }: Table): string => {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
