// Which cases and alarms does the product itself bring about, of which a year of them are copies?
import { setTimeout as sleep } from 'node:timers/promises'
import { query } from '../../bin/infra/postgres/postgres.ts'
import { type Ledger, performOnce } from '../acts.ts'
import { gaugeKey, idOf } from '../devices/devices-city.ts'
import { measure } from '../devices/devices-desk.ts'
import { openDevices } from '../devices/devices-open.ts'
import { longLog } from '../emergencies/long-log.ts'
import { signUpTeams, type Team, teams } from '../emergencies/people.ts'
import { openEmergency, respond } from '../emergencies/response.ts'
import { signIn } from '../http.ts'
import type { Stage } from '../stage.ts'

export type Templates = {
  /** An alarm that rang, was answered and concluded; and one that rings. Their cases have the same ids. */
  ended: string
  standing: string
  /** An emergency of some orders, and one of two hundred with a long log. */
  emergency: string
  large: string
}

const PATIENCE_MS = 60_000
const SMALL = { orders: 30, seconds: 15 }
export const LARGE = { orders: 200, log: 2_000 }

/** Devices, desk and units do what they do; afterwards the worker and the devices rest, for copies have no workflows. */
export const makeTemplates = async (
  stage: Stage,
  pushBase: string,
  open: (() => unknown)[],
): Promise<Templates> => {
  await signUpTeams(stage)
  const { senders, tally } = await openDevices(stage, pushBase, open)
  senders.now.resting = true
  const [one, other] = [0, 1].map((n) => idOf('gauges', gaugeKey(n)))
  for (const n of [0, 1]) measure(senders.pushing.gauges, n, 40, tally)
  const [ended = '', standing = ''] = await Promise.all(
    [one, other].map((device) => caseOf(stage, device ?? '')),
  )
  await endAlarm(stage, ended, () => measure(senders.pushing.gauges, 0, 2, tally))
  const team = teams[0] as Team
  const [emergency, large] = [
    await openEmergency(stage.base, team),
    await openEmergency(stage.base, team),
  ]
  const ledger: Ledger = { acked: [], retries: 0 }
  await respond(stage.base, team, emergency, SMALL, ledger)
  await longLog(stage, team, large, LARGE)
  for (const close of open.splice(0).reverse()) await close()
  process.kill(stage.pids.worker, 'SIGKILL')
  return { ended, standing, emergency, large }
}

/** The alarm of a device, as soon as it has a case. */
const caseOf = async ({ databaseUrl }: Stage, device: string): Promise<string> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
    const { rows } = await query(
      databaseUrl,
      `SELECT a.id FROM alarms a JOIN cases c ON c.id = a.id::text WHERE a.device = '${device}'`,
    )
    if (rows[0]) return rows[0].id as string
  }
  throw new Error('an alarm has no case')
}

/** The desk answers it, the gas goes, the desk concludes. */
const endAlarm = async (stage: Stage, id: string, goes: () => void): Promise<void> => {
  const { databaseUrl, base } = stage
  const duty = await signIn(base, 'kecheng.duty')
  const { status } = await duty.ask('POST', `/api/alarms/${id}/acknowledgement`, {
    seq: 1,
    measures: '已通知企业停车、撤人',
  })
  if (status !== 200) throw new Error(`an alarm is not acknowledged: ${status}`)
  goes()
  const conclude = {
    who: duty,
    type: 'conclude',
    data: { outcome: 'genuine', findings: '阀门内漏', measures: '已更换' },
  }
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(200)) {
    const { rows } = await query(
      databaseUrl,
      `SELECT c.state, c.status FROM cases c JOIN alarms a ON a.id::text = c.id WHERE c.id = '${id}' AND a.closed_at IS NOT NULL`,
    )
    if (rows[0]?.status === 'closed') return
    if (String(rows[0]?.state).includes('concluding'))
      await performOnce(id, conclude, { acked: [], retries: 0 })
  }
  throw new Error('the episode of an alarm does not end')
}
