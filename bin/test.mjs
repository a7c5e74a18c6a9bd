// Is everything right? `test.mjs` runs gates and all tests, `test.mjs check` the gates and the pure tests, `test.mjs <filter>` some tests.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEEP_ONLY } from './infra/deep.mjs'
import { runAndFollow } from './infra/follow.mjs'
import { findFailedGates } from './infra/gates.mjs'
import { say } from './infra/say.mjs'
import { findSecondRun, mergeSecondRun } from './testing/second-run.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Stages in the order in which they begin: whoever of the three lanes is free takes the next. Side by side, since each waits for much of its
 * time, for servers, a browser or the clock. The pure stage waits for nothing and begins early: at the end it would leave one processor idle.
 * The others end in parts, so that no lane is left alone with a long one.
 */
const STAGES = [
  { project: 'service', workers: 2 },
  { project: 'crash' },
  { project: 'screens' },
  { project: 'pure' },
  { project: 'stories', shard: '1/4' },
  { project: 'stories', shard: '2/4' },
  { project: 'stories', shard: '3/4' },
  { project: 'stories', shard: '4/4' },
  { project: 'pages', shard: '1/2' },
  { project: 'pages', shard: '2/2' },
]
const LANES = 3

/** Each has folders of its own: two processes that took file after file would both look for the situations of every one. */
const PURE_PARTS = [
  { project: 'pure', shard: '1/2' },
  { project: 'pure', shard: '2/2' },
]

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    stopped = true
  })

async function main(args) {
  const check = args[0] === 'check'
  const chosen = check ? args.slice(1) : args
  const whole = chosen.length === 0
  // Whoever names tests gets them; only the whole run leaves out what the deep one takes.
  if (whole) process.env.ANJIAN_LEFT_OUT = DEEP_ONLY.join(',')
  // Side by side: the gates work on one processor.
  const [gates, first] = await Promise.all([
    check || whole ? findFailedGates(root) : [],
    check ? pureTests(chosen) : whole ? inLanes(STAGES, LANES) : vitest(chosen),
  ])
  const { passed, failed, skipped, failures, unsteady } =
    whole && !check ? await runAgain(first) : { ...first, unsteady: [] }
  if (skipped > 0) say(`${skipped} skipped`)
  // A fault to be mended, of the test or of the product: it must not be lost among ten thousand lines.
  if (unsteady.length > 0)
    process.stdout.write(
      `${['Unsteady, passed when run again alone:', ...unsteady].join('\n  ')}\n`,
    )
  // The gates end long before the tests: whoever reads the last lines only must find them there.
  const faults = [...gates, ...failures]
  if (faults.length > 0) process.stdout.write(`${['Failed:', ...faults].join('\n  ')}\n`)
  process.exitCode = gates.length + failed > 0 ? 1 : 0
  process.stdout.write(`${passed} passed, ${failed + gates.length} failed\n`)
}

const named = (projects) => projects.flatMap((project) => ['--project', project])

const pureTests = (chosen) =>
  chosen.length === 0
    ? inLanes(PURE_PARTS, PURE_PARTS.length)
    : vitest([...named(['pure']), ...chosen])

async function inLanes(stages, number) {
  const waiting = stages.map((stage, place) => ({ ...stage, place }))
  const lanes = Array.from({ length: number }, () => takeStages(waiting))
  const counts = (await Promise.all(lanes)).flat()
  const sum = (key) => counts.reduce((all, count) => all + count[key], 0)
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: counts.flatMap((count) => count.failures),
    failedFiles: counts.flatMap((count) => count.failedFiles),
  }
}

/** Runs the files again that failed beside the other lanes, where they are few, with the machine to themselves. */
async function runAgain(first) {
  const files = findSecondRun(first)
  if (files.length === 0 || stopped) return { ...first, unsteady: [] }
  say(`running again alone: ${files.join(', ')}`)
  return mergeSecondRun(first, await vitest([...files, '--maxWorkers=1']))
}

/** Takes one stage after the other from those that wait; only the first stage speaks while it runs. */
async function takeStages(waiting) {
  const counts = []
  for (let stage = waiting.shift(); stage && !stopped; stage = waiting.shift()) {
    const { project, workers = 1, shard, place } = stage
    const options = [`--maxWorkers=${workers}`, ...(shard ? [`--shard=${shard}`] : [])]
    counts.push(await (place === 0 ? vitest : later)([...named([project]), ...options]))
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
      : { passed: 0, failed: 0, skipped: 0, failures: [], failedFiles: [] }
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
