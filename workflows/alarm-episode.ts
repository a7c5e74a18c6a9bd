// Under which workflow type does an alarm of a device live? Everything it does is the case loop and its chart.
import { type CaseInput, caseLoop } from './case-loop.ts'

export async function alarmEpisode(input: CaseInput): Promise<void> {
  await caseLoop(input)
}
