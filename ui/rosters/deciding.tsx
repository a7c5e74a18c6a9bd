// Which version waits, and who publishes it or sends it back?
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { RosterMonthView } from '../../contract/rosters/rosters.ts'
import { fill } from '../../domain/language/words.ts'
import { rostersApi } from '../client/rosters.ts'
import { t } from '../client/words.ts'
import { Opening } from '../screen/opening.tsx'
import { showMoment } from '../screen/time.ts'
import { useRequest } from './acting.ts'
import { Mistakes } from './mistakes.tsx'
import { rosterWords as w } from './words.ts'

type Draft = NonNullable<RosterMonthView['draft']>
type Decision = 'approved' | 'rejected' | 'withdrawn'

const SendBack = (props: { send: (reason: string) => void; wrong: string[]; busy: boolean }) => {
  const [reason, setReason] = createSignal('')
  const field = createUniqueId()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.send(reason().trim())
      }}
    >
      <label for={field}>{t(w.reason)}</label>
      <textarea
        id={field}
        rows={2}
        maxlength={500}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <Mistakes of={props.wrong} />
      <p class="form-actions">
        <button type="submit" class="button primary" aria-disabled={props.busy}>
          {t(w.sendBack)}
        </button>
      </p>
    </form>
  )
}

export const Deciding = (props: { view: RosterMonthView; draft: Draft; onDone: () => void }) => {
  const { busy, wrong, setWrong, run } = useRequest()
  const decide = (decision: Decision, reason: string, done: () => void) =>
    void run(
      () =>
        rostersApi.decide(props.view.office, props.view.month, {
          version: props.draft.version,
          decision,
          reason,
        }),
      done,
    )
  const button = (decision: Decision, label: string, primary = false) => (
    <button
      type="button"
      class={`button ${primary ? 'primary' : ''}`}
      aria-disabled={busy()}
      onClick={() => decide(decision, '', () => props.onDone())}
    >
      {label}
    </button>
  )
  return (
    <div class="notice roster-draft">
      <p>
        <strong>
          {t(
            fill(w.draft, {
              n: props.draft.version,
              by: props.draft.enteredBy,
              time: showMoment(props.draft.enteredAt),
            }),
          )}
        </strong>{' '}
        {props.draft.reason}
      </p>
      <Show when={props.draft.gaps.length > 0}>
        <p class="bad-words">{t(fill(w.gaps, { n: props.draft.gaps.length }))}</p>
      </Show>
      <Show when={props.draft.mayPublish} fallback={<p class="muted">{t(w.whoPublishes)}</p>}>
        <div class="roster-acts">
          {button('approved', t(w.publish), true)}
          <Opening label={t(w.sendBack)} title={t(w.sendBackTitle)} onDone={() => props.onDone()}>
            {(done) => (
              <SendBack
                busy={busy()}
                wrong={wrong()}
                send={(reason) =>
                  reason === '' ? setWrong([t(w.reasonWanted)]) : decide('rejected', reason, done)
                }
              />
            )}
          </Opening>
        </div>
      </Show>
      <Show when={props.draft.mayWithdraw}>{button('withdrawn', t(w.withdraw))}</Show>
      <Mistakes of={wrong()} />
    </div>
  )
}
