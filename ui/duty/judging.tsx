// What does the desk do with an alarm that it has seen: judge it, or answer it?
import { For, Match, Show, Switch } from 'solid-js'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { useMe } from '../screen/me.ts'
import { keepsBureauAlone } from './whose/posts.ts'
import { judgingWords as w } from './words/judging-words.ts'

/** Each leads to the form of the case's own act, with the outcome chosen. */
const judgements = [
  { outcome: 'genuine', words: w.genuine },
  { outcome: 'false', words: w.falseAlarm },
  { outcome: 'test', words: w.test },
] as const

type Whose = { own: boolean; bureau: boolean }

/** The command calls an emergency whosever the alarm is; a bureau's duty officer does not. */
const answers = (row: AlarmRow, { own, bureau }: Whose) => [
  ...(bureau ? [] : [{ type: 'start-emergency', words: w.emergency }]),
  // Nobody rectifies what a simulator has made up.
  ...(row.synthetic || !own ? [] : [{ type: 'report-hazard', words: w.toHazard }]),
]

const Judging = (props: { row: AlarmRow }) => {
  const me = useMe()
  const whose = (): Whose => {
    const bureau = keepsBureauAlone(me())
    return { bureau, own: props.row.isKeeper || (props.row.keeper === null && !bureau) }
  }
  return (
    <Show when={whose().own || answers(props.row, whose()).length > 0}>
      <Answering row={props.row} whose={whose()} />
    </Show>
  )
}

const Answering = (props: { row: AlarmRow; whose: Whose }) => (
  <Show when={props.row.caseId}>
    {(id) => (
      <section class="duty-judging" aria-label={t(w.judging)}>
        <Switch fallback={<p class="muted">{t(props.row.acked ? w.judgeLater : w.judgeAfter)}</p>}>
          <Match when={!props.whose.own}>{null}</Match>
          <Match when={props.row.acked && !props.row.active && !props.row.latched}>
            <p class="duty-links">
              <span>{t(w.judge)}</span>
              <For each={judgements}>
                {({ outcome, words }) => (
                  <a class="button small" href={paths.act(id(), 'conclude', null, { outcome })}>
                    {t(words)}
                  </a>
                )}
              </For>
            </p>
          </Match>
        </Switch>
        <Show when={answers(props.row, props.whose).length > 0}>
          <p class="duty-links">
            <span>{t(w.answer)}</span>
            <For each={answers(props.row, props.whose)}>
              {({ type, words }) => (
                <a class="button small" href={paths.act(id(), type)}>
                  {t(words)}
                </a>
              )}
            </For>
          </p>
        </Show>
      </section>
    )}
  </Show>
)

export default Judging
