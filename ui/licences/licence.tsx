// What does one licence say, how does it stand, and what has become of it?
import { useParams } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import type { LicencePaper, LicenceRef, LicenceView } from '../../contract/licences/licences.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { verifyPath } from '../citizen/verify-path.ts'
import { licencesApi } from '../client/licences.ts'
import { paths } from '../client/paths.ts'
import { t } from '../client/words.ts'
import { Answered } from '../reading/answered.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { PrintHead } from '../screen/print-head.tsx'
import { showDay } from '../screen/time.ts'
import { licenceWords as w } from './words.ts'
import './licences.css'

const Line = (props: { label: Text; children: JSX.Element }) => (
  <div>
    <dt>{t(props.label)}</dt>
    <dd>{props.children}</dd>
  </div>
)

const Refs = (props: { label: Text; refs: LicenceRef[]; address: (id: string) => string }) => (
  <Show when={props.refs.length > 0}>
    <Line label={props.label}>
      <For each={props.refs}>
        {(one) => (
          <a class="licence-line" href={props.address(one.id)}>
            {one.number}
          </a>
        )}
      </For>
    </Line>
  </Show>
)

const LicenceCard = (props: { one: LicenceView }) => (
  <section class="block" aria-label={t(w.kind)}>
    <p class="licence-standing-now">
      <span class={`tag ${props.one.standing === 'in-force' ? '' : 'dashed'}`}>
        {t(props.one.words)}
      </span>{' '}
      <span class="muted">{t(fill(w.since, { date: props.one.since }))}</span>
    </p>
    <dl class="summary">
      <Line label={w.kind}>{t(props.one.kind)}</Line>
      <Line label={w.holder}>{props.one.holder}</Line>
      <Line label={w.scope}>{props.one.scope}</Line>
      <Line label={w.mode}>{props.one.mode}</Line>
      <Line label={w.premises}>{props.one.premises}</Line>
      <Show when={props.one.principal}>
        {(principal) => <Line label={w.principal}>{principal()}</Line>}
      </Show>
      <Line label={w.validity}>
        {t(fill(w.fromTo, { from: props.one.validFrom ?? '', until: props.one.validUntil ?? '' }))}
      </Line>
      <Line label={w.region}>{t(props.one.region)}</Line>
      <Line label={w.case}>
        <a href={paths.case(props.one.id)}>{props.one.caseNumber}</a>
      </Line>
      <Show when={props.one.replaces}>
        {(old) => (
          <Line label={w.replaces}>
            <Show when={old().id} fallback={t(fill(w.notHere, { number: old().number }))}>
              {(id) => <a href={paths.licence(id())}>{old().number}</a>}
            </Show>
          </Line>
        )}
      </Show>
      <Refs label={w.replacedBy} refs={props.one.replacedBy} address={paths.licence} />
      <Refs label={w.related} refs={props.one.related} address={paths.case} />
    </dl>
  </section>
)

const Paper = (props: { paper: LicencePaper }) => {
  const named = (action: Text) => `${t(action)} ${t(props.paper.title)}`
  return (
    <li>
      <strong>{t(props.paper.title)}</strong>
      <span class="muted licence-line">{t(fill(w.code, { code: props.paper.code }))}</span>
      <Show when={props.paper.url} fallback={<span class="muted">{t(w.making)}</span>}>
        {(url) => (
          <span class="licence-paper-acts">
            <a
              class="button small"
              href={url()}
              target="_blank"
              rel="noopener"
              aria-label={named(w.open)}
            >
              {t(w.open)}
            </a>
            <a
              class="button small"
              href={`${url()}?download=1`}
              download=""
              aria-label={named(w.download)}
            >
              {t(w.download)}
            </a>
            <a
              class="button small quiet"
              href={verifyPath(props.paper.code)}
              aria-label={named(w.verify)}
            >
              {t(w.verify)}
            </a>
          </span>
        )}
      </Show>
    </li>
  )
}

const Papers = (props: { one: LicenceView }) => (
  <section class="block" aria-labelledby="papers-title">
    <h2 id="papers-title">{t(w.papers)}</h2>
    <Show when={props.one.papers.length > 0} fallback={<p class="muted">{t(w.noPapers)}</p>}>
      <ul class="licence-papers">
        <For each={props.one.papers}>{(paper) => <Paper paper={paper} />}</For>
      </ul>
    </Show>
  </section>
)

const History = (props: { one: LicenceView }) => (
  <section class="block" aria-labelledby="history-title">
    <h2 id="history-title">{t(w.history)}</h2>
    <ol class="licence-history">
      <For each={props.one.history}>
        {(item) => (
          <li>
            <time dateTime={item.at}>{showDay(item.at)}</time> {t(item.words)}
          </li>
        )}
      </For>
    </ol>
  </section>
)

const Licence = () => {
  const params = useParams<{ id: string }>()
  const found = useQuery(() => ({
    queryKey: ['licence', params.id],
    queryFn: () => licencesApi.one(params.id),
  }))
  usePage(() => (found.isSuccess ? found.data.number : t(w.kind)))
  return (
    <div class="page narrow">
      <PrintHead />
      <p class="back">
        <a href={paths.licences}>{t(w.back)}</a>
      </p>
      <h1>{found.isSuccess ? found.data.number : t(w.kind)}</h1>
      <Answered found={found} what={w.loading} rows={6}>
        {(one) => (
          <>
            <LicenceCard one={one()} />
            <Papers one={one()} />
            <History one={one()} />
            <button type="button" class="button print-button" onClick={() => window.print()}>
              {t(w.print)}
            </button>
          </>
        )}
      </Answered>
    </div>
  )
}

export default Licence
