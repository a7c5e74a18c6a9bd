// Does a fine lie inside the standard of the cause that is named, when it is notified and when it is decided (处罚法 34)?
import { spellYuan } from '../../language/money.ts'
import { text } from '../../language/words.ts'
import { stringIn } from '../../model/event-reading.ts'
import {
  causeEntries,
  type Departure,
  laterStandardReasoned,
  usable,
  withinStandard,
} from '../../registers/violation-cause/standard.ts'
import { departureOf, departureWords } from '../../registers/violation-cause/steps.ts'
import type { EnforcementEvent, Punished, PunishedRule } from '../memory/context.ts'
import { penaltyIn } from '../memory/kinds.ts'
import { todayOf } from '../memory/penalties.ts'

/** A fine stands in the form, or was proposed by the report. */
const plannedFine = ({ fine }: Punished, { data }: EnforcementEvent): number =>
  data.penalties === undefined ? fine : penaltyIn(data).fine

/** A cause that is named has a standard; where nobody has looked the register up, none is asked. */
const within =
  (departure: (event: EnforcementEvent) => Departure): PunishedRule =>
  ({ context, event }) => {
    const { entries, region, data } = event
    const number = stringIn(event, 'cause')
    if (number === null)
      return (
        [data.step, data.departure, data.laterStandard].every((one) => one === undefined) ||
        text('填写裁量阶次或者偏离理由的，须选择违法行为', 'A step or a reason is of a violation')
      )
    const known = entries?.[causeEntries.register]
    if (known === undefined) return true
    const entry = known.find((one) => one.number === number)
    if (!entry) return text(`违法行为${number}未登记`, `Violation ${number} is in no register`)
    const today = todayOf(event)
    const actOn = context.actEnded ?? today
    const verdict = usable(entry, { region, today, actOn })
    if (verdict !== true) return verdict
    const later = laterStandardReasoned(entry, actOn, data.laterStandard)
    if (later !== true) return later
    return withinStandard(entry, {
      number,
      step: data.step,
      departure: departure(event),
      fine: plannedFine(context, event),
    })
  }

/** Outside of it a fine has a reason. */
export const withinDiscretion = within(({ data }) =>
  data.departure === undefined ? 'unsaid' : 'reasoned',
)

/** Whoever stands in a workshop departs from no standard: that is for a superior. */
export const withinDiscretionOnTheSpot = within(() => 'forbidden')

/** The figures of the standard hold until the decision, which may be milder than what was notified. */
export const decidedWithinStandard: PunishedRule = ({ context, event: { data } }) => {
  const { standard } = context
  if (data.penalties === undefined || !standard) return true
  const { fine } = penaltyIn(data)
  const inside = departureOf(standard, fine) === 0
  if (inside)
    return (
      data.departure === undefined ||
      text(
        '罚款在已告知的裁量幅度内，无须填写偏离裁量基准的理由',
        'The fine lies inside the standard: there is nothing to give a reason for',
      )
    )
  if (fine === standard.reasonedFor || data.departure !== undefined) return true
  const [range, by] = [rangeOf(standard), departureWords(standard, fine)]
  return text(
    `告知时所选裁量阶次的幅度为${range}；${by.zh}，须填写偏离裁量基准的理由（《行政处罚法》第三十四条）`,
    `The step that was notified leaves room for ${range}; ${by.en}: say why it departs from the standard (Penalty Law art. 34)`,
  )
}

export const punishedWithinStandard: PunishedRule = ({ context: { standard }, event: { data } }) =>
  data.penalties === undefined ||
  !standard ||
  departureOf(standard, penaltyIn(data).fine) === 0 ||
  text(
    `罚款不在告知时所选裁量阶次的幅度（${rangeOf(standard)}）内，当场处罚不得偏离裁量基准，请退回重新告知或者转为普通程序（《行政处罚法》第三十四条、第五十四条）`,
    `The fine lies outside the step that was told (${rangeOf(standard)}): nobody departs from a standard on the spot; tell the party anew, or go over to the ordinary procedure (Penalty Law art. 34, 54)`,
  )

const rangeOf = ({ from, to }: { from: number; to: number }): string =>
  `${spellYuan(from)}–${spellYuan(to)}`
