// How does the whole product run on one machine with one command?
import { join } from 'node:path'
import { type Env, readEnv } from './env.ts'
import { createChildren } from './infra/children.ts'
import { takeLock } from './infra/lock.ts'
import { isFree, keptPort } from './infra/ports.ts'
import { ensurePrograms } from './infra/programs.ts'
import { type ServiceVariables, startServices } from './infra/services.ts'
import { createStopper } from './infra/stopper.ts'
import { keepRunning, runOnce, type SupervisorOptions } from './infra/supervisor.ts'
import { ensureUi, uiBuild } from './infra/ui-build.ts'
import { welcome } from './infra/welcome.ts'
import { demoGateways, gatewayVariables } from './simulate/gateways.ts'
import { demoTreasury, treasuryVariables } from './simulate/treasury.ts'

const root = join(import.meta.dirname, '..')
const READY_MS = 120_000
// A worker gives its activities 10 s; what is then still there is killed.
const GRACE_MS = 15_000

const stopper = createStopper(log)

start().catch(stopper.fail)

async function start(): Promise<void> {
  const env = readEnv()
  await takeFolderAndPort(env)
  const children = createChildren(env.dataDir)
  const left = await children.sweep()
  if (left > 0) log(`ended ${left} process(es) that an earlier run left behind`)
  log(`starting in ${env.dataDir}`)
  const services = await startServices(env, children, stopper.started, log)
  stopper.check()
  const gateways = { ...(await madeUpGateways(env)), ...(await madeUpTreasury(env)) }
  const logs = join(env.dataDir, 'logs')
  const options: SupervisorOptions = {
    children,
    env: { ...variables(env, services), ...gateways },
    logs,
    graceMs: GRACE_MS,
    log,
    giveUp: stopper.fail,
  }
  const program = await ensurePrograms(root)
  await once('migrate', program('migrate'), [], options)
  await ensureUi(root, () => once('ui-build', ...uiBuild(root), options))
  // Fines of the seed get their codes from the made-up treasury.
  if (Object.keys(gateways).length > 0) await keep('gateways', program('gateways'), options)
  // The seed brings a worker of its own, at laboratory time: no other may serve its cases meanwhile.
  if (env.mode === 'demo') await once('seed', program('seed'), [], options)
  for (const name of ['worker', 'auditor', 'devices', 'api'])
    await keep(name, program(name), options)
  await ready(env)
  options.giveUp = undefined
  if (env.mode === 'demo' && env.simulators) {
    await keep('plant', program('plant'), options)
    await keep('simulate', program('simulate'), options, ['normal-day', 'wait=1'])
  }
  console.log(await welcome(localAddress(env), services.MAILBOX_DIR !== undefined))
}

async function takeFolderAndPort(env: Env): Promise<void> {
  const lock = takeLock(join(env.dataDir, 'run', 'start.lock'))
  if ('heldBy' in lock) {
    throw new Error(
      `${env.dataDir} is in use by process ${lock.heldBy}: stop that one first, or start with another ANJIAN_DATA and PORT.`,
    )
  }
  stopper.started('lock', async () => lock.release())
  if (!(await isFree(env.port, env.host)))
    throw new Error(`Port ${env.port} is taken: start with another PORT.`)
}

/** People of the demo are called through made-up gateways, unless real ones are named. */
async function madeUpGateways({ mode, simulators, channels, dataDir }: Env) {
  if (mode !== 'demo' || !simulators || Object.keys(channels).length > 0) return undefined
  return gatewayVariables(`http://127.0.0.1:${await keptPort(dataDir, demoGateways.name)}`)
}

/** Fines of the demo are paid through a made-up platform, unless a real one is named. */
async function madeUpTreasury({ mode, simulators, payments, dataDir }: Env) {
  if (mode !== 'demo' || !simulators || payments) return undefined
  return treasuryVariables(`http://127.0.0.1:${await keptPort(dataDir, demoTreasury.name)}`)
}

function variables(env: Env, services: ServiceVariables): NodeJS.ProcessEnv {
  const { mode, host, port, dataDir, secret, publicUrl } = env
  const known = {
    ANJIAN_MODE: mode,
    HOST: host,
    PORT: String(port),
    ANJIAN_DATA: dataDir,
    ANJIAN_SECRET: secret,
    PUBLIC_URL: publicUrl,
  }
  return { ...process.env, ...known, ...services }
}

async function once(
  name: string,
  script: string,
  args: string[],
  options: SupervisorOptions,
): Promise<void> {
  if (name !== 'migrate') log(`${name} …`)
  await runOnce(name, script, args, options, (child) => stopper.started(name, () => child.stop()))
  stopper.check()
}

async function keep(
  name: string,
  script: string,
  options: SupervisorOptions,
  args: string[] = [],
): Promise<void> {
  const process = await keepRunning(name, script, options, args)
  stopper.started(name, process.stop)
  stopper.check()
}

async function ready(env: Env): Promise<void> {
  const give = Date.now() + READY_MS
  while (Date.now() < give) {
    stopper.check()
    const answer = await fetch(`${localAddress(env)}/readyz`, {
      signal: AbortSignal.timeout(2000),
    }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `The API does not answer on port ${env.port}: see ${join(env.dataDir, 'logs', 'api.log')}`,
  )
}

function localAddress({ port }: Env): string {
  return `http://localhost:${port}`
}

function log(text: string): void {
  console.log(`anjian: ${text}`)
}
