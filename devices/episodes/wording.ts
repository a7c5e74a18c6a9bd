// In what words does an alarm speak that we have judged ourselves?
import type { AlarmEvent } from '../alarms/state.ts'

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

const rounded = (value: number): string => String(Number(value.toPrecision(6)))
