// Which code is changed on trial, part by part, and which tests near it are to notice?

/** `servers`: the tests need PostgreSQL and Temporal. */
export type MutantPart = { code: string[]; tests: string[]; servers?: true }

export const PARTS: Record<string, MutantPart> = {
  time: {
    code: ['domain/time/**/*.ts'],
    tests: ['test/calendar/**', 'test/law/**', 'test/case/{clocks,minutes,stopping,forecast}.test.ts', 'test/supervision/**'],
  },
  law: {
    code: ['domain/law/**/*.ts'],
    tests: ['test/law/**', 'test/calendar/**', 'test/*/{clocks,rules}.test.ts'],
  },
  engine: {
    code: ['domain/engine/**/*.ts'],
    tests: ['test/{case,supervision,public,change,registers/licences}/**', 'test/*/{clocks,rules}.test.ts'],
  },
  tasks: {
    code: ['domain/tasks/**/*.ts'],
    tests: ['test/{case,supervision}/**', 'test/*/{statechart,rules}.test.ts'],
  },
  views: {
    code: ['domain/views/**/*.ts'],
    tests: ['test/{case,supervision,public}/**', 'test/*/{statechart,words}.test.ts'],
  },
  commit: {
    code: ['commit/**/*.ts'],
    tests: ['test/commit/**', 'test/engine/{heart,wakes,edges}.test.ts', 'test/api/{due-first,document,sent-at-once,wake-on-read}.test.ts'],
    servers: true,
  },
  activities: {
    code: ['activities/**/*.ts'],
    tests: [
      'test/{activities,engine}/**',
      'test/registers/licences/links.workflow.test.ts',
      'test/api/{daily,calendar-moves,calendars}.test.ts',
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
    tests: ['test/api/{access,county,permits,team,open-door,surface}.test.ts', 'test/public/**'],
    servers: true,
  },
}
