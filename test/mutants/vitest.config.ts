// Which tests are to notice a change of the code on trial? Those near it, without what walks through everything for a long time.
import { defineConfig } from 'vitest/config'
import { PARTS } from '../../bin/mutants/parts.ts'

const { tests, servers = false } = PARTS[process.env.ANJIAN_MUTANTS ?? 'time']!

const needServers = [
  'test/{engine,api,workflows,activities,db,replay}/**/!(*.pure).test.ts',
  'test/**/{workflow,api}.test.ts',
  'test/**/*.{service,workflow,api}.test.ts',
]
const tooLong = [
  'test/**/*{-walks,crash,browser}*.test.ts',
  'test/**/forecast-{busy,calibration}.test.ts',
  'test/case/*/{chart,chart-difference,routing-anywhere,substitution,usual-acts}.test.ts',
]

export default defineConfig({
  test: {
    include: tests.map((glob) => (glob.endsWith('.ts') ? glob : `${glob}/*.test.ts`)),
    exclude: servers ? tooLong : [...tooLong, ...needServers],
    ...(servers ? { globalSetup: ['test/support/servers/global-setup.ts'] } : {}),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    chaiConfig: { truncateThreshold: 0 },
  },
})
