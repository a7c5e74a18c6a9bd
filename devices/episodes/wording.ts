// In what words does an alarm speak that we have judged ourselves?
import { isDeadlyKind } from '../../domain/duty/kinds.ts'
import { lateAfterMs } from '../alarms/parameters.ts'
import type { AlarmEvent } from '../alarms/state.ts'
import { writtenTime } from '../frames/beijing.ts'

type About = { name: string; condition: string; unit: string | null }

const names: Record<string, [inner: string, outer: string]> = {
  high: ['高报', '高高报'],
  low: ['低报', '低低报'],
  rise: ['上升过快', '上升过快'],
  'bad-quality': ['测量值不可用', '测量值不可用'],
}

/** 丙烯储罐 液位 高高报：92%（限值90%）. The words of the alarm's text, which is the sender's language: Chinese. */
export const wordsOf = (
  { name, condition, unit }: About,
  { value, limit, after }: Pick<AlarmEvent, 'value' | 'limit' | 'after'>,
): string => {
  const [inner, outer] = names[condition] ?? [condition, condition]
  const said = `${name} ${after.rank > 1 ? outer : inner}`
  if (condition === 'bad-quality' || value === null) return said
  const per = condition === 'rise' ? `${unit ?? ''}/分钟` : (unit ?? '')
  return `${said}：${rounded(value)}${per}${limit === null ? '' : `（限值${rounded(limit)}${per}）`}`
}

/** Whoever is called is told that the device may speak of another moment. */
export const doubt = ({ kind, after }: Pick<AlarmEvent, 'kind' | 'after'>): string =>
  after.doubtful && (kind === 'raised' || kind === 're-alarm') ? '（时间存疑）' : ''

const minuteMs = 60_000

/** Of fire, gas, people and level 1: what begins to ring long after it was sensed says when that was, and after how long we knew. */
export const lateness = (
  kind: string,
  { kind: event, at, sensedAt, after }: Pick<AlarmEvent, 'kind' | 'at' | 'sensedAt' | 'after'>,
): string => {
  // What rings again after a shelf has been known all the time.
  if (
    event !== 'raised' ||
    sensedAt === null ||
    after.doubtful ||
    !(isDeadlyKind(kind) || after.level === 1)
  )
    return ''
  const late = Date.parse(at) - Date.parse(sensedAt)
  return late <= lateAfterMs(kind)
    ? ''
    : `（迟报：${writtenTime(new Date(sensedAt))}发生，${inWords(late / minuteMs)}后才得知）`
}

const inWords = (minutes: number): string => {
  if (minutes < 120) return `${Math.round(minutes)}分钟`
  return minutes < 2_880 ? `${Math.round(minutes / 60)}小时` : `${Math.round(minutes / 1_440)}天`
}

const rounded = (value: number): string => String(Number(value.toPrecision(6)))
