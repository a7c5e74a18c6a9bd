// Which tests are to notice a change of the code on trial? Those near it, without what walks through everything for a long time.
import { defineConfig } from 'vitest/config'
import { leftOut, PARTS } from '../../bin/mutants/parts.ts'

const part = PARTS[process.env.ANJIAN_MUTANTS ?? 'time']!
const { tests, servers = false } = part

export default defineConfig({
  test: {
    include: tests.map((glob) => (glob.endsWith('.ts') ? glob : `${glob}/*.test.ts`)),
    exclude: leftOut(part),
    ...(servers ? { globalSetup: ['test/support/servers/global-setup.ts'] } : {}),
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    chaiConfig: { truncateThreshold: 0 },
  },
})
