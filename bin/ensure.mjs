// Is everything there that a command needs? Then run the command: `node bin/ensure.mjs start|test|check|bench|<a file of bin>`.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowsers } from './infra/browser.mjs'
import { DEEP_ENV, DEEP_TESTS } from './infra/deep.mjs'
import { ensureDependencies, findNode } from './infra/dependencies.mjs'
import { runAndFollow } from './infra/follow.mjs'
import { findPlaces, refuseWithoutData } from './infra/places.mjs'
import { Missing, say } from './infra/say.mjs'
import { ensureTemporalCli } from './infra/temporal/temporal-cli.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const COMMANDS = {
  start: { script: 'bin/start.ts', temporal: true },
  test: { script: 'bin/test.mjs', temporal: true, browser: true },
  check: { script: 'bin/test.mjs', args: ['check'] },
  deep: { script: 'bin/test.mjs', temporal: true, browser: true, args: DEEP_TESTS, env: DEEP_ENV },
  mutants: { script: 'bin/mutants/run.mjs', temporal: true },
  bench: { script: 'bench/run.ts', temporal: true },
  found: { script: 'bin/found.ts' },
  new: { script: 'bin/new.ts' },
  decode: { script: 'bin/decode.ts' },
  simulate: { script: 'bin/simulate.ts' },
}

async function main([name = 'start', ...args]) {
  const command = COMMANDS[name] ?? { script: `bin/${name}.ts`, temporal: true }
  if (!existsSync(join(root, command.script)))
    throw new Missing(`Unknown command "${name}": try ${Object.keys(COMMANDS).join(', ')}.`)
  if (name === 'start') refuseWithoutData(root)
  ensureDependencies(root)
  const node = findNode(root)
  // What Node has once read and compiled it need not compile for each of the processes.
  const { built, cache, compiled } = findPlaces(root)
  const found = {
    NODE_COMPILE_CACHE: compiled,
    ANJIAN_BUILT: built,
    ANJIAN_CACHE: cache,
    ...command.env,
  }
  if (command.temporal && !process.env.TEMPORAL_ADDRESS)
    found.TEMPORAL_CLI = ensureTemporalCli(root, cache)
  if (command.browser) Object.assign(found, browserOrNote(cache))
  return runAndFollow(node, [join(root, command.script), ...(command.args ?? []), ...args], {
    root,
    env: found,
  })
}

// A missing browser must not hide what the other tests say: the run goes on, and the browser tests fail by this sentence.
function browserOrNote(cache) {
  try {
    const { drawing, whole } = ensureBrowsers(cache)
    return { CHROMIUM: drawing, ...(whole ? { CHROMIUM_WHOLE: whole } : {}) }
  } catch (error) {
    if (!(error instanceof Missing)) throw error
    say(error.message)
    return { CHROMIUM_MISSING: error.message }
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    say(error instanceof Missing ? error.message : error.stack)
    process.exit(1)
  },
)
