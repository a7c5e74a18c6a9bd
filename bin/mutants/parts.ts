// Which code is changed on trial, part by part, and which tests near it are to notice?

/** `database`: the tests need a PostgreSQL; what of them needs Temporal as well is left out by itself. */
export type MutantPart = { code: string[]; tests: string[]; database?: true }

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
  registers: {
    code: ['domain/registers/**/*.ts'],
    tests: ['test/registers/**', 'test/organisation/**'],
  },
  scope: {
    code: ['db/scope.ts', 'api/http/auth.ts', 'api/reading/**/*.ts'],
    tests: [
      'test/api/reading/**',
      'test/db/{scope.pure,who-reads-what}.test.ts',
      'test/api/account/{access,session,single-sign-on}.test.ts',
      'test/api/case/{cases,county,forecast,wake-on-read}.test.ts',
      'test/api/organisation/machines.test.ts',
      'test/public/secrecy.service.test.ts',
      'test/registers/licences/api.test.ts',
    ],
    database: true,
  },
  commit: {
    code: ['commit/**/*.ts', 'activities/run-effects.ts'],
    tests: [
      'test/commit/**',
      'test/activities/**',
      'test/documents/*.service.test.ts',
      'test/api/case/{cases,hazard-forms,signers}.test.ts',
      'test/api/http/document.test.ts',
      'test/api/search/search.test.ts',
      'test/public/secrecy.service.test.ts',
      // What looks beyond the case: plans, causes, persons, other cases.
      'test/*/plans.api.test.ts',
      'test/registers/*/api.test.ts',
      'test/*/parties/*.{api,service}.test.ts',
      'test/*/joining/*.service.test.ts',
    ],
    database: true,
  },
  activities: {
    code: ['activities/**/*.ts'],
    tests: [
      'test/{activities,audit}/**',
      // To whom a notice goes in whose place.
      'test/db/tasks/standing-in.test.ts',
      'test/documents/*.service.test.ts',
      'test/alarm-*/api.test.ts',
      'test/registers/licences/api.test.ts',
      'test/api/{change,routing}/**',
      'test/api/supervision/{daily,flow}.test.ts',
    ],
    database: true,
  },
  cases: {
    code: ['db/cases/**/*.ts', 'db/{jitter,keyset}.ts'],
    tests: [
      'test/{db,commit,audit}/**',
      'test/documents/*.service.test.ts',
      'test/api/{case,letters,operation}/**',
      'test/api/account/signatures.test.ts',
      'test/public/*.service.test.ts',
    ],
    database: true,
  },
  inboxes: {
    code: ['db/tasks/**/*.ts'],
    tests: [
      'test/db/tasks/**',
      'test/api/case/{inbox,signers}.test.ts',
      'test/api/routing/**',
      'test/api/supervision/{team,wall}.test.ts',
    ],
    database: true,
  },
  entries: {
    code: ['db/registers/**/*.ts'],
    // What is held for a case, and what is near a place, is asked by whoever sends it there.
    tests: ['test/registers/**', 'test/*/resources/*.service.test.ts'],
    database: true,
  },
  feeds: {
    code: ['db/{devices,alarms}/**/*.ts'],
    tests: ['test/api/{devices,duty}/**', 'test/devices/**/*.service.test.ts', 'test/warning/**'],
    database: true,
  },
  stores: {
    code: ['db/{change,daily,files,licences,organisation,search,statistics}/**/*.ts'],
    tests: ['test/{db,organisation,audit}/**', 'test/api/**', 'test/registers/licences/*.test.ts'],
    database: true,
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
export const leftOut = ({ database }: MutantPart): string[] =>
  database ? tooLong : [...tooLong, ...needServers]

/** The files of a part's tests; `named`, parted by spaces, are fewer of them, as long as new ones are written. */
export const nearTests = (
  part: MutantPart,
  glob: (patterns: string[], options: { exclude: string[] }) => string[],
  named: string | undefined,
): string[] =>
  glob(
    (named ? named.split(' ') : part.tests).map((one) =>
      one.endsWith('.ts') ? one : `${one}/*.test.ts`,
    ),
    { exclude: leftOut(part) },
  )
