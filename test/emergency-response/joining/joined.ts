// How is one case joined to another in memory?
import { instant } from '../../../domain/time/instant.ts'
import type { emergency } from '../playing.ts'

export const joining = { mainCase: '试〔2026〕0号', mainCaseId: 'c-0', reason: '同一处火情' }
type Play = ReturnType<typeof emergency>

/** What the joined case has told the main case. */
export const toldBy = (joined: Pick<Play, 'effects'>): Record<string, unknown> => {
  const told = joined.effects.find((one) => one.kind === 'act')
  if (told?.kind !== 'act') throw new Error('nothing was told')
  return { ...told.data, joinedCase: '衢柯应急〔2026〕0002号' }
}

/** The main case hears of the joined one; `at`: when. */
export const join = (main: Play, joined: Pick<Play, 'effects'>, at?: string): Play => {
  if (at !== undefined) main.to(instant(at))
  main.obey('case-joined', toldBy(joined))
  return main
}
