// Which orders, reports and the like does a case have, how do they stand, and what may be done with each?
import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { ItemView } from '../../contract/case/items.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { FactField } from '../../domain/views/answers/fact-views.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { outboxOfCase } from '../outbox/entries.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { LinkedValue } from '../record/linked-value.tsx'
import { now, showEndMoment, showMoment } from '../screen/time.ts'
import { itemsOf } from './asking.ts'
import { itemsWords as w } from './items-words.ts'
import './items.css'

/** Loaded where something is kept secret. */
const Unmask = lazy(() => import('../record/unmask.tsx'))

/** So many stand on the page at first; the rest comes when it is asked for. */
const PAGE = 40

const isLate = ({ endedAt, dueAt }: ItemView) =>
  endedAt === null && dueAt !== null && Date.parse(dueAt) <= now()

/** What was said last of all, beside the form that opened it. */
const Said = (props: {
  case: CaseView
  item: ItemView
  form: ItemView['forms'][number]
  fields: FactField[]
  name?: boolean
}) => (
  <p class="items-text">
    <Show when={props.name}>
      <strong>{t(props.form.words)}</strong>{' '}
    </Show>
    <For each={props.fields}>
      {(fact, index) => (
        <>
          {index() > 0 ? ' · ' : ''}
          <span class="muted">{t(fact.label)}</span>{' '}
          <Value case={props.case} item={props.item} fact={fact} />
        </>
      )}
    </For>
  </p>
)

/** Who may not be shown it reads the mask alone. */
const Value = (props: { case: CaseView; item: ItemView; fact: FactField }) => (
  <Show when={props.fact.confidential} fallback={<LinkedValue fact={props.fact} />}>
    <Suspense fallback={t(props.fact.value)}>
      <Unmask case={props.case} fact={props.fact} item={props.item} />
    </Suspense>
  </Show>
)

const Due = (props: { item: ItemView }) => (
  <Show when={props.item.endedAt === null && props.item.dueAt}>
    {(at) => (
      <span class={`items-due ${isLate(props.item) ? 'late' : ''}`}>
        <Show when={isLate(props.item)}>
          <span class="tag">{t(w.isLate)}</span>{' '}
        </Show>
        <time datetime={at()}>{t(fill(w.due, { at: showEndMoment(at()) }))}</time>
      </span>
    )}
  </Show>
)

/** `open`: without what is kept secret, where that stands beside it. */
const Forms = (props: { case: CaseView; item: ItemView; open?: boolean }) => (
  <For each={props.item.forms}>
    {(form, index) => (
      <Said
        case={props.case}
        item={props.item}
        form={form}
        fields={form.fields.filter(({ confidential }) => !(props.open && confidential))}
        name={index() > 0}
      />
    )}
  </For>
)

/** What counts, and the whole of it where it is asked for. */
const InShort = (props: { case: CaseView; item: ItemView }) => (
  <>
    <dl class="items-brief">
      <For each={props.item.brief}>
        {({ words, value }) => (
          <div>
            <dt>{t(words)}</dt>
            <dd>{t(value)}</dd>
          </div>
        )}
      </For>
      <For each={props.item.forms[0]?.fields.filter(({ confidential }) => confidential)}>
        {(fact) => (
          <div>
            <dt>{t(fact.label)}</dt>
            <dd>
              <Value case={props.case} item={props.item} fact={fact} />
            </dd>
          </div>
        )}
      </For>
    </dl>
    <details>
      <summary>{t(w.whole)}</summary>
      <Forms case={props.case} item={props.item} open />
    </details>
  </>
)

