// Do orders reach the units in time when three emergencies are answered at once, beside all devices of the prefecture?
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../bin/infra/ports.ts'
import { type Ledger, sendAgain } from '../acts.ts'
import { openDevices } from '../devices/devices-open.ts'
import type { Tally } from '../devices/devices-tally.ts'
import { closeAll, closingAfter, type Log, openStage, type Stage, tellLastWords } from '../stage.ts'
import { startUsage, type Usage } from '../usage.ts'
import { type Kept, keptOf } from './kept.ts'
import { countOf, signUpTeams, type Team, teams } from './people.ts'
import { openEmergency, type Pace, type Response, respond } from './response.ts'

/** `quiet`: one emergency and nothing else; `loaded`: all of them beside the devices. */
export type EmergenciesFigures = {
  pace: Pace
  people: { quiet: number; loaded: number }
  quiet: Response[]
  loaded: Response[]
  perSecond: number
  usage: Usage
  kept: Kept
  retries: number
}

const WARM_UP_SECONDS = 15
const SENT_AGAIN = 60

export const measureEmergencies = async (log: Log, pace: Pace): Promise<EmergenciesFigures> => {
  const pushPort = await freePort()
  const stage = await openStage({
    ANJIAN_URGENT_LANE: 'both',
    ANJIAN_PUSH_PORT: String(pushPort),
  })
  const open: (() => unknown)[] = []
  return closingAfter(
    () => closeAll(open, stage),
    async () => {
      return await run(stage, (words) => log(`emergencies: ${words}`), {
        pushBase: `http://127.0.0.1:${pushPort}`,
        pace,
        open,
      })
    },
    tellLastWords(log, stage, ['worker', 'api']),
  )
}

type Run = { pushBase: string; pace: Pace; open: (() => unknown)[] }

const run = async (
  stage: Stage,
  log: Log,
  { pushBase, pace, open }: Run,
): Promise<EmergenciesFigures> => {
  await signUpTeams(stage)
  const ledger: Ledger = { acked: [], retries: 0 }
  const respondAll = async (some: Team[]): Promise<Response[]> => {
    const ids = await Promise.all(some.map((team) => openEmergency(stage.base, team)))
    return Promise.all(
      some.map((team, nth) => respond(stage.base, team, ids[nth] as string, pace, ledger)),
    )
  }
  const first = teams.slice(0, 1)
  await warmUp(stage, first)
  log(`${pace.orders} orders to one emergency, and nothing else`)
  const quiet = await respondAll(first)
  log('all devices begin to send')
  const { devices, tally } = await openDevices(stage, pushBase, open)
  await sleep(WARM_UP_SECONDS * 1_000)
  log(`${pace.orders} orders to each of ${teams.length} emergencies beside them`)
  const used = startUsage({ ...stage.pids, devices: devices.pid })
  const counted = countReadings(tally)
  const loaded = await respondAll(teams)
  const perSecond = counted()
  const usage = used()
  log('lost, doubled, chains')
  await sendAgain(ledger, SENT_AGAIN)
  return {
    pace,
    people: { quiet: countOf(first), loaded: countOf(teams) },
    quiet,
    loaded,
    perSecond,
    usage,
    kept: await keptOf(stage, ledger, [...quiet, ...loaded]),
    retries: ledger.retries,
  }
}

/** A small one before, so that the first that is measured does not meet servers that have just been started. */
const warmUp = async (stage: Stage, some: Team[]): Promise<void> => {
  for (const team of some) {
    const caseId = await openEmergency(stage.base, team)
    await respond(stage.base, team, caseId, { orders: 9, seconds: 6 }, { acked: [], retries: 0 })
  }
}

const countReadings = (tally: Tally): (() => number) => {
  const [from, before] = [Date.now(), tally.total()]
  return () => ((tally.total() - before) / (Date.now() - from)) * 1_000
}
