// What can somebody do here who has not signed in?
import { For, Match, Show, Switch } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { paths } from '../client/paths.ts'
import { citizen } from '../client/public.ts'
import { openRegisters } from '../client/registers.ts'
import { t } from '../client/words.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { Frame } from './frame.tsx'
import { ownMatterPath } from './own-matter-path.ts'
import { createQuestion } from './question.ts'
import { citizenWords as w } from './words.ts'

const Home = () => {
  usePage(() => t(w.name))
  const question = createQuestion(citizen.processes)
  void question.again(undefined)
  const registers = createQuestion(openRegisters.all)
  void registers.again(undefined)
  return (
    <Frame>
      <h1>{t(w.name)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <p class="notice warn">{t(w.danger)}</p>
      <Switch fallback={<Skeleton rows={3} />}>
        <Match when={question.state().answer}>
          {(answer) => (
            <Show
              when={answer().items.length > 0}
              fallback={<p class="notice">{t(w.nothingOpen)}</p>}
            >
              <For each={answer().items}>
                {(one) => (
                  <section class="block citizen-choice">
                    <h2>
                      <a href={paths.publicReport(one.id)}>{t(one.words)}</a>
                    </h2>
                    <p>{t(w.reportHint)}</p>
                    <p class="muted">{t(fill(w.law, { law: one.law }))}</p>
                    <a class="button primary" href={paths.publicReport(one.id)}>
                      {t(w.toReport)}
                    </a>
                  </section>
                )}
              </For>
            </Show>
          )}
        </Match>
        <Match when={question.state().error}>
          {(error) => (
            <Failure
              error={error()}
              what={w.loadingForm}
              onRetry={() => void question.again(undefined)}
            />
          )}
        </Match>
      </Switch>
      <section class="block citizen-choice">
        <h2>
          <a href={paths.publicFollow}>{t(w.toFollow)}</a>
        </h2>
        <p>{t(w.followHint)}</p>
      </section>
      <section class="block citizen-choice">
        <h2>
          <a href={ownMatterPath}>{t(w.toOwnMatter)}</a>
        </h2>
        <p>{t(w.ownMatterHint)}</p>
      </section>
      <section class="block citizen-choice">
        <h2>
          <a href={paths.services}>{t(w.toServices)}</a>
        </h2>
        <p>{t(w.servicesHint)}</p>
      </section>
      <section class="block citizen-choice">
        <h2>
          <a href={paths.publicNotices}>{t(w.toNotices)}</a>
        </h2>
        <p>{t(w.noticesHint)}</p>
      </section>
      <Show when={(registers.state().answer?.items.length ?? 0) > 0}>
        <section class="block citizen-choice">
          <h2>
            <a href={paths.publicRegisters()}>{t(w.toRegisters)}</a>
          </h2>
          <p>{t(w.registersHint)}</p>
        </section>
      </Show>
    </Frame>
  )
}

export default Home
