// How does an open incident room follow what others do, without being asked?
import { createEffect } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { hasNews } from '../reading/live.ts'
import { createOwnNews, roomMs } from '../reading/own-news.ts'
import { client } from '../reading/queries.ts'

/** Nobody in a response presses a button to see it: case, orders and log are read again, at most once a second. */
export const followCase = (view: () => CaseView): void => {
  const news = createOwnNews(() => {
    void client.invalidateQueries({ queryKey: ['case', view().id] })
    void client.invalidateQueries({ queryKey: ['timeline', view().id] })
  }, roomMs)
  createEffect(() => hasNews(view()) && news())
}
