// How does the desk learn that a task has been opened?
import { type Accessor, createEffect } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import { caseApi } from '../client/case/cases.ts'
import { newKey } from '../client/client.ts'
import { takeUnread } from './list-order.ts'
import { refreshAfter } from './queries.ts'

/** 查阅: said once for a task that stood unread in the inbox; a refusal is nobody's concern. */
export const useSeen = (view: Accessor<CaseView | undefined>) => {
  createEffect(() => {
    const open = view()
    const task = open?.tasks.find((one) => one.mine)
    if (!open || !task || !takeUnread(open.id)) return
    caseApi
      .act({
        id: open.id,
        type: 'open',
        data: {},
        taskId: task.id,
        key: newKey(),
        material: open.material,
      })
      .then(
        (answer) => refreshAfter(open.id, answer.revision),
        () => undefined,
      )
  })
}
