// To whom may a hazard be handed over?
import { text } from '../language/words.ts'
import { branch } from '../model/rule.ts'
import type { HazardRule } from './memory/context.ts'

/** Who hands it to himself would only begin its 24 hours anew. */
const handedElsewhere: HazardRule = ({ event }) =>
  event.data.to === undefined ||
  event.data.to !== event.region ||
  text('本件已由该县（市、区）办理', 'It lies with that county already')

export const handedInside = branch(
  handedElsewhere,
  ({ event }) => event.data.to !== 'outside',
  text('移送市外或其他部门', 'Handed to another authority'),
)
export const handedOutside: HazardRule = ({ event }) => {
  if (event.data.to === undefined) return true
  if (event.data.to !== 'outside')
    return text('移送本市其他县（市、区）', 'Handed to another county of the city')
  return (
    typeof event.data.authority === 'string' ||
    text('请写明接收机关', 'Name the authority that receives it')
  )
}
