// Which parts can be measured by themselves, and what do they say in docs/benchmarks.md?
import { type DevicesSize, measureDevices } from './devices/devices.ts'
import {
  devicesCounts,
  devicesGoals,
  devicesOutages,
  devicesProcessors,
  devicesWays,
  ofDevices,
} from './devices/devices-report.ts'
import { type ExportFigures, exportGoals, exportTable, measureExport } from './export.ts'
import { type InboxFigures, inboxGoals, inboxTable, measureInbox } from './inbox/inbox.ts'
import { isTrial, type Measure, quick, report, sized } from './part-report.ts'
import { partsOfEmergencies } from './parts-of-emergencies.ts'
import { measurePlans, ofPlans, planGoals, planTable } from './plans/plans.ts'
import {
  type CalendarFigures,
  calendarActs,
  calendarGoals,
  calendarTable,
  measureCalendar,
} from './time/calendar.ts'
import { type ComputeFigures, computeGoals, computeTable, measureCompute } from './time/compute.ts'
import { type HoursFigures, hoursGoals, hoursTable, measureHours } from './time/hours.ts'
import {
  type MidnightFigures,
  measureMidnight,
  midnightActsTable,
  midnightGoals,
  midnightProcessorTable,
  midnightTable,
} from './time/midnight.ts'
import { measureOutage, type OutageFigures, outageGoals, outageTable } from './time/outage.ts'
import {
  measureWall,
  scrollTable,
  searchTable,
  type WallFigures,
  wallGoals,
  wallTable,
} from './wall/wall.ts'

const whole = (count: number): string => count.toLocaleString('en-US')
const usual = {
  wall: 250_000,
  midnight: 10_000,
  window: 600,
  hours: 200,
  seconds: 600,
  minutes: 10,
  temporal: 600,
  postgres: 120,
  objects: 60_000,
}
const inbox: Measure = async (log) => {
  const figures = await measureInbox(log)
  report(
    'inbox',
    { words: ofInbox(figures), goals: inboxGoals(figures), tables: [inboxTable(figures)] },
    log,
    true,
  )
}

const exporting: Measure = async (log) => {
  const figures = await measureExport(log, quick)
  report(
    'export',
    { words: ofExport(figures), goals: exportGoals(figures), tables: [exportTable(figures)] },
    log,
    !quick,
  )
}

const compute: Measure = async (log) => {
  const figures = await measureCompute(log)
  report(
    'compute',
    { words: ofCompute(figures), goals: computeGoals(figures), tables: [computeTable(figures)] },
    log,
    !quick,
  )
}

const wall: Measure = async (log) => {
  const figures = await measureWall(log, sized('cases', usual.wall), quick)
  const tables = [wallTable(figures), searchTable(figures), scrollTable(figures)]
  report(
    'wall',
    { words: ofWall(figures), goals: wallGoals(figures), tables },
    log,
    !isTrial({ cases: usual.wall }),
  )
}

const midnight: Measure = async (log) => {
  const figures = await measureMidnight(log, {
    cases: sized('cases', usual.midnight),
    windowSeconds: sized('window', usual.window),
  })
  const tables = [
    midnightTable(figures),
    midnightActsTable(figures),
    midnightProcessorTable(figures),
  ]
  report(
    'midnight',
    { words: ofMidnight(figures), goals: midnightGoals(figures), tables },
    log,
    !isTrial({ cases: usual.midnight, window: usual.window }),
  )
}

const hours: Measure = async (log) => {
  const figures = await measureHours(log, sized('cases', usual.hours))
  report(
    'hours',
    { words: ofHours(figures), goals: hoursGoals(figures), tables: [hoursTable(figures)] },
    log,
    !isTrial({ cases: usual.hours }),
  )
}

const outage: Measure = async (log) => {
  const figures = await measureOutage(log, sized('seconds', usual.seconds))
  report(
    'outage',
    { words: ofOutage(figures), goals: outageGoals(figures), tables: [outageTable(figures)] },
    log,
    !isTrial({ seconds: usual.seconds }),
  )
}

const calendar: Measure = async (log) => {
  const figures = await measureCalendar(log)
  report(
    'calendar',
    {
      words: ofCalendar(figures),
      goals: calendarGoals(figures),
      tables: [calendarTable(figures), calendarActs(figures)],
    },
    log,
    true,
  )
}

/** A promise that is broken ends the run with an error. */
const devices: Measure = async (log) => {
  const [minutes, temporalSeconds, postgresSeconds] = (
    ['minutes', 'temporal', 'postgres'] as const
  ).map((name) => sized(name, usual[name]))
  const figures = await measureDevices(log, {
    minutes,
    temporalSeconds,
    postgresSeconds,
  } as DevicesSize)
  const goals = devicesGoals(figures)
  const tables = [devicesWays, devicesCounts, devicesOutages, devicesProcessors].map((table) =>
    table(figures),
  )
  const { minutes: m, temporal, postgres } = usual
  report(
    'devices',
    { words: ofDevices(figures), goals, tables },
    log,
    !isTrial({ minutes: m, temporal, postgres }),
  )
  if (goals.some(({ met }) => !met)) process.exitCode = 1
}

