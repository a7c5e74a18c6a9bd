// How is this service applied for, in the words and the order of government services?
import { For, type JSX, Match, Show, Switch } from 'solid-js'
import type { ServiceGuide } from '../../domain/guide/guide.ts'
import { fill, type Text } from '../../domain/language/words.ts'
import { createQuestion } from '../citizen/question.ts'
import { asRefusal } from '../client/client.ts'
import { paths } from '../client/paths.ts'
import { servicesApi } from '../client/public.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Empty, Failure, Skeleton } from '../screen/states.tsx'
import { filled, listed } from './fill-in.ts'
import { Limits, Special } from './limits.tsx'
import { serviceWords as w } from './words.ts'

const Part = (props: { id: string; title: Text; children: JSX.Element }) => (
  <section class="block" aria-labelledby={`guide-${props.id}`}>
    <h2 id={`guide-${props.id}`}>{t(props.title)}</h2>
    {props.children}
  </section>
)

const parts: [string, Text][] = [
  ['conditions', w.conditions],
  ['materials', w.materials],
  ['steps', w.steps],
  ['limits', w.limits],
  ['special', w.special],
  ['basis', w.basis],
  ['contact', w.contact],
  ['apply', w.apply],
]

const Head = (props: { guide: ServiceGuide }) => (
  <Part id="name" title={w.name}>
    <p class="service-name">{t(props.guide.title)}</p>
    <p>{t(props.guide.summary)}</p>
    <dl class="summary compact">
      <Show when={props.guide.kinds.length > 0}>
        <div>
          <dt>{t(w.kinds)}</dt>
          <dd>{t(listed(props.guide.kinds))}</dd>
        </div>
      </Show>
      <div>
        <dt>{t(w.organ)}</dt>
        <dd>{t(props.guide.organ)}</dd>
      </div>
    </dl>
    <nav class="service-contents" aria-label={t(w.contents)}>
      <For each={parts}>{([id, title]) => <a href={`#guide-${id}`}>{t(title)}</a>}</For>
    </nav>
  </Part>
)

const Materials = (props: { guide: ServiceGuide }) => (
  <Part id="materials" title={w.materials}>
    <table class="service-table">
      <thead>
        <tr>
          <For each={[w.material, w.shape, w.needed]}>
            {(head) => <th scope="col">{t(head)}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.guide.materials}>
          {(one) => (
            <tr>
              <th scope="row">{t(one.words)}</th>
              <td data-label={t(w.shape)}>{t(one.shape)}</td>
              <td data-label={t(w.needed)}>{t(one.when)}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  </Part>
)

const Steps = (props: { guide: ServiceGuide }) => (
  <Part id="steps" title={w.steps}>
    <ol class="service-steps">
      <For each={props.guide.steps}>
        {(step) => (
          <li>
            <h3>{t(step.words)}</h3>
            <ul>
              <For each={step.tasks}>
                {(task) => (
                  <li>
                    {t(task.words)}
                    <span class="muted service-by">
                      {t(listed(task.who))}
                      <Show when={task.signers > 1}>
                        {' '}
                        · {t(fill(w.signers, { n: task.signers }))}
                      </Show>
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <Show when={step.documents.length > 0}>
              <p class="muted">
                {t(w.documents)}: {t(listed(step.documents))}
              </p>
            </Show>
          </li>
        )}
      </For>
    </ol>
  </Part>
)

const Rest = (props: { guide: ServiceGuide }) => (
  <>
    <Part id="basis" title={w.basis}>
      <ul>
        <For each={props.guide.basis}>{(norm) => <li>{t(norm)}</li>}</For>
      </ul>
    </Part>
    <Part id="fees" title={w.fees}>
      <p>{t(props.guide.fees)}</p>
    </Part>
    <Part id="visits" title={w.visits}>
      <p>
        <strong>{t(fill(w.times, { n: props.guide.visits.n }))}</strong>{' '}
        {t(props.guide.visits.words)}
      </p>
    </Part>
    <Part id="results" title={w.results}>
      <ul>
        <For each={props.guide.results}>
          {(result) => (
            <li>
              {t(result.words)}
              <Show when={result.validity}>
                {(validity) => (
                  <span class="muted service-by">
                    {t(filled(w.validity, { length: validity().length }))} · {t(validity().article)}
                  </span>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </Part>
    <Part id="contact" title={w.contact}>
      <For each={props.guide.contact}>{(line) => <p>{t(line)}</p>}</For>
    </Part>
  </>
)

const Guide = (props: { guide: ServiceGuide; apply: string }) => (
  <>
    <h1>{t(filled(w.guideOf, { name: props.guide.title }))}</h1>
    <p class="muted">{t(fill(w.onDay, { date: props.guide.on }))}</p>
    <Head guide={props.guide} />
    <Part id="conditions" title={w.conditions}>
      <ol>
        <For each={props.guide.conditions}>
          {(one) => (
            <li>
              {t(one.words)} <span class="muted service-by">{t(one.article)}</span>
            </li>
          )}
        </For>
      </ol>
    </Part>
    <Materials guide={props.guide} />
    <Steps guide={props.guide} />
    <Part id="limits" title={w.limits}>
      <Limits limits={props.guide.limits} />
    </Part>
    <Part id="special" title={w.special}>
      <Special special={props.guide.special} />
    </Part>
    <Rest guide={props.guide} />
    <Part id="apply" title={w.apply}>
      <p>{t(w.applyHint)}</p>
      <p class="service-acts">
        <a class="button primary" href={props.apply}>
          {t(w.apply)}
        </a>
        <a class="button" href={paths.publicFollow}>
          {t(w.toFollow)}
        </a>
        <button type="button" class="button quiet" onClick={() => window.print()}>
          {t(w.print)}
        </button>
      </p>
    </Part>
  </>
)

/** `apply`: where the form stands for this reader. */
export const ServicePage = (props: {
  process: string
  all: string
  apply: (process: string) => string
}) => {
  const question = createQuestion(servicesApi.one)
  void question.again(props.process)
  usePage(() => {
    const guide = question.state().answer
    return t(guide ? filled(w.guideOf, { name: guide.title }) : w.title)
  })
  return (
    <div class="service">
      <Switch fallback={<Skeleton rows={8} />}>
        <Match when={question.state().answer}>
          {(guide) => <Guide guide={guide()} apply={props.apply(guide().process)} />}
        </Match>
        <Match when={asRefusal(question.state().error).status === 404}>
          <h1>{t(w.title)}</h1>
          <Empty summary={w.none} />
        </Match>
        <Match when={question.state().error}>
          {(error) => (
            <Failure
              error={error()}
              what={w.loading}
              onRetry={() => void question.again(props.process)}
            />
          )}
        </Match>
      </Switch>
      <p class="service-back">
        <a href={props.all}>{t(w.all)}</a>
      </p>
    </div>
  )
}
