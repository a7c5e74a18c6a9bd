// Which screen stands behind each address?
import { Route, Router, type RouteSectionProps } from '@solidjs/router'
import { lazy, Suspense } from 'solid-js'

const Signed = lazy(() => import('./parts/signed.tsx'))
const Home = lazy(() => import('./parts/home.tsx'))
const SignIn = lazy(() => import('./sign-in/page.tsx'))
const Inbox = lazy(() => import('./inbox/page.tsx'))
const Cases = lazy(() => import('./cases/page.tsx'))
const Search = lazy(() => import('./search/page.tsx'))
const Case = lazy(() => import('./case/page.tsx'))
const Act = lazy(() => import('./case/act.tsx'))
const Report = lazy(() => import('./report/page.tsx'))
const Matters = lazy(() => import('./portal/matters.tsx'))
const Ledger = lazy(() => import('./ledger/page.tsx'))
const Limits = lazy(() => import('./limits/page.tsx'))
const Laboratory = lazy(() => import('./laboratory/page.tsx'))
const Health = lazy(() => import('./health/page.tsx'))
const Process = lazy(() => import('./process/page.tsx'))
const Clocks = lazy(() => import('./supervise/page.tsx'))
const Flow = lazy(() => import('./supervise/flow-page.tsx'))
const Digest = lazy(() => import('./supervise/digest-page.tsx'))
const Team = lazy(() => import('./team/page.tsx'))
const Admin = lazy(() => import('./admin/shell.tsx'))
const Calendars = lazy(() => import('./admin/calendars/page.tsx'))
const CalendarNew = lazy(() => import('./admin/calendars/propose.tsx'))
const CalendarProposal = lazy(() => import('./admin/calendars/proposal.tsx'))
const PublicHome = lazy(() => import('./citizen/home.tsx'))
const PublicReport = lazy(() => import('./citizen/report.tsx'))
const PublicFollow = lazy(() => import('./citizen/follow.tsx'))
const PublicNotices = lazy(() => import('./citizen/notices.tsx'))
const Statistics = lazy(() => import('./statistics/page.tsx'))
const OwnStatistics = lazy(() => import('./statistics/enterprise.tsx'))
const Missing = lazy(() => import('./parts/missing.tsx'))

const Frame = (props: RouteSectionProps) => <Suspense>{props.children}</Suspense>

/** Code of the page loads beside that of the frame, not after it. */
export const Routes = () => (
  <Router root={Frame}>
    <Route path="/sign-in" component={SignIn} preload={SignIn.preload} />
    <Route path="/public" component={PublicHome} preload={PublicHome.preload} />
    <Route path="/public/report/:process" component={PublicReport} preload={PublicReport.preload} />
    <Route path="/public/follow" component={PublicFollow} preload={PublicFollow.preload} />
    <Route path="/public/notices" component={PublicNotices} preload={PublicNotices.preload} />
    <Route path="/" component={Signed} preload={Signed.preload}>
      <Route path="/" component={Home} preload={Home.preload} />
      <Route path="/inbox" component={Inbox} preload={Inbox.preload} />
      <Route path="/cases" component={Cases} preload={Cases.preload} />
      <Route path="/search" component={Search} preload={Search.preload} />
      <Route path="/case/:id" component={Case} preload={Case.preload} />
      <Route path="/case/:id/act/:type" component={Act} preload={Act.preload} />
      <Route path="/report/:process" component={Report} preload={Report.preload} />
      <Route path="/e/cases" component={Matters} preload={Matters.preload} />
      <Route path="/e/ledger" component={Ledger} preload={Ledger.preload} />
      <Route path="/e/statistics" component={OwnStatistics} preload={OwnStatistics.preload} />
      <Route path="/statistics" component={Statistics} preload={Statistics.preload} />
      <Route path="/limits" component={Limits} preload={Limits.preload} />
      <Route path="/lab" component={Laboratory} preload={Laboratory.preload} />
      <Route path="/health" component={Health} preload={Health.preload} />
      <Route path="/process/:id" component={Process} preload={Process.preload} />
      <Route path="/supervise/clocks" component={Clocks} preload={Clocks.preload} />
      <Route path="/supervise/flow" component={Flow} preload={Flow.preload} />
      <Route path="/supervise/digest" component={Digest} preload={Digest.preload} />
      <Route path="/team" component={Team} preload={Team.preload} />
      <Route path="/admin" component={Admin} preload={Admin.preload}>
        <Route path="/calendars" component={Calendars} preload={Calendars.preload} />
        <Route path="/calendars/new" component={CalendarNew} preload={CalendarNew.preload} />
        <Route path="/calendars/proposal/:id" component={CalendarProposal} preload={CalendarProposal.preload} />
      </Route>
      <Route path="*" component={Missing} preload={Missing.preload} />
    </Route>
  </Router>
)
