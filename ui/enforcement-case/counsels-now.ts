// Which counsels stand for the enterprise now, drawn from what it has read of them?
import type { Text } from '../../domain/language/words.ts'
import type { TimelineItem } from '../../domain/views/case-views.ts'
import { filled, type Line } from '../record/standing-lines.ts'
import { enforcementCaseWords as w } from './words.ts'

type Told = Pick<TimelineItem, 'type' | 'fields' | 'item'>

const kind = 'enterprise-counsel'
const ended = [`refuse-${kind}`, `withdraw-${kind}`, `${kind}-lapsed`]

const answer = ({ fields }: Told, name: string): Text =>
  fields.find((one) => one.name === name)?.value ?? { zh: '', en: '' }

const lineOf = (named: Told, accepted: boolean): Line => ({
  label: answer(named, 'agentName'),
  value: filled(accepted ? w.counselAccepted : w.counselNamed, {
    scope: answer(named, 'scope'),
    from: answer(named, 'from'),
    until: answer(named, 'until'),
  }),
})

/** Those named, examined or still to be; who was refused or withdrawn, or whose days are over, stands for nobody. */
export const counselsOf = (items: readonly Told[]): Line[] => {
  const of = (type: string, nth: number | undefined) =>
    items.some((one) => one.type === type && one.item?.nth === nth)
  return items.flatMap((one) =>
    one.type !== `name-${kind}` || ended.some((type) => of(type, one.item?.nth))
      ? []
      : [lineOf(one, of(`accept-${kind}`, one.item?.nth))],
  )
}
