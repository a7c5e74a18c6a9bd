// Are the files and the dossier of a case closed to somebody who has no hand in it any more (回避)?
import { text } from '../../language/words.ts'
import type { ProcessDefinition } from '../../model/process.ts'
import type { CaseRecord } from '../../model/record.ts'
import type { Actor } from '../../organisation/actor.ts'
import { barredBy } from './judgement.ts'

type Reader = { process: ProcessDefinition; record: CaseRecord; actor: Actor }

export const recusedReader = text(
  '您已回避本案，不得查阅案件材料和卷宗（《行政处罚法》第四十三条）',
  'You have recused yourself: the files and the dossier of this case are closed to you (Penalty Law art. 43)',
)

/** 处罚法 43: from his recusal on, his own files among them; what everybody in scope reads on the screen stays. */
export const isBarredReader = ({ process, record, actor }: Reader): boolean =>
  barredBy(process, record, { type: 'read', data: {}, by: actor, at: record.openedAt }) !== null
