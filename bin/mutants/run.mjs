// Which change of the code would no test notice? `npm run test:mutants` asks every part, `-- time` one, `-- engine domain/engine/step.ts` files of one.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runAndFollow } from '../infra/follow.mjs'
import { say } from '../infra/say.mjs'
import { PARTS } from './parts.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const stryker = join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js')

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    stopped = true
  })

async function main([name, ...files]) {
  if (name !== undefined && !Object.hasOwn(PARTS, name)) {
    say(`There is no part "${name}": try ${Object.keys(PARTS).join(', ')}.`)
    return 1
  }
  let failed = 0
  for (const part of name === undefined ? Object.keys(PARTS) : [name]) {
    if (stopped) break
    failed += (await mutate(part, files)) === 0 ? 0 : 1
  }
  return failed > 0 ? 1 : 0
}

/** What was found before is used again where neither code nor tests have changed; a run that is interrupted keeps what it has found. */
function mutate(part, files) {
  const chosen = files.length > 0 ? ['--mutate', files.join()] : []
  say(
    `${part}: ${(files.length > 0 ? files : PARTS[part].code).join(', ')}; report in .cache/mutants/${part}`,
  )
  // What is built of changed code is not built for this checkout.
  const env = { ANJIAN_MUTANTS: part, ANJIAN_BUILT: '' }
  return runAndFollow(
    process.execPath,
    [stryker, 'run', join('bin', 'mutants', 'stryker.config.mjs'), ...chosen],
    { root, env },
  )
}

process.exit(await main(process.argv.slice(2)))
