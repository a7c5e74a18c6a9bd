// Has the next inspection of a piece of special equipment passed without one?
import type { Document } from '../port/port.ts'
import { finding, type Judged, type Rule } from './rule.ts'

type Memory = { last: Document | null }

export const isOverdue = ({ body }: Pick<Document, 'body'>, today: string): boolean =>
  body.status === 'in-use' && typeof body.nextInspection === 'string' && body.nextInspection < today

/** The date in Beijing. */
export const todayOf = (now: Date): string =>
  new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

export const overdueFinding = (one: Document, active: boolean, at: string) => {
  const until = String(one.body.nextInspection)
  const text = active
    ? `${one.body.type} ${one.key} 超期未检（应于 ${until} 前检验）`
    : `${one.body.type} ${one.key} 已检验或停用`
  const found = finding(
    one,
    { key: one.device },
    { point: one.key, condition: 'inspection-overdue', active, level: 3, text, at },
  )
  // Each day asks again; one date that has passed is one event.
  return { ...found, event: `inspection-overdue/${one.key}/${active ? until : `over/${one.at}`}` }
}

/** Told when it is told already too late, and when it is put right; that a day passes is asked every ten minutes besides. */
export const inspectionOverdue: Rule<Memory> = {
  name: 'inspection-overdue',
  past: 'row',
  about: (one) =>
    one.kind === 'document' && one.document === 'equipment' ? `${one.device}/${one.key}` : null,
  fresh: { last: null },
  judge: ({ last }, one, _, now): Judged<Memory> => {
    if (one.kind !== 'document' || (last && last.at > one.at))
      return { memory: { last }, findings: [] }
    const today = todayOf(now)
    const [was, is] = [last !== null && isOverdue(last, today), isOverdue(one, today)]
    return {
      memory: { last: one },
      findings: was === is ? [] : [overdueFinding(one, is, now.toISOString())],
    }
  },
}
