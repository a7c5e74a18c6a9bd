// As which cases has an entry been carried out, and how is one begun?
import { useNavigate } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { EntryView } from '../../contract/registers/registers.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { useSending } from '../admin/sending.ts'
import { paths } from '../client/paths.ts'
import { registersApi } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { noSending } from '../reading/live.ts'
import { Dialog } from '../screen/dialog.tsx'
import { showStamp } from '../screen/time.ts'
import { casesWords as w } from './cases-words.ts'
import { readAnew } from './reading.ts'

type Props = { register: string; one: EntryView }

const Beginning = (props: Props & { words: Text }) => {
  const navigate = useNavigate()
  const sending = useSending()
  const [asked, setAsked] = createSignal(false)
  const blocked = () => sending.busy() || noSending() !== null
  const begin = () => {
    if (blocked()) return
    void sending.send([], async (keyOf) => {
      const { register, one } = props
      const { id } = await registersApi.begin(register, one.id, keyOf(one.id, one.cases.length))
      await readAnew(register)
      navigate(paths.case(id))
    })
  }
  return (
    <>
      <p>
        <button type="button" class="button primary" onClick={() => setAsked(true)}>
          {t(props.words)}
        </button>
      </p>
      <Dialog open={asked()} title={t(props.words)} onClose={() => setAsked(false)}>
        <ErrorSummary mistakes={sending.mistakes()} />
        <p>{t(fill(w.question, { number: props.one.number, name: props.one.name }))}</p>
        <p class="form-actions">
          <button
            type="button"
            class="button primary"
            aria-disabled={blocked()}
            onClick={() => begin()}
          >
            {t(sending.busy() ? w.sending : w.begin)}
          </button>
          <button type="button" class="button quiet" onClick={() => setAsked(false)}>
            {t(w.cancel)}
          </button>
        </p>
      </Dialog>
    </>
  )
}

const EntryCases = (props: Props) => (
  <section class="block" aria-labelledby="cases-title">
    <h2 id="cases-title">{t(w.title)}</h2>
    <Show when={props.one.run}>
      {(run) => (
        <Show
          when={run().why}
          fallback={<Beginning register={props.register} one={props.one} words={run().words} />}
        >
          {(why) => (
            <p class="muted">{t(fill(w.notNow, { act: t(run().words), why: t(why()) }))}</p>
          )}
        </Show>
      )}
    </Show>
    <Show when={props.one.cases.length > 0} fallback={<p class="empty">{t(w.none)}</p>}>
      <ul class="bare-list">
        <For each={props.one.cases}>
          {(one) => (
            <li>
              <a href={paths.case(one.id)}>
                {one.number} {one.title}
              </a>{' '}
              <span class={`tag ${one.open ? '' : 'dashed'}`}>{t(one.state)}</span>{' '}
              <span class="muted">{t(fill(w.since, { at: showStamp(one.openedAt) }))}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
)

export default EntryCases
