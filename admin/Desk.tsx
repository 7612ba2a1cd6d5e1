// The desk as a whole: who may enter, the frame around every page, and which page an address shows. Called by main.
import { ErrorBoundary, LocationProvider, lazy, Route, Router } from "preact-iso";
import { DemonstrationBanner } from "./frame/DemonstrationBanner.tsx";
import { Header } from "./frame/Header.tsx";
import { Live } from "./frame/live.ts";
import { NotFound } from "./frame/NotFound.tsx";
import { Shortcuts } from "./frame/Shortcuts.tsx";
import { UndoBar } from "./frame/UndoBar.tsx";
import { NewPosting } from "./postings/NewPosting.tsx";
import { PostingList } from "./postings/PostingList.tsx";
import { PostingPage } from "./postings/PostingPage.tsx";
import { ChangePassword } from "./session/ChangePassword.tsx";
import { SignIn } from "./session/SignIn.tsx";
import { SignInAgain } from "./session/SignInAgain.tsx";
import { loadSession, session, sessionTrouble } from "./session/session.ts";
import { TodayPage } from "./today/TodayPage.tsx";
import { tourAt } from "./tour/tour.ts";
import { word } from "./words/words.ts";

const CalendarPage = lazy(() => import("./calendar/CalendarPage.tsx").then((part) => part.CalendarPage));
const BoardPage = lazy(() => import("./board/BoardPage.tsx").then((part) => part.BoardPage));
const DeskNumbersPage = lazy(() => import("./numbers/NumbersPage.tsx").then((part) => part.NumbersPage));
const OfficesPage = lazy(() => import("./offices/OfficesPage.tsx").then((part) => part.OfficesPage));
const OfficeFormPage = lazy(() => import("./offices/OfficeFormPage.tsx").then((part) => part.OfficeFormPage));
const WallPage = lazy(() => import("./wall/WallPage.tsx").then((part) => part.WallPage));
const PeoplePage = lazy(() => import("./people/PeoplePage.tsx").then((part) => part.PeoplePage));
const QueuePage = lazy(() => import("./translations/QueuePage.tsx").then((part) => part.QueuePage));
const SheetPage = lazy(() => import("./translations/SheetPage.tsx").then((part) => part.SheetPage));
const GlossaryPage = lazy(() => import("./translations/GlossaryPage.tsx").then((part) => part.GlossaryPage));
const ExchangePage = lazy(() => import("./translations/ExchangePage.tsx").then((part) => part.ExchangePage));
const NumbersPage = lazy(() => import("./translations/NumbersPage.tsx").then((part) => part.NumbersPage));
const MachinePage = lazy(() => import("./translations/MachinePage.tsx").then((part) => part.MachinePage));
const OwnPage = lazy(() => import("./people/OwnPage.tsx").then((part) => part.OwnPage));

const Tour = lazy(() => import("./tour/Tour.tsx"));
const AuditPage = lazy(() => import("./people/AuditPage.tsx").then((part) => part.AuditPage));
const ImportPage = lazy(() => import("./import/ImportPage.tsx").then((part) => part.ImportPage));
const CheckPolicyPage = lazy(() => import("./checks/CheckPolicyPage.tsx").then((part) => part.CheckPolicyPage));
const DisplaysPage = lazy(() => import("./displays/DisplaysPage.tsx").then((part) => part.DisplaysPage));
const PairPage = lazy(() => import("./displays/PairPage.tsx").then((part) => part.PairPage));

export function Desk() {
  if (sessionTrouble.value !== null) return <Unreachable sentence={sessionTrouble.value} />;
  if (session.value === undefined) return <p class="loading">{word("frame.loading")}</p>;
  if (session.value === null) return <SignIn />;
  if (session.value.user.mustChangePassword) return <ChangePassword />;
  return (
    <LocationProvider scope="/admin">
      <Header />
      <DemonstrationBanner />
      <Router>
        <Route path="/admin" component={TodayPage} />
        <Route path="/admin/postings" component={PostingList} />
        <Route path="/admin/postings/new" component={NewPosting} />
        <Route path="/admin/postings/:code" component={PostingPage} />
        <Route path="/admin/board" component={BoardPage} />
        <Route path="/admin/numbers" component={DeskNumbersPage} />
        <Route path="/admin/offices" component={OfficesPage} />
        <Route path="/admin/offices/:id" component={OfficeFormPage} />
        <Route path="/admin/calendar" component={CalendarPage} />
        <Route path="/admin/people" component={PeoplePage} />
        <Route path="/admin/translations" component={QueuePage} />
        <Route path="/admin/translations/glossary" component={GlossaryPage} />
        <Route path="/admin/translations/files" component={ExchangePage} />
        <Route path="/admin/translations/numbers" component={NumbersPage} />
        <Route path="/admin/translations/machine" component={MachinePage} />
        <Route path="/admin/translations/:code/:locale" component={SheetPage} />
        <Route path="/admin/displays" component={DisplaysPage} />
        <Route path="/admin/displays/pair" component={PairPage} />
        <Route path="/admin/log" component={AuditPage} />
        <Route path="/admin/import" component={ImportPage} />
        <Route path="/admin/rules" component={CheckPolicyPage} />
        <Route path="/admin/me" component={OwnPage} />
        <Route path="/admin/wall" component={WallPage} />
        <Route default component={NotFound} />
      </Router>
      <UndoBar />
      {/* What is loaded outside the router waits in a boundary of its own: without one it takes the whole desk with it. */}
      {tourAt.value !== null && (
        <ErrorBoundary>
          <Tour />
        </ErrorBoundary>
      )}
      <Shortcuts />
      <SignInAgain />
      <Live />
    </LocationProvider>
  );
}

function Unreachable({ sentence }: { readonly sentence: string }) {
  return (
    <main class="gate">
      <div class="gate-box stack">
        <h1>{word("frame.name")}</h1>
        <p role="alert">{sentence}</p>
        <button type="button" class="primary" onClick={() => void loadSession()}>
          {word("frame.tryAgain")}
        </button>
      </div>
    </main>
  );
}
