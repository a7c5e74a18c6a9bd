// Which process uses up the machine under load, and what does one act cost it?
import { type Figures, type Kind, type Point, pointOf, WIDEST } from './figures.ts'

const FULL = 0.85
/** Share of one processor that others may take before the figures say less about us. */
const QUIET = 0.15

const titles: Record<string, string> = {
  temporal: 'Temporal server',
  api: 'API',
  worker: 'worker',
  floor: 'floor server',
  postgres: 'PostgreSQL',
  driver: 'driver',
  mail: 'SMTP server',
}

const kinds: Kind[] = ['floor', 'desk', 'chart']

const perAct = ({ usage, samples }: Point, ms: number): number =>
  (ms / usage.wallMs) * (1000 / samples.perSecond)

/** Share of one processor over the run. */
const share = ({ usage }: Point, ms: number): string =>
  `${((ms / usage.wallMs) * 100).toFixed(0)} %`

/** Processor time per act and process at the widest concurrency. */
export const processorTable = (figures: Figures) => {
  const points = kinds.map((kind) => pointOf(figures, kind, WIDEST))
  const spent = (point: Point, name: string) => point.usage.processes[name]?.all ?? 0
  const cell = (point: Point, ms: number) =>
    `${perAct(point, ms).toFixed(2)} ms (${share(point, ms)})`
  return {
    head: [
      `processor time per act at ${WIDEST} clients (share of one core)`,
      'bare floor',
      'desk act',
      'chart act',
    ],
    rows: [
      ...Object.entries(titles).map(([name, title]) => [
        title,
        ...points.map((point) => cell(point, spent(point, name))),
      ]),
      ...['api', 'worker'].map((name) => [
        `of it the JavaScript thread of the ${titles[name]}`,
        ...points.map((point) => share(point, point.usage.processes[name]?.main ?? 0)),
      ]),
      ['**all of it**', ...points.map((point) => cell(point, total(point)))],
      [
        'other processes of the machine',
        ...points.map((point) => share(point, Math.max(0, point.usage.busyMs - total(point)))),
      ],
    ],
  }
}

const total = ({ usage }: Point): number =>
  Object.values(usage.processes).reduce((sum, { all }) => sum + all, 0)

/** The bottleneck of desk acts in one sentence or two. */
export const bottleneck = (figures: Figures): string => {
  const [floor, desk] = [pointOf(figures, 'floor', WIDEST), pointOf(figures, 'desk', WIDEST)]
  const busy = desk.usage.busyMs / desk.usage.wallMs / figures.machine.cores
  const order = Object.entries(desk.usage.processes).sort(([, a], [, b]) => b.all - a.all)
  const costs = order
    .slice(0, 4)
    .map(([name, { all }]) => `${titles[name]} ${perAct(desk, all).toFixed(1)} ms`)
  const [thread, most] = ['api', 'worker']
    .map((name) => [name, (desk.usage.processes[name]?.main ?? 0) / desk.usage.wallMs] as const)
    .sort(([, a], [, b]) => b - a)[0] ?? ['api', 0]
  const cause =
    busy >= FULL
      ? `The processors: ${(busy * 100).toFixed(0)} % of ${figures.machine.cores} cores are busy at ${WIDEST} clients.`
      : most >= FULL
        ? `The JavaScript thread of the ${titles[thread]} is busy ${(most * 100).toFixed(0)} % of the time.`
        : `No processor and no thread is full (${(busy * 100).toFixed(0)} % busy): acts wait for one another or for the disk.`
  const others = (desk.usage.busyMs - total(desk)) / desk.usage.wallMs
  const noise =
    others > QUIET
      ? ` **The machine was not quiet**: other processes took ${(others * 100).toFixed(0)} % of one core.`
      : ''
  return `${cause} A desk act costs ${perAct(desk, total(desk)).toFixed(1)} ms of processor time (${costs.join(', ')}), a transaction of the bare floor ${perAct(floor, total(floor)).toFixed(1)} ms.${noise}`
}
