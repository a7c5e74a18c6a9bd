// Do two officers with valid certificates stand behind what is done or recorded (处罚法 42, 55)?
import { type Text, text } from '../../language/words.ts'
import type { ChosenEntry } from '../../model/decision-context.ts'
import { stringIn } from '../../model/event-reading.ts'
import type { CaseEvent, Rule } from '../../model/process.ts'
import { isRegion, regionsAbove } from '../../organisation/regions.ts'
import { civilDate } from '../../time/instant.ts'
import { standingOn } from '../entry.ts'
import { byPerson } from '../namesakes.ts'
import { certificateEntries } from './named.ts'
import { personIn } from './person.ts'

type Shown = Omit<CaseEvent, 'type'>

const tooFew = text(
  '执法人员不得少于两人，须逐人填写执法证件号（《行政处罚法》第四十二条、第五十五条）',
  'Two officers at least, each with the number of a certificate (Penalty Law art. 42, 55)',
)

const untold = text(
  '执法人员不得少于两人；同名而未登记工号的按一人计，请先在执法证件登记簿中登记各自的工号（《行政处罚法》第四十二条、第五十五条）',
  'Two officers at least: those of one name count as one until each has a staff number in the register of certificates (Penalty Law art. 42, 55)',
)

const refusedFor = (number: string, zh: string, en: string): Text =>
  text(
    `执法证件${number}${zh}（《行政处罚法》第四十二条、第五十五条）`,
    `Certificate ${number} ${en} (Penalty Law art. 42, 55)`,
  )

/** Why a certificate does not count on a day; null: it does. A later suspension changes nothing of what was done before, nor a later return of what was done meanwhile. */
const fault = (entry: ChosenEntry, on: string): Text | null => {
  const { number, data } = entry
  const [since, until] = [String(data.validFrom ?? ''), String(data.validUntil ?? '')]
  if (on < since || on > until)
    return refusedFor(
      number,
      `在${on}不在有效期内（${since}至${until}）`,
      `is not valid on ${on} (${since} to ${until})`,
    )
  return (standingOn(entry, on) ?? 'valid') !== 'valid'
    ? refusedFor(number, '已暂扣或者注销', 'is suspended or cancelled')
    : null
}

/** Whether it counts on a day that is still to come, as it stands now. */
export const isValidOn = (entry: ChosenEntry, day: string): boolean =>
  entry.standing === 'valid' && fault(entry, day) === null

/** The day of which the act speaks; else its own. */
const dayOf = (event: Shown, field: string): string => stringIn(event, field) ?? civilDate(event.at)

/** Each in the register and valid at that moment, and not two of one person, who may hold one of the county and one of the city. */
const registered = (
  event: Shown,
  entries: readonly ChosenEntry[],
  shown: readonly string[],
  on: string,
): Text | true => {
  for (const number of shown) {
    const entry = entries.find((one) => one.number === number && reaches(one, event.region))
    if (!entry) return refusedFor(number, '未登记', 'is in no register')
    const why = fault(entry, on)
    if (why) return why
  }
  const people = entries.map(personIn)
  if (byPerson(people).length >= 2) return true
  return people.some(({ staff }) => staff === undefined) ? untold : tooFew
}

/** Officers of the place, and those of the level above who help it. */
const reaches = ({ region }: ChosenEntry, place: string | undefined): boolean =>
  place === undefined || !isRegion(place) || regionsAbove(place).includes(region)

/** On the day that the form keeps under this name. Where nobody has looked the register up, the numbers alone are counted. */
export const certificatesShownOn =
  (field: string): Rule<unknown> =>
  ({ event }) => {
    const { certificates } = event.data
    if (certificates === undefined) return true
    const shown = Array.isArray(certificates) ? [...new Set(certificates.map(String))] : []
    if (shown.length < 2) return tooFew
    const entries = event.entries?.[certificateEntries.register]
    return entries === undefined || registered(event, entries, shown, dayOf(event, field))
  }

export const certificatesShown = certificatesShownOn('takenOn')
