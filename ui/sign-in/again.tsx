// How does one whose session has ended sign in over the page, and go on?
import { createSignal, Show } from 'solid-js'
import type { Me } from '../../contract/account/session.ts'
import { fill } from '../../domain/language/words.ts'
import { giveCode, signIn } from '../client/account/sign-in.ts'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { ErrorSummary, type Mistake } from '../form/error-summary.tsx'
import { client } from '../reading/queries.ts'
import { Dialog } from '../screen/dialog.tsx'
import { useMe } from '../screen/me.ts'
import { againWords as w } from './again-words.ts'
import { CodeForm, PasswordForm } from './forms.tsx'

/** Everything is asked again; of one person's page nothing is left to another. */
const enter = (person: Me, me: Me) => {
  if (me.id !== person.id) return location.assign(paths.home)
  client.setQueryData(['me'], me)
  void client.invalidateQueries()
}

const leave = () => location.assign(paths.signIn(location.pathname + location.search))

/** Below what it interrupts, which stays as it is. */
const Again = () => {
  const person = useMe()
  const [mistakes, setMistakes] = createSignal<Mistake[]>([])
  const [busy, setBusy] = createSignal(false)
  const [codeWanted, setCodeWanted] = createSignal(false)
  const attempt = async (field: string, work: () => Promise<Me | null>) => {
    if (busy()) return
    setBusy(true)
    setMistakes([])
    try {
      const me = await work()
      if (me) enter(person(), me)
      else setCodeWanted(true)
    } catch (error) {
      const refusal = asRefusal(error)
      setMistakes([refusal.title, ...refusal.reasons].map((words) => ({ field, words })))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog open={true} title={t(w.again)} onClose={leave}>
      <p>{t(fill(w.againLead, { name: person().name }))}</p>
      <ErrorSummary mistakes={mistakes()} />
      <Show
        when={codeWanted()}
        fallback={
          <PasswordForm
            busy={busy()}
            username={person().username}
            onEnter={(username, password) =>
              void attempt('password', () => signIn(username, password))
            }
          />
        }
      >
        <CodeForm busy={busy()} onEnter={(code) => void attempt('code', () => giveCode(code))} />
      </Show>
    </Dialog>
  )
}

export default Again
