// How does the reckoner show its result: the date, the sentence, each day?
import { For, Show } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { TimeLimit } from '../../domain/law/compute.ts'
import { type PauseKind, pauseKinds } from '../../domain/law/rules/pauses.ts'
import type { CountedDay } from '../../domain/time/walk.ts'
import { t } from '../client/words.ts'
import { dueWords } from '../clock/due-words.ts'
import { Scroll } from '../screen/scroll.tsx'
import { showDate } from '../screen/time.ts'
import { answerTime } from './answer-time.ts'
import { limitWords as w, whyWords } from './words.ts'

/** `holiday:国庆节` and `pause:hearing` carry a name; a pause's name is a word of the law. */
const reasonOf = (day: CountedDay): Text => {
  const [code = '', name = ''] = day.why.split(':')
  const template = whyWords[code] ?? { zh: day.why, en: day.why }
  const known = code === 'pause' ? pauseKinds[name as PauseKind] : undefined
  return {
    zh: template.zh.replace('{name}', known?.zh ?? name),
    en: template.en.replace('{name}', known?.en ?? name),
  }
}

const Days = (props: { days: CountedDay[] }) => (
  <Scroll name={w.days} class="scroll-y">
    <table class="plain-table days-table">
      <thead>
        <tr>
          <th scope="col">{t(w.day)}</th>
          <th scope="col">{t(w.counted)}</th>
          <th scope="col">{t(w.index)}</th>
          <th scope="col">{t(w.why)}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.days}>
          {(day) => (
            <tr class={day.counted ? '' : 'not-counted'}>
              <th scope="row">{showDate(day.date)}</th>
              <td>{day.counted ? `✓ ${t(w.yes)}` : t(w.no)}</td>
              <td>{day.counted ? day.index : ''}</td>
              <td>{t(reasonOf(day))}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Scroll>
)

export const Answer = (props: { answer: TimeLimit }) => (
  <section class="block" aria-labelledby="answer-title">
    <h2 id="answer-title" class="answer-due">
      <span class="muted">{t(w.due)}</span> {showDate(props.answer.due)} {answerTime(props.answer)}
      <Show when={props.answer.provisional}>
        <span class="tag dashed">{t(dueWords.provisional)}</span>
      </Show>
    </h2>
    <Show when={props.answer.nominal !== props.answer.due}>
      <p class="muted">
        {t(w.nominal)} {showDate(props.answer.nominal)}
      </p>
    </Show>
    <p class="explanation">{t(props.answer.explanation)}</p>
    <p class="explanation">
      <span class="muted">{t(w.expiry)}</span> {t(props.answer.expiry.words)}
      <Show when={props.answer.expiry.provisional}>
        {' '}
        <span class="tag dashed">{t(w.unsettled)}</span>
      </Show>
    </p>
    <For each={props.answer.reasons}>{(reason) => <p class="notice">{t(reason)}</p>}</For>
    <h3>{t(w.days)}</h3>
    <Days days={props.answer.days} />
  </section>
)
