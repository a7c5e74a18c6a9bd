// Which screen stands behind each address?
import { Navigate, Route, Router, type RouteSectionProps } from '@solidjs/router'
import { lazy, Suspense } from 'solid-js'
import { Signed, useMe } from './parts/me.tsx'
import { paths } from './paths.ts'

const SignIn = lazy(() => import('./sign-in/page.tsx'))
const Inbox = lazy(() => import('./inbox/page.tsx'))
const Cases = lazy(() => import('./cases/page.tsx'))
const Case = lazy(() => import('./case/page.tsx'))
const Act = lazy(() => import('./case/act.tsx'))
const Report = lazy(() => import('./report/page.tsx'))
const Matters = lazy(() => import('./portal/matters.tsx'))
const Limits = lazy(() => import('./limits/page.tsx'))
const Laboratory = lazy(() => import('./laboratory/page.tsx'))
const Health = lazy(() => import('./health/page.tsx'))
const Process = lazy(() => import('./process/page.tsx'))
const Missing = lazy(() => import('./parts/missing.tsx'))

const Frame = (props: RouteSectionProps) => <Suspense>{props.children}</Suspense>

/** Enterprises begin with their matters, everybody else with the inbox. */
const Home = () => {
  const me = useMe()
  return <Navigate href={me().enterprise ? paths.matters : paths.inbox()} />
}

export const Routes = () => (
  <Router root={Frame}>
    <Route path="/sign-in" component={SignIn} />
    <Route path="/" component={Signed}>
      <Route path="/" component={Home} />
      <Route path="/inbox" component={Inbox} />
      <Route path="/cases" component={Cases} />
      <Route path="/case/:id" component={Case} />
      <Route path="/case/:id/act/:type" component={Act} />
      <Route path="/report/:process" component={Report} />
      <Route path="/e/cases" component={Matters} />
      <Route path="/limits" component={Limits} />
      <Route path="/lab" component={Laboratory} />
      <Route path="/health" component={Health} />
      <Route path="/process/:id" component={Process} />
      <Route path="*" component={Missing} />
    </Route>
  </Router>
)
