// What stands empty afterwards, and does the administrator go on knowing that?

import { For, Show } from 'solid-js'
import type { Emptied, Loss } from '../../../contract/organisation/personnel.ts'
import { fill, type Text } from '../../../domain/language/words.ts'
import type { Duty } from '../../../domain/organisation/vacancies.ts'
import type { Post } from '../../client/organisation/people.ts'
import { t } from '../../client/words.ts'
import { Answered } from '../../reading/answered.tsx'
import { useQuery } from '../../reading/query.ts'
import { adminWords } from '../words.ts'
import { peopleQueries } from './client.ts'
import { peopleWords as w } from './words.ts'

const kinds: { kind: Duty['kind']; words: Text }[] = [
  { kind: 'task', words: w.lossTask },
  { kind: 'escalation', words: w.lossEscalationLevel },
  { kind: 'clockOwner', words: w.lossClockOwner },
  { kind: 'start', words: w.lossStart },
]

const Group = (props: { one: Emptied }) => {
  const of = (kind: Duty['kind']) => [
    ...new Set(props.one.duties.filter((duty) => duty.kind === kind).map(({ words }) => t(words))),
  ]
  return (
    <li>
      <strong>{t(props.one.words)}</strong>
      <Show when={props.one.waiting > 0}>
        {' '}
        · {t(fill(w.lossWaiting, { n: props.one.waiting }))}
      </Show>
      <Show when={props.one.duties.length > 0} fallback={<p class="muted">{t(w.lossNothing)}</p>}>
        <ul class="admin-list">
          <For each={kinds.filter(({ kind }) => of(kind).length > 0)}>
            {({ kind, words }) => (
              <li>
                {t(words)}
                {t(adminWords.colon)}
                {of(kind).join(t(adminWords.comma))}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  )
}

const LossConsequences = (props: {
  loss: Loss
  knowingly: boolean
  onKnowingly: (value: boolean) => void
}) => {
  const needsAssent = () => props.loss.emptied.length > 0 || props.loss.warnings.length > 0
  return (
    <>
      <Show when={props.loss.tasks > 0}>
        <p>{t(fill(w.lossTasks, { n: props.loss.tasks }))}</p>
      </Show>
      <Show when={needsAssent()} fallback={<p class="muted">{t(w.lossNone)}</p>}>
        <div class="notice warn" role="status">
          <Show when={props.loss.emptied.length > 0}>
            <strong>▲ {t(w.lossTitle)}</strong>
          </Show>
          <ul>
            <For each={props.loss.emptied}>{(one) => <Group one={one} />}</For>
            <For each={props.loss.warnings}>{(words) => <li>{t(words)}</li>}</For>
          </ul>
        </div>
        <label class="check">
          <input
            id="field-knowingly"
            type="checkbox"
            checked={props.knowingly}
            onChange={(event) => props.onKnowingly(event.currentTarget.checked)}
          />
          <span>{t(w.knowingly)}</span>
        </label>
      </Show>
    </>
  )
}

type Props = {
  person: string
  post: (Post & { until: string }) | null
  knowingly: boolean
  onKnowingly: (value: boolean) => void
}

export const LossNotice = (props: Props) => {
  const loss = useQuery(() => peopleQueries.loss(props.person, props.post))
  return (
    <Answered found={loss} what={w.lossTitle} rows={2}>
      {(found) => (
        <LossConsequences
          loss={found()}
          knowingly={props.knowingly}
          onKnowingly={props.onKnowingly}
        />
      )}
    </Answered>
  )
}
