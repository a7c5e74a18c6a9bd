// What does the process itself say of where the matter stands, for example what has been reported to whom?
import { Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { CaseView } from '../../contract/case/cases.ts'
import { screensOf } from '../processes.ts'
import { useQuery } from '../reading/query.ts'

export const Standing = (props: { case: CaseView }) => {
  const detail = useQuery(() => ({
    queryKey: ['detail', props.case.process],
    queryFn: async () => (await screensOf(props.case.process))?.detail ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return (
    <Show when={detail.isSuccess && detail.data}>
      {(own) => <Dynamic component={own().Evidence} case={props.case} />}
    </Show>
  )
}
