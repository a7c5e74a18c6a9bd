// What is done first about an alarm, and which number is called for it?
import { For, Show } from 'solid-js'
import { numbersToCall } from '../../domain/duty/telephones.ts'
import type { AlarmRow } from '../../domain/duty/views.ts'
import { fill } from '../../domain/language/words.ts'
import { t } from '../client/words.ts'
import { dutyWords as w } from './words/words.ts'

const Dial = (props: { number: string; label: string; tabindex?: '-1' | undefined }) => (
  <a
    class="duty-call"
    href={`tel:${props.number.replace(/[^\d+]/g, '')}`}
    tabindex={props.tabindex}
    onClick={(event) => event.stopPropagation()}
  >
    ☎ {props.label}
  </a>
)

/** The number of the site goes first: it verifies; the emergency numbers are those that the advice names. `inGrid`: the list is one tab stop. */
export const FirstAct = (props: { row: AlarmRow; inGrid?: boolean }) => {
  const stop = () => (props.inGrid ? ('-1' as const) : undefined)
  const site = () => (
    <Show
      when={props.row.telephone}
      fallback={
        <Show when={!props.inGrid && props.row.device}>
          {<span class="muted">{t(w.noTelephone)}</span>}
        </Show>
      }
    >
      {(number) => (
        <Dial
          number={number()}
          label={t(fill(w.callSite, { number: number() }))}
          tabindex={stop()}
        />
      )}
    </Show>
  )
  // The numbers before the words: where a row is too narrow for both, it is the words that are cut.
  return (
    <span class="duty-first">
      {site()}{' '}
      <For each={numbersToCall(props.row.firstAct)}>
        {(number) => (
          <>
            <Dial number={number} label={number} tabindex={stop()} />{' '}
          </>
        )}
      </For>
      {t(fill(w.firstAct, { text: t(props.row.firstAct) }))}
    </span>
  )
}
