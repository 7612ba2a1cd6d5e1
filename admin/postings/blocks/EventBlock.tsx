// A day to come to: when it begins and ends, where exactly, and what happens at which hour.
import type { EventBlock as EventFacts } from "../../../server/domain/content.ts";
import { useEditor } from "../fields/EditorContext.ts";
import { MomentField } from "../fields/MomentField.tsx";
import { SegmentField } from "../fields/SegmentField.tsx";
import { Block } from "./Block.tsx";
import { BLANK_EVENT, withEvent } from "./blanks.ts";
import { EventRoles } from "./EventRoles.tsx";

export function EventBlock() {
  const editor = useEditor();
  const event = editor.content.value.event ?? BLANK_EVENT;
  const set = (change: Partial<EventFacts>) => editor.change((now) => withEvent(now, change));
  return (
    <Block name="event">
      <MomentField
        path="event.starts"
        name="eventStarts"
        help
        span={6}
        value={event.starts.day === "" ? null : event.starts}
        onMoment={(starts) => set({ starts: starts ?? BLANK_EVENT.starts })}
      />
      <MomentField path="event.ends" name="eventEnds" span={6} value={event.ends} onMoment={(ends) => set({ ends })} />
      <SegmentField
        path="event.venue.text"
        name="venue"
        help
        span={6}
        value={event.venue}
        onSegment={(venue) => set({ venue })}
      />
      <SegmentField
        path="event.timetable.text"
        name="timetable"
        help
        span={6}
        value={event.timetable}
        onSegment={(timetable) => set({ timetable })}
      />
      <EventRoles />
    </Block>
  );
}
