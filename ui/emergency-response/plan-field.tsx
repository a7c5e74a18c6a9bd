// Which of the plans in force for this event does the response start from?
import { chooseEntryFor } from '../list/entry-choice.tsx'
import { emergencyWords as w } from './words.ts'

export default chooseEntryFor('start-response', {
  none: w.noPlan,
  noneFits: w.noPlanFits,
  unreadable: w.plansUnknown,
})
