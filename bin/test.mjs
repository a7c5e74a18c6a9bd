// Is everything right? `test.mjs` runs gates and all tests, `test.mjs check` the gates and the pure tests, `test.mjs <filter>` some tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAndFollow } from './infra/follow.mjs'
import { failedGates } from './infra/gates.mjs'
import { say } from './infra/say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

async function main(args) {
  const check = args[0] === 'check'
  const chosen = check ? ['--project', 'pure', ...args.slice(1)] : args
  const gates = check || args.length === 0 ? await failedGates(root) : 0
  const { passed, failed, skipped } = await vitest(chosen)
  if (skipped > 0) say(`${skipped} skipped`)
  process.exitCode = gates + failed > 0 ? 1 : 0
  process.stdout.write(`${passed} passed, ${failed + gates} failed\n`)
}

async function vitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-count-'))
  const file = join(folder, 'count.json')
  try {
    const script = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const code = await runAndFollow(process.execPath, [script, 'run', ...args], { root, env: { ANJIAN_TEST_COUNT: file } })
    const count = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 }
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main(process.argv.slice(2))
process.exit()
