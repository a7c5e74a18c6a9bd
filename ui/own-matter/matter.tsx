// What does somebody read of what concerns him: where it stands, until when, what is owed, his papers, what was said?
import { For, lazy, Show, Suspense } from 'solid-js'
import type { OwnMatterView, OwnPaper } from '../../contract/own-matter/own-matter.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import type { OwnAct, OwnForm } from '../../domain/views/own-matter.ts'
import { t } from '../client/words.ts'
import { focusWhenReady } from '../screen/page.ts'
import { showDate, showDay, showTime } from '../screen/time.ts'
import { ownMatterWords as w } from './words.ts'

/** Only who owes money needs the picture of a code. */
const Payments = lazy(() => import('./payments.tsx'))

const hasPayments = ({ payments: { orders, receipts } }: OwnMatterView): boolean =>
  orders.some(({ state }) => state !== 'by-hand') || receipts.length > 0

type View = { view: OwnMatterView }

/** Said once, and until the next thing is done. */
type Props = View & { note: Text | null; onAct: (act: OwnAct) => void; onLeave: () => void }

const whoWords = ({ matter: { counsel, item } }: OwnMatterView): string =>
  counsel
    ? t(fill(w.asCounsel, { name: counsel.name, scope: t(counsel.words), item: t(item) }))
    : t(item)

const Now = (props: View) => (
  <section class="block citizen-now" aria-labelledby="state-title">
    <h2 id="state-title">{t(w.now)}</h2>
    <p class="citizen-state">{t(props.view.matter.state)}</p>
    <dl class="summary compact">
      <div>
        <dt>{t(w.matter)}</dt>
        <dd>{props.view.matter.title}</dd>
      </div>
      <div>
        <dt>{t(w.who)}</dt>
        <dd>{whoWords(props.view)}</dd>
      </div>
    </dl>
    <Show when={props.view.matter.limits.length > 0}>
      <h3>{t(w.limits)}</h3>
      <ul class="tips">
        <For each={props.view.matter.limits}>
          {(limit) => (
            <li>
              {t(limit.words)}{' '}
              <strong>{t(fill(w.by, { date: showDate(limit.date), left: t(limit.left) }))}</strong>
              <span class="muted citizen-article">{limit.article}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  </section>
)

const Owed = (props: View) => (
  <section class="block" aria-labelledby="owed-title">
    <h2 id="owed-title">{t(w.owed)}</h2>
    <dl class="summary">
      <For each={props.view.matter.lines}>
        {(line) => (
          <div>
            <dt>{t(line.words)}</dt>
            <dd>{t(line.value)}</dd>
          </div>
        )}
      </For>
    </dl>
  </section>
)

const Acts = (props: Pick<Props, 'view' | 'onAct'>) => (
  <section class="block" aria-labelledby="acts-title">
    <h2 id="acts-title">{t(w.acts)}</h2>
    <Show when={props.view.matter.acts.length > 0} fallback={<p>{t(w.noActs)}</p>}>
      <p class="form-actions">
        <For each={props.view.matter.acts}>
          {(act, index) => (
            <button
              type="button"
              class={index() === 0 ? 'button primary' : 'button'}
              onClick={() => props.onAct(act)}
            >
              {t(act.words)}
            </button>
          )}
        </For>
      </p>
    </Show>
    <Show when={props.view.matter.beyond.length > 0}>
      <p>{t(w.beyond)}</p>
      <ul class="tips">
        <For each={props.view.matter.beyond}>{(words) => <li>{t(words)}</li>}</For>
      </ul>
    </Show>
  </section>
)

const paperState = (paper: OwnPaper): string => {
  if (paper.ended) return t(w.ended)
  if (paper.making) return t(w.making)
  return paper.seenAt === null ? t(w.unseen) : t(fill(w.seen, { day: showDay(paper.seenAt) }))
}

const Papers = (props: View) => (
  <section class="block" aria-labelledby="papers-title">
    <h2 id="papers-title">{t(w.papers)}</h2>
    <ul class="tips">
      <For each={props.view.papers} fallback={<li>{t(w.noPapers)}</li>}>
        {(paper) => (
          <li>
            <Show when={paper.url} fallback={t(paper.title)}>
              {(url) => (
                <a href={url()} target="_blank" rel="noopener">
                  {t(paper.title)}
                </a>
              )}
            </Show>{' '}
            {paper.number}
            <span class="muted citizen-article">
              {showDay(paper.at)} · {paperState(paper)}
            </span>
            <Show when={paper.closed}>
              {(why) => <span class="muted citizen-article">{t(why())}</span>}
            </Show>
          </li>
        )}
      </For>
    </ul>
  </section>
)

const Said = (props: { form: OwnForm }) => (
  <>
    <h3>
      {t(props.form.words)}
      <Show when={props.form.at}>
        {(at) => <span class="muted citizen-article">{showDay(at())}</span>}
      </Show>
    </h3>
    <dl class="summary">
      <For each={props.form.fields}>
        {(field) => (
          <div>
            <dt>{t(field.label)}</dt>
            <dd>{t(field.value)}</dd>
          </div>
        )}
      </For>
    </dl>
  </>
)

export const Matter = (props: Props) => (
  <>
    <h1 tabindex="-1" ref={focusWhenReady}>
      {props.view.matter.number}
    </h1>
    <p role="status" class={props.note ? 'notice' : undefined}>
      <Show when={props.note}>{(words) => t(words())}</Show>
    </p>
    <Now view={props.view} />
    <Show when={props.view.matter.open || props.view.matter.acts.length > 0}>
      <Acts view={props.view} onAct={props.onAct} />
    </Show>
    <Show when={props.view.matter.lines.length > 0}>
      <Owed view={props.view} />
    </Show>
    <Show when={hasPayments(props.view)}>
      <Suspense>
        <Payments payments={props.view.payments} />
      </Suspense>
    </Show>
    <Papers view={props.view} />
    <section class="block" aria-labelledby="said-title">
      <h2 id="said-title">{t(w.said)}</h2>
      <For each={props.view.matter.forms} fallback={<p>{t(w.nothingSaid)}</p>}>
        {(form) => <Said form={form} />}
      </For>
    </section>
    <p class="muted">{t(fill(w.until, { time: showTime(props.view.until) }))}</p>
    <p class="form-actions">
      <button type="button" class="button" onClick={() => props.onLeave()}>
        {t(w.leave)}
      </button>
    </p>
  </>
)
