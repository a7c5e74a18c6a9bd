// How does somebody open a case: fill in, check, submit?
import { useParams, useSearchParams } from '@solidjs/router'
import {
  createMemo,
  createResource,
  createSignal,
  For,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { fill } from '../../domain/language/words.ts'
import type { Field } from '../../domain/model/process.ts'
import type { ProcessView } from '../../domain/views/chart/chart-views.ts'
import { paths } from '../client/paths.ts'
import { askSelfCheck } from '../client/self-check.ts'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { DraftNote, Fields } from '../form/fields.tsx'
import { createForm } from '../form/form.ts'
import type { Values } from '../form/form-values.ts'
import type { Guide } from '../list/additions.ts'
import { screensOf } from '../processes.ts'
import { queries, remembered } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { useMe } from '../screen/me.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { Answers } from './answers.tsx'
import './report.css'
import type { EnterpriseChoice } from '../../contract/organisation/enterprises.ts'
import { navigationWords } from '../places/navigation-words.ts'
import { EnterpriseCard, registeredQuery } from './enterprise.tsx'
import { isEnterprise, lookUps } from './look-ups.tsx'
import { sectionsOf } from './sections.ts'
import { useStart } from './start.ts'
import { TaskList } from './task-list.tsx'
import { reportWords as w } from './words.ts'

/** Only who takes down what somebody else reports has something to read out. */
const Counter = lazy(() => import('./counter.tsx'))

const useGuide = (id: () => string) => {
  const guide = useQuery(() => ({
    queryKey: ['guide', id()],
    queryFn: async () => (await screensOf(id()))?.guide ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  }))
  return {
    known: (): Guide | null => (guide.isSuccess ? guide.data : null),
    // The form waits for it, so that nothing moves under the hand; without a network it does without.
    ready: () => !guide.isPending || guide.fetchStatus === 'paused',
  }
}

type FormProps = {
  process: ProcessView
  guide: Guide | null
  selfCheck: string | undefined
  first: Values
  registered: EnterpriseChoice | null
}

/** An enterprise names itself by signing in; a window has the papers before it and need not upload them. */
const fieldsFor = (fields: Field[], guide: Guide | null, party: boolean): Field[] =>
  party
    ? fields.filter(({ name }) => !isEnterprise(guide, name))
    : fields.map(({ needed, ...field }) =>
        needed && field.kind !== 'files' ? { ...field, needed } : field,
      )

const ReportForm = (props: FormProps) => {
  const me = useMe()
  const party = () => me().enterprise !== null
  const fields = createMemo(() => fieldsFor(props.process.start.fields, props.guide, party()))
  const sections = createMemo(() => sectionsOf(fields()))
  const about = () => ({
    name: `start:${props.process.id}:${props.selfCheck ?? ''}`,
    title: props.process.start.words,
    href: paths.report(props.process.id, props.selfCheck),
  })
  const form = createForm(fields, about, props.first)
  const applicable = () => sections().filter((one) => form.applicable(one.fields).length > 0)
  const custom = lookUps(props, form, party)
  const start = useStart(
    () => props.process.id,
    form,
    () => props.selfCheck,
  )
  const [checking, setChecking] = createSignal(false)
  const forward = (event: Event) => {
    event.preventDefault()
    if (form.check()) setChecking(true)
  }
  const beside = () => (
    <Show when={props.guide?.Beside}>
      {(component) => (
        <Suspense>
          <Dynamic component={component()} form={form} />
        </Suspense>
      )}
    </Show>
  )
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === 'Enter') forward(event)
  }
  return (
    <Switch>
      <Match when={start.receipt()}>
        {(receipt) => (
          <Suspense>
            <Counter receipt={receipt().follow} next={receipt().next} />
          </Suspense>
        )}
      </Match>
      <Match when={checking()}>
        {beside()}
        <Answers
          fields={form.applicable()}
          form={form}
          busy={start.busy()}
          onBack={() => setChecking(false)}
          changed={start.changed()}
          onSend={(first) => void start.send(first, () => setChecking(false))}
        />
      </Match>
      <Match when={!checking()}>
        <form
          class={`report-form ${props.guide?.dense ? 'dense' : ''}`}
          noValidate
          onSubmit={forward}
          onKeyDown={press}
        >
          <h1>{t(props.process.start.words)}</h1>
          <Show when={me().enterprise}>
            {(enterprise) => (
              <p class="muted">{t(fill(w.reportingFor, { name: enterprise().name }))}</p>
            )}
          </Show>
          <Show when={props.guide}>
            {(guide) => (
              <section class="notice" aria-labelledby="before-title">
                <h2 id="before-title">{t(w.before)}</h2>
                <Dynamic component={guide().Before} />
              </section>
            )}
          </Show>
          <ErrorSummary mistakes={form.mistakes()} />
          <Show when={form.unanswered()}>
            <p class="notice warn">{t(w.sendAgain)}</p>
          </Show>
          <Show
            when={sections().length > 0}
            fallback={<Fields fields={fields()} form={form} custom={custom} />}
          >
            <EnterpriseCard enterprise={props.registered} />
            <TaskList sections={applicable()} form={form} />
            <For each={applicable()}>
              {(section) => (
                <section aria-labelledby={section.id}>
                  <h2 id={section.id} class="section-title" tabindex="-1">
                    {t(section.words)}
                  </h2>
                  <Fields fields={section.fields} form={form} custom={custom} />
                </section>
              )}
            </For>
          </Show>
          {beside()}
          <DraftNote form={form} />
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t(w.next)}
            </button>
          </p>
        </form>
      </Match>
    </Switch>
  )
}

