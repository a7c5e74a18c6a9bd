// How is a change tried in milliseconds? Tests are loaded once, and those that reach the change run again in the same process.
import { appendFileSync, existsSync, globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { nearTests, PARTS } from './parts.ts'

const here = new URL('./vitest-here.mjs', import.meta.url).href
const statementsAnew = new URL('./statements-anew.mjs', import.meta.url).href

/**
 * Milliseconds of processor. `longestMs`: a test that takes longer notices little that quicker ones do not, and would run for every change.
 * `enoughMs`: what has not been noticed by then, by the quickest tests first, is taken to survive.
 */
const limitsOf = ({ database }) =>
  database ? { longestMs: 10_000, enoughMs: 4_000 } : { longestMs: 150, enoughMs: 700 }
/** When so many tests notice nothing any more, the process is begun anew. */
const mostSpoilt = 40
/** So many files keep their databases open. */
const mostPrepared = 24
/** A test that waits for a database for so long waits for ever. */
const longestWaitMs = 30_000

const [passed, failed, skipped] = [0, 1, 2]
/** Under this name a test runs that has been run before. */
const again = '(again)'
/** Which whole files are tests, in the folder where the changed code lies. */
const wholeFiles = () => join(process.cwd(), '.whole-files')
/** A long run tells what survives while it goes on, beside its report. */
const survivors = () => join(process.cwd(), '..', '..', 'survivors.txt')

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
      resolve: (name, context, next) => elsewhere(this.part, name) ?? next(name, context),
    })
    const { tests, startFile, provided, keepPrepared, undoPrepared } = await import(here)
    // What changed code leaves running fails later, and is nobody's to catch.
    process.on('unhandledRejection', () => undefined)
    if (this.part.database) {
      const { startPostgresAlone } = await import('./postgres-alone.mjs')
      this.stopServers = await startPostgresAlone(provided)
      keepPrepared(mostPrepared)
    }
    for (const path of nearTests(
      this.part,
      globSync,
      process.env.ANJIAN_MUTANTS_TESTS,
    ).toSorted()) {
      const url = pathToFileURL(join(process.cwd(), path)).href
      startFile(url)
      await import(url)
    }
    const from = `${pathToFileURL(process.cwd()).href}/`
    this.undoPrepared = undoPrepared
    this.tests = new Map(tests.map((one) => [one.id.replace(from, ''), one]))
    // A process that is begun anew does not try the tests out once more.
    if (existsSync(wholeFiles()))
      for (const line of readFileSync(wholeFiles(), 'utf8').trim().split('\n')) {
        const { id, file, own } = JSON.parse(line)
        this.tests.set(id, this.wholeOf(file, own))
      }
  }

  async dispose() {
    await this.stopServers?.()
  }

  async dryRun() {
    this.state.activeMutant = undefined
    const all = [...this.tests].map(([id, one]) => ({ id, one }))
    const files = this.part.database
      ? Object.values(Object.groupBy(all, ({ one }) => one.file))
      : [all]
    const results = []
    const narrowed = []
    for (const group of files) {
      const tried = await this.tryAll(group)
      results.push(...tried)
      if (this.part.database) narrowed.push(await this.tryWhole(tried))
    }
    this.state.currentTestId = undefined
    const coverage = structuredClone(this.state.mutantCoverage ?? { static: {}, perTest: {} })
    delete coverage.perTest[again]
    for (const narrow of narrowed) results.push(narrow(coverage))
    for (const { id, status } of results) if (status === skipped) delete coverage.perTest[id]
    // What runs while a file is loaded and in a test as well is tried in the test: the file is not loaded anew for it.
    for (const reached of Object.values(coverage.perTest))
      for (const id of Object.keys(reached)) delete coverage.static[id]
    return { status: 'complete', tests: results, mutantCoverage: coverage }
  }

  /** What passes only once, or only after another, says nothing about a change: it is skipped. */
  async tryAll(group) {
    const results = []
    for (const { id, one } of group) {
      this.state.currentTestId = id
      results.push({ id, name: id, fileName: fileURLToPath(one.file), ...(await timed(one)) })
    }
    this.state.currentTestId = again
    for (const result of results.toReversed()) {
      result.firstPassed = result.status === passed
      const { id, status, timeSpentMs } = result
      if (status === passed && timeSpentMs < this.limits.longestMs)
        Object.assign(result, await timed(this.tests.get(id)))
      if (result.status !== passed || timeSpentMs >= this.limits.longestMs)
        Object.assign(result, { status: skipped, failureMessage: undefined })
    }
    return results
  }

  /**
   * A file in its order, prepared anew, is one more test: for what a test does only once or after another, and for what is done while the
   * file is prepared. It is run for what these reach, the first one with what prepares it.
   */
  async tryWhole(tried) {
    const id = `${tried[0].id.split('#')[0]}#(whole)`
    const own = tried.filter(({ firstPassed }) => firstPassed).map((one) => one.id)
    const { file } = this.tests.get(tried[0].id)
    const whole = this.wholeOf(file, own)
    const { status, timeSpentMs } = await timed(whole)
    await this.undoPrepared(file)
    this.tests.set(id, whole)
    appendFileSync(wholeFiles(), `${JSON.stringify({ id, file, own })}\n`)
    const fine = status === passed && timeSpentMs < this.limits.longestMs
    return ({ perTest }) => {
      const reached = tried.filter((one, at) => at === 0 || one.status === skipped)
      perTest[id] = Object.assign({}, ...reached.map((one) => perTest[one.id]))
      const told = { id, name: id, fileName: fileURLToPath(file), timeSpentMs }
      return { ...told, status: fine ? passed : skipped }
    }
  }

  wholeOf(file, own) {
    const run = async () => {
      await this.undoPrepared(file)
      for (const id of own) await this.tests.get(id)?.run()
    }
    return { file, run }
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
    if (killer === undefined) {
      appendFileSync(survivors(), `${lineOf(activeMutant)}\n`)
      return { status: 'survived', nrOfTests: chosen.length }
    }
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
      if (failureMessage !== undefined && (await this.isNoticed(id))) {
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

  /**
   * A test has failed: does it pass without the change? What changed code has left in memory may fail it later as well; then it notices
   * nothing any more, until the process is begun anew. What it has left in a database goes with the database.
   */
  async isNoticed(id) {
    const one = this.tests.get(id)
    if (await this.passesUnchanged(one)) return true
    if (this.part.database) {
      await this.undoPrepared(one.file)
      if (await this.passesUnchanged(one)) {
        const stillFails = (await timed(one)).status === failed
        await this.undoPrepared(one.file)
        return stillFails
      }
      await this.undoPrepared(one.file)
    }
    this.tests.delete(id)
    this.spoilt += 1
    return false
  }

  async passesUnchanged(one) {
    const { state } = this
    const { activeMutant, hitLimit, hitCount } = state
    Object.assign(state, nothingChanged)
    const { status } = await timed(one)
    Object.assign(state, { activeMutant, hitLimit, hitCount })
    return status === passed
  }
}

const nothingChanged = { activeMutant: undefined, hitLimit: undefined, hitCount: undefined }

/** Tests mean these files by `vitest` and, before a database, by the statements that are kept prepared. */
function elsewhere({ database }, name) {
  if (name === 'vitest') return { url: here, shortCircuit: true }
  if (database && name.endsWith('/statements.ts'))
    return { url: statementsAnew, shortCircuit: true }
  return undefined
}

const lineOf = ({ fileName, location, replacement }) => {
  const { start, end } = location
  const file = fileName.replace(`${process.cwd()}/`, '')
  return `${file}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column} ${replacement}`
}

/** Which change is switched on, and what each test reaches: changed code reads and writes it there. */
function stateOfChanges() {
  globalThis.__stryker__ ??= {}
  return globalThis.__stryker__
}

async function timed(one) {
  const before = process.cpuUsage()
  const spent = () => process.cpuUsage(before).user / 1000
  try {
    await inTime(one.run())
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

async function inTime(work) {
  let timer
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('it waits for ever')), longestWaitMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner),
]
