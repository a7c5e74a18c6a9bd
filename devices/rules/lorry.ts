// Does a lorry with dangerous goods drive without a waybill, or off its route?
import type { Condition, Position } from '../port/port.ts'
import { metresOff, routeOf } from './route.ts'
import { finding, isLive, type Judged, type Rule, type Subject } from './rule.ts'

type Bill = { at: string; closed: boolean; departs: string | null; arrives: string | null }
type Memory = {
  newest: string | null
  bills: Record<string, Bill>
  /** Positions in a row: driving without a bill, off the route, on it again. */
  driving: number
  off: number
  on: number
  stoodSince: string | null
  /** Null: nobody knows yet, for instance after a start. */
  reported: { bill: boolean | null; route: boolean | null }
}

const hour = 3_600_000
const moving = 5
const inARow = 3
const lateMinutes = 5
const standsMs = 10 * 60_000
/** Loading begins before the hour on the bill, and a lorry may be late. */
const [beforeMs, afterMs] = [2 * hour, 12 * hour]
/** A bill without hours is one of the day. */
const usualMs = 24 * hour
const mostBills = 50
const closedWords =
  /^(closed|cancelled|done|finished|已?完成|已?签收|已?作废|已?取消|已?结束|已?到达)$/

const billOf = (body: Record<string, unknown>, at: string): Bill => {
  const fields = { ...body, ...(typeof body.fields === 'object' ? body.fields : {}) } as Record<
    string,
    unknown
  >
  const moment = (written: unknown) => (typeof written === 'string' ? instant(written) : null)
  return {
    at,
    closed: closedWords.test(String(fields.status ?? '').trim()),
    departs: moment(fields.departs),
    arrives: moment(fields.arrives),
  }
}

/** A time without a zone is Beijing time. */
const instant = (written: string): string | null => {
  const zoned = /(Z|[+-]\d\d:?\d\d)$/.test(written)
    ? written
    : `${written.trim().replace(' ', 'T')}+08:00`
  const ms = Date.parse(zoned)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

const isOpen = ({ at, closed, departs, arrives }: Bill, now: string): boolean => {
  if (closed) return false
  const moment = Date.parse(now)
  const from = departs === null ? Date.parse(at) - beforeMs : Date.parse(departs) - beforeMs
  const to = arrives === null ? Date.parse(departs ?? at) + usualMs : Date.parse(arrives) + afterMs
  return moment >= from && moment <= to
}

const driven = (before: Memory, one: Position, of: Subject): Memory => {
  const { reported: withoutBill, ...driving } = drivenWithoutBill(before, one)
  const { reported: offRoute, ...route } = drivenOffRoute(before, one, of)
  return {
    ...before,
    newest: one.at,
    ...driving,
    ...route,
    reported: { bill: withoutBill, route: offRoute },
  }
}

const drives = ({ speedKmh }: Position): boolean => (speedKmh ?? 0) > moving

const drivenWithoutBill = (before: Memory, one: Position) => {
  const open = Object.values(before.bills).some((bill) => isOpen(bill, one.at))
  const stoodSince = drives(one) ? null : (before.stoodSince ?? one.at)
  const stands = stoodSince !== null && Date.parse(one.at) - Date.parse(stoodSince) >= standsMs
  if (open || stands) return { driving: 0, stoodSince, reported: false }
  const driving = drives(one) ? before.driving + 1 : before.driving
  return { driving, stoodSince, reported: driving >= inARow ? true : before.reported.bill }
}

const drivenOffRoute = (before: Memory, one: Position, of: Subject) => {
  const route = routeOf(of.dialect.route)
  const isOff = route !== undefined && metresOff(one, route) > route.metres
  const [off, on] = isOff ? [before.off + 1, 0] : [0, before.on + 1]
  if (drives(one) && off >= inARow) return { off, on, reported: true }
  return { off, on, reported: on >= inARow ? false : before.reported.route }
}

const findingsOf = (before: Memory, after: Memory, one: Position, of: Subject): Condition[] => {
  const findings: Condition[] = []
  const common = { point: 'terminal', value: one.speedKmh }
  const { bill, route } = after.reported
  if (bill !== null && before.reported.bill !== bill) {
    const text = bill
      ? `${of.name} 危险货物运输车辆无有效电子运单行驶`
      : `${of.name} 已有电子运单或已停驶`
    findings.push(
      finding(one, of, { ...common, condition: 'no-waybill', active: bill, level: 2, text }),
    )
  }
  if (route !== null && routeOf(of.dialect.route) && before.reported.route !== route) {
    const text = route ? `${of.name} 偏离规定路线` : `${of.name} 已回到规定路线`
    findings.push(
      finding(one, of, { ...common, condition: 'off-route', active: route, level: 3, text }),
    )
  }
  return findings
}

/** For vehicles whose row says `waybill: true`; a route is `route: {line, metres}` there. */
export const lorry: Rule<Memory> = {
  name: 'lorry',
  past: 'papers',
  about: (one, of) => {
    if (of.dialect.waybill !== true) return null
    return (one.kind === 'position' && !one.unregistered) ||
      (one.kind === 'document' && one.document === 'waybill')
      ? of.key
      : null
  },
  fresh: {
    newest: null,
    bills: {},
    driving: 0,
    off: 0,
    on: 0,
    stoodSince: null,
    reported: { bill: null, route: null },
  },
  judge: (before, one, of, now): Judged<Memory> => {
    if (one.kind === 'document') {
      const known = before.bills[one.key]
      if (known && known.at > one.at) return { memory: before, findings: [] }
      const bills = Object.entries({ ...before.bills, [one.key]: billOf(one.body, one.at) })
      const newest = bills
        .sort(([, one], [, other]) => (one.at < other.at ? 1 : -1))
        .slice(0, mostBills)
      return { memory: { ...before, bills: Object.fromEntries(newest) }, findings: [] }
    }
    if (
      one.kind !== 'position' ||
      !isLive(one, now, lateMinutes) ||
      (before.newest !== null && one.at <= before.newest)
    )
      return { memory: before, findings: [] }
    const memory = driven(before, one, of)
    return { memory, findings: findingsOf(before, memory, one, of) }
  },
}
