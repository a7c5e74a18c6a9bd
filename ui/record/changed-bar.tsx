// Who has changed the open case since it was read?

import { createMemo } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { fill } from '../../domain/language/words.ts'
import { caseApi } from '../client/case/cases.ts'

import { t, words } from '../client/words.ts'
import { newestRevision } from '../reading/live.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { showTime } from '../screen/time.ts'
import { casePageWords as w } from './case-page-words.ts'

/** Says what is new and waits; the page itself changes only when the reader asks. */
const ChangedBar = (props: { case: CaseView }) => {
  const newest = createMemo(() => newestRevision(props.case.id))
  const latest = useQuery(() => ({
    queryKey: ['news', props.case.id, newest()],
    queryFn: () => caseApi.timeline(props.case.id),
  }))
  const label = () => {
    const item = latest.isSuccess
      ? [...latest.data.items].sort((a, b) => b.seq - a.seq)[0]
      : undefined
    return item
      ? fill(w.changedBy, {
          who: item.who ? t(item.who) : '',
          time: showTime(item.occurredAt),
          what: t(item.title),
        })
      : w.changed
  }
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['case', props.case.id] })
    void client.invalidateQueries({ queryKey: ['timeline', props.case.id] })
  }
  return (
    <div class="banner news" role="status">
      <span>{t(label())}</span>
      <button type="button" class="button small" onClick={refresh}>
        {t(words.refresh)}
      </button>
    </div>
  )
}

export default ChangedBar