/** `said`: whom it is for stands in its form. */
const ItemRow = (props: { case: CaseView; item: ItemView; said: boolean }) => {
  /** What is written already and waits to be sent is not written twice. */
  const offered = () =>
    props.item.acts.filter(
      ({ type, taskId }) =>
        !outboxOfCase(props.case.id).some((one) => one.type === type && one.taskId === taskId),
    )
  const to = () => props.item.recipients.map((one) => t(one)).join(t(w.and))
  return (
    <li>
      <div class="items-line">
        <strong>{t(props.item.title)}</strong>
        <span class={`tag ${props.item.endedAt ? '' : 'dashed'}`}>{t(props.item.stateWords)}</span>
        <Show when={!props.said}>
          <span>{t(fill(w.to, { to: to() }))}</span>
        </Show>
        <span class="muted">
          {t(
            fill(props.item.brief.length > 0 ? w.since : w.opened, {
              at: showMoment(props.item.openedAt),
            }),
          )}
        </span>
        <Due item={props.item} />
      </div>
      <Show
        when={props.item.brief.length > 0}
        fallback={<Forms case={props.case} item={props.item} />}
      >
        <InShort case={props.case} item={props.item} />
      </Show>
      <Show when={offered().length > 0}>
        <div class="items-acts">
          <For each={offered()}>
            {(act) => (
              <a
                class={`button ${act.usual ? 'primary' : ''}`}
                href={paths.act(props.case.id, act.type, act.taskId)}
              >
                {t(act.words)}
              </a>
            )}
          </For>
        </div>
      </Show>
    </li>
  )
}

type Kind = { kind: string; words: Text; opens: string; correspondence: boolean }

/** Those of one kind; at first those that are open. */
export const Shelf = (props: { case: CaseView; kind: Kind; items: ItemView[] }) => {
  const [every, setEvery] = createSignal(false)
  const [shown, setShown] = createSignal(PAGE)
  const open = createMemo(() => props.items.filter(({ endedAt }) => endedAt === null))
  const late = () => open().filter(isLate).length
  /** What the reader himself is to do stands first, then what is due next; what has ended follows, the newest first. */
  const listed = createMemo(() => {
    const rank = ({ dueAt }: ItemView) => (dueAt ? Date.parse(dueAt) : Number.POSITIVE_INFINITY)
    const others = ({ acts }: ItemView) => (acts.some(({ usual }) => usual) ? 0 : 1)
    const inWork = [...open()].sort(
      (one, other) => others(one) - others(other) || rank(one) - rank(other) || one.no - other.no,
    )
    const ended = props.items.filter(({ endedAt }) => endedAt !== null).reverse()
    return every() ? [...inWork, ...ended] : inWork
  })
  return (
    <section class="block" aria-labelledby={`items-${props.kind.kind}`}>
      <div class="items-head">
        <h2 id={`items-${props.kind.kind}`}>{t(props.kind.words)}</h2>
        <span class="muted">
          {t(fill(w.count, { all: props.items.length, open: open().length }))}
          {late() > 0 ? t(fill(w.late, { late: late() })) : ''}
        </span>
        <fieldset class="items-filter" aria-label={t(w.filter)}>
          <button
            type="button"
            class="button"
            aria-pressed={!every()}
            onClick={() => setEvery(false)}
          >
            {t(w.openOnly)}
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={every()}
            onClick={() => setEvery(true)}
          >
            {t(w.everyOne)}
          </button>
        </fieldset>
      </div>
      <Show when={listed().length > 0} fallback={<p class="empty">{t(w.noneOpen)}</p>}>
        <ul class="items">
          <For each={listed().slice(0, shown())}>
            {(item) => <ItemRow case={props.case} item={item} said={props.kind.correspondence} />}
          </For>
        </ul>
        <Show when={listed().length > shown()}>
          <button type="button" class="button" onClick={() => setShown(shown() + PAGE)}>
            {t(fill(w.more, { count: Math.min(PAGE, listed().length - shown()) }))}
          </button>
        </Show>
      </Show>
    </section>
  )
}

const ofKind = (items: ItemView[], kind: string) => items.filter((one) => one.kind === kind)

/** Every kind of which the case has some, each on a shelf of its own; `room`: with the way to the incident room; `work`: without what is only said. */
const Items = (props: { case: CaseView; room?: true; work?: true }) => {
  const items = useQuery(() => itemsOf(props.case.id))
  return (
    <Answered found={items} what={w.items} rows={3}>
      {(answer) => (
        <>
          <Show when={props.room && answer().kinds.some(({ correspondence }) => correspondence)}>
            <p class="items-room">
              <a class="button" href={paths.incident(props.case.id)}>
                {t(w.toRoom)}
              </a>
            </p>
          </Show>
          <For
            each={answer().kinds.filter(
              ({ kind, correspondence }) =>
                ofKind(answer().items, kind).length > 0 && !(props.work && correspondence),
            )}
          >
            {(kind) => (
              <Shelf case={props.case} kind={kind} items={ofKind(answer().items, kind.kind)} />
            )}
          </For>
        </>
      )}
    </Answered>
  )
}

export default Items
