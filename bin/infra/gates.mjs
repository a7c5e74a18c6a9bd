// Do types, lint and the dependency tree pass? The gates that come before the tests.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPlaces } from './places.mjs'
import { say } from './say.mjs'

/** Runs all gates at once, prints what the failing ones say, and answers the names of those that failed. */
export async function findFailedGates(root) {
  const gates = [
    // Beside the tests several threads only take each other's time.
    [
      'types',
      run(root, 'tsc', [
        '--noEmit',
        '--singleThreaded',
        '--incremental',
        '--tsBuildInfoFile',
        join(findPlaces(root).built, 'types.tsbuildinfo'),
      ]),
    ],
    ['lint', run(root, 'biome', ['check', '--error-on-warnings', '--max-diagnostics=50'])],
    ['one protobufjs', oneProtobufjs(root)],
  ]
  const failed = []
  for (const [name, gate] of gates) {
    const { ok, output } = await gate
    say(`${name}: ${ok ? 'ok' : 'FAILED'}`)
    if (ok) continue
    process.stdout.write(`${output.trimEnd()}\n`)
    failed.push(`gate: ${name}`)
  }
  return failed
}

function run(root, tool, args) {
  const file = join(root, 'node_modules', '.bin', tool)
  const child = spawn(file, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // The checker of types is a Go program that ends within a minute: it looks for rubbish seldom, which is a quarter of its work.
    env: { GOGC: '400', ...process.env },
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: error.message }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}

// Where Temporal's packages see two versions, the replay of JSON histories breaks, and npm says nothing.
// The loader of .proto files keeps an older one to itself, which meets none of them.
async function oneProtobufjs(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record))
    return { ok: false, output: 'node_modules holds no record of what npm installed' }
  const { packages } = JSON.parse(readFileSync(record, 'utf8'))
  const users = Object.keys(packages).filter(
    (path) => packages[path].dependencies?.protobufjs && !path.endsWith('@grpc/proto-loader'),
  )
  const seen = users.map((path) => `${path} sees protobufjs ${seenFrom(packages, path)}`)
  const versions = new Set(['node_modules', ...users].map((path) => seenFrom(packages, path)))
  return {
    ok: versions.size === 1,
    output: `There must be one version of protobufjs:\n${seen.join('\n')}`,
  }
}

function seenFrom(packages, path) {
  const own = packages[`${path}/node_modules/protobufjs`]
  return (own ?? packages['node_modules/protobufjs'])?.version
}
