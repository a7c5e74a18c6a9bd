// How does an administrator take open cases over to the newest chart: what would move, what not and why, and then doing it?
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { fill, type Text } from '../../domain/language/words.ts'
import { askMigration } from '../client/case/processes.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { Dialog } from '../screen/dialog.tsx'
import { Failure } from '../screen/states.tsx'
import { countsKey } from './asking.ts'
import { byReason, nothingYet, type Run, walkPages } from './migrating.ts'
import { migrationWords as w } from './migration-words.ts'

type Stage = 'begin' | 'checking' | 'checked' | 'moving' | 'moved'
const atOnce = 50

const Reason = (props: { cases: Run['stay'] }) => {
  const [settledText, setSettledText] = createSignal(atOnce)
  const reason = (): Text => props.cases[0]?.reason ?? { zh: '', en: '' }
  const left = () => Math.min(atOnce, props.cases.length - settledText())
  return (
    <>
      <h4>{t(fill(w.cases, { reason: t(reason()), n: props.cases.length }))}</h4>
      <ul class="stay-cases">
        <For each={props.cases.slice(0, settledText())}>
          {({ caseId, number }) => (
            <li>
              <a href={paths.case(caseId)}>{number}</a>
            </li>
          )}
        </For>
      </ul>
      <Show when={left() > 0}>
        <button
          type="button"
          class="button small"
          onClick={() => setSettledText(settledText() + atOnce)}
        >
          {t(fill(w.more, { n: left() }))}
        </button>
      </Show>
    </>
  )
}

const Staying = (props: { text: Text; stay: Run['stay'] }) => (
  <Show when={props.stay.length > 0}>
    <h3>{t(fill(props.text, { n: props.stay.length }))}</h3>
    <For each={byReason(props.stay)}>{(cases) => <Reason cases={cases} />}</For>
  </Show>
)

const Progress = (props: { what: Text; run: Run }) => (
  <p>
    <progress max={Math.max(1, props.run.open)} value={props.run.seen} aria-label={t(props.what)} />{' '}
    {t(fill(w.progress, { what: t(props.what), n: props.run.seen, all: props.run.open }))}
  </p>
)

const useRuns = (id: () => string, from: () => number) => {
  const [stage, setStage] = createSignal<Stage>('begin')
  const [run, setRun] = createSignal(nothingYet)
  const [error, setError] = createSignal<unknown>(null)
  const go = async (during: 'checking' | 'moving') => {
    setError(null)
    setRun(nothingYet)
    setStage(during)
    const [process, version] = [id(), from()]
    await walkPages(
      (after) => askMigration(process, version, during === 'checking', after),
      setRun,
    ).then(
      () => setStage(during === 'checking' ? 'checked' : 'moved'),
      (failed: unknown) => {
        setError(failed)
        setStage('begin')
      },
    )
    if (during === 'moving') void client.invalidateQueries({ queryKey: countsKey(process) })
  }
  return { stage, run, error, check: () => go('checking'), move: () => go('moving') }
}

type Props = { process: string; from: number; to: number }

const Confirm = (
  props: Props & { n: number; open: boolean; onClose: () => void; onMove: () => void },
) => (
  <Dialog open={props.open} title={t(w.confirmTitle)} onClose={props.onClose}>
    <p>{t(fill(w.confirm, { n: props.n, from: props.from, to: props.to }))}</p>
    <p class="dialog-foot">
      <button type="button" class="button primary" onClick={props.onMove}>
        {t(w.confirmed)}
      </button>{' '}
      <button type="button" class="button" onClick={props.onClose}>
        {t(w.cancel)}
      </button>
    </p>
  </Dialog>
)

const Migration = (props: Props) => {
  const { stage, run, error, check, move } = useRuns(
    () => props.process,
    () => props.from,
  )
  const [asking, setAsking] = createSignal(false)
  const busy = () => stage() === 'checking' || stage() === 'moving'
  return (
    <section class="block migration" aria-labelledby="p-migration">
      <h2 id="p-migration">{t(fill(w.title, { to: props.to }))}</h2>
      <p>{t(fill(w.lead, { from: props.from }))}</p>
      <div role="status">
        <Switch>
          <Match when={stage() === 'checking'}>
            <Progress what={w.checking} run={run()} />
          </Match>
          <Match when={stage() === 'moving'}>
            <Progress what={w.moving} run={run()} />
          </Match>
          <Match when={stage() === 'checked' && run().open === 0}>
            <p>{t(fill(w.empty, { from: props.from }))}</p>
          </Match>
          <Match when={stage() === 'checked'}>
            <p>
              <strong>{t(fill(w.wouldMove, { n: run().migratedCount }))}</strong>
            </p>
          </Match>
          <Match when={stage() === 'moved'}>
            <p>
              <strong>{t(fill(w.migrated, { n: run().migratedCount }))}</strong>
            </p>
            <Show when={run().failed > 0}>
              <p class="notice warn">{t(fill(w.failed, { n: run().failed }))}</p>
            </Show>
          </Match>
        </Switch>
      </div>
      <Show when={error()}>{(failed) => <Failure error={failed()} />}</Show>
      <Show when={!busy()}>
        <Staying text={stage() === 'moved' ? w.stayed : w.wouldStay} stay={run().stay} />
        <p class="migration-acts">
          <Show when={stage() === 'checked' && run().migratedCount > 0}>
            <button type="button" class="button primary" onClick={() => setAsking(true)}>
              {t(fill(w.move, { n: run().migratedCount }))}
            </button>{' '}
          </Show>
          <button type="button" class="button" onClick={() => void check()}>
            {t(stage() === 'begin' ? w.dryRun : w.again)}
          </button>
        </p>
      </Show>
      <Confirm
        {...props}
        n={run().migratedCount}
        open={asking()}
        onClose={() => setAsking(false)}
        onMove={() => {
          setAsking(false)
          void move()
        }}
      />
    </section>
  )
}

export default Migration
