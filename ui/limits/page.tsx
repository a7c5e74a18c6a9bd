// When does a legal period end, and why? (the clock lab for lawyers)
import { useSearchParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import { t } from '../client/words.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { useQuery } from '../reading/query.ts'
import { usePage } from '../screen/page.ts'
import { Failure, Skeleton } from '../screen/states.tsx'
import { Answer } from './answer.tsx'
import { allRules } from './asking.ts'
import '../form/fields.css'
import './limits.css'
import { QuestionForm } from './question.tsx'
import { createReckoner } from './state.ts'
import { limitWords as w } from './words.ts'

const Limits = () => {
  const rules = useQuery(allRules)
  const [query] = useSearchParams<{ rule?: string }>()
  const reckoner = createReckoner(query.rule)
  usePage(() => t(w.title))
  return (
    <div class="page">
      <h1>{t(w.title)}</h1>
      <p class="lead">{t(w.lead)}</p>
      <Switch fallback={<Skeleton rows={6} />}>
        <Match when={rules.isError && !rules.data}>
          <Failure error={rules.error} what={w.rule} onRetry={() => void rules.refetch()} />
        </Match>
        <Match when={rules.isSuccess && rules.data.items}>
          {(items) => (
            <div class="limits-columns">
              <div>
                <ErrorSummary mistakes={reckoner.mistakes()} />
                <QuestionForm rules={items()} reckoner={reckoner} />
              </div>
              <div aria-live="polite">
                <Show when={reckoner.answer()}>{(answer) => <Answer answer={answer()} />}</Show>
              </div>
            </div>
          )}
        </Match>
      </Switch>
    </div>
  )
}

export default Limits
