// How is a change tried in milliseconds? Tests are loaded once, and those that reach the change run again in the same process.
import { globSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { nearTests, PARTS } from './parts.ts'

const here = new URL('./vitest-here.mjs', import.meta.url).href

/**
 * Milliseconds of processor. `longestMs`: a test that takes longer notices little that quicker ones do not, and would run for every change.
 * `enoughMs`: what has not been noticed by then, by the quickest tests first, is taken to survive.
 */
const limitsOf = ({ database }) =>
  database ? { longestMs: 10_000, enoughMs: 60_000 } : { longestMs: 150, enoughMs: 700 }
/** When so many tests notice nothing any more, the process is begun anew. */
const mostSpoilt = 40

const [passed, failed, skipped] = [0, 1, 2]

class InProcessRunner {
  static inject = []
  part = PARTS[process.env.ANJIAN_MUTANTS]
  limits = limitsOf(this.part)
  state = stateOfChanges()
  spoilt = 0
  noticed = new Map()

  capabilities() {
    return { reloadEnvironment: false }
  }

  async init() {
    registerHooks({
      resolve: (name, context, next) =>
        name === 'vitest' ? { url: here, shortCircuit: true } : next(name, context),
    })
    const { tests, startFile, provided } = await import(here)
    if (this.part.database) this.stopServers = await startServers(provided)
    for (const path of nearTests(this.part, globSync).toSorted()) {
      const url = pathToFileURL(join(process.cwd(), path)).href
      startFile(url)
      await import(url)
    }
    const from = `${pathToFileURL(process.cwd()).href}/`
    this.tests = new Map(tests.map((one) => [one.id.replace(from, ''), one]))
  }

  async dispose() {
    await this.stopServers?.()
  }

  async dryRun() {
    const { state } = this
    const results = []
    state.activeMutant = undefined
    for (const [id, one] of this.tests) {
      state.currentTestId = id
      results.push({ id, name: id, fileName: fileURLToPath(one.file), ...(await timed(one)) })
    }
    state.currentTestId = undefined
    const coverage = structuredClone(state.mutantCoverage ?? { static: {}, perTest: {} })
    for (const result of results.toReversed()) {
      if (await this.isOfUse(result)) continue
      delete coverage.perTest[result.id]
      Object.assign(result, { status: skipped, failureMessage: undefined })
    }
    // What runs while a file is loaded and in a test as well is tried in the test: the file is not loaded anew for it.
    for (const reached of Object.values(coverage.perTest))
      for (const id of Object.keys(reached)) delete coverage.static[id]
    return { status: 'complete', tests: results, mutantCoverage: coverage }
  }

  /** What passes only once, or only after another, says nothing about a change. */
  async isOfUse({ id, status, timeSpentMs }) {
    if (status !== passed || timeSpentMs >= this.limits.longestMs) return false
    return (await timed(this.tests.get(id))).status === passed
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (this.spoilt > mostSpoilt) process.exit(1)
    const { state } = this
    const chosen = (testFilter ?? [...this.tests.keys()]).filter((id) => this.tests.has(id))
    Object.assign(state, {
      activeMutant: activeMutant.id,
      hitLimit,
      hitCount: hitLimit === undefined ? undefined : 0,
    })
    const { killer, message } = await this.firstFailure(chosen, activeMutant)
    const endless = hitLimit !== undefined && state.hitCount > hitLimit
    Object.assign(state, nothingChanged)
    if (endless) return { status: 'timeout', reason: `Hit limit reached (${hitLimit})` }
    if (killer === undefined) return { status: 'survived', nrOfTests: chosen.length }
    return {
      status: 'killed',
      killedBy: [killer],
      failureMessage: message,
      nrOfTests: chosen.length,
    }
  }

  async firstFailure(chosen, { fileName }) {
    let spent = 0
    for (const id of chosen.toSorted((a, b) => this.rank(a, fileName) - this.rank(b, fileName))) {
      const { failureMessage, timeSpentMs } = await timed(this.tests.get(id))
      if (failureMessage !== undefined && (await this.passesUnchanged(id))) {
        this.noticed.set(`${fileName} ${id}`, (this.noticed.get(`${fileName} ${id}`) ?? 0) + 1)
        return { killer: id, message: failureMessage }
      }
      spent += timeSpentMs
      if (spent > this.limits.enoughMs) break
    }
    return {}
  }

  /** What has noticed changes of the same file before comes first, then what is quick. */
  rank(id, file) {
    const noticed = this.noticed.get(`${file} ${id}`) ?? 0
    return (this.tests.get(id).took ?? 1) - (noticed > 0 ? 1_000 + noticed : 0)
  }

  /** What changed code has left in memory may fail a test later: such a test notices nothing any more, until the process is begun anew. */
  async passesUnchanged(id) {
    const { state } = this
    const { activeMutant, hitLimit, hitCount } = state
    Object.assign(state, nothingChanged)
    const { status } = await timed(this.tests.get(id))
    Object.assign(state, { activeMutant, hitLimit, hitCount })
    if (status === passed) return true
    this.tests.delete(id)
    this.spoilt += 1
    return false
  }
}

const nothingChanged = { activeMutant: undefined, hitLimit: undefined, hitCount: undefined }

/** Which change is switched on, and what each test reaches: changed code reads and writes it there. */
function stateOfChanges() {
  globalThis.__stryker__ ??= {}
  return globalThis.__stryker__
}

/** One PostgreSQL for all tests; each makes a database of its own in it. */
async function startServers(provided) {
  const { default: setUp } = await import(
    pathToFileURL(join(process.cwd(), 'test', 'support', 'global-setup.ts')).href
  )
  return setUp({ provide: (name, value) => provided.set(name, value) })
}

async function timed(one) {
  const before = process.cpuUsage()
  const spent = () => process.cpuUsage(before).user / 1000
  try {
    await one.run()
    one.took = spent()
    return { status: passed, timeSpentMs: one.took }
  } catch (error) {
    return {
      status: failed,
      timeSpentMs: spent(),
      failureMessage: String(error?.message ?? error).slice(0, 300),
    }
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner),
]
