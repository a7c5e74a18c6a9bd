// Which screen stands behind each address?
import { Route, Router, type RouteSectionProps } from '@solidjs/router'
import { lazy, Suspense } from 'solid-js'

const Signed = lazy(() => import('./parts/signed.tsx'))
const Home = lazy(() => import('./parts/home.tsx'))
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
const Clocks = lazy(() => import('./supervise/page.tsx'))
const Missing = lazy(() => import('./parts/missing.tsx'))

const Frame = (props: RouteSectionProps) => <Suspense>{props.children}</Suspense>

/** Code of the page loads beside that of the frame, not after it. */
export const Routes = () => (
  <Router root={Frame}>
    <Route path="/sign-in" component={SignIn} preload={SignIn.preload} />
    <Route path="/" component={Signed} preload={Signed.preload}>
      <Route path="/" component={Home} preload={Home.preload} />
      <Route path="/inbox" component={Inbox} preload={Inbox.preload} />
      <Route path="/cases" component={Cases} preload={Cases.preload} />
      <Route path="/case/:id" component={Case} preload={Case.preload} />
      <Route path="/case/:id/act/:type" component={Act} preload={Act.preload} />
      <Route path="/report/:process" component={Report} preload={Report.preload} />
      <Route path="/e/cases" component={Matters} preload={Matters.preload} />
      <Route path="/limits" component={Limits} preload={Limits.preload} />
      <Route path="/lab" component={Laboratory} preload={Laboratory.preload} />
      <Route path="/health" component={Health} preload={Health.preload} />
      <Route path="/process/:id" component={Process} preload={Process.preload} />
      <Route path="/supervise/clocks" component={Clocks} preload={Clocks.preload} />
      <Route path="*" component={Missing} preload={Missing.preload} />
    </Route>
  </Router>
)
