// How many changes may wait for a second person at a time?
import { DomainError } from '../language/errors.ts'
import { text } from '../language/words.ts'

const anotherWaits = text(
  '此登记已有一项变更待确认，处理后再提请',
  'A change of this entry waits already: propose the next when it is decided',
)
const mostNew = 20
const tooManyNew = text(
  `本企业待确认的新登记已有${mostNew}件，处理后再提请`,
  `${mostNew} new entries of your enterprise wait already: propose more when some are decided`,
)

/** What waits is decided before more is proposed. `waiting`: changes of this entry, or new entries of this enterprise. */
export const judgeWaiting = (waiting: number, of: 'entry' | 'enterprise'): void => {
  if (waiting >= (of === 'entry' ? 1 : mostNew))
    throw new DomainError('not-possible-now', [of === 'entry' ? anotherWaits : tooManyNew])
}
