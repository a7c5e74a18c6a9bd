// How does a supervisor act on a case while the wall stays open behind?

import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { WallLane } from '../../contract/supervision/supervision.ts'
import { ActForm } from '../case/act-form.tsx'
import { actWords } from '../case/act-words.ts'
import { useQuery } from '../reading/query.ts'
import '../case/case.css'
import { t } from '../client/words.ts'
import { LevelMark } from '../clock/badges.tsx'
import { queries } from '../reading/queries.ts'
import { casePageWords } from '../record/case-page-words.ts'
import { Dialog } from '../screen/dialog.tsx'
import { Failure, Skeleton } from '../screen/states.tsx'

type Props = { lane: WallLane; onClose: () => void; onDone: () => void }

/** Which case it is and how late, so that nobody acts on another one. */
const About = (props: { lane: WallLane }) => (
  <p class="act-about">
    <LevelMark level={props.lane.level} />
    <b>{props.lane.title}</b>
    <span class="muted">
      {[
        props.lane.number,
        props.lane.enterprise,
        t(props.lane.region),
        t(props.lane.state),
        t(props.lane.due.words),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  </p>
)

const ActDialog = (props: Props) => {
  const only = () => (props.lane.acts.length === 1 ? props.lane.acts[0]?.type : undefined)
  const [chosen, setChosen] = createSignal(only())
  const view = useQuery(() => queries.case(props.lane.caseId))
  const act = () =>
    view.isSuccess ? view.data.acts.find(({ type }) => type === chosen()) : undefined
  const title = () =>
    props.lane.acts
      .flatMap(({ type, words }) => (!chosen() || type === chosen() ? [t(words)] : []))
      .join(t({ zh: '、', en: ', ' }))
  const done = () => {
    props.onDone()
    props.onClose()
  }
  return (
    <Dialog open title={title()} onClose={props.onClose}>
      <About lane={props.lane} />
      <Switch fallback={<Skeleton rows={4} />}>
        <Match when={!chosen()}>
          <p class="form-actions">
            <For each={props.lane.acts}>
              {({ type, words }) => (
                <button type="button" class="button primary" onClick={() => setChosen(type)}>
                  {t(words)}
                </button>
              )}
            </For>
          </p>
        </Match>
        <Match when={view.isError && !view.data}>
          <Failure
            error={view.error}
            what={casePageWords.case}
            onRetry={() => void view.refetch()}
          />
        </Match>
        <Match when={view.isSuccess && view.data}>
          {(one) => (
            <Show when={act()} fallback={<p class="notice warn">{t(actWords.unknownAct)}</p>}>
              {(wanted) => (
                <ActForm case={one()} act={wanted()} onDone={done} onCancel={props.onClose} />
              )}
            </Show>
          )}
        </Match>
      </Switch>
    </Dialog>
  )
}

export default ActDialog
