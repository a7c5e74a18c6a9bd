// Does the city's single sign-on know this person, and who has said so?
import { createSignal, Show } from 'solid-js'
import { fill } from '../../domain/language/words.ts'
import { singleSignOn } from '../client/account/account.ts'
import { asRefusal } from '../client/client.ts'
import { t } from '../client/words.ts'
import { client } from '../reading/queries.ts'
import { useQuery } from '../reading/query.ts'
import { showStamp } from '../screen/time.ts'
import { meWords as w } from './words.ts'

const tiedQuery = () => ({
  queryKey: ['single-sign-on'],
  queryFn: singleSignOn.tied,
  staleTime: 60_000,
})

/** Nothing where the city has no single sign-on. */
export const SingleSignOn = () => {
  const query = useQuery(tiedQuery)
  const [failed, setFailed] = createSignal('')
  const showRefusal = (error: unknown) => {
    const refusal = asRefusal(error)
    setFailed(t(refusal.reasons[0] ?? refusal.title))
  }
  const tie = () => singleSignOn.tie().then(({ url }) => location.assign(url), showRefusal)
  const untie = () =>
    singleSignOn
      .untie()
      .then(() => client.invalidateQueries({ queryKey: ['single-sign-on'] }), showRefusal)
  return (
    <Show when={query.isSuccess && query.data.available && query.data}>
      {(tied) => (
        <section class="block" aria-labelledby="me-single-sign-on">
          <h2 id="me-single-sign-on">{t(w.singleSignOn)}</h2>
          <p class="muted">{t(w.singleSignOnLead)}</p>
          <Show
            when={tied().since}
            fallback={
              <button type="button" class="button" onClick={() => void tie()}>
                {t(w.tie)}
              </button>
            }
          >
            {(since) => (
              <p>
                {t(fill(w.tiedSince, { at: showStamp(since()) }))}{' '}
                <button type="button" class="button small" onClick={() => void untie()}>
                  {t(w.untie)}
                </button>
              </p>
            )}
          </Show>
          <p role="alert" class="mistake">
            {failed()}
          </p>
        </section>
      )}
    </Show>
  )
}