/** What the ledger already says of it need not be written again. */
const useFirst = (selfCheck: () => string | undefined, process: () => ProcessView | undefined) => {
  const me = useMe()
  const entry = useQuery(() => ({
    queryKey: ['self-check', selfCheck()],
    queryFn: () => remembered(`self-check:${selfCheck()}`, () => askSelfCheck(selfCheck()!)),
    enabled: selfCheck() !== undefined,
  }))
  const [first] = createResource(
    () =>
      entry.isSuccess && process() ? { row: entry.data, fields: process()!.start.fields } : false,
    async ({ row, fields }) =>
      (await import('../ledger/first-words.ts')).firstWords(fields, row, me().name),
  )
  return { first: () => (selfCheck() ? (entry.isError ? {} : first.latest) : {}) }
}

/** A long application begins with what the register already knows: nobody types his own address again. */
const useRegistered = (process: () => ProcessView | undefined) => {
  const me = useMe()
  const wanted = () =>
    me().enterprise !== null && sectionsOf(process()?.start.fields ?? []).length > 0
  const query = useQuery(() => ({ ...registeredQuery(me().enterprise?.id), enabled: wanted() }))
  const known = () => (query.isSuccess ? query.data : null)
  const places = () => process()?.start.fields.filter(({ kind }) => kind === 'place') ?? []
  const first = (): Values =>
    Object.fromEntries(places().flatMap(({ name }) => (known() ? [[name, known()!.address]] : [])))
  return { ready: () => !wanted() || query.isSuccess || query.isError, known, first }
}

const OfProcess = (props: { id: string }) => {
  const me = useMe()
  const [search] = useSearchParams()
  const id = () => props.id
  const selfCheck = () => (typeof search.selfCheck === 'string' ? search.selfCheck : undefined)
  const process = useQuery(() => queries.process(id()))
  const guide = useGuide(id)
  const loaded = () => (process.isSuccess ? process.data : undefined)
  const { first } = useFirst(selfCheck, loaded)
  const registered = useRegistered(loaded)
  usePage(() => t(process.isSuccess ? process.data.start.words : navigationWords.startGroup))
  return (
    <div class={guide.known()?.dense ? 'page' : 'page narrow'}>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={process.isError && !process.data}>
          <Failure
            error={process.error}
            what={navigationWords.startGroup}
            onRetry={() => void process.refetch()}
          />
        </Match>
        <Match when={process.isSuccess && !me().starts.includes(id())}>
          <h1>{t(process.data!.start.words)}</h1>
          <Show when={guide.known()?.Instead} fallback={<p class="notice warn">{t(w.notYours)}</p>}>
            {(instead) => (
              <section class="notice">
                <Dynamic component={instead()} />
              </section>
            )}
          </Show>
        </Match>
        <Match when={first() && registered.ready() && guide.ready() && loaded()}>
          {(one) => (
            <ReportForm
              process={one()}
              guide={guide.known()}
              selfCheck={selfCheck()}
              first={{ ...registered.first(), ...first() }}
              registered={registered.known()}
            />
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** Each process has a page of its own: an answer to one question must not stand under another's. */
const Report = () => (
  <Show when={useParams().process} keyed>
    {(id) => <OfProcess id={id} />}
  </Show>
)

export default Report
