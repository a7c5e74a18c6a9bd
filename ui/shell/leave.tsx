// What goes with somebody who signs out, and what would be lost?
import { createSignal, onMount, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { signOut } from '../client/account/session.ts'

import { t } from '../client/words.ts'
import { unsent } from '../reading/draft.ts'
import { draftsOf } from '../reading/drafts.ts'
import { disown, forgetSelf } from '../reading/kept-answers.ts'
import { keyOf, removeBelow } from '../reading/local-store.ts'
import { Dialog } from '../screen/dialog.tsx'
import { leaveWords as w } from './leave-words.ts'

/** Drafts, photographs and read answers of this person leave the device before the session does. */
const wipe = async (person: string) => {
  for (const store of ['drafts', 'photos', 'answers'] as const)
    await removeBelow(store, keyOf(person, '')).catch(() => undefined)
  await forgetSelf()
}

const Leave = (props: { person: string; onStay: () => void; onLeft: () => void }) => {
  const [lost, setLost] = createSignal<ReturnType<typeof unsent> | null>(null)
  const go = async () => {
    await wipe(props.person)
    await signOut().catch(() => undefined)
    disown()
    props.onLeft()
  }
  onMount(async () => {
    const found = unsent(await draftsOf(props.person))
    if (found.drafts === 0) return go()
    setLost(found)
  })
  return (
    <Show when={lost()}>
      {(found) => (
        <Dialog open={true} title={t(w.title)} onClose={() => props.onStay()}>
          <p>{t(fill(w.lost, found()))}</p>
          <p class="form-actions">
            <button type="button" class="button primary" onClick={() => props.onStay()}>
              {t(w.stay)}
            </button>
            <button type="button" class="button" onClick={() => void go()}>
              {t(w.go)}
            </button>
          </p>
        </Dialog>
      )}
    </Show>
  )
}

export default Leave
