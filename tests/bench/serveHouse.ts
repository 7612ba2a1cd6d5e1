// The real server as a process of its own: the production entry, the embedded database, the demonstration network.
// Started by house.ts.
import { serve } from "../../server/main.ts";
import { answerQuestions } from "./programs.ts";

await serve();
answerQuestions();
