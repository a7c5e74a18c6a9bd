// Where does somebody read and answer what concerns him, with number, code and telephone?
import { createSignal, Match, onMount, Show, Switch } from 'solid-js'
import type { Text } from '../../domain/language/words.ts'
import type { OwnAct } from '../../domain/views/own-matter.ts'
import { Frame } from '../citizen/frame.tsx'
import { createQuestion } from '../citizen/question.ts'
import { asRefusal } from '../client/client.ts'
import { ownMatterApi } from '../client/public.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { Entrance } from './entrance.tsx'
import { Matter } from './matter.tsx'
import { Statement } from './statement.tsx'
import { ownMatterWords as w } from './words.ts'

/** Nobody is in: that is how a visit begins, and no mistake. */
const isOutside = (error: unknown): boolean => error !== null && asRefusal(error).status === 401

const OwnMatterPage = () => {
  usePage(() => t(w.title))
  const question = createQuestion(() => ownMatterApi.read())
  const [act, setAct] = createSignal<OwnAct | null>(null)
  const [note, setNote] = createSignal<Text | null>(null)
  const read = () => void question.again(undefined)
  onMount(read)
  /** It is said that it is done once what was said stands on the page. */
  const done = async () => {
    await question.again(undefined)
    setAct(null)
    setNote(w.done)
  }
  const ended = () => {
    setAct(null)
    question.forget()
    read()
  }
  const leave = async () => {
    await ownMatterApi.leave().catch(() => undefined)
    setNote(w.left)
    ended()
  }
  return (
    <Frame>
      <Switch fallback={<Skeleton rows={5} />}>
        <Match when={isOutside(question.state().error)}>
          <p role="status">
            <Show when={note() === w.left}>{t(w.left)}</Show>
          </p>
          <Entrance
            onIn={() => {
              setNote(null)
              read()
            }}
          />
        </Match>
        <Match when={act()}>
          {(one) => (
            <Statement act={one()} onDone={done} onBack={() => setAct(null)} onEnded={ended} />
          )}
        </Match>
        <Match when={question.state().answer}>
          {(view) => (
            <Matter
              view={view()}
              note={note()}
              onAct={(one) => {
                setNote(null)
                setAct(one)
              }}
              onLeave={() => void leave()}
            />
          )}
        </Match>
        <Match when={question.state().error}>
          {(error) => <Failure error={error()} what={w.loading} onRetry={read} />}
        </Match>
      </Switch>
    </Frame>
  )
}

export default OwnMatterPage
