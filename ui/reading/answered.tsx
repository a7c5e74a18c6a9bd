// What stands in the place of a question's answer until it has come, and when it failed?
import { type Accessor, type JSX, Match, Switch } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import { Failure, Skeleton } from '../screen/states.tsx'

type Asked<Answer> = {
  isSuccess: boolean
  isError: boolean
  error: unknown
  data: Answer | undefined
  refetch: () => unknown
}

/** `rows`: how tall the answer will be, roughly. */
export const Answered = <Answer,>(props: {
  found: Asked<Answer>
  what: Text
  rows: number
  children: (answer: Accessor<NonNullable<Answer>>) => JSX.Element
}) => (
  <Switch fallback={<Skeleton rows={props.rows} />}>
    <Match when={props.found.isError && !props.found.data}>
      <Failure
        error={props.found.error}
        what={props.what}
        onRetry={() => void props.found.refetch()}
      />
    </Match>
    <Match when={props.found.isSuccess && props.found.data}>
      {(answer) => props.children(answer as Accessor<NonNullable<Answer>>)}
    </Match>
  </Switch>
)
