// Is everything right? `test.mjs` runs gates and all tests, `test.mjs check` the gates and the pure tests, `test.mjs <filter>` some tests.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAndFollow } from './infra/follow.mjs'
import { failedGates } from './infra/gates.mjs'
import { say } from './infra/say.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * The projects of a lane run one after the other, the lanes side by side: each waits for much of its time, for servers, a browser or the
 * clock. The lanes are about as long as one another.
 */
const LANES = [
  ['service', 'pure'],
  ['screens', 'pages'],
  ['crash', 'stories'],
]
const WORKERS = { service: 2 }

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    stopped = true
  })

async function main(args) {
  const check = args[0] === 'check'
  const chosen = check ? [...named(['pure']), ...args.slice(1)] : args
  // Side by side: the gates work on one processor.
  const [gates, { passed, failed, skipped, failures }] = await Promise.all([
    check || args.length === 0 ? failedGates(root) : 0,
    chosen.length === 0 ? allLanes() : vitest(chosen),
  ])
  if (skipped > 0) say(`${skipped} skipped`)
  if (failures.length > 0) process.stdout.write(`${['Failed:', ...failures].join('\n  ')}\n`)
  process.exitCode = gates + failed > 0 ? 1 : 0
  process.stdout.write(`${passed} passed, ${failed + gates} failed\n`)
}

const named = (projects) => projects.flatMap((project) => ['--project', project])

async function allLanes() {
  const counts = (await Promise.all(LANES.map(along))).flat()
  const sum = (key) => counts.reduce((all, count) => all + count[key], 0)
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: counts.flatMap((count) => count.failures),
  }
}

/** The projects of a lane in turn; only the first lane speaks while it runs. */
async function along(projects, lane) {
  const counts = []
  for (const project of projects) {
    if (stopped) break
    const workers = `--maxWorkers=${WORKERS[project] ?? 1}`
    counts.push(await (lane === 0 ? vitest : later)([...named([project]), workers]))
  }
  return counts
}

/** The same, but says what it has to say when it is done: two voices at once cannot be read. */
const later = (args) =>
  inFolder(async (folder) => {
    const file = join(folder, 'said')
    const output = openSync(file, 'w')
    const count = await vitest(args, output)
    closeSync(output)
    process.stdout.write(readFileSync(file))
    return count
  })

const vitest = (args, output) =>
  inFolder(async (folder) => {
    const file = join(folder, 'count.json')
    const script = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const code = await runAndFollow(
      process.execPath,
      [script, 'run', '--configLoader', 'native', ...args],
      {
        root,
        env: { ANJIAN_TEST_COUNT: file },
        output,
      },
    )
    const count = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { passed: 0, failed: 0, skipped: 0, failures: [] }
    if (code === 0 || count.failed > 0) return count
    return { ...count, failed: 1, failures: [`${args.join(' ')} ended with ${code}`] }
  })

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'anjian-test-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main(process.argv.slice(2))
process.exit()
