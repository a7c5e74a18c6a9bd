// What may be added later that nobody knew when the event was reported?
import { text } from '../../language/words.ts'
import type { Rule } from '../../model/rule.ts'
import type { Instant } from '../../time/instant.ts'

type Known = { unitKnown: boolean; toldAt: Instant | null; coordinates: string | null }

/** Its form asks only for what is open; what was said wrongly is corrected. */
export const foundOut: Rule<Known> = ({ context: { unitKnown, toldAt, coordinates }, event }) => {
  const { data } = event
  if (unitKnown && toldAt !== null && coordinates !== null)
    return text('各项已经登记，有误的申请更正', 'All is known already: if it is wrong, correct it')
  const isAsked = Object.keys(data).length === 0
  const says = [data.enterprise, data.toldAt, data.coordinates].some((one) => one !== undefined)
  return isAsked || says || text('请至少补充一项', 'Say one of them at least')
}
