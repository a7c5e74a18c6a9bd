// How is one act decided, once and rightly? (S3)
import { useParams, useSearchParams } from '@solidjs/router'
import { createMemo, lazy, Match, onMount, Show, Suspense, Switch } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { itemsOf } from '../items/asking.ts'
import { client, queries } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { casePageWords } from '../record/case-page-words.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { ActForm } from './act-form.tsx'
import { actWords as w } from './act-words.ts'
import './case.css'

const Unknown = () => (
  <section class="failure" role="alert">
    <h2>{t(w.unknownAct)}</h2>
  </section>
)

/** What is decided upon stands beside the form, which may be filled in before it is there. */
const Material = lazy(() => import('./material.tsx'))

/** What is written down at a place needs more than a form, and no network. */
const FieldNotes = lazy(() => import('../field-notes/page.tsx'))

/** Its form depends on the record that is chosen in it. */
const Correction = lazy(async () => {
  const { createAsking } = await import('../correction/asking.ts')
  const Correcting = (props: { case: CaseView; act: ActView; seq: unknown }) => {
    const asking = createAsking(props.case.id, props.act)
    const first = typeof props.seq === 'string' ? { first: { seq: props.seq } } : {}
    return <ActForm case={props.case} act={props.act} asking={asking} {...first} />
  }
  return { default: Correcting }
})

/** What a link has chosen of the form's own choices; anything else is not taken. */
const chosenIn = (
  { fields }: ActView,
  search: Record<string, string | string[] | undefined>,
): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name, choices }) => {
      const chosen = search[name]
      return typeof chosen === 'string' && choices && Object.hasOwn(choices, chosen)
        ? [[name, chosen]]
        : []
    }),
  )

const Notes = (props: { case: CaseView }) => (
  <Suspense fallback={<Skeleton rows={8} />}>
    <FieldNotes case={props.case} />
  </Suspense>
)

const OfCase = (props: { id: string }) => {
  const params = useParams()
  const [search] = useSearchParams()
  const view = useQuery(() => queries.case(props.id))
  const caseView = () => (view.isSuccess ? view.data : undefined)
  /** A task that is gone leaves its act, forbidden with reasons: what was written for it is still to be seen. */
  const onCase = () => caseView()?.acts.filter((one) => one.type === params.type) ?? []
  const fits = (one: ActView) => !search.task || one.taskId === search.task
  /** What somebody may do with an item that is not his to work, such as recalling it, stands with the item. */
  const items = useQuery(() => ({
    ...itemsOf(props.id),
    enabled: (caseView()?.itemKinds.length ?? 0) > 0 && !onCase().some(fits),
  }))
  const act = createMemo(() => {
    const onItems = items.isSuccess ? items.data.items.flatMap((one) => one.acts) : []
    const same = [...onCase(), ...onItems.filter(({ type }) => type === params.type)]
    return same.find(fits) ?? same[0]
  })
  usePage(() => (act() ? t(act()!.words) : t(casePageWords.case)))
  return (
    <div class="page act-page">
      <a class="back" href={paths.case(props.id)}>
        {t(w.back)}
      </a>
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={view.isError && !view.data}>
          <Failure
            error={view.error}
            what={casePageWords.case}
            alone
            onRetry={() => void client.invalidateQueries({ queryKey: ['case', props.id] })}
          />
        </Match>
        <Match when={caseView()}>
          {(one) => (
            <Show when={!act()?.fieldNote} fallback={<Notes case={one()} />}>
              <div class="act-columns">
                <div class="act-main">
                  <Show when={act()?.type} keyed fallback={<Unknown />}>
                    {(type) =>
                      type === 'request-correction' ? (
                        <Suspense fallback={<Skeleton rows={8} />}>
                          <Correction case={one()} act={act()!} seq={search.seq} />
                        </Suspense>
                      ) : (
                        <ActForm
                          case={one()}
                          act={act()!}
                          first={chosenIn(act()!, search)}
                          waiting={typeof search.waiting === 'string' ? search.waiting : undefined}
                        />
                      )
                    }
                  </Show>
                </div>
                <Suspense fallback={<div class="act-material" />}>
                  <Material case={one()} />
                </Suspense>
              </div>
            </Show>
          )}
        </Match>
      </Switch>
    </div>
  )
}

/** Each case has a page of its own: what is written about one must never be sent to another. */
const ActPage = () => {
  const params = useParams()
  onMount(() => void Material.preload())
  return (
    <Show when={params.id} keyed>
      {(id) => <OfCase id={id} />}
    </Show>
  )
}

export default ActPage
