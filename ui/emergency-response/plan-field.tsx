// Which of the plans in force for this event does the response start from?
import { entryChoiceField } from '../list/entry-choice.tsx'
import { emergencyWords as w } from './words.ts'

export default entryChoiceField({
  none: w.noPlan,
  noneFits: w.noPlanFits,
  unreadable: w.plansUnknown,
})
