// Which violation of the register is it, and what do the steps of its standard say, of the planned fine where it is known?
import { entryChoiceField } from '../list/entry-choice.tsx'
import { causeWords as w } from './cause-words.ts'

export default entryChoiceField({
  none: w.none,
  noneFits: w.noneHolds,
  unreadable: w.unknown,
  shows: w.reckoning,
})
