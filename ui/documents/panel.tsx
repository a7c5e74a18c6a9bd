// Which official documents does the case have, and how does one read, print or serve them?

import { createEffect, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { CaseView } from '../../contract/case/cases.ts'
import type { DocumentList, DocumentView, ServiceView } from '../../contract/documents/documents.ts'
import type { ActView } from '../../domain/engine/judging/act-view.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { civilDate } from '../../domain/time/instant.ts'
import { askDocuments } from '../client/case/documents.ts'
import { paths } from '../client/paths.ts'
import { t, words } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { Skeleton } from '../screen/states.tsx'
import { showDateShort, showMoment } from '../screen/time.ts'
import './documents.css'
import { Answered } from '../reading/answered.tsx'
import { examinedWords } from './examined-words.ts'
import { stateWords, documentWords as w } from './words.ts'

const Dossier = lazy(() => import('../dossier/panel.tsx'))
const Signature = lazy(() => import('./signature.tsx'))

/** Bytes are made a moment after the act: until they are there it is asked again. */
const againMs = 1_500

const isWaiting = (list: DocumentList | undefined): boolean =>
  list?.items.some((one) => one.state === 'issuing') === true

const useDocuments = (view: () => CaseView) => {
  const list = useQuery(() => ({
    queryKey: ['documents', view().id, view().revision],
    queryFn: () => askDocuments(view().id),
    refetchInterval: ({ state }: { state: { data: DocumentList | undefined } }) =>
      isWaiting(state.data) ? againMs : false,
  }))
  // What serves a document is closed until it is made, and that moves no revision: the case is asked again.
  createEffect((before: boolean) => {
    if (!list.isSuccess) return before
    const now = isWaiting(list.data)
    if (before && !now) void client.invalidateQueries({ queryKey: ['case', view().id] })
    return now
  }, false)
  return list
}

const Service = (props: { service: ServiceView }) => (
  <li>
    {t(
      fill(props.service.served ? w.served : w.looked, {
        // Who is there when it is made needs no name beside it.
        how: [...(props.service.served ? [t(props.service.method)] : []), props.service.receiver]
          .filter(Boolean)
          .join(t(words.comma)),
        // The law counts from the day of service; by whom a paper was merely seen is told to the minute.
        time: props.service.served
          ? showDateShort(civilDate(props.service.at))
          : showMoment(props.service.at),
      }),
    )}
  </li>
)

const whyClosed = ({ recused, confidential }: DocumentView) => {
  if (recused) return w.recused
  return confidential ? w.confidential : w.making
}

const Receipts = (props: { one: DocumentView }) => (
  <Show when={!props.one.internal}>
    <Show
      when={props.one.services.length > 0}
      fallback={props.one.toServe && <p class="muted">{t(w.notServed)}</p>}
    >
      <ul class="document-services">
        <For each={props.one.services}>{(service) => <Service service={service} />}</For>
      </ul>
    </Show>
  </Show>
)

/** Phones show no PDF inside a page: there the link beside it does. */
const Reading = (props: { one: DocumentView; url: string; id: string }) => (
  <iframe
    id={props.id}
    class="document-frame"
    src={props.url}
    title={t(fill(w.frame, { title: t(props.one.title) }))}
  />
)

const Actions = (props: {
  one: DocumentView
  url: string
  open: boolean
  frame: string
  onToggle: () => void
  examining: boolean
  onExamine: () => void
}) => {
  const print = () => {
    const frame = document.getElementById(props.frame)
    if (frame instanceof HTMLIFrameElement) frame.contentWindow?.print()
  }
  /** Of several documents the words alone would be the same. */
  const named = (words: Text) =>
    [t(words), t(props.one.title), props.one.number].filter(Boolean).join(' ')
  return (
    <p class="document-actions">
      <button
        type="button"
        class="button small document-view"
        aria-expanded={props.open}
        aria-label={named(props.open ? w.hide : w.open)}
        onClick={() => props.onToggle()}
      >
        {t(props.open ? w.hide : w.open)}
      </button>
      <a
        class="button small"
        href={props.url}
        target="_blank"
        rel="noopener"
        aria-label={named(w.tab)}
      >
        {t(w.tab)}
      </a>
      <a
        class="button small"
        href={`${props.url}?download=1`}
        download=""
        aria-label={named(w.download)}
      >
        {t(w.download)}
      </a>
      <button
        type="button"
        class="button small"
        aria-expanded={props.examining}
        aria-label={named(props.examining ? examinedWords.hide : examinedWords.check)}
        onClick={() => props.onExamine()}
      >
        {t(props.examining ? examinedWords.hide : examinedWords.check)}
      </button>
      <Show when={props.open}>
        <button
          type="button"
          class="button small document-view"
          aria-label={named(w.print)}
          onClick={print}
        >
          {t(w.print)}
        </button>
      </Show>
    </p>
  )
}

const Item = (props: { one: DocumentView }) => {
  const [open, setOpen] = createSignal(false)
  const [examining, setExamining] = createSignal(false)
  const frame = () => `document-${props.one.id}`
  return (
    <li class={`document ${props.one.state}`}>
      <div class="document-line">
        <strong>{t(props.one.title)}</strong>
        <span>{props.one.number ?? t(w.noNumber)}</span>
        <Show when={props.one.version > 1}>
          <span class="muted">{t(fill(w.version, { n: props.one.version }))}</span>
        </Show>
        <span class={`document-state ${props.one.state}`}>{t(stateWords[props.one.state])}</span>
        <Show when={props.one.internal}>
          <span class="document-state internal">{t(w.internal)}</span>
        </Show>
      </div>
      <p class="muted">
        {showMoment(props.one.at)} · {t(w.code)} {props.one.code}
      </p>
      <Receipts one={props.one} />
      <Show when={props.one.url} fallback={<p class="muted">{t(whyClosed(props.one))}</p>}>
        {(url) => (
          <>
            <Actions
              one={props.one}
              url={url()}
              open={open()}
              frame={frame()}
              onToggle={() => setOpen(!open())}
              examining={examining()}
              onExamine={() => setExamining(!examining())}
            />
            <Show when={examining()}>
              <Suspense fallback={<p role="status">{t(examinedWords.busy)}</p>}>
                <Signature document={props.one.id} />
              </Suspense>
            </Show>
            <Show when={open()}>
              <Reading one={props.one} url={url()} id={frame()} />
            </Show>
          </>
        )}
      </Show>
    </li>
  )
}

/** Void, issue again, serve: with the same form as every other act. */
const DocumentActs = (props: { case: CaseView }) => {
  const able = (): ActView[] =>
    props.case.acts.filter(({ kind, allowed }) => kind === 'document' && allowed)
  return (
    <Show when={able().length > 0}>
      <ul class="acts minor">
        <For each={able()}>
          {(act) => (
            <li>
              <a class="button" href={paths.act(props.case.id, act.type, null)}>
                {t(act.words)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

const Documents = (props: { case: CaseView }) => {
  const list = useDocuments(() => props.case)
  return (
    <>
      <section class="block documents" aria-labelledby="documents-title">
        <h2 id="documents-title">{t(w.title)}</h2>
        <Answered found={list} what={w.loading} rows={3}>
          {(answer) => (
            <ul class="document-list">
              <For each={answer().items} fallback={<li class="muted">{t(w.none)}</li>}>
                {(one) => <Item one={one} />}
              </For>
            </ul>
          )}
        </Answered>
        <DocumentActs case={props.case} />
      </section>
      <Show when={props.case.dossier}>
        <Suspense fallback={<Skeleton rows={3} />}>
          <Dossier case={props.case} />
        </Suspense>
      </Show>
    </>
  )
}

export default Documents
