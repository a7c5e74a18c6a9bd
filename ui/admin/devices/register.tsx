// How is every page of a register framed: what it is called, what is shown while it is read, and when that failed? (S16)

import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import type { Text } from '../../../domain/language/words.ts'
import { t } from '../../client/words.ts'
import { useQuery } from '../../reading/query.ts'
import { usePage } from '../../screen/page.ts'
import { Failure, Skeleton } from '../../screen/states.tsx'
import './devices.css'

type RegisterProps<View> = {
  words: { title: Text; lead: Text }
  /** Under which name the browser keeps what was read. */
  name: string
  read: () => Promise<View>
  /** Read again after so many milliseconds, where others than its readers change it. */
  everyMs?: number
  class?: string
  children: (view: Accessor<View>, again: () => void) => JSX.Element
}

export const Register = <View,>(props: RegisterProps<View>) => {
  const found = useQuery(() => ({
    queryKey: [props.name],
    queryFn: props.read,
    refetchOnMount: 'always' as const,
    ...(props.everyMs === undefined ? {} : { refetchInterval: props.everyMs }),
  }))
  const again = () => void found.refetch()
  usePage(() => t(props.words.title))
  return (
    <div class={`registry ${props.class ?? ''}`}>
      <h1>{t(props.words.title)}</h1>
      <p class="lead">{t(props.words.lead)}</p>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={found.isError && !found.data}>
          <Failure error={found.error} what={props.words.title} onRetry={again} />
        </Match>
        <Match when={found.isSuccess && found.data}>
          {(view) => props.children(view as Accessor<View>, again)}
        </Match>
      </Switch>
    </div>
  )
}
