// What goes with somebody who signs out, and what would be lost?
import { createSignal, onMount, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { signOut } from '../client/account/session.ts'

import { t } from '../client/words.ts'
import { readWaiting, wipeOutbox } from '../outbox/outbox.ts'
import { unsent } from '../reading/draft.ts'
import { draftsOf } from '../reading/drafts.ts'
import { disown, forgetSelf } from '../reading/kept-answers.ts'
import { clearStores } from '../reading/local-store.ts'
import { keptRecordings, wipeRecordings } from '../recordings/kept.ts'
import { Dialog } from '../screen/dialog.tsx'
import { leaveWords as w } from './leave-words.ts'

/**
 * Drafts, photographs and read answers leave the device before the session does, also those of whoever was here before and never signed out:
 * nobody is told of them, so nobody would ever take them away. What waits to be sent goes too, unless it is to stay; that of others is theirs.
 */
const wipe = async (person: string, keepsWaiting: boolean) => {
  await clearStores(['drafts', 'photos', 'answers']).catch(() => undefined)
  if (!keepsWaiting) await Promise.all([wipeOutbox(person), wipeRecordings(person)])
  await forgetSelf()
}

type Lost = ReturnType<typeof unsent> & { waiting: number }

const Leave = (props: { person: string; onStay: () => void; onLeft: () => void }) => {
  const [lost, setLost] = createSignal<Lost | null>(null)
  /** Nobody could be warned of it: it stays. */
  let isUnread = false
  const go = async (keepsWaiting: boolean) => {
    await wipe(props.person, keepsWaiting || isUnread)
    await signOut().catch(() => undefined)
    // What the page read again while the server ended the session was kept once more.
    await clearStores(['answers']).catch(() => undefined)
    disown()
    props.onLeft()
  }
  onMount(async () => {
    const found = unsent(await draftsOf(props.person))
    const entries = await readWaiting(props.person)
    const waiting = (entries?.length ?? 0) + (await keptRecordings(props.person)).length
    isUnread = entries === null
    if (found.drafts === 0 && waiting === 0) return go(false)
    setLost({ ...found, waiting })
  })
  return (
    <Show when={lost()}>
      {(found) => (
        <Dialog
          open={true}
          title={t(found().waiting > 0 ? w.waitingTitle : w.title)}
          onClose={() => props.onStay()}
        >
          <Show when={found().waiting > 0}>
            <p>{t(fill(w.waiting, found()))}</p>
          </Show>
          <Show when={found().drafts > 0}>
            <p>{t(fill(w.lost, found()))}</p>
          </Show>
          <p class="form-actions">
            <button type="button" class="button primary" onClick={() => props.onStay()}>
              {t(found().waiting > 0 ? w.stayWaiting : w.stay)}
            </button>
            <Show when={found().waiting > 0}>
              <button type="button" class="button" onClick={() => void go(true)}>
                {t(w.goKeeping)}
              </button>
            </Show>
            <button type="button" class="button" onClick={() => void go(false)}>
              {t(found().waiting > 0 ? w.goDeleting : w.go)}
            </button>
          </p>
        </Dialog>
      )}
    </Show>
  )
}

export default Leave