const plans: Measure = async (log) => {
  const objects = sized('objects', usual.objects)
  const figures = await measurePlans(log, { objects, rounds: quick ? 1 : 5 })
  report(
    'plans',
    { words: ofPlans(figures), goals: planGoals(figures), tables: [planTable(figures)] },
    log,
    !isTrial({ objects: usual.objects }),
  )
}

/** What the command line asks for; nothing asks for everything. */
export const wantedParts = (): Measure[] =>
  Object.entries({
    inbox,
    export: exporting,
    compute,
    calendar,
    wall,
    midnight,
    hours,
    outage,
    devices,
    plans,
    ...partsOfEmergencies,
  }).flatMap(([name, measure]) => (process.argv.includes(`--${name}`) ? [measure] : []))

/** The wall, the devices and the two storms take long and are asked for by name. */
export const partsOfAll: Measure[] = [inbox, exporting]

const ofInbox = ({ filledSeconds }: InboxFigures): string => `## The inbox of a province

1,000,000 open and 3,000,000 closed task rows of 3,000 offices, written straight into PostgreSQL (${filledSeconds.toFixed(0)} s); one task in 33 stands in two
groups, one in 40 is claimed. \`GET /api/inbox?limit=50\` with its exact total, from the API process with session, person and row security.
Measured by \`npm run bench -- --inbox\`.`

const ofExport = ({ rows, clients }: ExportFigures): string => `## Acts beside an export

The list of ${whole(rows)} cases is taken along as a file, again and again, while ${clients} clients claim and release tasks in the same
county; rounds with and without take turns. Measured by \`npm run bench -- --export\`.`

const ofCompute = ({
  questions,
  strangers,
  clients,
  seconds,
}: ComputeFigures): string => `## Acts beside strangers with long questions

${strangers} strangers ask ${whole(questions)} questions about periods of law, twice, of the longest kind that is answered and the longest that is refused
(${seconds.toFixed(0)} s in all), while ${clients} clients claim and release tasks; rounds with and without take turns. Measured by
\`npm run bench -- --compute\`.`

const ofCalendar = ({
  cases,
  checked,
  filledSeconds,
}: CalendarFigures): string => `## A dry run over every running period

${whole(checked)} running periods of ${whole(cases)} open cases in all counties, copies of one that the product has opened (${filledSeconds.toFixed(0)} s). An administrator proposes
the decree of a year over HTTP and waits until the dry run says what it would move, while an inspector works on. A version of a rule takes the
same way. Measured by \`npm run bench -- --calendar\`.`

const ofWall = ({
  cases,
  filledSeconds,
}: WallFigures): string => `## The supervisors' wall and the search

${whole(cases)} open cases of seven counties and some thousand enterprises, copies of one that the product has ordered to be put right, written straight into PostgreSQL
(${filledSeconds.toFixed(0)} s): each with its escalation policy, its notices and its texts, a seventh of them late. \`GET /api/supervision/clocks?limit=100\` with its exact total and
\`GET /api/search\` from the API process, one request after the other. In Chromium the page is scrolled by 40 px a frame, without a graphics
card. Measured by \`npm run bench -- --wall\`.`

const ofMidnight = ({
  cases,
  windowSeconds,
  preparedSeconds,
}: MidnightFigures): string => `## One midnight

${whole(cases)} cases to be put right by the same day: one ordered over HTTP, the others copies of its rows, each with a chain and a workflow of its own
(${preparedSeconds.toFixed(0)} s), asleep on a durable timer in Temporal. The laboratory's clock brings midnight near and then runs on. At midnight each case becomes overdue, and its enterprise and inspectors are told, spread over
${windowSeconds} s. Facts, notices, deliveries and what the mail server received are counted against the cases. Measured by
\`npm run bench -- --midnight\`; \`--cases N --window S\` tries it smaller.`

const ofOutage = ({ seconds }: OutageFigures): string => `## People at work while Temporal is away

Temporal is killed with −9 for ${seconds} s and started again where it was; meanwhile people go on with desk and chart acts on 240 cases, 20 a second,
whether or not the ones before have been answered. Measured by \`npm run bench -- --outage\`; \`--seconds S\` tries it shorter.`

const ofHours = ({ deadlines, preparedSeconds }: HoursFigures): string => `## Deadlines in hours

${whole(deadlines)} cases reported within one second of the law (${preparedSeconds.toFixed(0)} s; its clock is put back before each handful), so that their 24 hours of verification
end within one second. Measured by \`npm run bench -- --hours\`.`
