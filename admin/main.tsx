// The staff desk's first file: loads the words and the session, then shows the desk. Called by index.html.
import { render } from "preact";
import { Desk } from "./Desk.tsx";
import { loadSession } from "./session/session.ts";
import { firstLocale, speak } from "./words/words.ts";
import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/controls.css";
import "./style/frame.css";
import "./style/bulk.css";
import "./style/list.css";
import "./style/figures.css";
import "./style/marks.css";
import "./style/previews.css";
import "./style/posting.css";
import "./style/new.css";
import "./style/dialogs.css";

const place = document.getElementById("desk");
if (place === null) throw new Error("index.html has no place for the desk");

// Asked for together: one after the other would keep the morning waiting for each.
const known = loadSession();
await speak(firstLocale());
render(<Desk />, place);
await known;
