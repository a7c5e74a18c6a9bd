// Which violation of the register is it, and how does the planned fine stand to the steps of its standard?
import { chooseEntryFor } from '../list/entry-choice.tsx'
import { causeWords as w } from './cause-words.ts'

export default chooseEntryFor('notify-penalty', {
  none: w.none,
  noneFits: w.noneHolds,
  unreadable: w.unknown,
  shows: w.reckoning,
})
