// Which code is changed on trial, part by part, and which tests near it are to notice?

/** `servers`: the tests need PostgreSQL and Temporal, and are begun anew for each change; `database`: PostgreSQL alone, so that they are loaded once. */
export type MutantPart = { code: string[]; tests: string[]; servers?: true; database?: true }

export const PARTS: Record<string, MutantPart> = {
  time: {
    code: ['domain/time/**/*.ts'],
    tests: [
      'test/calendar/**',
      'test/law/**',
      'test/case/*/{clocks,minutes,stopping,forecast}.test.ts',
      'test/supervision/**',
    ],
  },
  law: {
    code: ['domain/law/**/*.ts'],
    tests: [
      'test/law/**',
      'test/calendar/**',
      'test/*/{clocks,rules}.test.ts',
      'test/case/engine/clocks.test.ts',
    ],
  },
  engine: {
    code: ['domain/engine/**/*.ts'],
    tests: [
      'test/{judging,tasks,deciding,case,supervision,public,change,registers,documents}/**',
      'test/*/{statechart,rules,clocks,hearing,steps,works}.test.ts',
    ],
  },
  tasks: {
    code: ['domain/tasks/**/*.ts'],
    tests: [
      'test/{judging,tasks,deciding,case,supervision,organisation}/**',
      'test/*/{statechart,rules,clocks,hearing,steps,works}.test.ts',
    ],
  },
  views: {
    code: ['domain/views/**/*.ts'],
    tests: ['test/{case,supervision,public}/**', 'test/*/{statechart,words}.test.ts'],
  },
  write: {
    code: ['commit/advance.ts', 'activities/run-effects.ts', 'db/scope.ts'],
    tests: [
      'test/commit/*.service.test.ts',
      'test/activities/*.test.ts',
      'test/db/scope.pure.test.ts',
    ],
    database: true,
  },
  commit: {
    code: ['commit/**/*.ts'],
    tests: [
      'test/commit/**',
      'test/engine/{heart,wakes,edges}.test.ts',
      'test/api/*/{due-first,document,sent-at-once,wake-on-read}.test.ts',
    ],
    servers: true,
  },
  activities: {
    code: ['activities/**/*.ts'],
    tests: [
      'test/{activities,engine}/**',
      'test/registers/licences/links.workflow.test.ts',
      'test/api/*/{daily,calendar-moves,calendars}.test.ts',
    ],
    servers: true,
  },
  stores: {
    code: [
      'db/{cases,change,daily,files,licences,organisation,statistics,tasks,alarms,devices}/**/*.ts',
      'db/{jitter,keyset,statements}.ts',
    ],
    tests: ['test/{db,api,audit,engine}/**'],
    servers: true,
  },
  scope: {
    code: ['db/scope.ts', 'api/http/auth.ts', 'api/reading/**/*.ts'],
    tests: ['test/api/*/{access,county,permits,team,open-door,surface}.test.ts', 'test/public/**'],
    servers: true,
  },
}

const needServers = [
  'test/{engine,api,workflows,activities,db,replay}/**/!(*.pure).test.ts',
  'test/**/{workflow,api}.test.ts',
  'test/**/*.{service,workflow,api}.test.ts',
]
/** What looks at every situation of a process, or goes on for long: loading it alone takes longer than all other tests take to run. */
const tooLong = [
  'test/**/*{-walks,crash,browser}*.test.ts',
  'test/**/forecast*.test.ts',
  'test/*/{acts,model,statechart@1}.test.ts',
  'test/case/{chart,chart-difference,routing-anywhere,usual-acts}.test.ts',
  'test/documents/{golden,render}.test.ts',
]

/** What is left out of a part's tests: what walks through everything for a long time and, where no servers run, what needs them. */
export const leftOut = ({ servers, database }: MutantPart): string[] =>
  servers || database ? tooLong : [...tooLong, ...needServers]

/** The files of a part's tests. */
export const nearTests = (
  part: MutantPart,
  glob: (patterns: string[], options: { exclude: string[] }) => string[],
): string[] =>
  glob(
    part.tests.map((one) => (one.endsWith('.ts') ? one : `${one}/*.test.ts`)),
    { exclude: leftOut(part) },
  )
