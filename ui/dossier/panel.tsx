// Which papers lie in the dossier of the case, what is missing, and how does one take it along?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { DossierRun, DossierView } from '../../contract/documents/dossier.ts'
import { fill } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { askDossier, makeDossier } from '../client/case/dossier.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Failure } from '../screen/states.tsx'
import { showDateShort, showMoment } from '../screen/time.ts'
import { Missing } from './missing.tsx'
import { dossierWords as w } from './words.ts'
import './dossier.css'

const againMs = 1_000
const isUnderWay = (run: DossierRun | null | undefined): boolean =>
  run?.state === 'waiting' || run?.state === 'making'

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

const Contents = (props: { view: DossierView }) => {
  const count = () => props.view.parts.reduce((sum, { papers }) => sum + papers.length, 0)
  return (
    <details class="dossier-contents">
      <summary>{t(fill(w.contents, { n: count() }))}</summary>
      <For each={props.view.parts} fallback={<p class="muted">{t(w.none)}</p>}>
        {(part) => (
          <>
            <h3>{t(part.words)}</h3>
            <ul>
              <For each={part.papers}>
                {(paper) => (
                  <li>
                    {paper.closed ? t(paper.closed) : paper.title} {paper.number}{' '}
                    <span class="muted">{showDateShort(civilDate(paper.at))}</span>
                  </li>
                )}
              </For>
            </ul>
          </>
        )}
      </For>
    </details>
  )
}

const Files = (props: { run: DossierRun }) => (
  <>
    <p class="muted">
      {t(fill(w.made, { time: showMoment(props.run.madeAt ?? props.run.askedAt) }))}
    </p>
    <Show when={props.run.outdated}>
      <p class="notice warn">{t(w.outdated)}</p>
    </Show>
    <p class="document-actions">
      <Show when={props.run.pdf}>
        {(file) => (
          <a class="button small" href={file().url} download="">
            {t(fill(w.pdf, { size: sizeOf(file().size) }))}
          </a>
        )}
      </Show>
      <Show when={props.run.zip}>
        {(file) => (
          <a class="button small" href={file().url} download="">
            {t(fill(w.zip, { size: sizeOf(file().size) }))}
          </a>
        )}
      </Show>
    </p>
    <p class="muted">{t(w.taken)}</p>
  </>
)

const Progress = (props: { run: DossierRun }) => {
  const words = () =>
    props.run.total === 0
      ? t(w.waiting)
      : t(fill(w.making, { done: props.run.done, total: props.run.total }))
  return (
    <p role="status">
      {words()}
      <progress
        class="dossier-progress"
        aria-label={words()}
        value={props.run.done}
        max={Math.max(1, props.run.total)}
      />
    </p>
  )
}

const Making = (props: { id: string; run: DossierRun | null; onAsked: () => void }) => {
  const [error, setError] = createSignal<unknown>(null)
  const [busy, setBusy] = createSignal(false)
  const make = async () => {
    setBusy(true)
    setError(null)
    await makeDossier(props.id).then(props.onAsked, setError)
    setBusy(false)
  }
  return (
    <>
      <Show when={props.run?.state === 'failed'}>
        <p class="notice warn">{t(w.failed)}</p>
      </Show>
      <Show when={props.run?.state !== 'made' || props.run.outdated}>
        <p>
          <button type="button" class="button" disabled={busy()} onClick={() => void make()}>
            {t(props.run === null ? w.make : w.again)}
          </button>
        </p>
      </Show>
      <Show when={error()}>
        {(one) => <Failure error={one()} what={w.loading} onRetry={() => void make()} />}
      </Show>
    </>
  )
}

const Whole = (props: { id: string; view: DossierView; onAsked: () => void }) => (
  <>
    <Missing view={props.view} />
    <Contents view={props.view} />
    <Switch
      fallback={<Making id={props.id} run={props.view.run} onAsked={() => props.onAsked()} />}
    >
      <Match when={isUnderWay(props.view.run) && props.view.run}>
        {(run) => <Progress run={run()} />}
      </Match>
      <Match when={props.view.run?.state === 'made' && props.view.run}>
        {(run) => (
          <>
            <Files run={run()} />
            <Making id={props.id} run={run()} onAsked={() => props.onAsked()} />
          </>
        )}
      </Match>
    </Switch>
  </>
)

const Dossier = (props: { case: CaseView }) => {
  const key = () => ['dossier', props.case.id, props.case.revision]
  const answer = useQuery(() => ({
    queryKey: key(),
    queryFn: () => askDossier(props.case.id),
    refetchInterval: ({ state }: { state: { data: DossierView | undefined } }) =>
      isUnderWay(state.data?.run) ? againMs : false,
  }))
  return (
    <section class="block dossier" aria-labelledby="dossier-title">
      <h2 id="dossier-title">{t(w.title)}</h2>
      <Answered found={answer} what={w.loading} rows={3}>
        {(view) => (
          <Whole
            id={props.case.id}
            view={view()}
            onAsked={() => void client.invalidateQueries({ queryKey: key() })}
          />
        )}
      </Answered>
    </section>
  )
}

export default Dossier
