// What do tests mean by `vitest` where they run again and again in one process? `expect` of Vitest, and a list of tests instead of a run.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const { expect, vi } = await import('../../node_modules/vitest/dist/index.js')

export { expect, vi }

/** Every test that a file has told, in its order: `{ id, file, run }`. */
export const tests = []
let file = ''
let suites = [{ name: '', before: [], after: [], once: [], last: [] }]
let finishing = []
const seen = new Map()

/** From here on the tests told are those of this file. */
export function startFile(name) {
  file = name
  suites = [{ name: '', before: [], after: [], once: [], last: [] }]
}

expect.extend({
  toMatchFileSnapshot(told, path) {
    const written = readFileSync(join(dirname(fileURLToPath(file)), path), 'utf8')
    return { pass: told === written, message: () => `differs from ${path}` }
  },
})

/** Vitest's own asks which test of its run is on. */
expect.poll = (look, { interval = 50, timeout = 1_000 } = {}) => {
  const until = Date.now() + timeout
  const asking = (path) =>
    new Proxy(() => undefined, {
      get: (_, word) => asking([...path, word]),
      apply: async (_, __, expected) => {
        for (;;) {
          const late = Date.now() >= until
          try {
            const said = path.slice(0, -1).reduce((one, word) => one[word], expect(await look()))
            return said[path.at(-1)](...expected)
          } catch (error) {
            if (late) throw error
          }
          await sleep(interval)
        }
      },
    })
  return asking([])
}

let mostKept = 0
/** File -> the suites of it whose preparation is kept, in their order; the file used last stands last. */
const kept = new Map()

/** From now on what suites prepare once is kept from run to run, for so many files at a time: a database costs more than the test in it. */
export function keepPrepared(files) {
  mostKept = files
}

/** What the suites of a file have prepared is undone; their next run prepares it anew. */
export async function undoPrepared(of) {
  const suites = kept.get(of) ?? []
  kept.delete(of)
  for (const { last } of suites.toReversed())
    for (const hook of last)
      await Promise.resolve()
        .then(hook)
        .catch(() => undefined)
}

async function prepare(chain, of) {
  const ready = kept.get(of) ?? []
  kept.delete(of)
  kept.set(of, ready)
  try {
    for (const suite of chain.filter((one) => !ready.includes(one))) {
      ready.push(suite)
      for (const hook of suite.once) await hook()
    }
  } catch (error) {
    await undoPrepared(of)
    throw error
  }
  for (const longest of [...kept.keys()].slice(0, -mostKept)) await undoPrepared(longest)
}

/** Runs the test with its hooks. Unless it is kept, what a suite prepares once is prepared anew, so that a change is seen there too. */
function runIn(chain, body, of) {
  return async () => {
    const keeps = mostKept > 0
    const before = chain.flatMap((one) => (keeps ? one.before : [...one.once, ...one.before]))
    const after = chain
      .toReversed()
      .flatMap((one) => (keeps ? one.after : [...one.after, ...one.last]))
    finishing = []
    try {
      if (keeps) await prepare(chain, of)
      await runAll(before)
      await body()
    } finally {
      await runAll(after)
      await runAll(finishing)
    }
  }
}

async function runAll(hooks) {
  for (const hook of hooks) await hook()
}

function tell(name, ...rest) {
  const body = rest.find((one) => typeof one === 'function')
  if (!body) return
  const chain = [...suites]
  const said = [...chain.map((suite) => suite.name).filter(Boolean), String(name)].join(' > ')
  const nth = seen.get(`${file}#${said}`) ?? 0
  seen.set(`${file}#${said}`, nth + 1)
  tests.push({
    id: `${file}#${said}${nth > 0 ? ` (${nth + 1})` : ''}`,
    file,
    run: runIn(chain, body, file),
  })
}

function tellSuite(name, ...rest) {
  const body = rest.find((one) => typeof one === 'function')
  if (!body) return
  suites.push({ name: String(name), before: [], after: [], once: [], last: [] })
  body()
  suites.pop()
}

const formatted = (name, row) => {
  let at = 0
  return String(name).replace(/%[sdifjo]/g, () => String(row[at++]))
}

/** `each`, `skipIf`, `runIf` and `skip`, as Vitest has them. */
const withVariants = (one) =>
  Object.assign(one, {
    each:
      (rows) =>
      (name, ...rest) => {
        for (const row of rows) {
          const given = Array.isArray(row) ? row : [row]
          one(
            formatted(name, given),
            ...rest.map((part) => (typeof part === 'function' ? () => part(...given) : part)),
          )
        }
      },
    skip: () => {},
    skipIf: (no) => (no ? () => {} : one),
    runIf: (yes) => (yes ? one : () => {}),
  })

export const test = withVariants((...told) => tell(...told))
export const it = test
export const describe = withVariants((...told) => tellSuite(...told))
export const beforeEach = (hook) => suites.at(-1).before.push(hook)
export const afterEach = (hook) => suites.at(-1).after.push(hook)
export const beforeAll = (hook) => suites.at(-1).once.push(hook)
export const afterAll = (hook) => suites.at(-1).last.push(hook)
export const onTestFinished = (hook) => finishing.push(hook)
export const onTestFailed = () => {}

/** What the set-up of the servers hands to the tests. */
export const provided = new Map()
export const inject = (name) => provided.get(name)
