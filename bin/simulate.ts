// How are made-up devices played to a running system? `npm run simulate -- <scenario> [seed=1] [minutes=5] [wait=1] [<feed>=host:port …]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { look } from '../devices/frames/look.ts'
import type { ScenarioName } from '../devices/simulators/plant-scenarios.ts'
import { readEnv } from './env.ts'
import { DEMO_PASSWORD } from './seed/accounts.ts'
import { feeds as listened } from './simulate/city.ts'
import { plantFeed, plantUrl } from './simulate/park.ts'
import { commandPlant } from './simulate/plant.ts'
import { type Scenario, scenarios } from './simulate/scenarios.ts'
import { openWire, type Wire } from './simulate/wire.ts'

/** The desk of the city sees the alarms of every county. */
const WATCHER = 'city.duty'
const PROGRESS_MS = 15_000

const feeds = [...listened, plantFeed]

type Address = { host: string; port: number }
export type Arguments = {
  scenario: Scenario
  seed: number
  minutes: number | null
  wait: boolean
  addresses: Map<string, Address>
}

/** The scenarios, a line each. */
export const listed = (): string =>
  Object.entries(scenarios)
    .map(([name, { words }]) => `  ${name.padEnd(16)}  ${words.zh}  ${words.en}`)
    .join('\n')

/** What the arguments ask for; a string: what is wrong with them. */
export const readArguments = ([name = '', ...options]: string[]): Arguments | string => {
  const scenario = look(scenarios, name)
  if (!scenario) return `未知场景 unknown scenario "${name}":\n${listed()}`
  const args: Arguments = {
    scenario,
    seed: 1,
    minutes: scenario.minutes,
    wait: false,
    addresses: new Map(),
  }
  for (const option of options) {
    const [, key = '', value = ''] = /^([\w-]+)=(.+)$/.exec(option) ?? []
    const [, host, port] = /^([^\s:/]+):(\d{1,5})$/.exec(value) ?? []
    if ((key === 'seed' || key === 'minutes') && /^\d+(\.\d+)?$/.test(value))
      args[key] = Number(value)
    else if (key === 'wait' && /^[01]$/.test(value)) args.wait = value === '1'
    else if (feeds.some(({ id }) => id === key) && host && port)
      args.addresses.set(key, { host, port: Number(port) })
    else
      return `选项有误 bad option "${option}": seed=1 minutes=5 wait=1 ${feeds.map(({ id }) => `${id}=host:port`).join(' ')}`
  }
  return args
}

/** Where the demo listens for its feeds: the ports are kept in its data folder. */
const addressOf = (
  feed: string,
  args: Arguments,
  { dataDir, host }: { dataDir: string; host: string },
): Address | string => {
  const given = args.addresses.get(feed)
  if (given) return given
  try {
    const port = Number(readFileSync(join(dataDir, 'run', `${feed}.port`), 'utf8'))
    return { host: host === '0.0.0.0' ? '127.0.0.1' : host, port }
  } catch {
    return `系统没有运行 the system is not there: ${dataDir} knows no port of ${feed}; npm start first`
  }
}

/** Plays it to its end, or until it is stopped; a string: why it cannot be played. */
export const play = async (
  args: Arguments,
  env: { dataDir: string; host: string },
  stop: AbortSignal,
): Promise<string | null> => {
  const players = args.scenario.play(args.seed, new Date())
  const found = players.map(({ feed, end }) => ({
    feed,
    end,
    address: addressOf(feed, args, env),
  }))
  const missing = found.map(({ address }) => address).find((address) => typeof address === 'string')
  if (missing !== undefined) return missing
  const refused =
    args.scenario.plant === undefined ? null : await requestOfPlant(args.scenario.plant, args, env)
  if (refused !== null) return refused
  const wires: Wire[] = []
  try {
    for (const { end, address } of found)
      if (typeof address === 'object') wires.push(openWire(end, { ...address, wait: args.wait }))
    const failed = await Promise.all(wires.map(({ up }) => up)).then(
      () => null,
      (error: Error) => error,
    )
    if (failed) return `系统没有运行 the system is not there: ${failed.message}; npm start first`
    const sent = () => wires.reduce((total, wire) => total + wire.sent(), 0)
    // What plays without end is no sentence for a terminal.
    const reporting =
      args.minutes === null
        ? undefined
        : setInterval(() => console.log(`已发 sent ${sent()} …`), PROGRESS_MS)
    const ms = args.minutes === null ? 2 ** 31 - 1 : args.minutes * 60_000
    await sleep(ms, undefined, { signal: stop }).catch(() => undefined)
    clearInterval(reporting)
    const sum = (of: (wire: Wire) => number): number =>
      wires.reduce((total, wire) => total + of(wire), 0)
    console.log(
      `${wires.length} 条线路 lines，发出 sent ${sum(({ sent }) => sent())}，收到 heard ${sum(({ received }) => received())} B`,
    )
    return null
  } finally {
    for (const wire of wires) wire.close()
  }
}

/** The made-up plant plays on by itself; a string: why it does not. */
const requestOfPlant = async (
  name: ScenarioName,
  args: Arguments,
  env: { dataDir: string; host: string },
): Promise<string | null> => {
  const address = addressOf(plantFeed.id, args, env)
  if (typeof address === 'string') return address
  return commandPlant(
    plantUrl(address.host, address.port),
    name,
    join(env.dataDir, 'plants', 'simulate'),
  ).then(
    () => null,
    (error: Error) => `系统没有运行 the system is not there: ${error.message}; npm start first`,
  )
}

async function run(): Promise<void> {
  const args = process.argv.slice(2)
  if (args.length === 0) return void console.log(`场景 scenarios:\n${listed()}`)
  const parsed = readArguments(args)
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort())
  const complaint = typeof parsed === 'string' ? parsed : await started(parsed, stop.signal)
  if (complaint === null) return
  console.error(complaint)
  process.exitCode = 1
}

function started(args: Arguments, stop: AbortSignal): Promise<string | null> {
  const env = readEnv()
  console.log(`演练 exercise: ${args.scenario.words.zh} ${args.scenario.words.en}`)
  console.log(
    `在 ${env.publicUrl}/duty 观看 watch there，账号 account: ${WATCHER}（${DEMO_PASSWORD}）`,
  )
  return play(args, env, stop)
}

if (import.meta.main) await run()
